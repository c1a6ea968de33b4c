"""Recognises blocks that were moved: deleted in one place, inserted unchanged in another.

Invariant: a piece belongs to one move at most; blanks and line ends may differ, nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.analysis.diff.pieces import Piece, PieceKind

# Shorter texts are equal by chance: a lone `return None` that comes and goes was not moved.
_LEAST_CHARS = 20


@dataclass(frozen=True, slots=True)
class Move:
    """Indices of the two pieces of a moved block."""

    deleted: int
    inserted: int


def find_moves(pieces: Sequence[Piece]) -> tuple[Move, ...]:
    """The moved blocks among the pieces of a final diff, in the order of their deletion.

    A block that was moved and edited is not recognised; nor is one that stands beside another
    change.
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


def _normalise(text: str) -> str:
    return "".join(text.split())
