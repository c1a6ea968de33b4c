"""Letters, mails and notices.

Invariant: each theme is written in the form that `themes` tells.
"""

from __future__ import annotations

LETTERS = """
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
"""
