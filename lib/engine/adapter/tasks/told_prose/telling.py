"""What the changes of prose share: how a place is told, and how the edit is made.

Invariant: a sentence is told by a word only where no other sentence of the text holds that word.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.told_prose.passages import Passage
from lib.engine.adapter.tasks.told_prose.sentences import Sentence

NTH = ("first", "second", "third", "fourth", "fifth")


def make_edit(
    context: Context, kind: str, request: str, body: str, answer: str, language: str
) -> Edit:
    """Return the edit, with a word for its text."""
    names = DOCUMENT_NAMES[language]
    noun = context.random.choice(names[:3] if language == "text" else names)
    text = Text(body=body, language=language, noun=noun)
    return Edit(kind=kind, request=request, text=text, answer=answer)


def change_passage(
    context: Context, kind: str, request: str, passage: Passage, parts: list[list[Sentence]]
) -> Edit | None:
    """Return the edit that puts these paragraphs in the place of the passage's own."""
    body, answer = passage.render(), passage.render(parts)
    if body == answer:
        return None
    return make_edit(context, kind, request, body, answer, passage.language)


def draw_told(context: Context, passage: Passage) -> tuple[int, int, dict[str, str]] | None:
    """Return a place whose sentence alone holds the word that it is told by."""
    i, j = context.random.choice(passage.places())
    about = passage.paragraphs[i][j].about
    word = about.rsplit(" ", maxsplit=1)[-1]
    stem = word.removesuffix("s")
    if len(re.findall(rf"\b{re.escape(stem)}s?\b", passage.render(), re.IGNORECASE)) != 1:
        return None
    return i, j, {"about": about, "word": context.quoted(word)}


def count_word(word: str, body: str) -> int:
    """Return how often the word stands in the text as a word of its own."""
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", body, re.IGNORECASE))


def quote(context: Context, sentence: Sentence) -> str:
    """Return the sentence in quotes."""
    return context.quoted(sentence.text, bare=0)


def nth_words(context: Context, place: int, count: int) -> dict[str, str]:
    """Return words for a paragraph or an item, of so many."""
    nth = "last" if place == count - 1 and context.chance(0.4) else NTH[place]
    return {"nth": nth, "number": str(place + 1)}
