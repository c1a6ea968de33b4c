"""The bundled samples, asked for in other words.

Invariant: the right answers are written by hand and are those of the samples' own instructions.
"""

from __future__ import annotations

FIZZ = """\
for number in range(1, 101):
    if number % 15 == 0:
        print("FizzBuzz")
    elif number % 3 == 0:
        print("Tick")
    elif number % 5 == 0:
        print("Buzz")
    else:
        print(number)
"""

MEMBER = """\
class Member {
  firstName: string = "";
  lastName: string = "";
  email: string = "";

  constructor(firstName: string, lastName: string, email: string) {
    this.firstName = firstName;
    this.lastName = lastName;
    this.email = email;
  }

  label(): string {
    return `${this.firstName} ${this.lastName} (${this.email})`;
  }
}

export default Member;
"""

SERVER = """\
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
const notes = ["water the plants", "call Ada"];

app.get("/notes", (context) => {
  return context.json(notes);
});

app.post("/notes", async (context) => {
  const body = await context.req.json();
  notes.push(body.text);
  return context.json(notes, 201);
});

app.get("/health", (context) => {
  return context.text("ok");
});

serve({ fetch: app.fetch, port: 3000 });
"""

STYLES = """\
body {
  margin: 0;
  font-family: Georgia, serif;
  color: blue;
  background: white;
}

h1 {
  font-size: 32px;
  color: black;
}

p {
  line-height: 1.5;
  margin-bottom: 16px;
}

a {
  color: teal;
  text-decoration: none;
}

footer {
  font-size: 14px;
  color: gray;
}
"""

LETTER = """\
Dear neighbours,

on Saturday we will celebrate the tenth birthday of our garden. Everybody is welcome, with or \
without children. We start at two o'clock beside the old apple tree, and there will be cake, \
lemonade and music until the evening.

Please bring a chair if you can, and tell us by Wednesday whether you will come. If it rains we \
meet in the school across the street.

See you soon,
the garden committee
"""

EXPECTED = {
    "fizz": FIZZ,
    "member": MEMBER,
    "server": SERVER,
    "styles": STYLES,
    "letter": LETTER,
}
"""Sample id -> the whole text after the edit."""

REWORDINGS = {
    "fizz": (
        'Where only "Fizz" is printed, print "Tick" instead. Return only the code.',
        'Change print("Fizz") to print("Tick").',
        'For multiples of 3 the program should say "Tick" and no longer "Fizz"; leave "FizzBuzz" '
        "alone.",
        'Please replace "Fizz" by "Tick", but not in "FizzBuzz". Give me the whole program back.',
    ),
    "member": (
        "Rename the property username to email everywhere.",
        "Members have an email now instead of a username. Change the class. Only the code please.",
        'Please swap the "username" field for an "email" field in this class.',
        "Replace username by email.",
    ),
    "server": (
        'Please add a route GET "/health" below the "/notes" routes. It returns the text "ok". '
        "Only the code.",
        'Insert a GET endpoint /health which answers with the text "ok", after the POST route.',
        'I need a health check: GET "/health" should return the text "ok". Put it right before '
        "the call of serve.",
        'After app.post("/notes"), add app.get("/health") that returns context.text("ok").',
    ),
    "styles": (
        "Make the body text blue instead of green.",
        "In the rule for body, set color to blue. Return only the CSS.",
        "The text of the page is green; please make it blue.",
        "Replace color: green by color: blue.",
    ),
    "letter": (
        "Correct the typos in this letter.",
        "Please fix all misspelled words. Keep everything else as it is.",
        "Proofread the letter and correct its spelling. Return only the letter.",
        "There are some spelling errors in this text. Correct them and answer with the text only.",
    ),
}
"""Sample id -> other ways of asking for the same edit; known when the second round was planned."""

