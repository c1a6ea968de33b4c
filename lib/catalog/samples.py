"""The samples that a first visitor edits. Every text is the project's own.

Invariant: each instruction asks for the whole text back and nothing else, because a prediction
only helps when much of the text is repeated.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A text to edit, what to do with it, and in which language it is written."""

    id: str
    title: str
    instructions: str
    source: str
    language: str


_FIZZ = """\
for number in range(1, 101):
    if number % 15 == 0:
        print("FizzBuzz")
    elif number % 3 == 0:
        print("Fizz")
    elif number % 5 == 0:
        print("Buzz")
    else:
        print(number)
"""

_MEMBER = """\
class Member {
  firstName: string = "";
  lastName: string = "";
  username: string = "";

  constructor(firstName: string, lastName: string, username: string) {
    this.firstName = firstName;
    this.lastName = lastName;
    this.username = username;
  }

  label(): string {
    return `${this.firstName} ${this.lastName} (${this.username})`;
  }
}

export default Member;
"""

_SERVER = """\
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

serve({ fetch: app.fetch, port: 3000 });
"""

_STYLES = """\
body {
  margin: 0;
  font-family: Georgia, serif;
  color: green;
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

_LETTER = """\
Dear neighbours,

on Saturday we will celebrate the tenth birthday of our garden. Everbody is welcome, with or \
without childern. We start at two o'clock beside the old apple tree, and there will be cake, \
lemonade and musik untill the evening.

Please bring a chair if you can, and tell us by Wendesday whether you will come. If it rains we \
meet in the school across the street.

See you soon,
the garden commitee
"""

SAMPLES = (
    Sample(
        id="fizz",
        title="Rename a printed word (Python)",
        language="python",
        instructions='Replace the string "Fizz" with "Tick" in the line that prints only "Fizz". '
        "Respond only with the code, and with no markdown formatting.",
        source=_FIZZ,
    ),
    Sample(
        id="member",
        title="Change a property of a class (TypeScript)",
        language="typescript",
        instructions='Replace the "username" property with an "email" property. '
        "Respond only with the code, and with no markdown formatting.",
        source=_MEMBER,
    ),
    Sample(
        id="server",
        title="Add a route to a server (TypeScript)",
        language="typescript",
        instructions='Add a GET route "/health" that returns the text "ok", right after the POST '
        'route "/notes". Respond only with the code, and with no markdown formatting.',
        source=_SERVER,
    ),
    Sample(
        id="styles",
        title="Change the text colour (CSS)",
        language="css",
        instructions="Change the color of the body text from green to blue. "
        "Respond only with the code, and with no markdown formatting.",
        source=_STYLES,
    ),
    Sample(
        id="letter",
        title="Fix the typos of a letter (prose)",
        language="text",
        instructions="Fix the spelling mistakes and change nothing else. "
        "Respond only with the corrected letter.",
        source=_LETTER,
    ),
)

FIRST_SAMPLE = SAMPLES[1]
"""What a newcomer sees first: the one of which the bundled model reuses most."""


def find_sample(sample_id: str) -> Sample | None:
    """Return the sample with this id, or None."""
    return next((sample for sample in SAMPLES if sample.id == sample_id), None)
