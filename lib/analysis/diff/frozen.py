"""The settled part of a live diff: pieces that are appended to, and seldom retracted.

Invariant: `first_changed` is the lowest index that may differ from what the last frame told.
"""

from __future__ import annotations

from lib.analysis.diff.pieces import Piece, PieceKind

# The last piece is sent again whenever it grows, so it must not grow for ever.
_LONGEST_PIECE = 1_000


class FrozenPieces:
    """A list of pieces that remembers from where on it changed."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.first_changed = 0

    def __len__(self) -> int:
        return len(self.pieces)

    def append(self, kind: PieceKind, text: str) -> None:
        """Add text at the end, to the last piece when it is of this kind and short enough."""
        if not text:
            return
        last = self.pieces[-1] if self.pieces else None
        if last is None or last.kind is not kind or len(last.text) + len(text) > _LONGEST_PIECE:
            self.pieces.append(Piece(kind, text))
            return
        self.pieces[-1] = Piece(kind, last.text + text)
        self.first_changed = min(self.first_changed, len(self.pieces) - 1)

    def truncate(self, length: int) -> None:
        """Retract what was settled from piece `length` on."""
        del self.pieces[length:]
        self.first_changed = min(self.first_changed, length)

    def settle_deleted(self, start: int, end: int) -> None:
        """Turn the pieces from `start` up to `end` from pending into deleted."""
        for place in range(start, end):
            self.pieces[place] = Piece(PieceKind.DELETE, self.pieces[place].text)
        self.first_changed = min(self.first_changed, start)