SECOND_REWORDINGS = {
    "fizz": (
        'The word "Fizz" on its own becomes "Tick". Everything else stays the same.',
        'Can you make the program print "Tick" where it now prints "Fizz"? "FizzBuzz" stays.',
        'In the branch for number % 3 == 0, print "Tick". Give me only the code.',
        'Swap the printed text "Fizz" for "Tick" and keep "FizzBuzz" and "Buzz".',
    ),
    "member": (
        "The property username is now called email. Update the class accordingly.",
        "Use email instead of username in this class. Only code, no explanation.",
        "Rename username to email in the class Member.",
        "Please turn the username property into email, also in the constructor and in label().",
    ),
    "server": (
        'Below the POST route "/notes", add a GET route "/health" that returns the text "ok".',
        'Add a route for GET "/health" that sends the text "ok". It goes after the POST "/notes" '
        "route. Reply with code only.",
        'I want a GET route "/health" returning the text "ok" directly above serve(...).',
        'Please write a "/health" GET route that returns the text "ok", under the two "/notes" '
        "routes.",
    ),
    "styles": (
        "The body text should be blue.",
        "Use blue rather than green as the color of the body.",
        "body gets the color blue. Change nothing else.",
        "Can you turn the text color of the page from green to blue? Only the CSS.",
    ),
    "letter": (
        "Please correct the spelling mistakes in the letter below.",
        "Find the typos and fix them, but do not change anything else.",
        "This letter has some misspelled words. Write it again with the right spelling.",
        "Fix the spelling. Answer with nothing but the corrected letter.",
    ),
}
"""Written after the second round had ended; known when the third was planned."""

THIRD_REWORDINGS = {
    "fizz": (
        'Change the word "Fizz" to "Tick", but keep "FizzBuzz" as it is.',
        'print("Fizz") should become print("Tick"). Respond only with the code.',
        'Instead of "Fizz" I would like to see "Tick". Leave "FizzBuzz" unchanged, please.',
        'Update the elif for multiples of 3 so that it prints "Tick" instead of "Fizz".',
    ),
    "member": (
        "Change the username property to email throughout the class.",
        "We no longer store a username but an email. Please adapt the code accordingly.",
        "Replace every username with email. Respond only with the code.",
        "The username should be an email now; rename the property, the parameter and all uses.",
    ),
    "server": (
        'Add app.get("/health") returning the text "ok" after the POST route.',
        'Please add a GET route "/health" which answers with the text "ok". Place it between the '
        "POST route and serve.",
        'After the last route, add a GET route "/health" that returns the text "ok".',
        'Extend the server by a GET route "/health" (it returns the text "ok"), directly after the '
        'POST "/notes" route.',
    ),
    "styles": (
        "Set the color of body to blue.",
        "The text color of the body must be blue, not green. Respond only with the code.",
        "Please change green to blue.",
        "I would like blue text in the body rule.",
    ),
    "letter": (
        "Please proofread this and fix the typos only.",
        "Correct the spelling of this letter. Leave everything else unchanged.",
        "There are a few typos in here, please fix them.",
        "Fix every misspelled word in the letter.",
    ),
}
"""Written when the data of the third round was fixed; known when the fourth was planned."""

FOURTH_REWORDINGS = {
    "fizz": (
        'On line 5, output "Tick" rather than "Fizz".',
        "In our class we say Tick and not Fizz when we play this game. Can you put that into my "
        "program? FizzBuzz and Buzz are still said like before.",
        "First elif: `Fizz` -> `Tick`, nothing else. Plain code, no markdown.",
        'Would you kindly rewrite this loop with "Tick" in place of the lone "Fizz"? The combined '
        'word "FizzBuzz" must remain intact.',
    ),
    "member": (
        "s/username/email/g please, and print the complete file.",
        "Our club now asks people for an email and not for a username, so wherever this class has "
        "the one it needs the other. Kindly send back the whole file.",
        "my teacher wants `email` in the place of `username`, can you change it wherever it shows "
        "up?",
        "Drop username and put email there: same type, same position, and label shows it too. No "
        "markdown formatting.",
    ),
    "server": (
        "Our monitoring calls GET /health and expects the plain text ok. Please add that route "
        "just below the one for posting notes.",
        'Under the handler that saves a new note, create another one: a GET request to "/health" '
        'is answered with the text "ok". Send only the finished code.',
        "new route pls: GET /health, responds with text `ok`, comes last before the server is "
        "started",
        'Could you show me this program with one more route, "/health"? A GET request to it gets '
        'the text "ok", and the route follows the POST one.',
    ),
    "styles": (
        "Green is hard to read for some of my pupils. Please give the body a blue text color and "
        "leave the other rules alone.",
        "body color: green -> blue. Just the stylesheet, no explanation.",
        "how do i get the text in body blue and not green? send me the whole file with that one "
        "change",
        'We have switched our brand color from "green" to "blue". Please update the font color of '
        "the body to match and return the full CSS.",
    ),
    "letter": (
        "can you repair the wrongly written words in my letter but leave the sentences how they "
        "are",
        "Spellcheck this; wording and punctuation stay. Output the plain text without comments.",
        "Could you go over our invitation and put right any word that is spelled incorrectly? "
        "Do not rephrase anything.",
        "I typed this in a hurry and made errors in several words. Give me the letter back with "
        "just those words spelled properly.",
    ),
}
"""Written when the data of the fourth round was fixed; known when the fifth was planned."""

