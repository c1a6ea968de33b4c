"""Guides of several sections, and reviews.

Invariant: each theme is written in the form that `themes` tells.
"""

from __future__ import annotations

GUIDES = """
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
"""
