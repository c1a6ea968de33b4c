"""Letters, mails, notices, guides and reviews whose sentences are told by what they are about.

A theme is `@ language`, its openings (`> `), its parts (`-- ` starts one, with a heading and other
words for it), its sentences (`topic :: sentence`), and its closings (`< `). `[what|type]` is a
value that has a name. `/` in an opening or closing is a new line.

Invariant: within a theme no sentence needs another one, and no topic fits two sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

_THEMES = """
@ email
> Subject: School trip//Dear parents,
> Dear parents of class 4b,
the departure :: The bus leaves from the school gate at [the departure time|morn].
what it costs :: Every family pays [the price of the trip|price], and ~first~ collects it.
the food :: Please pack a sandwich and something to drink for the long morning.
clothes :: The weather may change quickly, so a warm jacket is a good idea.
--
phones :: Mobiles stay at home because there will be no time for them.
the return :: We should be back around [the time of the return|eve].
helpers :: ~first~ needs two more adults who come with the children.
< Kind regards,/~first3~ ~last~
< Best wishes/~first3~
@ letter
> Dear ~first2~,
> My dear ~first2~,
the new home :: We have finally moved into the apartment on Mill Lane.
the neighbors :: The couple next door welcomed us with bread and salt on the first evening.
the noise :: Every morning a train thunders past before we are awake.
the view :: From the balcony you can see the whole harbor.
--
the pet :: Our cat has not left the wardrobe since yesterday.
the room for visitors :: A spare bed is always made up for friends like you.
the housewarming :: We celebrate on [the party date|date], ~first~ brings the music.
the present :: Please don't buy anything for us, ~first~ said the same to all guests.
< Love,/~first3~
< See you soon,/~first3~
@ email
> Subject: Team meeting//Hi all,
> Hi everyone,
> Hello team,
the room :: We meet in [the meeting place|place] this time.
the beginning :: The meeting starts at [the start of the meeting|time].
the agenda :: ~first~ will show the results of the second quarter.
the minutes :: Somebody other than ~first~ should write things down today.
--
the budget :: We also have to decide how the remaining [the remaining budget|sum] is spent.
the coffee :: Hot drinks and cake will be waiting outside the door.
those who cannot come :: If you are ill, please send a short message to ~first~ before noon.
the deadline for slides :: Slides reach me by [the deadline for slides|date] at the latest.
< Thanks,/~first3~
< Cheers/~first3~
@ text
> Summer festival on the village green
> SUMMER FESTIVAL
the opening :: The gates open at [the opening time|morn] with a speech by ~first~ ~last~.
the music :: Three bands play on the small stage until late in the evening.
the food :: Grilled vegetables, waffles and lemonade are sold near the fountain.
the animals :: Dogs are welcome if they stay on a leash.
--
the entrance fee :: Tickets for grown-ups cost [the ticket price|price], children pay nothing.
parking :: You can leave your car on the field behind the church.
rain :: In bad weather everything takes place in [the place for bad weather|place].
volunteers :: Anyone with an hour to spare can talk to ~first~ at the gate.
< The festival committee
< Your village council
@ letter
> Dear Sir or Madam,
> Dear Ms ~last2~,
the order :: I ordered [the number of chairs|count] chairs in your shop.
the damage :: Two of them arrived with a broken leg.
the phone calls :: Nobody has answered the telephone in your office all week.
the photographs :: Pictures of the broken parts are in the envelope.
--
what I expect :: I would like to receive new ones without further cost.
the invoice :: I will not pay the remaining [the open amount|sum] before the problem is solved.
the deadline :: Please let me know your decision by [the deadline|date].
the driver :: Your driver, ~first~, was friendly and is not to blame.
the reviews :: ~first~ also told me that such things happen often.
< Yours sincerely,/~first3~ ~last~
< Yours faithfully,/~first3~ ~last~
@ email
> Subject: Application as a librarian//Dear Mr ~last2~,
> Dear Ms ~last2~,
the advertisement :: I read about the open position on your website.
the present job :: At the moment I work in a small book shop.
the studies :: I graduated from the university of ~city~ with very good marks.
languages :: I speak three foreign tongues, and Spanish is my favorite.
--
the reference :: My former manager, ~first~ ~last~, is happy to speak for me.
the salary :: My idea of a monthly wage is [the expected wage|sum].
the start :: I could begin on [the first working day|date].
the interview :: An appointment in the morning would suit me best.
< Kind regards,/~first3~ ~last3~
< With best wishes,/~first3~ ~last3~
@ text
> Notice to all tenants
> Dear tenants,
the water :: The water will be turned off on [the day without water|date].
the stairs :: The stairs are cleaned every Friday, so please remove your shoes.
the bicycles :: Bikes belong in the cellar and not in the hall.
the garbage :: Bins go out to the street before [the time for the bins|morn].
--
the noise :: Please make no noise after [the start of the quiet hours|eve].
the keys :: Lost keys can be replaced for [the price of a new key|price].
the caretaker :: Your caretaker is ~first~, who lives on the first floor.
complaints :: Anything that bothers you can be put into ~first~'s mailbox.
< The house management
< ~first3~ ~last~, house management
@ email
> Subject: Your reservation//Dear ~first2~,
> Hello ~first2~,
the confirmation :: Thank you for your reservation at our hotel by the lake.
the arrival :: Your room is ready from [the check-in time|time] on.
the departure :: On the last day, please leave the room by [the check-out time|morn].
breakfast :: Breakfast is served in [the breakfast place|place] every morning.
--
the car :: A parking space can be booked for [the price of the parking space|price] a day.
the internet :: The password for the network lies on your desk.
pets :: Small dogs may sleep in the room but not in the bed.
the sauna :: The sauna is heated for you in the evening, just ask ~first~.
the contact :: ~first~ at the front desk answers all your questions.
< Warm regards,/Hotel ~Word~
< We look forward to your visit./Hotel ~Word~
@ email
> Hi ~first2~,
> hey ~first2~!
> Hello ~first2~,
the film :: The movie on Saturday begins at [the beginning of the movie|eve].
the seats :: I got us two places in the last row.
dinner :: We could eat something at the new restaurant before.
the money :: You owe me [the price of the ticket|price], no hurry.
--
the others :: ~first~ and two friends from work are coming too.
the way there :: The tram stops right in front of the building.
the way home :: ~first~ can take us back because the last bus leaves early.
the alternative :: If it is sold out, we simply go bowling.
< Bye,/~first3~
< see you,/~first3~
@ text
> Minutes of the parents' evening
> Parents' evening, minutes
the greeting :: ~first~ welcomed everybody in [the place of the evening|place].
the number of people there :: In all, [the number of parents|count] parents had come.
the play :: The children will perform a story about a dragon before the holidays.
the library :: The library gets new shelves, which several fathers will build.
--
money :: The class fund holds [the amount in the class fund|sum] at present.
the lunch :: Lunch in the school kitchen has become more expensive.
the homework :: Some think that there are too many tasks on weekends.
the next date :: The next meeting is on [the next meeting date|date].
the vote :: ~first~ was elected speaker without a vote against.
< Written by ~first3~
< Taken down by ~first3~ ~last~
@ markdown
> # ~Word~ ~Item~ Tool
> # ~Word~Kit
> # ~word~-~item~
--
the purpose :: This small program sorts your pictures by day and place.
its maturity :: It is still young, so please make a copy of your files before.
the author :: Most of it was written by ~first~ during a long winter.
-- Installation = Setup = Getting started
what must be there first :: You need [the required disk space|big] MB of free disk space.
the download :: Fetch the archive from our page and unpack it.
the name in the menu :: After that a new entry appears in your list of applications.
-- Usage = How to use it = First steps
the folder :: Drop a folder on the window and wait a few minutes.
the undo :: Every step can be taken back with one key.
the speed :: About [the number of pictures per minute|count] images are handled in a minute.
-- License = Legal = Terms
the terms :: You may copy and change everything, even for money.
bug reports :: Problems go to ~first~, who usually answers within a day.
@ markdown
> # Guide for new colleagues
> # Welcome to the team
> # Your first week
--
the greeting :: We are really happy that you are here.
the person to ask :: ~first~ will be your guide for the first month.
-- Working hours = When we work = Hours
when to be there :: Everyone is in the office from [the start of the core time|morn] on.
working from home :: Two days a week you may stay at your own desk at home.
breaks :: The lunch break lasts [the length of the lunch break|count] minutes.
-- Equipment = Your tools = What you get
the computer :: A laptop waits for you in [the place of your laptop|place].
the key card :: Your badge opens every door except the archive.
the phone :: Mobiles are ordered by ~first~ on request.
-- Holidays = Time off = Days off
days off :: You have [the number of free days|count] free days a year.
sickness :: If you are ill, call before the morning meeting.
@ markdown
> # Community garden
> # Garden rules
--
the idea :: Neighbors grow flowers and vegetables here together.
the history :: The place was a car park until ~first~ planted the first tree.
-- Watering = Water = When to water
the time of day :: Plants get water early in the morning or late in the evening.
the cans :: Empty cans belong next to the shed.
the rain barrel :: The barrel near the gate holds [the size of the barrel|big] liters.
-- Tools = Equipment = Spades and rakes
the shed :: The shed is unlocked at [the time when the shed is unlocked|time].
broken things :: Anything that no longer works is put into the red box.
-- Costs = Fees = What it costs
the yearly fee :: Members pay [the yearly fee|price] a year to ~first~.
students :: Students pay half of that.
@ markdown
> # Frequently asked questions
> # Questions and answers
> # FAQ
-- How do I borrow a book? = Borrowing = How can I borrow something?
the card :: You need a library card, which we make in a few minutes.
the number of books :: You can take [the number of books|few] books at once.
-- When are you open? = Opening hours = What are your hours?
the hours :: Our doors open at [the opening time|morn] on working days.
public holidays :: On public holidays the building stays dark.
the box for returns :: A box outside takes your books at night.
-- What does it cost? = Costs = How much do I pay?
the price :: A year costs [the yearly price|price].
late books :: Anyone who returns a book late pays a small fine.
the person in charge :: ~first~ at the desk can make exceptions.
-- Can I bring my children? = Children = What about kids?
the children's corner :: There is a corner with cushions and picture books.
the reading hour :: ~first~ reads stories every [the day of the reading hour|weekday].
@ markdown
> # Programme of the open day
> # Open day
-- Morning = Before lunch = First half
the welcome :: ~first~ greets all guests in [the place of the welcome|place].
the tour :: A walk through the workshops starts at [the start of the tour|morn].
the experiment :: Students let a balloon rise to the ceiling.
-- Afternoon = After lunch = Second half
the talk :: A speech about the history of the company follows.
the quiz :: The quiz has [the number of quiz questions|count] questions and one prize.
the closing words :: ~first~ says goodbye at [the end of the day|eve].
-- Directions = Getting here = How to find us
the train :: From the station it is a short walk through the park.
cars :: Drivers use the free spaces behind the tower.
< We look forward to you!
@ markdown
> # Handbook for babysitters
> # While we are out
-- Food = Meals = Eating
supper :: The children eat at [the time of supper|eve] in the kitchen.
allergies :: Nuts are dangerous for the little one.
sweets :: One piece of chocolate after the meal is enough.
-- Bedtime = Going to bed = Sleep
when the lights go out :: Lights go out at [the bedtime|eve], even if somebody cries.
the story :: Both of them want to hear the book about the bear.
the night lamp :: The small lamp stays on because the dark is scary.
-- Emergencies = If something happens = Help
the doctor :: Our doctor's number hangs on the fridge.
the grandmother :: ~first~ next door has a key and can be there in minutes.
our phone :: We can always be reached except during the concert.
-- Payment = Money = Your wage
the wage :: You get [the hourly wage|price] for each hour, ~first~ pays in cash.
@ text
> Review: Restaurant ~Word~
> An evening at the ~Word~
the first impression :: The old door and the candles promise a beautiful evening.
the service :: Our waiter ~first~ was quick and very friendly.
the soup :: The pumpkin soup tasted of nothing but salt.
the main course :: The fish was excellent, and the potatoes were crisp.
--
the dessert :: I would come again for the lemon cake alone.
the bill :: We paid [the price of the meal|price] for two, which is fair.
the noise :: People at the next table talked as if they were in a stadium.
the toilets :: Clean towels in the bathroom are a nice surprise.
the waiting time :: Only after [the waiting time|count] minutes did ~first~ bring the menu.
< Four of five stars
< My verdict: recommended
@ text
> Four stars for these headphones
> Review: wireless headphones
the sound :: Voices are clear, and the bass is strong without being too much.
the battery :: One charge lasts [the battery life|few] hours in my tests.
the comfort :: Even after a whole working day nothing hurts.
the case :: The box in which they are kept feels cheap.
--
the price :: I bought them for [the price of the headphones|price].
the delivery :: They arrived on [the arrival date|date], earlier than expected.
the app :: The software wants to know your address and is really slow.
support :: ~first~ from the company answered my questions politely.
the gift :: My friend ~first2~ received a pair too and thanked ~first~ for the advice.
< Would buy again.
< Recommended!
@ text
> Review: The Lighthouse, a novel
> Book of the month
the plot :: A keeper finds a suitcase full of letters on the beach.
the language :: The sentences are short and simple but never dull.
the length :: With [the number of pages|big] pages it is a book for one weekend.
the ending :: The last chapter comes too fast and leaves much open.
--
the characters :: I liked the stubborn grandmother most of all.
the cover :: A blue wave decorates the front.
the price :: It is sold for [the price of the book|price].
the author :: The writer, ~first~ ~last~, once worked on a ship.
the reading :: ~first~ will read from it on [the day of the reading|date].
< Read it!
< Available in every good book shop.
@ letter
> Dear ~first2~,
> Dear aunt ~first2~,
the gift :: Thank you so much for the red bicycle.
the color :: Red has always been my favorite.
the first ride :: Yesterday I rode it to the river and back without falling.
the party :: We were [the number of guests|count] guests, and ~first~ did magic tricks.
--
the cake :: Mom made a chocolate cake that looked like a castle.
school :: At school we are learning how bridges are built.
the invitation :: Please visit us on [the visiting day|date], ~first~ will be here too.
the tooth :: Today I lost another tooth.
< Your ~first3~
< Many hugs,/~first3~
@ email
> Subject: Invoice for the workshop//Dear ~first2~,
> Dear ~first2~,
the thanks :: Thank you for the excellent workshop with our team.
the amount :: We will transfer [the agreed fee|sum] to your account.
the payment date :: The money should arrive by [the payment date|date].
the missing number :: A tax number is missing on the bill you sent.
--
the certificates :: All [the number of certificates|count] participants have received their papers.
feedback :: Many people praised the practical exercises.
the next course :: ~first~ would like to plan a second course with you.
the photos :: ~first~ has put the pictures of both days into our shared folder.
< Best regards,/~first3~ ~last~
< Kind regards/~first3~
@ text
> Swimming club: news
> News from the swimming club
the pool :: The pool stays closed until [the reopening|date] because of repairs.
training on land :: Until then we train in [the training place|place].
the new coach :: ~first~ takes over the group of the beginners.
the competition :: Our girls finished second in ~city~.
--
the caps :: The new caps can be fetched from ~first~ for [the price of a cap|price].
the list :: Anyone who wants to swim at the lake should sign up now.
the fees :: Those who have forgotten the fee will receive a friendly letter.
the party :: We end the season with a barbecue outside.
< The board
< See you in the water!
@ email
> Subject: Moving day//Hi friends,
> Hi folks,
> Dear friends,
the start :: We begin at [the start of the move|morn] in front of the old building.
the truck :: ~first~ drives the truck, which is larger than last time.
the piano :: The piano is carried by professionals.
gloves :: Bring gloves if you have some.
--
lunch :: There will be pizza for everybody at [the time of the pizza|time].
the boxes :: About [the number of boxes|count] boxes are packed already.
the plants :: Flowers go into ~first~'s car because they break easily.
the elevator :: The lift in the new house is very small.
< You are the best,/~first3~
< Thanks a million,/~first3~
@ text
> Lost: gray cat
> Our cat is missing
since when :: Our cat has been gone since [the day of the disappearance|date].
how she looks :: She is gray with a white spot above the left eye.
the name :: She listens to the name Pepper, at least usually.
the collar :: A golden bell hangs from her neck.
--
the last place :: ~first~ saw her near the old factory in the evening.
the reward :: Whoever brings her back receives [the reward|price].
sheds :: Please look into your cellars and garages.
the contact :: You can reach ~first~ at any time under the number below.
< Thank you for your help!
< Family ~last~
@ email
> Subject: Server maintenance//Dear users,
> Dear colleagues,
when it begins :: The work starts at [the start of the work|morn].
when it ends :: Everything should run again by [the end of the work|time].
the reason :: The old hard disks are full and must be exchanged.
the mail :: No messages can be sent or received during that time.
--
open files :: Please save your work and log out before.
the backup :: A complete copy of all data was made by ~first~ yesterday.
the hotline :: In case of problems call ~first~ in [the place of the hotline|place].
the next time :: Something similar is planned for [the next maintenance date|date].
< Your IT department
< Regards,/~first3~, IT
@ letter
> Dear members,
> Dear friends of the museum,
the visitors :: Last year [the number of visitors|count] thousand visitors came to see us.
the roof :: The roof above the east wing has to be repaired.
the donation :: A family gave us [the donation|sum] for that.
the exhibition :: The paintings of the old masters hang in [the place of the paintings|place].
--
the guide :: ~first~ leads a tour for members every [the day of the tour|weekday].
the shop :: Our shop now sells cards and calendars.
the volunteers :: ~first~ still looks for volunteers at the ticket desk.
the cafe :: The coffee house on the square reopens before winter.
< Yours sincerely,/~first3~ ~last~, director
< With thanks,/the museum team
@ email
> Subject: Choir rehearsal//Dear singers,
> Dear choir,
the rehearsal place :: This week we sing in [the rehearsal place|place].
the rehearsal time :: Warming up begins at [the rehearsal time|eve].
the new piece :: We start with the second part of the mass.
the sheets :: Music sheets can be picked up from ~first~.
--
the concert :: The concert is on [the date of the concert|date].
clothing :: Everybody wears black without jewelry.
the tenors :: We could use two more tenors, so ask your friends.
the cold :: Those with a sore throat should stay at home.
the organ :: ~first~ accompanies us on the organ.
< Musical greetings,/~first3~
< Yours,/~first3~
@ text
> How to use the washing machine
> Laundry room
the tokens :: A token costs [the price of a token|price] in the office.
the filling :: Leave a hand's width of space above your clothes.
the soap :: Powder goes into the left drawer.
the duration :: A normal wash takes [the duration of a wash|count] minutes.
--
the door :: The door opens only after the red lamp is off.
the dryer :: The dryer must be emptied of fluff before every use.
the closing time :: The room is locked at [the closing time|eve] in the evening.
defects :: If the machine makes strange sounds, tell ~first~.
the book :: ~first~ keeps the list in which you reserve your time.
< House rules apply here too.
< Thank you for keeping the room clean.
@ email
> Subject: Football on Sunday//Hi team,
> Hello everyone,
the kick-off :: The match on Sunday starts at [the kick-off|time].
the meeting point :: We meet in [the meeting place|place] and drive together.
the shirts :: ~first~ brings the washed shirts.
the goalkeeper :: Our keeper is still in hospital, so ~first~ stands in the goal.
--
the opponents :: They have won their last [the number of wins of the others|few] games.
drinks :: Everyone brings a bottle of water.
parents :: Parents should please stay outside the white line.
the pizza :: Afterwards we eat in the club house, whatever happens.
< Coach ~first3~
< See you,/~first3~
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


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a theme. `headings` is empty in a letter; the first one is what the text has."""

    headings: tuple[str, ...]
    sentences: tuple[tuple[str, str], ...]
    """Topic and sentence."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What texts of one occasion are drawn from."""

    language: str
    openings: tuple[str, ...]
    sections: tuple[Section, ...]
    closings: tuple[str, ...]

    @property
    def has_headings(self) -> bool:
        """Whether its parts have headings."""
        return any(section.headings for section in self.sections)


