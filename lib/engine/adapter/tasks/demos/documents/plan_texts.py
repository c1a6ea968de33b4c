"""Recipes, feedback, rules and plans.

Invariant: each theme is written in the form that `themes` tells.
"""

from __future__ import annotations

PLANS = """
@ text
> Grandmother's apple pie
> Apple pie, the family recipe
the origin :: My grandmother wrote this down in ~city~.
the apples :: Use [the number of apples|few] sour ones, they taste better.
the sugar :: Half a cup of brown sugar is enough.
the oven :: Heat the oven to [the oven temperature|big] degrees before you begin.
--
the dough :: The dough should rest in a cold place for a while.
the nuts :: A handful of walnuts makes it crunchy.
the baking time :: It stays in the oven for [the baking time|count] minutes.
the cream :: Serve it warm with whipped cream.
the guests :: ~first~ always wants a second piece, and ~first~'s children too.
< Enjoy!
< Good luck!
@ text
> Tomato soup for a cold evening
> Quick tomato soup
the vegetables :: Chop [the number of onions|few] onions and a carrot.
the pan :: Take the large pot with the heavy bottom.
the spices :: Basil and a little pepper are all it needs.
the heat :: Simmer everything slowly for [the cooking time|count] minutes.
--
the blender :: Blend it until it is smooth.
the bread :: Toast some slices and rub them with garlic.
leftovers :: What remains can be frozen without a problem.
the source :: I learned this from ~first~ in a tiny kitchen in ~city~.
the variation :: ~first~ adds a spoon of coconut milk.
< Enjoy your meal!
< Serves four people.
@ email
> Subject: Your question about the course//Dear ~first2~,
> Hi ~first2~,
places left :: There are still [the number of places|count] places in the pottery course.
the teacher :: ~first~ ~last~ has taught it for many years.
the first lesson :: The first lesson is on [the date of the first lesson|date].
the material :: Clay and glaze are included in the price.
--
the fee :: We charge [the course fee|price] for eight evenings.
an apron :: You should wear old clothes or something over them.
the kiln :: ~first~ fires the finished bowls for you.
missing an evening :: An evening that you miss can be made up for later.
< Kind regards,/the evening school
< Best wishes,/~first3~
@ email
> Subject: Feedback on your draft//Hi ~first2~,
> Dear ~first2~,
the praise :: I really like the first chapter of your thesis.
the figures :: The figures are too small to read in print.
the sources :: Several books are cited without a year.
the summary :: Your summary promises more than the text holds.
--
the length :: The whole should not exceed [the maximum number of pages|count] pages.
the hand-in :: You have to hand it in by [the date of the hand-in|date].
the second reader :: ~first~ has agreed to be the second reader.
the talk :: We can discuss it with ~first~ on [the day of our talk|weekday].
< Best,/~first3~
< Regards,/Prof. ~last~
@ text
> To all residents of Oak Street
> Information for residents
the roadworks :: The street gets new pipes from [the first day of the works|date] on.
cars :: Please use the market square to park for that time.
the bus :: Buses stop at the church instead.
the noise :: Machines run from [the start of the daily work|morn] in the morning.
--
the trees :: The two old trees in front of the school stay.
garbage :: Put your bins at the next corner.
costs :: The city pays, so nobody has to give a cent.
the manager :: The works are led by ~first~ ~last~.
questions :: ~first~ answers questions in [the place for questions|place] every week.
< Your city council
< Department of roads
@ letter
> Dear ~first2~,
> Hello ~first2~,
the journey :: After [the number of hours on the train|few] hours on the train we reached the sea.
the hotel :: Our room has a balcony and a very loud fridge.
the beach :: The sand is white, and the water is warm like tea.
the food :: We eat fish with our fingers every evening.
--
the trip :: Tomorrow we visit an island, which costs [the price of the trip|price].
the sunburn :: ~first~ fell asleep on a towel and is now completely red.
the language :: Nobody here understands my Italian.
the return :: We come home on [the day of the return|date].
the souvenir :: ~first~ has bought something funny for you.
< Sunny greetings,/~first3~
< Love from the coast,/~first3~
@ email
> Subject: Blood donation//Dear colleagues,
> Dear all,
the date :: The bus of the Red Cross comes on [the donation day|date].
the place :: It is parked next to [the place next to the bus|building].
who can give :: Healthy people over eighteen can take part.
eating :: You should have had a good breakfast.
--
the documents :: An identity card is needed at the entrance.
how long it takes :: All in all it takes [the duration|count] minutes.
the reward :: There is juice and a small present.
registration :: ~first~ keeps a list of those who come, so tell ~first~ before.
< Thank you,/~first3~
< Your works council
@ text
> Rules for the meeting room
> Using the meeting room
booking :: The room is booked through ~first~ in the office.
the longest booking :: Nobody may use it for more than [the longest booking|count] minutes.
the screen :: Switch the screen off when you have finished.
the dishes :: Cups are carried back to the kitchen.
--
the window :: Close the windows, even in summer.
the chairs :: All [the number of chairs|count] chairs return to their place.
the heating :: The heating turns itself down at [the time when the heating goes down|eve].
lost things :: Whatever was forgotten is kept by ~first~ for a month.
< Thank you!
< The office team
@ markdown
> # Weekend hike
> # Hike to the old castle
-- The route = Route = Where we walk
the distance :: The way is [the length of the way|few] kilometers long.
the climb :: After the bridges a steep path leads up.
the castle :: From the castle you see three countries.
-- What to bring = Equipment = Packing list
shoes :: Good boots are really necessary.
water :: Carry two liters of water, there is no well.
the map :: ~first~ has printed a map for everyone.
-- Meeting point = Where we meet = Start
the train :: Our train leaves at [the departure of the train|time].
the tickets :: ~first~ buys the group ticket for [the price of the group ticket|price].
those who come late :: Latecomers can follow in the next train.
< Have fun!
@ markdown
> # Release notes
> # What is new
-- New features = News = Features
dark colors :: The program can now be shown in dark colors.
the search :: Finding a letter takes less than [the time of a search in seconds|few] seconds.
languages :: Six further languages have been added by volunteers.
-- Fixes = Bug fixes = Repaired
the crash :: It no longer stops when the disk is full.
printing :: Long tables are printed without empty pages.
the clock :: Reminders appear in the right hour again.
-- Known problems = Known issues = Still open
old computers :: Old machines may need [the start time in seconds|count] seconds to start.
the mouse :: The pointer sometimes disappears on large screens.
-- Thanks = Credits = With thanks to
the testers :: ~first~ and many others have tested every version.
the money :: We received [the amount of the donations|sum] from kind people.
the translation :: ~first~ also checked the words of all menus.
@ markdown
> # Emergency plan
> # In case of fire
-- Alarm = Raising the alarm = When the alarm rings
the button :: Press the red button next to the stairs.
the call :: Then call the fire brigade and say where you are.
shouting :: Warn everyone in the rooms nearby.
-- Leaving the building = Way out = Evacuation
the lift :: Never take the lift.
the doors :: Shut doors but do not lock them.
the coats :: Coats and bags stay where they are.
-- Assembly point = Meeting point = Outside
where to gather :: All gather behind [the place to gather behind|building].
counting :: ~first~ counts the people of every floor.
the drill :: We practice this on [the day of the drill|date] with ~first~.
the time limit :: Everyone should be out after [the time limit in minutes|few] minutes.
"""
