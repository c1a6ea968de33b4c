"""Blocks of code that declare variables, whatever keywords they are declared with.

Invariant: a block is written with the keywords that it is given and is the same otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import indent

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.scripts.writing import fill
from lib.engine.adapter.tasks.slots import Slots

_DECLARED = re.compile(r"@(!?)(\w+)")


@dataclass(frozen=True, slots=True)
class Block:
    """Code, perhaps of a function, that declares some variables."""

    body: str
    function: str
    """Name of the function around it; empty where there is none."""

    @property
    def names(self) -> list[str]:
        """What is declared."""
        return [match[2] for match in _DECLARED.finditer(self.body)]

    @property
    def reassigned(self) -> list[bool]:
        """Of each name whether it is assigned again."""
        return [bool(match[1]) for match in _DECLARED.finditer(self.body)]

    @property
    def keywords(self) -> list[str]:
        """What each is best declared with."""
        return ["let" if again else "const" for again in self.reassigned]

    def write(self, keywords: list[str]) -> str:
        """Return the code with these words in front of the names."""
        words = iter(keywords)
        code = _DECLARED.sub(lambda match: f"{next(words)} {match[2]}", self.body)
        if not self.function:
            return code
        return f"function {self.function}() {{\n{indent(code, '  ')}\n}}"


def draw_blocks(context: Context) -> list[Block]:
    """Return declarations with what they are for; two of them may declare the same names."""
    random, slots = context.random, Slots(context.random)
    patterns = _DECLARING.strip().split("\n\n")
    chosen = random.sample(patterns, 1 + (context.size > 220) + (context.size > 550))
    if context.chance(0.3):
        chosen.append(random.choice(chosen))
    bodies = [fill(slots, pattern) for pattern in chosen]
    names = [name for body in bodies for _, name in dict.fromkeys(_DECLARED.findall(body))]
    is_wrapped = len(set(names)) != len(names) or context.chance(0.3)
    blocks: list[Block] = []
    for body in bodies:
        slots.forget()
        blocks.append(Block(body, slots.fill("~verb~~Item~") if is_wrapped else ""))
    return blocks


_DECLARING = r"""
@!total = 0;
@prices = [~n~, ~n2~, ~n3~];
for (@!i = 0; i < prices.length; i++) {
  total += prices[i];
}
console.log("Total: " + total);

@~item~Name = "~Word~";
@!attempts = ~digit~;
while (attempts > 0) {
  console.log(~item~Name, attempts);
  attempts--;
}

@button = document.getElementById("~word~");
@!clicks = 0;
button.addEventListener("click", function () {
  clicks += 1;
  button.textContent = "Clicked " + clicks;
});

@~items~ = load~Items~();
@names = ~items~.map(function (~item~) {
  return ~item~.name;
});
@!message = names.join(", ");
if (names.length > ~n~) {
  message = "Too many ~items~";
}

@width = ~n~;
@height = ~n2~;
@area = width * height;
console.log("Area:", area);

@express = require("express");
@app = express();
@port = process.env.PORT || ~port~;
app.listen(port);

@!score = 0;
@!lives = ~digit~;
@maxScore = ~n~;
if (score > maxScore) {
  lives = lives + 1;
  score = 0;
}

@now = new Date();
@!hours = now.getHours();
@minutes = now.getMinutes();
if (hours > 12) hours -= 12;
@clock = hours + ":" + minutes;

@seen = new Set();
@!duplicates = 0;
for (@~item~ of ~items~) {
  if (seen.has(~item~.id)) duplicates++;
  seen.add(~item~.id);
}

@text = input.value.trim();
@words = text.split(" ");
@!longest = "";
words.forEach(function (word) {
  if (word.length > longest.length) longest = word;
});

@timeout = ~n~;
@!retries = 0;
@!result = null;
while (!result && retries < ~digit~) {
  result = request(timeout);
  retries++;
}

@canvas = document.querySelector("canvas");
@context = canvas.getContext("2d");
@!x = ~n~;
@!y = ~n2~;
@speed = ~digit~;
function move() {
  x += speed;
  y -= speed;
  context.fillRect(x, y, ~digit2~, ~digit2~);
}

@rate = 0.~teen~;
@!price = ~price~;
price = price * (1 + rate);
@label = price.toFixed(2) + " EUR";

@a = ~n~;
@b = ~n2~;
@!larger = a;
if (b > larger) larger = b;

@parts = location.pathname.split("/");
@~item~Id = parts[2];
@url = "/api/~items~/" + ~item~Id;

@!i = 0;
@lines = text.split("\n");
@count = lines.length;
do {
  print(lines[i]);
  i++;
} while (i < count);
"""
"""@name is declared once, @!name is assigned again later."""
