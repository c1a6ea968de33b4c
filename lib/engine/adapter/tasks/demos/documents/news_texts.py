"""News, invitations and notices of clubs, neighbors and teams.

Invariant: each theme is written in the form that `themes` tells.
"""

from __future__ import annotations

NEWS = """
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
"""