FIFTH_REWORDINGS = {
    "fizz": (
        'The lone "Fizz" is out, "Tick" is in. No other string changes.',
        "hey, can u make it say Tick when its just Fizz? FizzBuzz has to stay FizzBuzz",
        'Numbers that are divisible by 3 but not by 5 get "Tick" from now on, where they got '
        '"Fizz" before. For multiples of 15 the output is still "FizzBuzz". Please send me the '
        "updated script without any explanation.",
        'Only the line `print("Fizz")` needs an edit: it has to say "Tick". Do not touch the line '
        'with "FizzBuzz".',
    ),
    "member": (
        "Everything that says username should say email. Just the code.",
        "We want to write to our members, so we need their email, and nobody uses the username any "
        "longer. Could you put an email property in the place of the username property, in the "
        "list of fields as well as in the constructor and the label?",
        "refactor: `username` becomes `email` (field, constructor argument, label)",
        "i want my Member to have an email where it has a username right now, firstName and "
        "lastName are fine",
    ),
    "server": (
        'The route GET "/health" is still missing. It has to return the text "ok" and belongs '
        'right behind the POST "/notes" route.',
        "Our load balancer needs an address that tells it whether the server is alive. Please "
        'create a GET route "/health" for this, which simply returns the text "ok", and put it '
        "immediately before the serve call. Code only, without markdown.",
        'can you put in a GET route for "/health" that just gives back the text "ok"? right after '
        'the POST "/notes" one please, thx',
        'Register one more handler following the POST "/notes" route: GET "/health" => the text '
        '"ok". The existing routes stay.',
    ),
    "styles": (
        "Body text: blue, please.",
        "i dont like the green anymore, make the writing of the body blue",
        "The only thing I want different in this stylesheet is the color in the body rule. It is "
        "green today and should be blue. Headings, links and the footer keep their colors. Return "
        "the whole stylesheet.",
        "Under the body selector, the value of the color property has to be `blue`. Print the "
        "complete file, no markdown.",
    ),
    "letter": (
        "Check the spelling and send me the corrected text.",
        "my letter has mistakes in the spelling, can u fix them? only those, leave the rest how i "
        "wrote it",
        "This goes out to all the neighbours tomorrow, so every word should be spelled correctly. "
        "Please remove the typing errors, but leave the style, the line breaks and the punctuation "
        "exactly as we wrote them.",
        "Typos only, please: no new words, no other phrasing. Reply with the finished letter and "
        "no remarks.",
    ),
}
"""Written when the data of the fifth round was fixed."""

SIXTH_REWORDINGS: dict[str, tuple[str, str, str, str]] = {
    "fizz": (
        'Where the program prints just "Fizz", it should print "Tick" instead. Leave "FizzBuzz" '
        "as it is.",
        'hey, can you swap the "Fizz" for "Tick" in print("Fizz")? only that one line, not the '
        "fizzbuzz one. just give me the code back, no backticks",
        "We are renaming one of the words in our counting game, so numbers divisible by 3 only "
        'should now give "Tick" rather than "Fizz". Everything else stays the same. Please answer '
        "with the full program as plain text.",
        'print("Fizz") -> print("Tick"). Keep all other lines. Output code only.',
    ),
    "member": (
        "Our members log in with their mail address now, so the class no longer needs a username. "
        'Please put an "email" property in its place, everywhere it is used, and send back the '
        "code without any explanation.",
        "rename username to email throughout the class",
        'Could you turn the property called "username" into one called "email"? The constructor '
        "and the label should use the new one as well. Thanks!",
        "Swap out `username` for `email` in this class: the field, the constructor parameter and "
        "every use. Return the complete file as raw text, not in a code block.",
    ),
    "server": (
        'New route please: GET "/health", responding with the text "ok". Put it directly below '
        'the POST "/notes" handler. Code only.',
        "i need a health check for our monitoring. can you add a get route /health which just "
        'returns the text "ok"? it should come straight after the post /notes route',
        'Directly following the POST route for "/notes", insert another route: a GET on "/health" '
        'whose response is the plain text "ok". Write out the whole file, with no comments from '
        "you and no markdown.",
        'Would you mind making the server answer GET requests to "/health" with the text "ok"? '
        'The new route belongs right behind the POST one for "/notes", and nothing else has to '
        "change.",
    ),
    "styles": (
        "The green text doesn't go with our new logo, so could you change the color in the "
        "body rule from green to blue for me? Please leave everything else as it is and send "
        "back only the code, with no markdown formatting.",
        "The green text on our page is hard to read, so I'd like the color of body to be blue. "
        "Please leave all the other rules alone and reply with just the stylesheet.",
        "in the body rule, set color to blue (it's green right now). whole css back please, no "
        "markdown fences, no explanation",
        "Could you update the stylesheet so that the text color defined for the body is blue and "
        "no longer green? Thank you.",
    ),
    "letter": (
        "Correct all misspelled words. Leave the wording, the punctuation and the line breaks "
        "exactly as they are.",
        "I typed this in a hurry and want to hand it out tonight. Could you please go through it "
        "and repair the typos, without rewriting anything? I only need the finished letter, no "
        "list of what you changed.",
        "pls fix the typos in this letter, dont touch anything else, and send me only the letter",
        "Some words in this letter are spelled wrong. Please give it back to me with the right "
        "spelling and otherwise unchanged.",
    ),
}
"""Written when the data of the sixth round was fixed; the first for the styles later the same day,
because its writer had hit upon an older wording."""

