"""Changed values: numbers, colours, sizes, versions, dates, flags, defaults.

Invariant: the request names the value by something that stands in the source once.
"""

from __future__ import annotations

import re
from random import Random

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import (
    CITIES,
    COLORS,
    FIRST_NAMES,
    MESSAGES,
    MONTHS,
    STRING_WORDS,
    TOP_LEVELS,
    WEEKDAYS,
)

_SET_NAMED = Phrases(
    "set {name} to {new}",
    "change {name} to {new}",
    "change {name} from {old} to {new}",
    "change the value of {name} to {new}",
    "set the value of {name} to {new}",
    "update {name} to {new}",
    "{Name} should be {new}.",
    "make {name} {new}",
    "{Name} should be {new} instead of {old}.",
    "set {name} to {new} instead of {old}",
    "change {name} to {new}, it is {old} now",
    "use {new} for {name}",
    "give {name} the value {new}",
    "let {name} be {new}",
    "{Name} must be {new}, not {old}.",
    "set {name} = {new}",
    "change the {name} value from {old} to {new}",
    "replace the value of {name} by {new}",
    "put {name} at {new}",
    "adjust {name} to {new}",
    casual=("{name} = {new}.", "{name}: {new}.", "{new} instead of {old} for {name}.",
            "why is {name} still {old}? Should be {new}!", "{Name} is {new} now.",
            "{old} doesn't work for us, we need {new} as {name}.",
            "not {old} but {new} for {name}.", "I would feel better if {name} were {new}.",
            "so {name}, that one has to be {new}.", "{name}: {old} -> {new}."),
)  # fmt: skip

_CHANGE_VALUE = Phrases(
    "change {old} to {new}",
    "replace {old} with {new}",
    "use {new} instead of {old}",
    "It should be {new}, not {old}.",
    "change the {thing} from {old} to {new}",
    "change the {thing} {old} to {new}",
    "replace the {thing} {old} by {new}",
    "The {thing} should be {new} instead of {old}.",
    "update the {thing} {old} to {new}",
    "correct the {thing}: {new} instead of {old}",
    "The {thing} {old} is wrong, it is {new}.",
    "make it {new} instead of {old}",
    "swap {old} for {new}",
    "The {thing} has changed from {old} to {new}.",
    "set the {thing} to {new} where it is {old}",
    casual=("{new}, not {old}.", "{old} -> {new}.", "{old} was a mistake, I meant {new}.",
            "it's {new} now, no longer {old}.", "why does it say {old}? The {thing} is {new}!",
            "We agreed on another {thing}: {new} instead of {old}.",
            "forget {old}, the right {thing} is {new}.",
            "everything is fine except {old}, that should be {new}."),
)  # fmt: skip

_CHANGE_EVERY = Phrases(
    "change every {old} to {new}",
    "replace every {old} with {new}",
    "change {old} to {new} everywhere",
    "replace all {old} by {new}",
    "change all occurrences of {old} to {new}",
    "use {new} instead of {old} everywhere",
    "the {thing} {old} should be {new} in all places",
    "replace the {thing} {old} with {new} wherever it stands",
    "turn each {old} into {new}",
    "every {old} should be {new} from now on",
    casual=("{old} -> {new}, all of them.", "no more {old}, it's {new} in every place.",
            "{old} is out of date everywhere, should be {new}.",
            "each {old} in there has to be {new}.",
            "I don't want to see {old} anywhere, {new} throughout please.",
            "it says {old} in several places, {new} is right in all of them.",
            "why {old}? The {thing} is {new}, every time it comes up."),
)  # fmt: skip

_THINGS: tuple[tuple[str, str], ...] = (
    (r"\$\d+(?:\.\d\d)?(?!\d)", "price"),
    (r"(?<![\w.])\d{4}-\d\d-\d\d(?!\d)", "date"),
    (r"(?<![\w.])\d+\.\d+\.\d+(?![\w.])", "version"),
    (r"#[0-9a-f]{6}\b", "color"),
    (rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}\b", "date"),
    (rf"\b(?:{'|'.join(WEEKDAYS)})\b", "day"),
    (r"(?<![\w:])\d{1,2}:\d\d(?![\w:])", "time"),
    (r"(?<![\w.-])\d+(?:px|em|rem|s|ms|MB)\b", "size"),
    (r"(?<![\w.:$#-])\d+(?![\w.:-]|\.\d)", "number"),
    (r"\b[\w.-]+@[\w-]+(?:\.\w+)+\b", "address"),
    (rf"\b(?:{'|'.join(CITIES)})\b", "city"),
    (rf"\b(?:{'|'.join(FIRST_NAMES)})\b", "name"),
)

_NAMED_VALUE = re.compile(
    r"""(?m)^[ ]*(?:export[ ])?(?:const[ ]|let[ ]|var[ ]|self\.|this\.|private[ ]|-[ ])?
    (?P<name>["']?[A-Za-z_][\w-]*["']?)(?::[ ](?:int|str|number|string|float))?[ ]?[=:][ ]?
    (?P<value>-?\d+(?:\.\d+)?|"[^"\n]*"|'[^'\n]*'|[Tt]rue|[Ff]alse|\d[\w%.]*|\#[0-9a-f]{6}|[a-z]+)
    [,;]?[ ]*$""",
    re.VERBOSE,
)


