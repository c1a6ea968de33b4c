"""Recognises blocks that were moved: deleted in one place, inserted unchanged in another.

Invariant: a piece belongs to one move at most; blanks and line ends may differ, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lib.analysis.diff.pieces import Piece, PieceKind
from lib.analysis.diff.tokens import split_lines

# Shorter texts are equal by chance: a lone `return None` that comes and goes was not moved.
_LEAST_CHARS = 20
# Places of one line that are looked at; with it the cost is linear, whatever the texts.
_MOST_PLACES = 8

_FIRST_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)")

_Place = tuple[int, int]
"""Index of a piece, and the offset of a line in it."""


@dataclass(frozen=True, slots=True)
class Move:
    """Indices of the two pieces of a moved block."""

    deleted: int
    inserted: int


def find_moves(pieces: Sequence[Piece]) -> tuple[Move, ...]:
    """The moved blocks among the pieces of a final diff, in the order of their deletion.

    A block that was moved and edited is not recognised; nor is one that is part of a piece, unless
    `split_moves` has set it apart.
    """
    inserted: dict[str, list[int]] = {}
    for index, piece in enumerate(pieces):
        if piece.kind is PieceKind.INSERT:
            inserted.setdefault(_normalise(piece.text), []).append(index)
    moves: list[Move] = []
    for index, piece in enumerate(pieces):
        if piece.kind is not PieceKind.DELETE:
            continue
        text = _normalise(piece.text)
        places = inserted.get(text)
        if places and len(text) >= _LEAST_CHARS:
            moves.append(Move(index, places.pop(0)))
    return tuple(moves)


def split_moves(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, with lines that are a whole piece elsewhere cut from the changes beside them."""
    cuts: dict[int, list[tuple[int, int]]] = {}
    for kind, other in (
        (PieceKind.INSERT, PieceKind.DELETE),
        (PieceKind.DELETE, PieceKind.INSERT),
    ):
        blocks = {
            index: _find_first_line(piece.text)
            for index, piece in enumerate(pieces)
            if piece.kind is kind and index not in cuts and _is_block(piece.text)
        }
        places = _find_places(pieces, other, frozenset(blocks.values()))
        for index, first_line in blocks.items():
            text = pieces[index].text
            place = _find_inside(pieces, text, places.get(first_line, ()), cuts)
            if place is not None:
                at, start = place
                cuts.setdefault(at, []).append((start, start + len(text)))
    return tuple(
        part for index, piece in enumerate(pieces) for part in _cut(piece, cuts.get(index))
    )


def _is_block(text: str) -> bool:
    return text.endswith(("\n", "\r")) and len(_normalise(text)) >= _LEAST_CHARS


def _find_first_line(text: str) -> str:
    match = _FIRST_LINE.match(text)
    return match[0] if match else ""


def _find_places(
    pieces: Sequence[Piece], kind: PieceKind, lines: Collection[str]
) -> dict[str, list[_Place]]:
    """Where the lines stand in pieces of a kind."""
    places: dict[str, list[_Place]] = {}
    for index, piece in enumerate(pieces):
        if piece.kind is not kind or not lines:
            continue
        offset = 0
        for line in split_lines(piece.text):
            if line in lines:
                known = places.setdefault(line, [])
                if len(known) < _MOST_PLACES:
                    known.append((index, offset))
            offset += len(line)
    return places


def _find_inside(
    pieces: Sequence[Piece],
    text: str,
    places: Sequence[_Place],
    cuts: Mapping[int, Sequence[tuple[int, int]]],
) -> _Place | None:
    """Where the text stands as part of a larger piece; None also where it is a piece."""
    found = None
    for index, start in places:
        whole, end = pieces[index].text, start + len(text)
        if whole == text:
            return None
        is_free = all(end <= first or last <= start for first, last in cuts.get(index, ()))
        if found is None and is_free and whole.startswith(text, start):
            found = (index, start)
    return found


def _cut(piece: Piece, cuts: Sequence[tuple[int, int]] | None) -> list[Piece]:
    if not cuts:
        return [piece]
    ends = sorted({0, len(piece.text), *(end for cut in cuts for end in cut)})
    texts = (piece.text[start:end] for start, end in pairwise(ends))
    return [Piece(piece.kind, text) for text in texts]


def _normalise(text: str) -> str:
    return "".join(text.split())
