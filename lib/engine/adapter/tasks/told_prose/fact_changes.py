"""One or two facts of a passage change: a date, a price, a person, a room.

Invariant: a fact is told by what people call it, or by its old value where that stands once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.passages import make_passage
from lib.engine.adapter.tasks.told_prose.sentences import Fact
from lib.engine.adapter.tasks.told_prose.telling import change_passage

_CHANGE_FACT = Phrases(
    "change the {label} to {new}",
    "The {label} is {new}, not {old}.",
    "The {label} is now {new}.",
    "The {label} should be {new}.",
    "set the {label} to {new}",
    "update the {label}, it is {new} now",
    "The {label} has changed from {old} to {new}.",
    "correct the {label}: {new} instead of {old}",
    "change the {label} from {old} to {new}",
    "The {label} is wrong, it has to be {new}.",
    "We now have {new} as the {label}.",
    "make the {label} {new}",
    "fix the {label}, it must be {new}",
    "The {label} should be {new} instead of {old}",
    "New {label}: {new}",
    casual=(
        "{label}: {new}.",
        "{new} as the {label}, no longer {old}.",
        "{label} = {new}.",
        "Why does it give {old} as the {label}? It's {new}.",
        "I got the {label} wrong, should have been {new}.",
        "{old} is out of date as the {label}, {new} is right.",
        "Everybody keeps asking about the {label}. It's {new}!",
        "{new} is the {label} now.",
        "The {label}? Not {old} but {new}.",
    ),
)
_CHANGE_TWO = Phrases(
    "change the {label} to {new} and the {label2} to {new2}",
    "The {label} is {new}, not {old}, and the {label2} is {new2}.",
    "update two things: the {label} is now {new}, the {label2} {new2}",
    "The {label} changed to {new} and the {label2} to {new2}.",
    "The {label} should be {new}, the {label2} {new2}.",
    "set the {label} to {new} and the {label2} to {new2}",
    "change {old} to {new} for the {label} and {old2} to {new2} for the {label2}",
    "correct the {label} ({new}) and the {label2} ({new2})",
    casual=(
        "{label}: {new}, {label2}: {new2}.",
        "{label} = {new}\n{label2} = {new2}.",
        "{new} instead of {old} ({label}), {new2} instead of {old2} ({label2}).",
        "Plans changed again. {new} as the {label} and {new2} as the {label2}.",
        "{new} is the {label}, {new2} the {label2}.",
        "Wrong {label}, wrong {label2}. It's {new} and {new2}, in this order.",
        "The {label} isn't {old} but {new}, and not {old2} but {new2} is the {label2}.",
    ),
)
_CHANGE_OLD = Phrases(
    "It is {new}, not {old}.",
    "change {old} to {new}",
    "replace {old} with {new}",
    "{old} should be {new}",
    "write {new} instead of {old}",
    "{old} is wrong, it has to be {new}.",
    "in the sentence about {about}, change {old} to {new}",
    "In the sentence about {about} it should say {new} instead of {old}.",
    "correct {old} to {new}",
    "It says {old}, but it must be {new}.",
    "make it {new} instead of {old}",
    casual=(
        "Not {old} but {new}.",
        "{old}? No, {new}.",
        "We agreed on {new}, so why does it say {old}?",
        "{old} -> {new}.",
        "I meant {new} when I wrote {old}.",
        "{old} was before, now it's {new}.",
        "{new}, please, {old} is nonsense.",
        "Where does {old} come from? {new} is correct.",
    ),
)


def edit_told_fact(context: Context) -> Edit | None:
    """Change one or two facts, told by what they are; others of their sort stay."""
    passage = make_passage(context.random, context.size)
    found = [
        (i, j, fact)
        for i, part in enumerate(passage.paragraphs)
        for j, sentence in enumerate(part)
        for fact in sentence.facts
        if not sentence.text[fact.start + len(fact.value) :].startswith("th ")
    ]
    kinds = [fact.kind for _, _, fact in found]
    has_twin = len(set(kinds)) < len(kinds)
    if not found or (not has_twin and context.chance(0.5)):
        return None
    told = context.random.sample(found, 2 if len(found) > 2 and context.chance(0.3) else 1)
    if len({(i, j) for i, j, _ in told}) < len(told):
        return None
    parts = passage.copy_paragraphs()
    words: dict[str, str] = {}
    for suffix, (i, j, fact) in zip(("", "2"), told, strict=False):
        new = passage.values.draw(fact.kind)
        if not _fits(fact, new, [other.value for _, _, other in found]):
            return None
        words |= {
            f"label{suffix}": fact.label, f"old{suffix}": fact.value, f"new{suffix}": new,
            f"about{suffix}": parts[i][j].about,
        }  # fmt: skip
        parts[i][j] = parts[i][j].with_value(fact, new)
    if len(told) == 2:
        return change_passage(
            context, "change two told facts", context.say(_CHANGE_TWO, **words), passage, parts
        )
    request = _tell_one(context, passage.render(), told[0][2], words)
    if request is None:
        return None
    return change_passage(context, "change told fact", request, passage, parts)


def _fits(fact: Fact, new: str, known: list[str]) -> bool:
    return new not in known and fact.value not in new and new not in fact.value


def _tell_one(context: Context, body: str, fact: Fact, words: Mapping[str, str]) -> str | None:
    is_only = len(re.findall(rf"(?<![\w:.,-]){re.escape(fact.value)}(?![\w:%-])", body)) == 1
    if not is_only or context.chance(0.75):
        return context.say(_CHANGE_FACT, **words)
    if body.count(fact.value) != 1 and len(fact.value) < 3:
        return None
    return context.say(_CHANGE_OLD, **words)
