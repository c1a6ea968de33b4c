"""Facts of a prose text that are corrected: a day, a time, a price, a place, a person.

Invariant: the old fact stands in the text once, and the new one not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import CITIES, FIRST_NAMES, MONTHS, WEEKDAYS

_CORRECT = Phrases(
    "It is {new}, not {old}.",
    "Not {old}, but {new}. Please correct the text.",
    "{old} is wrong, it should be {new}.",
    "The {thing} is {new}, not {old}. Correct the text.",
    "The {thing} has to be {new}.",
    "change the {thing} to {new}",
    "change the {thing} from {old} to {new}",
    "The {thing} changed: {new} instead of {old}.",
    "use {new} as the {thing} instead of {old}",
    "move it from {old} to {new}",
    "write {new} instead of {old}",
    "replace {old} with {new}",
    "correct the {thing}: it is {new}",
    "update the {thing}, it is {new} now",
    "put {new} in place of {old}",
    "The new {thing} is {new}.",
    "It says {old}, but it must say {new}.",
    "{new} is the right {thing}, not {old}.",
    "swap {old} for {new}",
    "The {thing} should be {new}.",
    casual=(
        "The {thing}: {new}.",
        "Wrong {thing}, should be {new}.",
        "{old} has become {new}.",
        "Sorry, I wrote {old} and meant {new}.",
        "The {thing} is {new} these days, no longer {old}.",
        "I told everybody {new}, so it can't say {old} here.",
        "{old} can't be right, {new} is.",
        "Who came up with {old}? The {thing} is {new}.",
        "The {thing} isn't right, it's {new}.",
    ),
)
_FACTS: tuple[tuple[str, str, str], ...] = (
    (rf"\b(?:{'|'.join(WEEKDAYS)})\b", "day", "~weekday~"),
    (rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}\b(?!, \d)", "date", "~month~ ~day~"),
    (rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b(?! \d)", "date", "~day~ ~month~"),
    (r"(?<![\w:.])\d{1,2}:\d\d(?![\w:])", "time", "~clock~"),
    (r"\b\d{1,2} o'clock", "time", "~digit~ o'clock"),
    (r"\$\d+(?:\.\d\d)?(?![\d.]*\d)", "price", "$~price~"),
    (r"\b\d+ (?:euros|dollars|pounds)\b", "price", "~n~ euros"),
    (rf"\b(?:{'|'.join(CITIES)})\b", "city", "~city~"),
    (rf"\b(?:{'|'.join(FIRST_NAMES)})\b", "name", "~first~"),
    (r"(?<=\bin )(?:19|20)\d\d\b", "year", "~year~"),
    (r"(?<![\w.,:$€£/-])\d+(?= [a-z]{3,})", "number", "~n~"),
    (r"\b[\w.-]+@[\w-]+(?:\.\w+)+\b", "e-mail address", "~email~"),
)
"""Pattern of a fact, what people call it, and the slot that draws another one."""


def correct_fact(context: Context, text: Text) -> Edit | None:
    """Replace one fact; what it is called is only said where the text has one of its sort."""
    random = context.random
    found: list[tuple[str, str, str, bool]] = []
    for pattern, thing, slot in _FACTS:
        facts = re.findall(pattern, text.body)
        found += [
            (fact, thing, slot, len(facts) == 1)
            for fact in facts
            if len(re.findall(rf"(?<!\w){re.escape(fact)}(?!\w)", text.body)) == 1
        ]
    if not found:
        return None
    old, thing, slot, is_only = random.choice(found)
    new = Slots(random).fill(slot)
    if slot == "~n~ euros":
        new = f"{random.randrange(2, 400)} {old.split()[1]}"
    if new in text.body or old in new:
        return None
    quote: Callable[[str], str] = str if context.chance(0.65) else context.quoted
    request = context.say(_CORRECT, old=quote(old), new=quote(new), thing=thing)
    if not is_only and old not in request:
        return None
    answer = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text.body)
    return Edit(kind="correct fact", request=request, text=text, answer=answer)
