"""The same content in another form: numbers for bullets, a comprehension for a loop.

Invariant: only the told list or function changes its form.
"""

from __future__ import annotations

from random import Random

from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_TO_NUMBERS = Phrases(
    "number the items under {head}",
    "make the list under {head} a numbered list",
    "turn the bullets under {head} into numbers",
    "use a numbered list for {head}",
    "The list {head} should be numbered",
    "write the items of {head} as a numbered list",
    "replace the dashes under {head} by numbers, starting at 1",
    "convert the bullet points under {head} to a numbered list",
    "change the list in the section {head} to a numbered one",
    "The order under {head} matters, number the items",
    casual=(
        "{head} as a numbered list please, the others stay bullets.",
        "numbers instead of bullets for {head}.",
        "the items of {head} come one after the other. 1, 2, 3 and so on.",
        "can {head} be a numbered list?",
        "people should follow {head} in that order, so give it numbers.",
        "{head}: numbered, not bullets.",
    ),
)
_TO_BULLETS = Phrases(
    "make the list under {head} a bullet list",
    "turn the numbers under {head} into bullets",
    "use bullets (-) for {head}",
    "The list {head} should have bullets and no numbers",
    "write the items of {head} with dashes",
    "replace the numbers under {head} by dashes",
    "convert the numbered list under {head} to bullet points with -",
    "change the list in the section {head} to a bulleted one",
    "The order under {head} does not matter, use bullets",
    "{head} does not need numbers, write a dash before each item",
    casual=(
        "{head} without numbers, simply dashes.",
        "bullets instead of numbers for {head}.",
        "no numbers under {head} please, there is no order. dashes will do.",
        "can {head} be bullets (with -)?",
        "{head}: dashes, not numbers.",
        "why is {head} numbered? make it a bullet list.",
    ),
)
_HEADS = (
    "Setup", "Requirements", "Steps", "To do", "Ingredients", "Features", "Usage", "Agenda",
    "Rules", "Install", "Release", "Before you start", "Packing list", "Questions",
)  # fmt: skip
_ITEMS = (
    "~Verb~ the ~item~.", "Open the ~item~.", "~Verb~ all ~items~.", "Write to ~first~ ~last~.",
    "~n~ ~items~", "a ~adj~ ~item~", "Ask ~first~ for the ~item~.", "Run `~verb~ --~word~`.",
    "~Items~ from ~city~", "Copy the ~item~ to ~city~.", "Check the ~field~.", "two ~items~",
    "Wait until ~weekday~.", "Close the ~item~ and ~verb~ it.", "The ~item~ is ~adj~.",
)  # fmt: skip


def number_list(context: Context) -> Edit | None:
    """Turn the list of the told section from bullets into numbers or back."""
    random = context.random
    heads = random.sample(_HEADS, random.randrange(1, 3) + (context.size > 300))
    told = random.choice(heads)
    to_numbers = context.chance(0.7)
    level = random.choice(("#", "##", "##", "###"))
    sections: list[tuple[str, str]] = []
    for head in heads:
        slots = Slots(random)
        items = [slots.fill(one) for one in random.sample(_ITEMS, random.randrange(2, 6))]
        dashes = "\n".join(f"- {item}" for item in items)
        numbers = "\n".join(f"{i}. {item}" for i, item in enumerate(items, start=1))
        if head == told:
            lists = (dashes, numbers) if to_numbers else (numbers, dashes)
        else:
            lists = (numbers,) * 2 if context.chance(0.3) else (dashes,) * 2
        sections.append((f"{level} {head}\n\n{lists[0]}", f"{level} {head}\n\n{lists[1]}"))
    body, answer = ("\n\n".join(texts) for texts in zip(*sections, strict=True))
    phrases = _TO_NUMBERS if to_numbers else _TO_BULLETS
    head = told if context.chance(0.6) else f'"{told}"'
    return make_edit(
        context, "number list", context.say(phrases, head=head), "markdown", (body, answer)
    )


_COMPREHENSION = Phrases(
    "write {fn} with a list comprehension",
    "replace the loop in {fn} by a list comprehension",
    "turn the loop of {fn} into a list comprehension that is returned directly",
    "use a list comprehension in {fn} instead of the loop",
    "let {fn} return a list comprehension, without a variable for the result",
    "make {fn} a one-liner: return a list comprehension",
    "The loop in {fn} should be a list comprehension",
    "rewrite {fn} as a single return with a list comprehension",
    "simplify {fn}: return a list comprehension instead of appending in a loop",
    "convert the for loop in {fn} to a list comprehension",
    casual=(
        "{fn} can be one line, with a comprehension.",
        "no loop in {fn} please, return a list comprehension.",
        "that append loop in {fn}... a list comprehension would be nicer.",
        "list comprehension for {fn}, returned right away.",
        "isn't {fn} just a list comprehension? write it so.",
        "more pythonic: {fn} returns a comprehension.",
    ),
)
_VALUES = ("{v}.strip()", "{v}.~field~", "{v} * ~n~", "len({v})", "str({v})", "~verb~({v})",
           '{v}["~field~"]', "{v}.lower()", "({v}.~field~, {v}.~field2~)", 'f"{v}: {{v}}"',
           "{v}.~field~ + ~n~", "{v}")  # fmt: skip
_CONDITIONS = ("{v}.~field~ > ~n~", "not {v}.~field~", "{v}.~field~", "{v} is not None",
               '{v}.~field~ == "~word~"', "len({v}) > ~digit~", "{v} not in ~others~")  # fmt: skip


def write_comprehension(context: Context) -> Edit | None:
    """Turn one of the loops that append to a list into a list comprehension."""
    random = context.random
    names, pairs = [], []
    for _ in range(1 + (context.size > 250) + (context.size > 700)):
        name, loop, line = _draw_loop(random)
        names.append(name)
        pairs.append((loop, line))
    if len(set(names)) < len(names):
        return None
    place = random.randrange(len(names))
    body = "\n\n\n".join(loop for loop, _ in pairs)
    answer = "\n\n\n".join(pair[i == place] for i, pair in enumerate(pairs))
    fn = random.choice((names[place], f"{names[place]}()", f"`{names[place]}`"))
    request = context.say(_COMPREHENSION, fn=fn)
    return make_edit(context, "write comprehension", request, "python", (body, answer))


def _draw_loop(random: Random) -> tuple[str, str, str]:
    """Return a function's name, and its code with the loop and with the comprehension."""
    slots = Slots(random)
    variable = slots.fill(random.choice(("~item~", "~item~", "x", "row", "entry")))
    value, condition = random.choice(_VALUES), random.choice(("", *_CONDITIONS))
    if value == "{v}" and not condition:
        value = "{v}.~field~"
    value, condition = (
        slots.fill(code.replace("{{v}}", f"{{{variable}}}").replace("{v}", variable))
        for code in (value, condition)
    )
    name, items, result = (
        slots.fill(word) for word in ("~verb~_~items~", "~items~", random.choice(("result", "out")))
    )
    head = f"def {name}({items}):"
    indent = " " * (12 if condition else 8)
    lines = [head, f"    {result} = []", f"    for {variable} in {items}:"]
    lines += [f"        if {condition}:"] if condition else []
    lines += [f"{indent}{result}.append({value})", f"    return {result}"]
    where = f" if {condition}" if condition else ""
    short = f"{head}\n    return [{value} for {variable} in {items}{where}]"
    return name, "\n".join(lines), short
