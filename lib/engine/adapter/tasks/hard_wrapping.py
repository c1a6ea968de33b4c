"""Breaks the long lines of a prose, as mail programs and editors do.

Invariant: a break takes the place of a space in the text and in the answer alike, and only between
two words that both have there; so the edit stays the right one, and no line is filled anew.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from lib.engine.adapter.tasks.library import PROSE
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_WIDTHS = (44, 52, 60, 66, 72, 72, 76, 80)
_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"[A-Za-z\"'(]")
"""What starts with anything else is an item, a row or a heading, and is never broken."""
_LINE = re.compile(r"\blines?\b", re.IGNORECASE)


def break_lines(context: Context, edit: Edit) -> Edit:
    """Return the edit with its paragraphs broken at one drawn width, if it is one of prose.

    A request that speaks of lines, or says two words of the text, means them as they stand.
    """
    if edit.text.language not in PROSE or _LINE.search(edit.request):
        return edit
    width = context.random.choice(_WIDTHS)
    text, words = edit.text.body, list(_WORD.finditer(edit.text.body))
    answer_words = list(_WORD.finditer(edit.answer))
    kept = _kept_words([m[0] for m in words], [m[0] for m in answer_words])
    said = [_bare(m[0]) for m in _WORD.finditer(edit.request)]
    said_together = set(pairwise(said))
    source, answer = list(text), list(edit.answer)
    line_start = 0
    for i, (word, following) in enumerate(pairwise(words)):
        start = text.rfind("\n", 0, following.start()) + 1
        line_start = max(line_start, start)
        if (
            following.end() - line_start <= width
            or not _SENTENCE.match(text, start)
            or (_bare(word[0]), _bare(following[0])) in said_together
            or i not in kept
            or kept.get(i + 1) != kept[i] + 1
        ):
            continue
        end, next_start = answer_words[kept[i]].end(), answer_words[kept[i] + 1].start()
        if text[word.end() : following.start()] == edit.answer[end:next_start] == " ":
            source[word.end()] = answer[end] = "\n"
            line_start = following.start()
    broken = replace(edit.text, body="".join(source), pieces=())
    return replace(edit, text=broken, answer="".join(answer))


def _kept_words(source: list[str], answer: list[str]) -> dict[int, int]:
    """Index of each word of the source that is kept, or exchanged for one -> where it then is."""
    kept: dict[int, int] = {}
    matcher = SequenceMatcher(None, source, answer, autojunk=False)
    for kind, start, end, answer_start, answer_end in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and end - start == answer_end - answer_start == 1):
            kept.update(zip(range(start, end), range(answer_start, answer_end), strict=True))
    return kept


def _bare(word: str) -> str:
    return word.strip("\"'`“”‘’.,;:!?()").lower()
