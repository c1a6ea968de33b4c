"""What a program says, told with a reason: too vague, misspelled, not polite.

Invariant: the new message stands in the quotes of the code, whichever the request uses.
"""

from __future__ import annotations

from random import Random

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

_CHANGE = Phrases(
    "{thing} {old} is too vague, change it to {new}",
    "{thing} {old} is not polite, make it {new}",
    "instead of {old} it should say {new}",
    "{thing} {old} should be {new}",
    "Users do not understand {old}. Write {new} instead.",
    "change {thing} {old} to {new}",
    "replace {thing} {old} by {new}",
    "{thing} should read {new}, not {old}",
    "We decided to say {new} instead of {old}.",
    "{thing} {old} is too long, say {new}",
    "let it say {new} where it now says {old}",
    "make it say {new} rather than {old}",
    "{old} sounds rude, use {new}",
    "reword {old}: it should say {new}",
    "the wording {old} is outdated, the new one is {new}",
    casual=("{new} instead of {old}.", "not {old} but {new}.",
            "{old} scares people, {new} is friendlier.",
            "why does it say {old}? It should be {new}.",
            "I can't stand {old} any more, make that {new}.",
            "{thing} is still {old}, we agreed on {new}.",
            "our translators want {new} where it says {old}.",
            "nobody knows what {old} means, {new} is clearer."),
)  # fmt: skip
_THINGS = ("the message", "the error text", "the text", "the string", "the error message",
           "the output")  # fmt: skip
_MESSAGES = (
    "Invalid input", "Please enter a number between ~digit~ and ~n~", "Too low", "Too high",
    "You got it!", "~Word~ has no ~items~", "The ~item~ is full", "No ~items~ left", "Welcome!",
    "Thanks, ~first~!", "Could not ~verb~ the ~item~", "Please choose another ~item~",
    "Your ~item~ was saved", "Only ~n~ ~items~ are allowed", "Sorry, try again", "Not found",
    "The ~item~ needs a name", "That is not a valid ~item~", "~Items~: none", "Game over",
    "Nothing to ~verb~", "Please wait, this may take ~digit~ minutes", "Done", "Wrong password",
    "See you on ~weekday~", "Enter your ~item~ number (~digit~ digits)", "Error ~n~", "ok",
    "This ~item~ is closed until ~weekday~", "Are you sure?", "Hello from ~city~",
)  # fmt: skip
_PYTHON = (
    ("def check_~item~(~item~):", "    if not ~item~:", "        return {0}",
     "    if ~item~.~field~ > {n}:", "        return {1}", "    return {2}"),
    ("try:", "    ~item~ = ~verb~_~item~(path)", "except FileNotFoundError:", "    print({0})",
     "except ValueError:", "    print({1})", "else:", "    print({2})"),
    ("while True:", "    ~word~ = input({0})", "    if ~word~.isdigit():", "        break",
     "    print({1})", "print({2})"),
    ("if ~field~ < {n}:", "    raise ValueError({0})", "elif ~field~ == {n}:",
     "    logging.warning({1})", "else:", "    logging.info({2})"),
)  # fmt: skip
_SCRIPT = (
    ("function check~Item~(~item~) {", "  if (!~item~) {", "    return {0};", "  }",
     "  if (~item~.~field~ > {n}) {", "    return {1};", "  }", "  return {2};", "}"),
    ("~item~.addEventListener({quote}click{quote}, () => {", "  if (~field~ === {n}) {",
     "    output.textContent = {0};", "  } else {", "    output.textContent = {1};", "  }",
     "  console.log({2});", "});"),
    ("try {", "  await ~verb~~Item~();", "  alert({0});", "} catch (error) {",
     "  console.error({1}, error);", "  alert({2});", "}"),
    ("const messages = {", "  ~word~: {0},", "  ~word2~: {1},", "  ~word3~: {2},", "};"),
    ("if (~field~ < {n}) {", "  throw new Error({0});", "} else if (~field~ > 100) {",
     "  status.innerText = {1};", "} else {", "  status.innerText = {2};", "}"),
    ("const label = ~field~ > {n} ? {0} : {1};", "document.title = label;",
     "console.log({2}, ~field~);"),
)  # fmt: skip


def edit_message(context: Context) -> Edit | None:
    """Change one message of some code."""
    random = context.random
    language = random.choice(("python", "javascript", "javascript", "typescript"))
    mark = random.choice("\"'")
    blocks, messages = [], []
    for _ in range(1 + (context.size > 350) + (context.size > 800)):
        slots = Slots(random)
        drawn = _draw_messages(random, 3)
        lines = random.choice(_PYTHON if language == "python" else _SCRIPT)
        code = slots.fill("\n".join(lines).replace("{quote}", mark)).replace(
            "{n}", slots.value("n")
        )
        for i, message in enumerate(drawn):
            code = code.replace(f"{{{i}}}", mark + message + mark)
        blocks.append(code)
        messages += drawn
    body = ("\n\n\n" if language == "python" else "\n\n").join(blocks)
    old, new = random.choice(messages), _draw_messages(random, 1)[0]
    if body.count(old) != 1 or new in body or old in new:
        return None
    thing = random.choice(_THINGS)
    request = context.say(
        _CHANGE, thing=thing, old=context.quoted(old, bare=0), new=context.quoted(new, bare=0)
    )
    if request.startswith("the ") and request.endswith("."):
        request = request[0].upper() + request[1:]
    text = Text(body=body, language=language, noun=random.choice(DOCUMENT_NAMES[language]))
    return Edit(kind="change message", request=request, text=text, answer=body.replace(old, new))


def _draw_messages(random: Random, count: int) -> list[str]:
    return [Slots(random).fill(pattern) for pattern in random.sample(_MESSAGES, count)]
