"""One word of prose is spelled the other way, or one verb gets another form.

Invariant: the word stands once in what is told, the text or one sentence of it.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.passages import FREE, make_passage
from lib.engine.adapter.tasks.told_prose.sentences import Sentence
from lib.engine.adapter.tasks.told_prose.telling import change_passage, draw_told, make_edit

_SPELLING = Phrases(
    "spell {old} as {new}",
    "write {old} the {way} way: {new}",
    "use the {way} spelling of {old}",
    "We use {way} spelling for {old}: {new}.",
    "{old} should be spelled {new}",
    "change {old} to its {way} spelling",
    "change {old} to {new}",
    "The {way} spelling is {new}, not {old}, correct that word only",
    "replace {old} by {new}, the other spellings stay",
    casual=(
        "{old}? Here we write {new}.",
        "{old} -> {new}, only that word.",
        "Just {old} bothers me, I spell it {new}.",
        "For {old} the {way} spelling, please.",
        "Why {old}? I'm used to {new}.",
        "I'd rather see {new} than {old}, the {way} way.",
        "Not {old}, it's {new} with us.",
    ),
)
_CHANGE_FORM = Phrases(
    "in the sentence about {about}, change {old} to {new}",
    "In the sentence about {about} it should say {new} instead of {old}.",
    "use {new} instead of {old} in the sentence about {about}",
    "The sentence about {about} should have {new}, not {old}",
    "where it is about {about}, write {new} for {old}",
    "change {old} to {new}, but only in the sentence about {about}",
    "replace {old} with {new} in the sentence that mentions {about}",
    casual=(
        "{new} instead of {old} where it's about {about}.",
        "Sentence about {about}: {old} -> {new}.",
        "The sentence about {about} sounds wrong with {old}, {new} would be right.",
        "Why {old} in the sentence about {about}? Should be {new}.",
        "As for {about}, I'd say {new} and not {old} in that sentence.",
        "{old} is the wrong form in the sentence about {about}. It's {new}.",
    ),
)
_VERB_FORMS = {
    "is": ("was", "will be"), "are": ("were", "will be"), "need": ("needed",), "has": ("had",),
    "have": ("had",), "was": ("is",), "comes": ("came",), "can": ("could", "may"),
    "must": ("should",), "will": ("may",), "works": ("worked",),
    "starts": ("started", "will start"), "opens": ("opened", "will open"), "stays": ("stayed",),
    "rises": ("rose",), "fell": ("rose",), "moves": ("moved",),
}  # fmt: skip
_SPELLINGS = (
    ("colour", "color", "The colour of the door is ~color~."),
    ("centre", "center", "The centre of ~City~ is close."),
    ("favourite", "favorite", "Tell us your favourite ~item~."),
    ("organise", "organize", "~First~ will organise the rest."),
    ("theatre", "theater", "The theatre is closed on ~weekday~."),
    ("neighbour", "neighbor", "Ask your neighbour for help."),
    ("travelled", "traveled", "~First2~ travelled to ~City2~."),
    ("grey", "gray", "The grey ~item2~ is for ~First3~."),
    ("catalogue", "catalog", "The catalogue has ~teen~ pages."),
    ("licence", "license", "Your licence is valid until ~Month~."),
    ("cancelled", "canceled", "The lesson on ~weekday2~ is cancelled."),
    ("jewellery", "jewelry", "We do not sell jewellery."),
    ("apologise", "apologize", "We apologise for the delay."),
    ("programme", "program", "The programme is on our website."),
    ("labour", "labor", "The labour costs nothing."),
    ("metre", "meter", "One metre is enough."),
)


def change_spelling(context: Context) -> Edit | None:
    """Spell one word the British or the American way; the others stay."""
    random, slots = context.random, Slots(context.random)
    passage = make_passage(context.random, context.size)
    is_british = context.chance(0.5)
    rows = random.sample(_SPELLINGS, random.choice((2, 2, 3)))
    for british, american, pattern in rows:
        shown = pattern if is_british else pattern.replace(british, american)
        part = random.choice(passage.paragraphs)
        part.insert(random.randrange(len(part) + 1), Sentence("", slots.fill(shown)))
    if passage.shape in ("bullets", "labels"):
        return None
    old, new = rows[0][:2] if is_british else rows[0][1::-1]
    body = passage.render()
    if len(re.findall(old, body, re.IGNORECASE)) != 1 or new in body:
        return None
    way = "American" if is_british else "British"
    request = context.say(
        _SPELLING, old=context.quoted(old, bare=0), new=context.quoted(new), way=way
    )
    answer = body.replace(old, new)
    return make_edit(context, "change told spelling", request, body, answer, passage.language)


def change_form(context: Context) -> Edit | None:
    """Give a verb another form in the told sentence only."""
    passage = make_passage(context.random, context.size, FREE)
    if not (told := draw_told(context, passage)):
        return None
    i, j, words = told
    sentence = passage.paragraphs[i][j]
    found = [verb for verb in _VERB_FORMS if len(re.findall(rf"\b{verb}\b", sentence.text)) == 1]
    if not found or (passage.render().count(f" {found[0]} ") < 2 and context.chance(0.5)):
        return None
    old = found[0]
    new = context.random.choice(_VERB_FORMS[old])
    parts = passage.copy_paragraphs()
    text = re.sub(rf"\b{old}\b", new, sentence.text)
    parts[i][j] = Sentence(sentence.about, text)
    shown = {"old": context.quoted(old, bare=0), "new": context.quoted(new, bare=0)}
    request = context.say(_CHANGE_FORM, about=words["about"], **shown)
    return change_passage(context, "change told form", request, passage, parts)
