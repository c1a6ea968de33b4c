"""Texts with the edits that somebody wished for them, from the folders `patterns/wishes` and, from
the variety `MORE_WISHED` on, `patterns/wishes/more`.

Invariant: an answer is computed from the lines that an edit takes out and puts in; a file whose
lines do not fit is refused. All are for the training alone.

Format of a file: `=== language` begins a text, `: name = a | b` below it gives it slots of its
own, and `--- edit` begins an edit of it. There `- ` and `+ ` lines are hunks of whole lines, as in
a diff (an empty line parts two hunks); `* old => new` replaces a fragment wherever it is a whole
word; and `? ` lines are what people say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

from lib.engine.adapter.tasks.edits.several_edits import add_changes
from lib.engine.adapter.tasks.library import DOCUMENT_NAMES, PATTERNS_FOLDER
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

FOLDER = PATTERNS_FOLDER / "wishes"
MORE = FOLDER / "more"

_HEAD, _EDIT, _OWN_SLOT = "=== ", "--- edit", re.compile(r": ([a-z]+) = (.+)")
_GIVES = " => "
_TWO_SHARE = 0.2
"""Of the tasks that ask for a second wish, if the text has one that lies apart."""


@dataclass(frozen=True, slots=True)
class Wish:
    """An edit of one text, in patterns with `~slots~`."""

    answer: str
    requests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WishedText:
    """A text, in patterns with `~slots~`, and what people wish for it."""

    language: str
    own_slots: dict[str, tuple[str, ...]]
    """Name -> what it may be."""
    body: str
    wishes: tuple[Wish, ...]


def fulfil_wish(context: Context) -> Edit | None:
    """Return an edit of one of the texts, sometimes of two of its places."""
    folders = (FOLDER, MORE) if context.more_wished else (FOLDER,)
    text = context.random.choice(load_wished_texts(*folders))
    slots = Slots(context.random, text.own_slots)
    filled = Text(
        body=slots.fill(text.body),
        language=text.language,
        noun=context.random.choice(DOCUMENT_NAMES[text.language]),
    )

    def make() -> Edit:
        wish = context.random.choice(text.wishes)
        request, answer = slots.fill(context.random.choice(wish.requests)), slots.fill(wish.answer)
        return Edit(kind="wish", request=request, text=filled, answer=answer, is_described=True)

    edit = make()
    if context.chance(_TWO_SHARE) and (both := add_changes(context, edit, make)):
        return both
    return edit


@cache
def load_wished_texts(*folders: Path) -> tuple[WishedText, ...]:
    """Return the texts of all files in the folders."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    return tuple(chain.from_iterable(map(read_wished_texts, paths)))


def read_wished_texts(path: Path) -> Iterator[WishedText]:
    """Yield the texts of one file. Raises `ValueError` that names the line where one is wrong."""
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [i for i, line in enumerate(lines) if line.startswith(_HEAD)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        try:
            yield _parse_text(lines[start:end])
        except ValueError as error:
            raise ValueError(f"{path.name}, text in line {start + 1}: {error}") from None


def _parse_text(lines: list[str]) -> WishedText:
    marks = [i for i, line in enumerate(lines) if line == _EDIT]
    if not marks:
        raise ValueError("it has no edit")
    own_slots = {}
    first = 1
    while found := _OWN_SLOT.fullmatch(lines[first]):
        own_slots[found[1]] = tuple(found[2].split(" | "))
        first += 1
    body = "\n".join(lines[first : marks[0]]).strip("\n")
    wishes = tuple(
        _parse_wish(body, lines[start + 1 : end])
        for start, end in zip(marks, [*marks[1:], len(lines)], strict=True)
    )
    return WishedText(lines[0].removeprefix(_HEAD), own_slots, body, wishes)


@dataclass(slots=True)
class _Hunk:
    """Lines that stand together, and what takes their place."""

    old: list[str]
    new: list[str] = field(default_factory=list)


def _parse_wish(body: str, lines: list[str]) -> Wish:
    hunks: list[_Hunk] = []
    fragments: list[tuple[str, str]] = []
    requests: list[str] = []
    last = ""
    for line in lines:
        mark, text = line[:1], line[2:]
        if mark == "-" and last == "-":
            hunks[-1].old.append(text)
        elif mark == "-":
            hunks.append(_Hunk([text]))
        elif mark == "+" and last in ("-", "+"):
            hunks[-1].new.append(text)
        elif mark == "*" and _GIVES in text:
            old, _, new = text.partition(_GIVES)
            fragments.append((old, new))
        elif mark == "?" and text:
            requests.append(text)
        elif line.strip():
            raise ValueError(f"an edit has the line {line!r}")
        last = mark
    if not requests:
        raise ValueError("an edit has no request")
    answer = _replace_words(_apply(body, hunks), fragments)
    if answer == body:
        raise ValueError(f"an edit changes nothing: {requests[0]!r}")
    return Wish(answer, tuple(requests))


def _apply(body: str, hunks: list[_Hunk]) -> str:
    lines = body.split("\n")
    places = [(_find(lines, hunk.old), hunk) for hunk in hunks]
    places.sort(key=lambda place: place[0])
    for (start, hunk), (following, _) in pairwise(places):
        if start + len(hunk.old) > following:
            raise ValueError(f"an edit takes this line out twice: {lines[following]!r}")
    for start, hunk in reversed(places):
        lines[start : start + len(hunk.old)] = hunk.new
    return "\n".join(lines)


def _find(lines: list[str], wanted: list[str]) -> int:
    size = len(wanted)
    found = [i for i in range(len(lines)) if lines[i : i + size] == wanted]
    if len(found) != 1:
        raise ValueError(f"these lines stand in it {len(found)} times: {wanted}")
    return found[0]


def _replace_words(text: str, fragments: list[tuple[str, str]]) -> str:
    for old, new in fragments:
        parts = re.split(rf"(?<!\w){re.escape(old)}(?!\w)", text)
        if len(parts) == 1:
            raise ValueError(f"the fragment {old!r} does not stand in it")
        text = new.join(parts)
    return text
