"""The diff of an answer while it streams.

Invariant: after each frame the client's pieces, the provisional tail and the pending rest rebuild
the source and all that was fed; the cost of a frame does not grow with the length of the answer.
"""

from __future__ import annotations

from lib.analysis.diff.final import diff_texts
from lib.analysis.diff.partial import advance_in_steps, diff_partial
from lib.analysis.diff.pieces import DiffFrame, Piece, PieceKind
from lib.analysis.diff.source_index import SourceIndex
from lib.analysis.diff.tokens import split_words
from lib.analysis.diff.tracking import Tracker


class LiveDiff:
    """Takes an answer in chunks of any size and tells what changed on the screen.

    Adjacent pieces of one kind may occur, and in a long rewrite a DELETE may follow an INSERT;
    `finish` replaces all by the final diff, where neither does.
    """

    def __init__(self, source: str) -> None:
        self._index = SourceIndex(source)
        self._tracker = Tracker(self._index)
        self._received: list[str] = []
        self._held = ""
        self._final: tuple[Piece, ...] | None = None
        self._told_from = 0
        self._told: list[Piece] = []

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces now, for a reader who comes late; ends with the pending rest of the source.

        The provisional tail of the output is not in them.
        """
        if self._final is not None:
            return self._final
        rest = self._index.text[self._reached() :]
        pending = [Piece(PieceKind.PENDING, rest)] if rest else []
        return (*self._tracker.frozen.pieces, *self._open_pieces(), *pending)

    @property
    def provisional(self) -> str:
        """The tail of the output, maybe half a token, that does not go on as the source does."""
        return "" if self._held_agrees() else self._held

    def feed(self, text: str) -> DiffFrame:
        """Append answer text. Raises ValueError after `finish`."""
        if self._final is not None:
            message = "This diff is finished; start a new LiveDiff to feed more text."
            raise ValueError(message)
        self._received.append(text)
        tokens = split_words(self._held + text)
        # The last token may go on in the next chunk: "hel" must not count as a changed "hello".
        self._held = tokens.pop() if tokens else ""
        advance_in_steps(self._tracker, tokens)
        frozen = self._tracker.frozen
        keep = min(frozen.first_changed, len(frozen))
        frame = self._frame_from(keep, frozen.pieces[keep:] + self._open_pieces(), self._reached())
        frozen.first_changed = len(frozen)
        return frame

    def finish(self, *, complete: bool = True) -> DiffFrame:
        """The frame that turns the live diff into the final one.

        `complete=False` for an answer that was stopped or cut off: the rest stays pending.
        """
        text = "".join(self._received)
        diff = (diff_texts if complete else diff_partial)(self._index.text, text)
        self._final = diff.pieces
        self._held = ""
        pieces = list(diff.pieces)
        reached = len(self._index.text)
        if not complete and pieces and pieces[-1].kind is PieceKind.PENDING:
            reached -= len(pieces.pop().text)
        keep = self._told_from
        settled = self._tracker.frozen.pieces[:keep]
        keep = _count_common(settled, pieces)
        return self._frame_from(keep, pieces[keep:], reached)

    def _frame_from(self, start: int, pieces: list[Piece], reached: int) -> DiffFrame:
        """A frame that replaces from piece `start` on, less what the client already has."""
        skip = 0
        if start >= self._told_from:
            skip = _count_common(self._told[start - self._told_from :], pieces)
        self._told_from, self._told = start, pieces
        return DiffFrame(
            keep=start + skip,
            pieces=tuple(pieces[skip:]),
            source_reached=reached,
            source_reached_utf16=self._index.utf16_offset(reached),
            provisional=self.provisional,
        )

    def _open_pieces(self) -> list[Piece]:
        """The pieces that may still change; half a word of the source counts as kept."""
        held = [Piece(PieceKind.EQUAL, self._held)] if self._held_agrees() else []
        return self._tracker.window_pieces() + held

    def _reached(self) -> int:
        return self._tracker.cursor + (len(self._held) if self._held_agrees() else 0)

    def _held_agrees(self) -> bool:
        """Otherwise a word would be shown twice: as far as it came, and as not reached.

        A line end that may go on opens no row yet: behind the last one there would be none.
        """
        if not self._held or self._held.endswith(("\r", "\n")):
            return False
        return self._index.text.startswith(self._held, self._tracker.cursor)


def _count_common(before: list[Piece], after: list[Piece]) -> int:
    count = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        count += 1
    return count
