"""One paragraph of prose is inserted or deleted, or a section with its heading.

Invariant: paragraphs come and go as a whole, with the blank line beside them.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.passages import COUNTED, make_passage
from lib.engine.adapter.tasks.told_prose.sentences import Sentence, heading_of
from lib.engine.adapter.tasks.told_prose.telling import (
    NTH,
    change_passage,
    draw_told,
    nth_words,
    quote,
)

_INSERT_PARAGRAPH = Phrases(
    "insert the paragraph {new} between the {nth} and the {next} paragraph",
    "add a new paragraph after the {nth} one: {new}",
    "between paragraphs {number} and {number2}, add a paragraph: {new}",
    "after the {nth} paragraph, insert a new one that says {new}",
    "put a paragraph between the {nth} and the {next} one: {new}",
    "We need another paragraph after paragraph {number}: {new}",
    "add {new} as a paragraph of its own between the {nth} and {next} paragraph",
    casual=(
        "{new} as a new paragraph after the {nth} one.",
        "A paragraph is missing between the {nth} and the {next} one: {new}.",
        "I'd like to say {new} in a paragraph of its own, right after the {nth}.",
        "New paragraph between {number} and {number2}: {new}.",
        "Paragraph {number} to {number2} is too big a jump. {new} goes in between as a new one.",
    ),
)
_DELETE_PARAGRAPH = Phrases(
    "delete the {nth} paragraph",
    "remove the whole {nth} paragraph",
    "take out paragraph {number}",
    "drop paragraph {number} completely",
    "The {nth} paragraph can go.",
    "cut the {nth} paragraph",
    "delete the paragraph that mentions {about}",
    "remove the paragraph that tells about {about}",
    "get rid of the paragraph that begins with {start}",
    "leave out the paragraph that starts with {start}",
    casual=(
        "{nth} paragraph: out.",
        "Who needs paragraph {number}? Away with it.",
        "It's better without the {nth} paragraph.",
        "It has to be shorter, so no {nth} paragraph.",
        "No paragraph that starts with {start}, please.",
        "The whole paragraph with {about} in it is one too many.",
        "I don't want the paragraph about {about} in there.",
    ),
)
_DELETE_SECTION = Phrases(
    "delete the section {heading}",
    "remove the section {heading} with its heading",
    "take out the {heading} section",
    "The section {heading} is no longer needed, delete heading and text.",
    "drop everything under {heading}, the heading, too",
    "cut the part {heading}, heading and text",
    casual=(
        "No section {heading} any more.",
        "{heading} can go, heading and all.",
        "Who reads the section {heading}? It should go with its heading.",
        "The text works without the whole section {heading}.",
        "We skip {heading} this time, so no such heading and no text below it.",
    ),
)


def edit_told_paragraph_of_prose(context: Context) -> Edit | None:
    """Insert or delete one paragraph, or delete one section."""
    changes = (_insert_paragraph, _delete_paragraph, _delete_paragraph, _delete_section)
    return context.random.choice(changes)(context)


def _insert_paragraph(context: Context) -> Edit | None:
    passage = make_passage(context.random, context.size, COUNTED)
    parts = passage.copy_paragraphs()
    if not 2 <= len(parts) <= len(NTH):
        return None
    i = context.random.randrange(len(parts) - 1)
    new = passage.spare[: context.random.choice((1, 1, 2))]
    shown = Sentence("", " ".join(sentence.text for sentence in new))
    following = "last" if i + 2 == len(parts) > 2 and context.chance(0.3) else NTH[i + 1]
    request = context.say(
        _INSERT_PARAGRAPH, new=quote(context, shown), nth=NTH[i], next=following,
        number=str(i + 1), number2=str(i + 2),
    )  # fmt: skip
    parts.insert(i + 1, new)
    return change_passage(context, "insert told paragraph", request, passage, parts)


def _delete_paragraph(context: Context) -> Edit | None:
    passage = make_passage(context.random, context.size, COUNTED)
    parts = passage.copy_paragraphs()
    if not 2 <= len(parts) <= len(NTH) or not (told := draw_told(context, passage)):
        return None
    i, _, words = told
    start = " ".join(parts[i][0].text.split()[:3]).rstrip(",.")
    if passage.render().count(start) != 1:
        return None
    request = context.say(
        _DELETE_PARAGRAPH, about=words["about"], start=context.quoted(start, bare=0),
        **nth_words(context, i, len(parts)),
    )  # fmt: skip
    parts[i] = []
    return change_passage(context, "delete told paragraph", request, passage, parts)


def _delete_section(context: Context) -> Edit | None:
    passage = make_passage(context.random, context.size, ("sections",))
    parts = passage.copy_paragraphs()
    if len(parts) < 2:
        return None
    i = context.random.randrange(len(parts))
    heading = heading_of(parts[i][0])
    parts[i] = []
    request = context.say(_DELETE_SECTION, heading=context.quoted(heading))
    return change_passage(context, "delete told section", request, passage, parts)