SEVENTH_REWORDINGS: dict[str, tuple[str, str, str, str]] = {
    "fizz": (
        'Tick, not Fizz, for plain multiples of three. "FizzBuzz" and "Buzz" keep their spelling.',
        "My kids find Fizz boring and want to hear Tick when a number can be divided by 3 (and not "
        "by 15). Could you adjust the script for them? Nothing else should be different, and I "
        "only want to see code.",
        'edit the second print so it outputs "Tick", the fizzbuzz line above it is ok the way it '
        "is",
        'There is one line here whose whole output is "Fizz". I would be grateful if you made its '
        'output "Tick" and handed me the program with all remaining lines untouched.',
    ),
    "member": (
        "username out, email in, across the entire class. Raw TypeScript back.",
        "Since last week people sign in by email, and my form sends no username at all. Would you "
        "modify Member to match, so that each mention of username reads email? It stays a string.",
        "hi! what does this class look like if the third property is named email and not username, "
        "parameter included? just paste the whole thing, no markdown",
        "Convert the username property of Member, along with the parameter that fills it, into "
        "email. Default, type and order do not change, and label() shows the email. Show the full "
        "source.",
    ),
    "server": (
        'GET "/health" -> text "ok". Goes between the POST handler and serve(). Print everything, '
        "code only.",
        "We run this in a container, and the container is restarted unless a GET to /health brings "
        'back the text "ok". Please write such a route into the file, beneath app.post and above '
        "the line that starts the server.",
        "theres no /health yet, could u make one? its a get, it says ok as text, and stick it "
        "right under the post for /notes",
        'Kindly define an additional endpoint once both "/notes" routes are done: path "/health", '
        'method GET, response text "ok". I would like the entire file without any formatting.',
    ),
    "styles": (
        "Recolor the body text: blue replaces green. Complete CSS, nothing around it.",
        "Our printer is out of green ink, haha. Can the body have blue letters until we get some "
        "more? Headings and the rest look fine to me.",
        "where it says color: green at the top put blue, then give me all of the css again",
        "Please edit the first rule such that its text color is blue; the white background, the "
        "fonts and every further rule remain as they stand.",
    ),
    "letter": (
        "Spelling corrections only. Letter back, no commentary.",
        "English is not my first language and a friend told me that a handful of words in here are "
        "written incorrectly. Would you mend those and keep each sentence just like it is?",
        "quick favour: look for typos in our invite and sort them out, i dont want it reworded",
        "Kindly return this letter free of spelling errors. Its content, its layout and its tone "
        "must remain the same, and I need no explanation.",
    ),
}
"""Written when the data of the seventh round was fixed."""

