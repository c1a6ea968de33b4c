"""Steps, tables and lists of names.

Invariant: the steps of a text come in their natural order, and the keys of a table in the told one.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.words import WEEKDAYS

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
_PRICES = ("4.90 €", "5.20 €", "5.50 €", "6.00 €", "6.80 €", "7.40 €", "4.90 €", "5.50 €")
_HOURS = ("8:00", "9:00", "10:00", "10:30", "8:30", "9:30")
_LATE = ("16:00", "17:00", "18:00", "18:30", "20:00", "12:00")
_ROOMS = ("A1", "A2", "B1", "B12", "C3", "Hall", "Lab 2")
_PEOPLE = ("Ada", "Bela", "Carol", "Dmitri", "Esra", "Finn", "Gita", "Hiro", "Ines", "Jamal")
_TABLE_PHONES = ("555-0101", "555-0112", "555-0127", "555-0133", "555-0148", "555-0156", "555-0164")
TABLES = (
    ("Menu of the week", "order of the weekdays", "Day", WEEKDAYS[:5], (
        ("Dish", ("Lasagna", "Ramen", "Lentil stew", "Fish and chips", "Green curry", "Risotto",
                  "Goulash", "Falafel", "Potato soup", "Tacos")), ("Price", _PRICES))),
    ("Opening hours", "order of the weekdays", "Day", WEEKDAYS,
     (("Opening time", _HOURS), ("Closing time", _LATE))),
    ("Course plan", "order of the weekdays", "Day", WEEKDAYS[:6], (
        ("Course", ("Yoga", "Pilates", "Boxing", "Zumba", "Judo", "Stretching", "Aqua fit")),
        ("Trainer", _PEOPLE), ("Room", _ROOMS))),
    ("Cleaning plan", "order of the weekdays", "Day", WEEKDAYS[:5], (
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
