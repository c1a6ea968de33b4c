"""Follows a growing answer through the source: what is settled, what is likely, what is to come.

Pieces up to the window are settled; source behind the last believed match is not reached. When the
window finds nothing, runs that occur elsewhere in the source lead far ahead, or back into what was
skipped.

Invariant: settled pieces and window pieces rebuild the source up to the cursor and all output
tokens; the cost of a step does not grow with the length of the answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.analysis.diff.frozen import FrozenPieces
from lib.analysis.diff.lcs import common_prefix, common_suffix
from lib.analysis.diff.pieces import Piece, PieceKind
from lib.analysis.diff.source_index import KGRAM, SourceIndex
from lib.analysis.diff.window import Window

# So many unmatched tokens at the end start a search in the whole source.
_LOST_TOKENS = 48
# A run found there must be this long, and longer the more source it skips.
_FOUND_RUN = 24
_SKIP_PER_RUN_TOKEN = 16
_CERTAIN_RUN = 400
# Skipping more source than this stays pending until as much was matched behind it.
_LARGE_SKIP = 64
_MOST_SKIPS = 64
_PIECE_TOKENS = 128


@dataclass(frozen=True, slots=True)
class _Skip:
    """Source that a settled match jumped over, with the state before it, to return to."""

    pieces_before: int
    pieces_after: int
    source_start: int
    source_end: int
    output_at: int
    matched_before: int

    @property
    def size(self) -> int:
        return self.source_end - self.source_start


class Tracker:
    """Takes complete output tokens and keeps the believed alignment with the source."""

    def __init__(self, index: SourceIndex) -> None:
        self._index = index
        self._tokens: list[str] = []
        self._ids: list[int] = []
        self._window = Window(index, self._ids)
        self.frozen = FrozenPieces()
        self._matched = 0
        self._skips: list[_Skip] = []

    @property
    def cursor(self) -> int:
        """Code points of the source that the answer has reached."""
        return self._index.starts[self._window.end[0]]

    def may_still_come(self, start: int, end: int) -> bool:
        """Whether most of these code points of the source were skipped without confirmation."""
        starts = self._index.starts
        gaps = [(skip.source_start, skip.source_end) for skip in self._skips]
        skipped = sum(
            max(0, min(end, starts[gap_end]) - max(start, starts[gap_start]))
            for gap_start, gap_end in (*gaps, *self._unsure_gaps())
        )
        return 2 * skipped > end - start

    def window_pieces(self) -> list[Piece]:
        """The pieces behind the settled ones, up to the last output token."""
        pieces: list[Piece] = []
        unsure = self._unsure_gaps()
        at_i, at_j = self._window.source_at, self._window.output_at
        for i, j, n in self._window.blocks:
            if i > at_i:
                kind = PieceKind.PENDING if (at_i, i) in unsure else PieceKind.DELETE
                pieces.append(Piece(kind, self._index.text_between(at_i, i)))
            pieces += self._output_pieces(PieceKind.INSERT, at_j, j)
            pieces += self._output_pieces(PieceKind.EQUAL, j, j + n)
            at_i, at_j = i + n, j + n
        return pieces + self._output_pieces(PieceKind.INSERT, at_j, len(self._tokens))

    def _unsure_gaps(self) -> list[tuple[int, int]]:
        """Source tokens that the window skips, where less was matched behind them than skipped."""
        gaps: list[tuple[int, int]] = []
        at = self._window.source_at
        to_come = self._window.num_matched
        for i, _, n in self._window.blocks:
            if i - at > max(_LARGE_SKIP, to_come):
                gaps.append((at, i))
            at = i + n
            to_come -= n
        return gaps

    def advance(self, tokens: list[str]) -> None:
        """Take the next complete tokens of the output, at best not many at once."""
        self._tokens += tokens
        self._ids += self._index.ids_of(tokens)
        if not self._window.is_open:
            self._slide()
        if self._window.output_at < len(self._ids):
            self._window.extend(len(tokens))
            if not self._resynchronise():
                self._settle()
        self._confirm_skips()

    # Settling

    def _slide(self) -> None:
        """Settle what simply continues; a common prefix always belongs to a best match."""
        i, j = self._window.source_at, self._window.output_at
        n = common_prefix(self._index.ids, i, len(self._index), self._ids, j, len(self._ids))
        self._settle_block(i, j, n)

    def _settle(self) -> None:
        """Settle up to the last run that is certain, or half of a full window as it is."""
        window = self._window
        num_blocks = window.find_settled()
        if num_blocks:
            window.restore()
            self._settle_window(num_blocks)
        elif window.is_full:
            half = window.most_rows // 2
            middle = window.output_at + half
            num_blocks = sum(j + n <= middle for _, j, n in window.blocks)
            if sum(n for _, _, n in window.blocks[:num_blocks]) < half // 4:
                window.shrink()
            self._settle_window(num_blocks, middle)

    def _settle_window(self, num_blocks: int, output_end: int = 0) -> None:
        for block in self._window.blocks[:num_blocks]:
            self._settle_block(*block)
        if output_end > self._window.output_at:
            self._settle_block(self._window.source_at, output_end, 0)
        self._slide()
        num_left = len(self._ids) - self._window.output_at
        if num_left:
            self._window.extend(num_left)

    def _settle_block(self, i: int, j: int, n: int) -> None:
        """Settle the gap before a block, and the block; the window begins anew behind it."""
        if i > self._window.source_at:
            self._settle_gap(i)
        for piece in self._output_pieces(PieceKind.INSERT, self._window.output_at, j):
            self.frozen.append(piece.kind, piece.text)
        for piece in self._output_pieces(PieceKind.EQUAL, j, j + n):
            self.frozen.append(piece.kind, piece.text)
        self._matched += n
        self._window.move_to(i + n, j + n)

    def _settle_gap(self, end: int) -> None:
        start = self._window.source_at
        text = self._index.text_between(start, end)
        if end - start <= _LARGE_SKIP:
            self.frozen.append(PieceKind.DELETE, text)
            return
        before = len(self.frozen)
        self.frozen.append(PieceKind.PENDING, text)
        after = len(self.frozen)
        self._skips.append(_Skip(before, after, start, end, self._window.output_at, self._matched))

    def _confirm_skips(self) -> None:
        """Skipped source counts as deleted once as much was matched behind it."""
        if not self._skips:
            return
        matched = self._matched + self._window.num_matched
        surplus = len(self._skips) - _MOST_SKIPS
        unsure: list[_Skip] = []
        for place, skip in enumerate(self._skips):
            if place < surplus or matched - skip.matched_before >= skip.size:
                self.frozen.settle_deleted(skip.pieces_before, skip.pieces_after)
            else:
                unsure.append(skip)
        self._skips = unsure

    def _output_pieces(self, kind: PieceKind, start: int, end: int) -> list[Piece]:
        if start < end <= start + _PIECE_TOKENS:
            return [Piece(kind, "".join(self._tokens[start:end]))]
        return [
            Piece(kind, "".join(self._tokens[at : min(at + _PIECE_TOKENS, end)]))
            for at in range(start, end, _PIECE_TOKENS)
        ]

    # Far away

    def _resynchronise(self) -> bool:
        """When lost, look for the last tokens in the whole source; whether that led elsewhere."""
        matched_end = self._window.end[1]
        if len(self._ids) - matched_end < _LOST_TOKENS:
            return False
        for end in range(len(self._ids), len(self._ids) - self._index.stride, -1):
            if end - KGRAM < matched_end:
                break
            run = self._ids[end - KGRAM : end]
            if run[-1] >= 0 and self._follow_run(run, end - KGRAM):
                return True
        return False

    def _follow_run(self, run: list[int], at_j: int) -> bool:
        ids = self._index.ids
        cursor, matched_end = self._window.end
        for at_i in self._index.find_places(run, cursor):
            back = common_suffix(ids, 0, at_i, self._ids, matched_end, at_j)
            ahead = common_prefix(ids, at_i, len(ids), self._ids, at_j, len(self._ids))
            i, n = at_i - back, back + ahead
            if n < _FOUND_RUN or not self._index.says_something(i, n):
                continue
            if i >= cursor and n >= min((i - cursor) // _SKIP_PER_RUN_TOKEN, _CERTAIN_RUN):
                self._jump(i, at_j - back)
                return True
            if at_i < cursor and self._roll_back(at_i, at_j, back):
                return True
        return False

    def _jump(self, i: int, j: int) -> None:
        self._window.restore()
        for block in self._window.blocks:
            self._settle_block(*block)
        self._settle_block(i, j, 0)
        self._slide()

    def _roll_back(self, at_i: int, at_j: int, back: int) -> bool:
        """Return into skipped source; what was matched since then was moved, or came by chance."""
        for place, skip in enumerate(self._skips):
            if skip.source_start <= at_i < skip.source_end:
                back = min(back, at_i - skip.source_start)
                del self._skips[place:]
                self.frozen.truncate(skip.pieces_before)
                self._matched = skip.matched_before
                self._window.restore()
                self._window.move_to(skip.source_start, skip.output_at)
                self._settle_block(at_i - back, at_j - back, 0)
                self._slide()
                return True
        return False