EIGHTH_REWORDINGS: dict[str, tuple[str, str, str, str]] = {
    "fizz": (
        '"FizzBuzz" is off limits, but a solitary "Fizz" turns into "Tick". Bare source, no '
        "fences.",
        "Good evening! I am preparing a lesson about clocks, and it would be lovely if this loop "
        'announced "Tick" at 3, 6, 9, 12 and so on, all those numbers at which it announces a '
        'simple "Fizz" today. May I ask you to make that one edit for me?',
        'so basically "Fizz" by itself needs to be "Tick", dont mess with the fizzbuzz bit though '
        "and spare me the explanation",
        "The requirements have been revised: whenever the `number % 3` branch is taken, the word "
        'shown shall be "Tick". The three remaining branches are final and have been signed off.',
    ),
    "member": (
        "Put `email` wherever `username` occurs. No chatter, no fences.",
        "Hello, I would be very glad of some help with this file. We have decided to recognise "
        "people by their email, which makes the username superfluous. Could Member please carry "
        "the former at every spot where it carries the latter at present, and could you leave the "
        "first and last names in peace?",
        "ok so nobody ever remembers their username, lets call it email from top to bottom of this "
        "file. paste only code",
        "The data model was amended: the attribute `username` is superseded by `email`, likewise "
        "a string that is empty by default. Bring declaration, constructor and label in line with "
        "this, and supply the resulting file free of Markdown.",
    ),
    "server": (
        'Serve "/health" (GET, text "ok"), coded underneath app.post.',
        "Good morning! Before we deploy this, the operations people would like to open /health in "
        "a browser and read the two letters ok there, sent as text and not as JSON. Could you be "
        "so kind as to fit in that GET route at the spot where the POST one ends?",
        'uptime bot keeps hitting a 404 on /health lol. make that a get route that sends "ok" as '
        "text, next thing after the app.post block, and no markdown stuff around the code",
        'Since the scheduler probes every service through GET "/health", this service must offer '
        'that path as well. Its response is the text "ok"; it is to be declared third, after '
        "the two routes that deal with notes. Supply nothing but the program itself.",
    ),
    "styles": (
        "Paint body's text blue. No prose around it.",
        "I hope this is a small job for you: my grandmother is redoing her website and has set her "
        "heart on blue lettering, while visitors see green at the moment. Would you be willing to "
        "adapt the body rule and let me have the file in one piece? Nothing apart from that shade "
        "needs attention.",
        "ugh that green. can body have blue as its text colour pls, all the other colours are fine",
        "The style guide of our institute prescribes blue as the default text color. The "
        "declaration that gives the body a green one violates this and is to be corrected with "
        "the keyword `blue`. Provide the amended file as unadorned CSS.",
    ),
    "letter": (
        "Misspellings: fix. All the rest: hands off.",
        "I have been teased about my careless typing before, so this time I would like somebody to "
        "look over the invitation ahead of printing. Would you kindly put the proper form wherever "
        "a word has been mistyped? My way of saying things may stay a little clumsy.",
        "some of these words look off, like musik.. sort the spelling for me, not the style, and "
        "paste only the letter",
        "As this will be published in the parish bulletin, all orthographic errors (by British "
        "usage) must be eliminated. Grammar, vocabulary and paragraphs have already been approved "
        "and may not be altered. Your answer should consist of the revised letter alone.",
    ),
}
"""Written when the data of the eighth round was fixed."""

ALL_REWORDINGS = (
    REWORDINGS,
    SECOND_REWORDINGS,
    THIRD_REWORDINGS,
    FOURTH_REWORDINGS,
    FIFTH_REWORDINGS,
    SIXTH_REWORDINGS,
    SEVENTH_REWORDINGS,
    EIGHTH_REWORDINGS,
)

KNOWN_WRONG = {
    ("fizz", SECOND_REWORDINGS["fizz"][1]),
    ("fizz", THIRD_REWORDINGS["fizz"][1]),
    ("fizz", FIFTH_REWORDINGS["fizz"][3]),
    ("fizz", SEVENTH_REWORDINGS["fizz"][0]),
    ("fizz", SEVENTH_REWORDINGS["fizz"][1]),
    ("fizz", SEVENTH_REWORDINGS["fizz"][2]),
    ("member", REWORDINGS["member"][1]),
    ("member", SECOND_REWORDINGS["member"][1]),
    ("member", FOURTH_REWORDINGS["member"][0]),
    ("member", FOURTH_REWORDINGS["member"][1]),
    ("member", FOURTH_REWORDINGS["member"][3]),
    ("member", SEVENTH_REWORDINGS["member"][0]),
    ("member", SEVENTH_REWORDINGS["member"][1]),
    ("server", REWORDINGS["server"][2]),
    ("server", SECOND_REWORDINGS["server"][3]),
    ("server", FOURTH_REWORDINGS["server"][1]),
    ("server", FOURTH_REWORDINGS["server"][3]),
    ("server", FIFTH_REWORDINGS["server"][1]),
    ("server", SEVENTH_REWORDINGS["server"][2]),
    ("letter", SECOND_REWORDINGS["letter"][0]),
}
"""What the bundled model gets wrong: 20 of 140."""
