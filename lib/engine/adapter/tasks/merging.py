"""Two changes of one text made into one, as a three-way merge makes it.

Invariant: both changes are of the same text, and where they come near each other there is no
merge; so it does not matter which of them is made first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """Characters `start` to `end` of a text become `new`."""

    start: int
    end: int
    new: str


def merge_changes(source: str, first: str, second: str) -> str | None:
    """Return `source` with the changes of both, or None where they meet.

    They meet, too, where one brings a word that the other takes out of the text: it is open whether
    "rename a to b" is meant for an `a` that is new.
    """
    both = find_replacements(source, first), find_replacements(source, second)
    spans = [[_reach(source, one) for one in changes] for changes in both]
    if any(a <= d and c <= b for a, b in spans[0] for c, d in spans[1]):
        return None
    words = _words(source)
    for changed, others in ((first, both[1]), (second, both[0])):
        if (words - _words(changed)) & {word for one in others for word in _words(one.new)}:
            return None
    merged = source
    for one in sorted((*both[0], *both[1]), reverse=True):
        merged = merged[: one.start] + one.new + merged[one.end :]
    return merged


def find_replacements(source: str, changed: str) -> list[Replacement]:
    """Return what turns `source` into `changed`, in order: whole lines, or some words of them."""
    old, new = source.splitlines(keepends=True), changed.splitlines(keepends=True)
    found = []
    for lines in _differences(old, new, 0):
        start, end, text = lines.start, lines.end, lines.new
        if start == end or not text:
            found.append(lines)
        else:
            found += _differences(_TOKEN.findall(source[start:end]), _TOKEN.findall(text), start)
    return found


def _differences(old: Sequence[str], new: Sequence[str], at: int) -> Iterator[Replacement]:
    places = [at]
    for part in old:
        places.append(places[-1] + len(part))
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield Replacement(places[i], places[j], "".join(new[k:m]))


def _reach(source: str, one: Replacement) -> tuple[int, int]:
    """Where else the same change could have stood: a line taken out beside one like it, say."""
    start, end = one.start, one.end
    if start != end and one.new:
        return start, end
    moved = one.new or source[start:end]
    before, after = source[:start] + moved, moved + source[end:]
    left = _common(reversed(source[:start]), reversed(before))
    right = _common(source[end:], after)
    return start - left, end + right


def _common(these: Iterable[str], those: Iterable[str]) -> int:
    """How many of the first characters are the same."""
    count = 0
    for one, other in zip(these, those, strict=False):
        if one != other:
            break
        count += 1
    return count


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text))
