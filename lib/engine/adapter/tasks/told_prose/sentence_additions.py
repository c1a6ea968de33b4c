"""A told sentence is added: after another one, or at an end of a paragraph.

Invariant: the request holds the whole sentence and names one place for it.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.passages import COUNTED, make_passage
from lib.engine.adapter.tasks.told_prose.telling import (
    NTH,
    change_passage,
    draw_told,
    nth_words,
    quote,
)

_ADD_NEAR = Phrases(
    "add {new} after the sentence about {about}",
    "after the sentence about {about}, add {new}",
    "insert {new} right after the sentence about {about}",
    "put {new} directly after the sentence about {about}",
    "The sentence about {about} should be followed by {new}",
    "write {new} behind the sentence about {about}",
    "We forgot something after the sentence about {about}: {new}",
    "add one sentence after the one about {about}: {new}",
    casual=(
        "{new} is missing after the sentence about {about}.",
        "Next after the sentence about {about}: {new}.",
        "{new} goes right behind the one about {about}.",
        "The sentence about {about}, and then {new} right after it.",
        "I'd like {new} straight after the sentence about {about}.",
        "Don't stop after the sentence about {about}, {new} has to come next.",
    ),
)
_ADD_TO = Phrases(
    "add {new} at the {end} of the {nth} paragraph",
    "at the {end} of the {nth} paragraph, add {new}",
    "put {new} at the {end} of paragraph {number}",
    "insert the sentence {new} at the {end} of the {nth} paragraph",
    "let the {nth} paragraph {verb} with {new}",
    "The {nth} paragraph should {verb} with {new}",
    "paragraph {number} needs the sentence {new} at its {end}",
    "{nth} paragraph, at the {end}: add {new}",
    "make {new} the {which} sentence of the {nth} paragraph",
    casual=(
        "{new} is missing at the {end} of the {nth} paragraph.",
        "{new} at the {end} of paragraph {number}.",
        "One more sentence for the {end} of the {nth} paragraph: {new}.",
        "The {nth} paragraph isn't complete without {new} at its {end}.",
        "I'd like paragraph {number} to {verb} with {new}.",
        "We need to say {new} somewhere, best at the {end} of the {nth} paragraph.",
    ),
)


def add_near(context: Context) -> Edit | None:
    """Add a sentence after the one about a told thing."""
    passage = make_passage(context.random, context.size, (*COUNTED, "email", "email"))
    if not (told := draw_told(context, passage)):
        return None
    i, j, words = told
    new = context.random.choice(passage.spare)
    parts = passage.copy_paragraphs()
    parts[i].insert(j + 1, new)
    request = context.say(_ADD_NEAR, new=quote(context, new), about=words["about"])
    return change_passage(context, "add sentence after told", request, passage, parts)


def add_to(context: Context) -> Edit | None:
    """Add a sentence at the start or the end of a told paragraph."""
    passage = make_passage(context.random, context.size, COUNTED)
    parts = passage.copy_paragraphs()
    if not 2 <= len(parts) <= len(NTH):
        return None
    i = context.random.randrange(len(parts))
    new = context.random.choice(passage.spare)
    verb = context.random.choice(("start", "end", "end"))
    end = "beginning" if verb == "start" and context.chance(0.4) else verb
    parts[i].insert(0 if verb == "start" else len(parts[i]), new)
    request = context.say(
        _ADD_TO, new=quote(context, new), verb=verb, end=end,
        which="first" if verb == "start" else "last", **nth_words(context, i, len(parts)),
    )  # fmt: skip
    return change_passage(context, "add to told paragraph", _capital(request), passage, parts)


def _capital(request: str) -> str:
    """Return the request with a capital letter where it starts with a number of a paragraph."""
    is_place = re.match(r"(?:first|second|third|fourth|fifth|last) paragraph|paragraph \d", request)
    return request[0].upper() + request[1:] if is_place else request