def other_value(random: Random, old: str) -> str:
    """Return another value of the same form: flag, number, size, colour, word, quoted text."""
    flags = {"true": "false", "false": "true", "True": "False", "False": "True"}
    if old in flags:
        return flags[old]
    if old[:1] in "\"'" and len(old) > 1:
        return old[0] + _other_text(random, old[1:-1]) + old[0]
    if old.startswith("#"):
        return "#" + "".join(random.choice("0123456789abcdef") for _ in range(6))
    if old in COLORS or old == "white":
        return random.choice(COLORS)
    if re.fullmatch(r"[a-z]+", old):
        return random.choice(STRING_WORDS)
    number = re.match(r"-?\d+", old)
    if number is None:
        return random.choice(STRING_WORDS)
    return other_number(random, number[0]) + _other_rest(random, old[number.end() :])


def other_number(random: Random, old: str) -> str:
    """Return another whole number of about the same size."""
    value = int(old)
    choices = (value * 2, value + 1, value + 5, value - 1, value + 10, value // 2, value * 10)
    likely = [choice for choice in choices if choice > 0 and choice != value] or [value + 3]
    return str(random.choice(likely) if random.random() < 0.6 else random.randrange(1, 1000))


def _other_rest(random: Random, rest: str) -> str:
    decimals = re.match(r"\.\d+", rest)
    if decimals and random.random() < 0.5:
        fresh = "." + "".join(random.choice("0123456789") for _ in range(len(decimals[0]) - 1))
        return fresh + rest[decimals.end() :]
    return rest


def _other_text(random: Random, old: str) -> str:
    if re.fullmatch(r"\d+", old):
        return other_number(random, old)
    if " " in old:
        return random.choice(MESSAGES)
    word = random.choice(STRING_WORDS)
    return word.title() if old[:1].isupper() else word


def set_named_value(context: Context, text: Text) -> Edit | None:
    """Set a variable, key or property that is assigned in one place."""
    if text.language in ("text", "email", "letter", "markdown", "css", "html"):
        return None
    found = [
        match
        for match in _NAMED_VALUE.finditer(text.body)
        if len(
            re.findall(
                rf"(?<![\w-]){re.escape(match['name'])}(?![\w-])[\"']?(?:: \w+)? ?[=:]", text.body
            )
        )
        == 1
    ]
    if not found:
        return None
    match = context.random.choice(found)
    old, new = match["value"], other_value(context.random, match["value"])
    if old == new or (
        re.fullmatch(r"[a-z]+", old) and text.language in ("python", "javascript", "typescript")
    ):
        return None
    name = match["name"].strip("\"'")
    shown = context.coded(name)
    if context.chance(0.25) and "`" not in shown:
        shown = "the " + shown.replace("_", " " if shown == name else "_")
    request = context.say(
        _SET_NAMED,
        name=shown,
        Name=shown[0].upper() + shown[1:] if shown.startswith("the ") else shown,
        old=_bare_or_quoted(context, old),
        new=_bare_or_quoted(context, new),
    )
    start, end = match.span("value")
    answer = text.body[:start] + new + text.body[end:]
    return Edit(kind="set value", request=request, text=text, answer=answer)


def _bare_or_quoted(context: Context, value: str) -> str:
    if value[:1] in "\"'":
        return f'"{value[1:-1]}"' if context.chance(0.7) else value
    return f"`{value}`" if context.chance(0.2) else value


def _draw_value(context: Context, body: str) -> tuple[str, str, bool] | None:
    """Draw a value of the text, what it is, and whether it stands there more than once."""
    random = context.random
    for pattern, thing in random.sample(_THINGS, len(_THINGS)):
        found = re.findall(pattern, body)
        many = context.chance(0.3)
        wanted = [value for value in found if (body.count(value) > 1) == many]
        wanted = [value for value in wanted if body.count(value) == found.count(value) < 7]
        if wanted:
            return random.choice(wanted), thing, many
    return None


def change_value(context: Context, text: Text) -> Edit | None:
    """Change a price, date, time, colour, number, name or place, wherever it stands."""
    drawn = _draw_value(context, text.body)
    if drawn is None:
        return None
    old, thing, many = drawn
    new = _other_of(context.random, thing, old)
    if new == old or new in text.body:
        return None
    thing = {"number": "number", "size": "value"}.get(thing, thing)
    values = {"old": old, "new": new}
    if context.chance(0.3):
        values = {key: context.quoted(value, bare=0.0) for key, value in values.items()}
    request = context.say(_CHANGE_EVERY if many else _CHANGE_VALUE, thing=thing, **values)
    answer = text.body.replace(old, new)
    kind = f"change every {thing}" if many else f"change {thing}"
    return Edit(kind=kind, request=request, text=text, answer=answer)


def _other_of(random: Random, thing: str, old: str) -> str:
    if thing == "day":
        return random.choice(WEEKDAYS)
    if thing == "city":
        return random.choice(CITIES)
    if thing == "name":
        return random.choice(FIRST_NAMES)
    if thing == "time":
        return f"{random.randrange(6, 23)}:{random.choice(('00', '15', '30', '45'))}"
    if thing == "address":
        name = random.choice(FIRST_NAMES).lower()
        return f"{name}@{random.choice(STRING_WORDS)}.{random.choice(TOP_LEVELS)}"
    if thing == "date" and " " in old:
        return f"{random.choice(MONTHS)} {random.randrange(1, 29)}"
    if thing == "date":
        return f"{old[:5]}{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
    if thing == "price":
        return "$" + other_value(random, old[1:])
    if thing == "version":
        parts = old.split(".")
        place = random.randrange(3)
        parts[place] = str(int(parts[place]) + random.randrange(1, 4))
        return ".".join(parts)
    return other_value(random, old)
