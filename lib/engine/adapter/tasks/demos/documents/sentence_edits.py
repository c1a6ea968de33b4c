"""A sentence comes to a told place, or the one about a topic goes.

Invariant: the answer is written from the same document as the text, with the told part changed.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.demos.documents import sentence_wordings as wordings
from lib.engine.adapter.tasks.demos.documents.drawing import (
    ADDRESSEE,
    PERSON,
    Document,
    draw_document,
)
from lib.engine.adapter.tasks.demos.documents.themes import Section
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


def drop_told_sentence(context: Context) -> Edit | None:
    """Remove the sentence about a topic."""
    random = context.random
    document = draw_document(context)
    place = random.randrange(len(document.parts))
    _, ones = document.parts[place]
    if len(ones) < 2 or len(document.sentences) < 3:
        return None
    gone = random.choice(ones)
    twin = random.choice([topic for topic, _ in document.sentences if topic != gone[0]])
    answer = document.with_part(place, tuple(one for one in ones if one != gone))
    request = tell(context, wordings.DROP_SENTENCE, reasons=wordings.DROP_REASONS,
                   stays=wordings.DROP_STAYS, topic=gone[0], twin=twin)  # fmt: skip
    pair = document.write(), answer.write()
    return make_edit(context, "drop told sentence", request, document.theme.language, pair)


_SENTENCES = (
    "Please bring a pen.", "Thank you for your patience.", "More about this will follow soon.",
    "Any help is welcome.", "Please pass this on to others.", "There is no need to hurry.",
    "We learned this the hard way.", "A short reply is enough.", "It is worth the effort.",
    "Nobody has complained so far.", "Last year this worked very well.", "Ask if you are unsure.",
    "Everything else stays as usual.", "Take your time!", "Isn't that wonderful?",
    "This was not easy to arrange.", "You will find a list in the hallway.", "Don't forget!",
    "Photos are allowed.", "Smoking is not permitted.", "First come, first served.",
    "We're sorry about the short notice.", "Questions are welcome at any time.",
    "A second copy lies on the table.", "Further details are on our website.",
    "Who would have thought?",
    "The keys are in the usual place.", "In case of doubt, call me.", "I can't wait!",
    "Children under six need company.", "Gluten-free bread is available.",
    "Bring a friend.",
    "Let me know what you think.", "This is my personal opinion, of course.", "Keep it dry.",
    "The old rule no longer applies.",
    "Wheelchairs can be borrowed.", "Cash only, please.",
)  # fmt: skip
_AFTER = ("after the sentence about {}", "right after the bit on {}",
          "behind what it says about {}", "directly after the sentence on {}",
          "just after the part about {}",
          "as the sentence that follows the one about {}")  # fmt: skip
_BEFORE = ("before the sentence about {}", "in front of the sentence on {}",
           "immediately before the bit about {}", "ahead of what it says about {}")  # fmt: skip
_AT_END = ("at the end of the {} paragraph", "as the last sentence of the {} paragraph",
           "at the very end of the {} paragraph", "where the {} paragraph ends")  # fmt: skip
_AT_START = ("at the start of the {} paragraph", "as the first sentence of the {} paragraph",
             "where the {} paragraph begins")  # fmt: skip
_IN_SECTION = ('at the end of the section "{}"', 'under "{}", after everything that is there',
               'as the last sentence under "{}"')  # fmt: skip
_ON_ITS_OWN = (
    "as a paragraph of its own just before the closing",
    "as a new last paragraph, above the sign-off",
    "in its own paragraph between the last one and the sign-off",
    "as a separate final paragraph, before the closing lines",
)


def add_told_sentence(context: Context) -> Edit | None:
    """Put a quoted sentence at a told place."""
    random = context.random
    document = draw_document(context)
    if document.joiner != " ":
        document = replace(document, joiner=" ")
    place = random.randrange(len(document.parts))
    new = _draw_sentence(context, document, place)
    if new in document.write():
        return None
    told, answer = _draw_place(context, document, place, new)
    request = tell(context, wordings.ADD_SENTENCE, reasons=wordings.ADD_REASONS,
                   stays=wordings.ADD_STAYS, place=told, new=context.quoted(new))  # fmt: skip
    pair = document.write(), answer.write()
    return make_edit(context, "add told sentence", request, document.theme.language, pair)


def _draw_sentence(context: Context, document: Document, place: int) -> str:
    """Return one that the theme has and the text has not, or one that fits everywhere."""
    there = {topic for topic, _ in document.sentences}
    sections: list[Section] = [
        section for section in document.theme.sections
        if not section.headings or section.headings[0] == document.parts[place][0]
    ]  # fmt: skip
    left = [one for section in sections for topic, one in section.sentences
            if topic not in there and "~l" not in one and "~c" not in one]  # fmt: skip
    if not left or context.chance(0.4):
        return context.random.choice(_SENTENCES)
    one = context.random.choice(left).replace("~first~", PERSON).replace("~first2~", ADDRESSEE)
    return document.fill(one)


def _draw_place(context: Context, document: Document, place: int, new: str) -> tuple[str, Document]:
    """Return the place as it is told, and the text with the sentence there."""
    random, one = context.random, ("", new)
    heading, ones = document.parts[place]
    is_letter = document.theme.language in ("email", "letter")
    kind = random.random()
    if is_letter and document.opening and document.closing and kind < 0.2:
        return random.choice(_ON_ITS_OWN), replace(document, parts=(*document.parts, ("", (one,))))
    if heading and kind < 0.4:
        return random.choice(_IN_SECTION).format(heading), document.with_part(place, (*ones, one))
    is_plain = not document.opening and not document.closing and not heading
    if kind < 0.6 and (is_letter or is_plain):
        names = ["first", "second", "third"]
        name = "last" if place == len(document.parts) - 1 and place else names[place]
        if len(document.parts) == 1:
            name = "only"
        if kind < 0.3:
            return random.choice(_AT_START).format(name), document.with_part(place, (one, *ones))
        return random.choice(_AT_END).format(name), document.with_part(place, (*ones, one))
    i = random.randrange(len(ones))
    if kind > 0.88:
        told, j = random.choice(_BEFORE), i
    else:
        told, j = random.choice(_AFTER), i + 1
    return told.format(ones[i][0]), document.with_part(place, (*ones[:j], one, *ones[j:]))
