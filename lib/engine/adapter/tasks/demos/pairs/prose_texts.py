"""Recipes, notes, guides and plans for edits of two parts.

Invariant: a text names each thing that a request may name once, save for the told twins.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.words import split_words

RECIPES = (
    ("Pancakes", "flour sugar butter oats", "milk water", "Bake them at 200 degrees."),
    ("Tomato soup", "tomatoes onions carrots celery", "stock cream", "Simmer for 25 minutes."),
    ("Apple crumble", "apples flour butter sugar almonds", "cider", "Bake at 180 degrees."),
    ("Lentil curry", "lentils spinach onions rice", "stock yogurt", "Serves 4 people."),
    ("Potato salad", "potatoes radishes onions bacon", "broth oil", "Let it rest for 30 minutes."),
    ("Banana bread", "bananas flour sugar walnuts butter", "milk", "Bake it for 50 minutes."),
    ("Pesto pasta", "pasta parmesan basil cashews", "oil", "Cook the pasta for 10 minutes."),
    ("Berry smoothie", "berries bananas oats spinach", "milk juice", "Makes 2 large glasses."),
    ("Pizza dough", "flour semolina yeast sugar", "water oil", "Let the dough rise for 2 hours."),
    ("Granola", "oats almonds raisins honey seeds", "oil", "Roast at 150 degrees for 20 minutes."),
)
EXTRAS = (("5 g", "salt"), ("8 g", "cinnamon"), ("12 g", "ginger"), ("15 ml", "vinegar"),
          ("3 g", "pepper"), ("18 ml", "lemon juice"), ("7 g", "paprika"), ("35 g", "coconut"),
          ("6 g", "nutmeg"), ("45 g", "cranberries"))  # fmt: skip

MEN = split_words("Adam Arthur Boris Colin Daniel Edgar Felix Gustav Henry Hugo Igor Jacob Liam "
                  "Marco Oliver Oscar Peter Ravi Simon Theo Tobias Victor Walter")  # fmt: skip
WOMEN = split_words("Abigail Alice Beth Carmen Clara Diana Elena Emma Fiona Greta Hannah Ida Julia "
                    "Laura Lucia Maria Nadia Nora Olga Petra Rosa Sofia Tina Wanda")  # fmt: skip
SURNAMES = split_words("Baker Barnes Bennett Carter Clarke Edwards Foster Harris Holmes Jackson "
                       "Keller Lewis Miller Morris Novak Parker Reed Weber Wood")  # fmt: skip
ABOUT = (
    "The new trainer is ~N~. Please give ~him~ a key. ~His~ first class starts on Monday, and ~he~ "
    "needs the big room. ~Twin~ ~N~ can be reached by phone.",
    "Minutes\n\n- ~N~ opened the meeting.\n- ~He~ presented ~his~ plan for the canteen.\n- The "
    "board thanked ~him~.\n- ~Twin~\n- Next chair: ~N~",
    "Last night ~N~ found a wallet. ~He~ took it to the police, who praised ~him~ for ~his~ "
    "honesty. ~Twin~ The story about ~N~ was in the paper.",
    "Dear team,\n\n~N~ joins us in March. ~He~ will share ~his~ office with two others, so please "
    "make ~him~ feel welcome. ~Twin~\n\nQuestions about the desk go to ~N~.\n\nThe office",
    "~N~ has worked here for six years. ~His~ reports are always on time. ~Twin~ Customers like "
    "~him~, and ~he~ knows every product. We recommend ~N~ without reserve.",
    "Roles\n\nChair: ~N~\nTreasurer: vacant\n\n~N~ keeps the keys. ~His~ deputy may borrow them "
    "from ~him~ if ~he~ agrees. ~Twin~",
    "## Our speaker\n\n~N~ grew up by the sea. ~His~ book on whales made ~him~ famous. ~Twin~\n\n"
    "After the talk ~N~ signs copies, and ~he~ answers questions.",
    "The lead role goes to ~N~. The director saw ~him~ in spring and liked ~his~ voice. ~Twin~ "
    "Rehearsals start when ~he~ is back. ~N~ knows already.",
    "Handover: ~N~ looks after the servers. If one fails, call ~him~ first. ~His~ number is on the "
    "door, and ~he~ has the passwords. ~Twin~ Ask ~N~ before you restart anything.",
    "Garage sale on Sunday! ~N~ brings the tables, and ~his~ van is big enough. Please tell ~him~ "
    "by Friday what you need; ~he~ has two spare shelves. ~Twin~ Thanks to ~N~!",
)  # fmt: skip

GUIDES = (
    ("Bike rental", (("Prices", "A day costs 15 euros. Helmets are free."),
                     ("Opening hours", "We are open from April to October. Monday is our day off."),
                     ("Damage", "Small scratches are no problem. Please tell us about the rest."),
                     ("Tours", "A guide takes you along the river. Bring some water."))),
    ("tinysync", (("Install", "Download the archive. Unpack it anywhere."),
                  ("Usage", "Start it in the folder that you want to copy. It runs until you stop "
                            "it."),
                  ("License", "The code is free. So is the manual."),
                  ("Known issues", "Long paths are cut on some systems. We are working on it."))),
    ("Class trip", (("Packing list", "Bring a rain jacket. Leave your games at home."),
                    ("Travel", "The bus leaves at eight. We are back by six."),
                    ("Costs", "The trip costs 40 euros. Lunch is included."),
                    ("Contact", "Call the school office. It is open all day."))),
    ("House rules", (("Kitchen", "Wash up after meals. Label your food."),
                     ("Laundry", "The machine takes two coins. Clean the filter afterwards."),
                     ("Guests", "Guests are welcome. They sign the book at the door."),
                     ("Quiet hours", "It is quiet after ten. Use headphones, please."))),
    ("Weekly report", (("Summary", "The week went well. Two tasks are left."),
                       ("Numbers", "We sold 80 tickets. Half of them were discounted."),
                       ("Risks", "The supplier may be late. We have a second one."),
                       ("Next week", "We test the new till. The shop stays open."))),
    ("Loan request", (("Purpose", "The money is for a van. It replaces the old one."),
                      ("Amount", "We ask for a moderate sum. Details are in the annex."),
                      ("Security", "The workshop is ours. It is fully paid."),
                      ("Schedule", "Repayment starts in May. It takes five years."))),
    ("Lab notes", (("Setup", "Two lamps stand on the bench. The sensor is between them."),
                   ("Results", "The signal doubled. The noise did not."),
                   ("Method", "Each run took one hour. We repeated it twice."),
                   ("Open questions", "The drift is unexplained. A second sensor may help."))),
    ("Choir handbook", (("Rehearsals", "We sing on Tuesdays. Be there early."),
                        ("Fees", "Membership is paid yearly. Students pay half."),
                        ("Concerts", "There are three a year. Wear black."),
                        ("Library", "Scores are lent for one season. Return them clean."))),
    ("Photo app", (("Features", "It sorts pictures by day. It finds copies."),
                   ("Requirements", "You need a recent phone. Tablets work as well."),
                   ("Privacy", "Nothing leaves your device. There are no accounts."),
                   ("Support", "Write to us at any time. We answer within a day."))),
)  # fmt: skip
SENTENCES = (
    "Please ask us if anything is unclear.", "This was last checked in spring.",
    "More details are on the notice board.", "Any changes are announced by e-mail.",
    "A printed copy is at the desk.", "Everybody should read this part.",
    "We are happy to explain it.", "Suggestions are welcome.", "Exceptions are possible.",
    "The details may change.",
)  # fmt: skip

STEPS = (
    ("Setting up ~P~", "Unpack the box.|Plug ~P~ into the socket.|Press the power button.|Wait for "
     "the green light.|Open the ~P~ app.|Enter the code on the label."),
    ("How to back up with ~P~", "Close all windows.|Start ~P~.|Choose a drive.|Pick the folders."
     "|Click on Run.|Check the ~P~ log.|Eject the drive."),
    ("Cleaning your ~P~", "Switch ~P~ off.|Remove the tray.|Rinse the filter.|Dry all parts."
     "|Put the tray back.|Run ~P~ once without beans."),
    ("Publishing with ~P~", "Log in to ~P~.|Open the draft.|Check the links.|Add a cover picture."
     "|Choose the category.|Press Publish in ~P~."),
    ("Joining a call on ~P~", "Open the invitation.|Click on the link.|Allow ~P~ to use the camera."
     "|Test the sound.|Enter your name.|Wait until ~P~ lets you in."),
    ("Order parts in ~P~", "Sign in to ~P~.|Search for the part.|Compare the prices.|Fill the cart."
     "|Enter the cost center.|Send the order from ~P~."),
    ("Pairing the ~P~ watch", "Charge the watch.|Turn on Bluetooth.|Install ~P~ on your phone."
     "|Hold both close together.|Confirm the number.|Choose a ~P~ face."),
    ("Install ~P~ on a server", "Update the system.|Download ~P~.|Verify the checksum.|Create a "
     "user.|Copy the config.|Start the ~P~ service.|Open the firewall."),
)  # fmt: skip
PRODUCTS = split_words("Lumora Nestbox Quillo Tandem Brightly Papyra Corvo Mellow Zenkit Orbita "
                       "Fernly Stacko Halden Vireo Pomelo Kestrel Drift Tofino")  # fmt: skip

EVENTS = (
    ("Dentist", "Piano lesson", "Parents' evening", "Swimming course", "Haircut"),
    ("Kick-off meeting", "Budget review", "Design workshop", "Team lunch", "Retrospective"),
    ("Book club", "Yoga class", "Pottery course", "Chess evening", "Film night"),
    ("Math exam", "Biology lecture", "Physics lab", "Study group", "Thesis talk"),
    ("Car inspection", "Tire change", "Handover of the keys", "Insurance call", "Test drive"),
    ("Dress rehearsal", "Sound check", "Premiere", "Press talk", "Closing party"),
    ("Flu shot", "Eye test", "Blood donation", "Physiotherapy", "Check-up"),
    ("First training", "Friendly match", "Photo session", "Board meeting", "Barbecue"),
)  # fmt: skip
PLACES = ("room 12", "the library", "the town hall", "the small gym", "Cafe Mozart", "the annex",
          "hall B", "the school", "the community center", "room 21")  # fmt: skip
GREETINGS = ("Hi all", "Dear friends", "Hello everybody", "Dear colleagues", "Good morning team")

MISTYPED = (
    "The children were careful with the beautiful garden.|We received your message yesterday.|The "
    "building is always open before breakfast.|Please write to the director tomorrow.",
    "Our company moved to a new building.|The calendar is on the wall.|Customers always ask for "
    "the description.|The business is better because of you.",
    "I believe the bread was better before.|My birthday is in February.|We bought a different "
    "cake.|The evening was beautiful although it rained.",
    "The conference begins tomorrow.|Please check the address before you arrive.|The beginning "
    "was difficult.|Your friend is definitely welcome.",
    "The apartment is among the cheaper ones.|The contract is difficult to read.|I was afraid "
    "because of the address.|The building was completely renovated.",
    "We arrived at the castle in the evening.|The children were careful with the bridges.|The "
    "country is beautiful.|Breakfast was always early.",
    "The first chapter is about business.|The description is too long.|Although it is difficult, "
    "I believe in it.|Every evening I write two pages.",
    "The delivery came early.|The company made a decision.|Our customers were afraid of the "
    "building work.|Please bring the calendar tomorrow.",
)  # fmt: skip
