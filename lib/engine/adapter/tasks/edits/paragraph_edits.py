"""A sentence at a told place of a told paragraph: added, removed.

Invariant: the paragraph is told by its number, the place by the paragraph's start or end.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES, patterns_for
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

_ADD = Phrases(
    "add the sentence {new} at the {end} of the {nth} paragraph",
    "add {new} at the {end} of the {nth} paragraph",
    "at the {end} of the {nth} paragraph, add {new}",
    "put the sentence {new} at the {end} of paragraph {number}",
    "insert {new} at the {end} of the {nth} paragraph",
    "let the {nth} paragraph {verb} with {new}",
    "the {nth} paragraph should {verb} with the sentence {new}",
    "in paragraph {number}, add {new} at the {end}",
    casual=(
        "{new} belongs at the {end} of the {nth} paragraph.",
        "{end} of paragraph {number}: {new}.",
        "There's something missing at the {end} of the {nth} paragraph, that is {new}.",
        "The {nth} paragraph is too short. {new} fits at its {end}.",
        "I'd have the {nth} paragraph {verb} with {new}.",
        "Could paragraph {number} {verb} with {new}? Everything it has now stays.",
    ),
)
_DELETE = Phrases(
    "delete the {which} sentence of the {nth} paragraph",
    "remove the {which} sentence of the {nth} paragraph",
    "in the {nth} paragraph, delete the {which} sentence",
    "cut the {which} sentence of paragraph {number}",
    "take the {which} sentence out of the {nth} paragraph",
    "drop the {which} sentence in paragraph {number}",
    casual=(
        "In the {nth} paragraph the {which} sentence is superfluous.",
        "paragraph {number}, {which} sentence: gone.",
        "The {which} sentence of the {nth} paragraph makes no sense, away with it.",
        "I want paragraph {number} without its {which} sentence.",
        "Why the {which} sentence in the {nth} paragraph? It can go.",
    ),
)
_NTH = ("first", "second", "third", "fourth", "fifth")
_NEW = (
    "Dogs are welcome, too.", "Please bring your own ~item~.", "Tickets cost ~digit~ euros.",
    "~First~ will be there as well.", "The ~item~ stays closed on ~weekday~.",
    "We thank ~first~ ~last~ for the help.", "This year it starts at ~clock~.",
    "Nobody had expected that.", "The rest is up to you.", "Bring a ~item~ and good shoes.",
    "More about this next ~weekday~.", "It was the best ~item~ in ~city~.", "Children pay half.",
    "Questions go to ~email~.", "There is a ~adj~ ~item~ behind the ~other~.",
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z\"“])")


def edit_told_paragraph(context: Context) -> Edit | None:
    """Add a sentence to one of two to four paragraphs, or remove one of its sentences."""
    random, slots = context.random, Slots(context.random)
    patterns = [p for p in patterns_for(context, "paragraphs") if len(p.body) < 420]
    count = random.choice((2, 3, 3, 4)) if context.size > 300 else 2
    paragraphs = []
    for pattern in random.sample(patterns, count):
        slots.forget()
        sentences = _SENTENCE_END.split(slots.fill(pattern.body))
        paragraphs.append(sentences[: random.randrange(1, 5)])
    source = _join(paragraphs)
    place = random.randrange(count)
    nth = "last" if place == count - 1 and context.chance(0.4) else _NTH[place]
    words = {"nth": nth, "number": str(place + 1)}
    chosen = paragraphs[place]
    is_end = context.chance(0.65)
    slots.forget()
    new = slots.fill(random.choice(_NEW))
    if "\n" in "".join(chosen) or new in source:
        return None
    if context.chance(0.75):
        chosen.insert(len(chosen) if is_end else 0, new)
        verb = "end" if is_end else "start"
        end = "beginning" if verb == "start" and context.chance(0.4) else verb
        request = context.say(_ADD, new=context.quoted(new, bare=0), end=end, verb=verb, **words)
        kind = "add to paragraph"
    else:
        if len(chosen) < 2:
            return None
        del chosen[-1 if is_end else 0]
        request = context.say(_DELETE, which="last" if is_end else "first", **words)
        kind = "delete from paragraph"
    noun = random.choice(DOCUMENT_NAMES["text"][:3])
    text = Text(body=source, language="text", noun=noun)
    return Edit(kind=kind, request=request, text=text, answer=_join(paragraphs))


def _join(paragraphs: list[list[str]]) -> str:
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs)