def _load_theme(block: str) -> Theme:
    language, *lines = block.strip().split("\n")
    marked: dict[str, list[str]] = {">": [], "<": []}
    sections: list[tuple[tuple[str, ...], list[tuple[str, str]]]] = []
    for line in lines:
        if line[0] in marked:
            marked[line[0]].append(line[2:].replace("/", "\n"))
        elif line.startswith("--"):
            sections.append((tuple(filter(None, line[2:].strip().split(" = "))), []))
        else:
            if not sections:
                sections.append(((), []))
            topic, sentence = line.split(" :: ")
            sections[-1][1].append((topic, sentence))
    return Theme(
        language,
        tuple(marked[">"]),
        tuple(Section(headings, tuple(sentences)) for headings, sentences in sections),
        tuple(marked["<"]),
    )


THEMES = tuple(_load_theme(block) for block in _THEMES.strip().removeprefix("@ ").split("\n@ "))

STEPS = tuple(
    (block.split("\n")[0], tuple(tuple(line.split(" :: ")) for line in block.split("\n")[1:]))
    for block in """
Pancakes
the flour :: Sift the flour into a bowl.
the eggs :: Beat two eggs and stir them in.
the milk :: Pour in the milk little by little.
the waiting :: Let everything rest for ten minutes.
the pan :: Heat the pan with a little butter.
the turning :: Flip each pancake when bubbles appear.
the syrup :: Serve with maple syrup.

How to plant a tomato
the pot :: Choose a large pot with holes.
the soil :: Fill it with fresh earth.
the hole :: Dig a hole as deep as your hand.
the planting :: Set the young plant into it.
the stick :: Tie the stem to a stick.
the watering :: Water it well.
the sun :: Place it on a sunny balcony.

Assemble the shelf
the unpacking :: Lay all parts on the floor.
the side panels :: Put the two side panels upright.
the screws :: Fasten the bottom with four screws.
the boards :: Slide in the boards.
the back :: Nail the thin back wall on.
the wall :: Fix the shelf to the wall.
the cleaning :: Wipe off the dust.

Setting up the project
the clone :: Clone the repository.
the packages :: Install the dependencies with `npm install`.
the settings file :: Copy `.env.example` to `.env`.
the database :: Create an empty database.
the migration :: Run the migrations.
the server :: Start the server with `npm run dev`.
the browser :: Open http://localhost:5173.

Closing the shop
the last customers :: Say goodbye to the last guests.
the money :: Count the cash and write down the sum.
the coffee machine :: Rinse the coffee machine.
the floor :: Sweep the floor.
the lights :: Switch off all lamps.
the alarm :: Turn on the alarm.
the door :: Lock the front door twice.

Changing a bicycle tube
turning it over :: Turn the bike upside down.
the wheel :: Loosen the nuts and lift the wheel out.
the tire :: Pull the tire off with two levers.
the valve :: Push the old valve inside and remove the tube.
the new tube :: Put in the new tube with a little air.
pumping :: Pump it up.
the test :: Spin the wheel and check the brakes.

Publishing a release
the tests :: Make sure that all tests pass.
the changelog :: Write the changes into CHANGELOG.md.
the version :: Raise the version number.
the tag :: Tag the commit.
the build :: Build the packages.
the upload :: Upload the files.
the announcement :: Announce it on the mailing list.

Vegetable soup
the carrots :: Peel the carrots and dice them.
the onion :: Fry a chopped onion until golden.
the broth :: Add a liter of broth.
the simmering :: Simmer for 20 minutes.
the herbs :: Stir in fresh parsley.
the salt :: Season to taste.
the bread :: Toast some slices of rye bread.

If you lose your card
the blocking :: Call the bank and have the card blocked.
the police :: Report the loss to the police.
the report number :: Note the number of the report.
the form :: Fill in the form on our website.
the photo :: Upload a photo of your identity card.
the fee :: Transfer the fee of 15 €.
the new card :: Wait for the new card in the mail.

Preparing the classroom
the tables :: Push the tables into a circle.
the board :: Clean the blackboard.
the projector :: Connect the laptop to the projector.
the name tags :: Write a name tag for every child.
the windows :: Open the windows for five minutes.
the worksheets :: Lay out the worksheets.
the music :: Play quiet music while everybody comes in.

First aid for a burn
the clothes :: Take off rings and tight sleeves.
cooling :: Hold the skin under running water.
the blisters :: Leave blisters closed.
the bandage :: Cover the wound with a clean bandage.
drinking :: Give the person something to drink.
the doctor :: See a doctor if it is larger than a hand.

Bread with three ingredients
mixing :: Mix flour and warm water.
the yeast :: Crumble the yeast over it.
kneading :: Knead for a full ten minutes.
the rest :: Cover the bowl and leave it overnight.
the shape :: Form a round loaf.
the cut :: Score the top with a sharp blade.
the oven :: Bake it at 230 degrees.
the cooling :: Let it cool on a rack.
""".strip().split("\n\n")
)
"""Title, and (topic, step) in their natural order."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PRICES = ("4.90 €", "5.20 €", "5.50 €", "6.00 €", "6.80 €", "7.40 €", "4.90 €", "5.50 €")
_HOURS = ("8:00", "9:00", "10:00", "10:30", "8:30", "9:30")
_LATE = ("16:00", "17:00", "18:00", "18:30", "20:00", "12:00")
_ROOMS = ("A1", "A2", "B1", "B12", "C3", "Hall", "Lab 2")
_PEOPLE = ("Ada", "Bela", "Carol", "Dmitri", "Esra", "Finn", "Gita", "Hiro", "Ines", "Jamal")
_TABLE_PHONES = ("555-0101", "555-0112", "555-0127", "555-0133", "555-0148", "555-0156", "555-0164")
TABLES = (
    ("Menu of the week", "order of the weekdays", "Day", DAYS[:5], (
        ("Dish", ("Lasagna", "Ramen", "Lentil stew", "Fish and chips", "Green curry", "Risotto",
                  "Goulash", "Falafel", "Potato soup", "Tacos")), ("Price", _PRICES))),
    ("Opening hours", "order of the weekdays", "Day", DAYS,
     (("Opening time", _HOURS), ("Closing time", _LATE))),
    ("Course plan", "order of the weekdays", "Day", DAYS[:6], (
        ("Course", ("Yoga", "Pilates", "Boxing", "Zumba", "Judo", "Stretching", "Aqua fit")),
        ("Trainer", _PEOPLE), ("Room", _ROOMS))),
    ("Cleaning plan", "order of the weekdays", "Day", DAYS[:5], (
        ("Person", _PEOPLE), ("Task", ("Kitchen", "Bathroom", "Stairs", "Windows", "Trash")))),
    ("Program", "order of the hours", "Time",
     ("09:00", "09:45", "10:30", "11:15", "13:00", "14:30", "15:15", "16:00"), (
        ("Session", ("Welcome", "Keynote", "Workshop", "Panel", "Posters", "Quiz", "Wrap-up")),
        ("Room", _ROOMS))),
    ("Visitors", "order of the months", "Month",
     ("January", "February", "March", "April", "May", "June", "July", "August"), (
        ("Adults", ("120", "98", "143", "210", "176", "120", "305")),
        ("Children", ("41", "98", "37", "64", "120", "55", "88")))),
    ("Syllabus", "order of the weeks", "Week", tuple(f"Week {i}" for i in range(1, 9)), (
        ("Topic", ("Sets", "Functions", "Limits", "Series", "Integrals", "Vectors", "Matrices")),
        ("Homework", ("Sheet 1", "Sheet 2", "Sheet 3", "none", "Essay", "Reading")))),
    ("Floors", "order of the floors", "Floor",
     ("Ground floor", "First floor", "Second floor", "Third floor", "Fourth floor"), (
        ("Department", ("Toys", "Books", "Shoes", "Sports", "Kitchenware", "Garden", "Music")),
        ("Manager", _PEOPLE))),
    ("Sizes", "order of the sizes", "Size", ("XS", "S", "M", "L", "XL", "XXL"), (
        ("Chest", ("84 cm", "88 cm", "94 cm", "100 cm", "106 cm")),
        ("In stock", ("3", "0", "12", "7", "5", "3", "20")))),
    ("Phone list", "", "Name", _PEOPLE, (
        ("Role", ("Sales", "Support", "Design", "Legal", "Finance", "Support")),
        ("Phone", _TABLE_PHONES))),
    ("Stock", "", "Item", ("Screws", "Nails", "Hinges", "Bolts", "Hooks", "Brackets", "Washers"), (
        ("Quantity", ("40", "120", "15", "60", "8", "40", "200")), ("Price", _PRICES))),
    ("Who brings what", "", "Name", _PEOPLE, (
        ("Food", ("Pasta salad", "Cake", "Bread", "Cheese", "Fruit", "Dips", "Meatballs")),
        ("Portions", ("6", "8", "10", "12", "8")))),
    ("Plans", "", "Plan", ("Free", "Basic", "Team", "Business", "Enterprise", "School"), (
        ("Projects", ("1", "5", "20", "100", "unlimited")),
        ("Storage", ("1 GB", "10 GB", "50 GB", "1 TB", "10 GB")))),
    ("Trains", "order of the hours", "Departure",
     ("06:12", "07:12", "08:42", "10:12", "12:40", "15:12", "17:42", "19:05"), (
        ("Destination", ("Bern", "Ghent", "Turin", "Lyon", "Graz", "Lyon")),
        ("Platform", ("1", "2", "3", "4a", "4b", "7")))),
)  # fmt: skip
"""Title, what the rows follow (may be empty), the first column and its keys, other columns."""

LISTS = (
    ("Absent", "Present", "{name} was there", "{name} did attend after all"),
    ("Present", "Absent", "{name} was not there", "{name} stayed at home that day"),
    ("Not attending", "Attending", "{name} is coming after all", "{name} has accepted"),
    ("Attending", "Not attending", "{name} has cancelled", "{name} can't come"),
    ("Waiting list", "Confirmed", "{name} got a place", "a place has become free for {name}"),
    ("Bus 1", "Bus 2", "{name} rides in bus 2", "{name} prefers the second bus"),
    ("Red team", "Blue team", "{name} plays for blue", "{name} is on the blue side"),
    ("Early shift", "Late shift", "{name} works late", "{name} takes the late shift"),
    ("Cooking", "Dishes", "{name} does the dishes", "{name} can't cook and washes up"),
    ("Unpaid", "Paid", "{name} has paid", "{name}'s money arrived"),
    ("Beginners", "Advanced", "{name} is advanced by now", "{name} is no beginner any more"),
    ("Speakers", "Guests", "{name} doesn't speak but listens", "{name} comes as a guest only"),
    ("Room Oak", "Room Elm", "{name} sleeps in Elm", "{name} is in Elm and not in Oak"),
    ("Invited", "Accepted", "{name} said yes", "{name} accepted the invitation"),
    ("Vegetarian", "With meat", "{name} eats meat", "{name} wants the menu with meat"),
    ("Tenors", "Basses", "{name} sings bass", "{name}'s voice has become a bass"),
)
"""From, to, and two facts from which the move follows."""
