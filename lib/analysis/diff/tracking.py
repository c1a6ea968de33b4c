"""Follows a growing answer through the source: what is settled, what is likely, what is to come.

A stretch up to `(source_at, output_at)` is settled; a window behind it is matched anew as tokens
come; source behind the last believable match is not reached. When the window finds nothing, runs
that occur elsewhere in the source lead far ahead, or back into what was skipped.

Invariant: settled pieces and window pieces rebuild the source up to the cursor and all output
tokens; the cost of a step does not grow with the length of the answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.analysis.diff.frozen import FrozenPieces
from lib.analysis.diff.lcs import (
    Block,
    column_masks,
    common_prefix,
    common_suffix,
    extend_rows,
    trace_rows,
)
from lib.analysis.diff.pieces import Piece, PieceKind
from lib.analysis.diff.source_index import KGRAM, SourceIndex

# How far ahead the window looks, in source tokens: usually, and after so many unmatched tokens.
_NEAR_LOOKAHEAD = 256
_FAR_LOOKAHEAD = 1_500
_STRAYED_TOKENS = 32
# Masks reach so much farther than the window, to serve the windows that follow.
_SPARE_COLUMNS = 1_024
_MOST_ROWS = 2_048
# In a rewrite, where windows find nothing, they shrink to this and grow back at the next run.
_LEAST_ROWS = 256
# A run of so many tokens settles when it began so many tokens ago.
_SETTLED_RUNS = ((48, 0), (24, 216), (8, 512))
# Runs of blanks and symbols, such as a ruler of equals signs, prove nothing.
_LEAST_WORDS = 6
# So many unmatched tokens at the end start a search in the whole source.
_LOST_TOKENS = 48
_FOUND_RUN = 24
_SKIP_PER_RUN_TOKEN = 16
# Skipping more source than this stays pending until as much was matched behind it.
_LARGE_SKIP = 64
_MOST_SKIPS = 64
# A window of n rows is traced anew after n / 32 tokens.
_ROWS_PER_TRACE = 32
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
        self.frozen = FrozenPieces()
        self._source_at = 0
        self._output_at = 0
        self._matched = 0
        self._skips: list[_Skip] = []
        self._most_rows = _MOST_ROWS
        self._masks: dict[int, int] = {}
        self._masks_start = self._masks_end = 0
        self._close_window()

    # What is known now

    @property
    def cursor(self) -> int:
        """Code points of the source that the answer has reached."""
        return self._index.starts[self._believed_end()[0]]

    @property
    def unconfirmed(self) -> list[tuple[int, int]]:
        """Code point ranges of the source that were skipped and may still come."""
        starts = self._index.starts
        return [(starts[skip.source_start], starts[skip.source_end]) for skip in self._skips]

    def window_pieces(self) -> list[Piece]:
        """The pieces behind the settled ones, up to the last output token."""
        pieces: list[Piece] = []
        at_i, at_j = self._source_at, self._output_at
        to_come = sum(n for _, _, n in self._blocks)
        for i, j, n in self._blocks:
            if i > at_i:
                unsure = i - at_i > max(_LARGE_SKIP, to_come)
                kind = PieceKind.PENDING if unsure else PieceKind.DELETE
                pieces.append(Piece(kind, self._index.text_between(at_i, i)))
            pieces += self._output_pieces(PieceKind.INSERT, at_j, j)
            pieces += self._output_pieces(PieceKind.EQUAL, j, j + n)
            at_i, at_j = i + n, j + n
            to_come -= n
        return pieces + self._output_pieces(PieceKind.INSERT, at_j, len(self._tokens))

    # One step

    def advance(self, tokens: list[str]) -> None:
        """Take the next complete tokens of the output, at best not many at once."""
        self._tokens += tokens
        self._ids += self._index.ids_of(tokens)
        if not self._rows:
            self._slide()
        if self._output_at < len(self._ids):
            self._extend_window()
            self._match_window(len(tokens))
            if not self._resynchronise():
                self._settle_runs()
        self._confirm_skips()

    def _slide(self) -> None:
        """Settle what simply continues; a common prefix always belongs to a best match."""
        n = common_prefix(
            self._index.ids,
            self._source_at,
            len(self._index),
            self._ids,
            self._output_at,
            len(self._ids),
        )
        self._settle_block(self._source_at, self._output_at, n)

    def _close_window(self) -> None:
        self._rows: list[int] = []
        self._columns = 0
        self._blocks: list[Block] = []
        self._rows_traced = 0

    def _extend_window(self) -> None:
        num_tokens = len(self._ids) - self._output_at
        source_end, output_end = self._believed_end()
        lost = len(self._ids) - output_end >= _STRAYED_TOKENS and self._most_rows == _MOST_ROWS
        lookahead = _FAR_LOOKAHEAD if lost else _NEAR_LOOKAHEAD
        left = len(self._index) - self._source_at
        reached = max(num_tokens, source_end - self._source_at)
        if not self._rows or self._columns < min(left, reached + lookahead):
            # Room to grow, so that the rows are computed anew only when the window has doubled.
            self._columns = min(left, 2 * reached + lookahead)
            self._rows = [(1 << self._columns) - 1]
            self._cover(self._source_at + self._columns)
        fresh = self._ids[self._output_at + len(self._rows) - 1 :]
        extend_rows(self._rows, self._masks, fresh, self._source_at - self._masks_start)

    def _cover(self, end: int) -> None:
        """Have masks for the source from the settled place up to `end`."""
        if self._masks_start <= self._source_at and end <= self._masks_end:
            return
        self._masks_start, self._masks_end = self._source_at, end + _SPARE_COLUMNS
        self._masks = column_masks(self._index.ids[self._masks_start : self._masks_end])

    def _match_window(self, num_new: int) -> None:
        if self._blocks and self._extend_last_block(num_new):
            return
        num_rows = len(self._rows) - 1
        if num_rows - self._rows_traced < num_rows // _ROWS_PER_TRACE:
            return
        self._trace_window()

    def _trace_window(self) -> None:
        self._rows_traced = len(self._rows) - 1
        blocks = trace_rows(self._rows, self._columns)
        self._blocks = self._believe(
            [(self._source_at + i, self._output_at + j, n) for i, j, n in blocks]
        )

    def _extend_last_block(self, num_new: int) -> bool:
        """Whether all new tokens simply continue the last match; then nothing needs tracing."""
        i, j, n = self._blocks[-1]
        if j + n != len(self._ids) - num_new:
            return False
        more = common_prefix(
            self._index.ids, i + n, len(self._index), self._ids, j + n, len(self._ids)
        )
        self._blocks[-1] = (i, j, n + more)
        return more == num_new

    def _believe(self, blocks: list[Block]) -> list[Block]:
        """The first blocks, up to where the words matched outweigh the source skipped most.

        Without this a stray "the" far ahead would paint all source before it as deleted.
        """
        score = best = 0.0
        num_believed = 0
        end = self._source_at
        for place, (i, _, n) in enumerate(blocks):
            words = self._count_words(i, n)
            score += words * min(words, 16) / 4 - (i - end) / 2
            end = i + n
            if score > best:
                best, num_believed = score, place + 1
        return blocks[:num_believed]

    def _count_words(self, start: int, num_tokens: int) -> int:
        words_before = self._index.words_before
        return words_before[start + num_tokens] - words_before[start]

    def _believed_end(self) -> tuple[int, int]:
        if not self._blocks:
            return self._source_at, self._output_at
        i, j, n = self._blocks[-1]
        return i + n, j + n

    # Settling

    def _settle_runs(self) -> None:
        """Settle up to the last run that is long enough, or long enough for its age."""
        if self._find_settled_run() and self._rows_traced < len(self._rows) - 1:
            self._trace_window()
        num_blocks = self._find_settled_run()
        if num_blocks:
            self._settle_window(num_blocks)
            self._most_rows = _MOST_ROWS
        elif len(self._rows) > self._most_rows:
            # A rewrite: half of the window is settled as it is, to bound the cost.
            half = self._most_rows // 2
            middle = self._output_at + half
            num_blocks = sum(j + n <= middle for _, j, n in self._blocks)
            if sum(n for _, _, n in self._blocks[:num_blocks]) < half // 4:
                self._most_rows = max(_LEAST_ROWS, half)
            self._settle_window(num_blocks, middle)

    def _find_settled_run(self) -> int:
        """Number of blocks up to the last one that can be settled; 0 when none can."""
        for place in range(len(self._blocks) - 1, -1, -1):
            i, j, n = self._blocks[place]
            if n < _SETTLED_RUNS[-1][0]:
                continue
            age = len(self._ids) - j
            settled = any(n >= run and age >= least for run, least in _SETTLED_RUNS)
            if settled and self._count_words(i, n) >= min(n // 4, _LEAST_WORDS):
                return place + 1
        return 0

    def _settle_window(self, num_blocks: int, output_end: int = 0) -> None:
        blocks = self._blocks[:num_blocks]
        self._close_window()
        for block in blocks:
            self._settle_block(*block)
        if output_end > self._output_at:
            self._settle_block(self._source_at, output_end, 0)
        self._slide()
        if self._output_at < len(self._ids):
            self._extend_window()
            self._match_window(0)

    def _settle_block(self, i: int, j: int, n: int) -> None:
        """Settle the gap before a block, and the block."""
        if i > self._source_at:
            self._settle_gap(i)
        for piece in self._output_pieces(PieceKind.INSERT, self._output_at, j):
            self.frozen.append(piece.kind, piece.text)
        for piece in self._output_pieces(PieceKind.EQUAL, j, j + n):
            self.frozen.append(piece.kind, piece.text)
        self._matched += n
        self._source_at, self._output_at = i + n, j + n

    def _settle_gap(self, end: int) -> None:
        text = self._index.text_between(self._source_at, end)
        if end - self._source_at <= _LARGE_SKIP:
            self.frozen.append(PieceKind.DELETE, text)
            return
        before = len(self.frozen)
        self.frozen.append(PieceKind.PENDING, text)
        self._skips.append(
            _Skip(before, len(self.frozen), self._source_at, end, self._output_at, self._matched)
        )

    def _confirm_skips(self) -> None:
        """Skipped source counts as deleted once as much was matched behind it."""
        if not self._skips:
            return
        matched = self._matched + sum(n for _, _, n in self._blocks)
        surplus = len(self._skips) - _MOST_SKIPS
        for place, skip in enumerate(self._skips):
            if place < surplus or matched - skip.matched_before >= skip.size:
                self.frozen.settle_deleted(skip.pieces_before, skip.pieces_after)
        self._skips = [
            skip
            for skip in self._skips[max(0, surplus) :]
            if matched - skip.matched_before < skip.size
        ]

    def _output_pieces(self, kind: PieceKind, start: int, end: int) -> list[Piece]:
        if end - start <= _PIECE_TOKENS:
            return [Piece(kind, "".join(self._tokens[start:end]))] if end > start else []
        return [
            Piece(kind, "".join(self._tokens[at : min(at + _PIECE_TOKENS, end)]))
            for at in range(start, end, _PIECE_TOKENS)
        ]

    # Far away

    def _resynchronise(self) -> bool:
        """When lost, look for the last tokens in the whole source; whether that led elsewhere."""
        _, matched_end = self._believed_end()
        if len(self._ids) - matched_end < _LOST_TOKENS:
            return False
        for end in range(len(self._ids), len(self._ids) - self._index.stride, -1):
            if end - KGRAM < matched_end:
                break
            run = self._ids[end - KGRAM : end]
            if run[-1] >= 0 and self._follow_run(run, end - KGRAM, matched_end):
                return True
        return False

    def _follow_run(self, run: list[int], at_j: int, matched_end: int) -> bool:
        ids = self._index.ids
        cursor = self._believed_end()[0]
        for at_i in self._index.find_places(run, cursor):
            back = common_suffix(ids, 0, at_i, self._ids, matched_end, at_j)
            ahead = common_prefix(ids, at_i, len(ids), self._ids, at_j, len(self._ids))
            i, n = at_i - back, back + ahead
            if self._count_words(i, n) < _LEAST_WORDS:
                continue
            if i >= cursor and n >= max(_FOUND_RUN, (i - cursor) / _SKIP_PER_RUN_TOKEN):
                self._jump(i, at_j - back)
                return True
            if at_i < cursor and n >= _FOUND_RUN and self._roll_back(at_i, at_j, back):
                return True
        return False

    def _jump(self, i: int, j: int) -> None:
        blocks = self._blocks
        self._most_rows = _MOST_ROWS
        self._close_window()
        for block in blocks:
            self._settle_block(*block)
        self._settle_block(i, j, 0)
        self._slide()

    def _roll_back(self, at_i: int, at_j: int, back: int) -> bool:
        """Return into skipped source; what was matched since then was moved, or came by chance."""
        for place, skip in enumerate(self._skips):
            if skip.source_start <= at_i < skip.source_end:
                back = min(back, at_i - skip.source_start)
                self._close_window()
                self._most_rows = _MOST_ROWS
                self.frozen.truncate(skip.pieces_before)
                del self._skips[place:]
                self._source_at, self._output_at = skip.source_start, skip.output_at
                self._matched = skip.matched_before
                self._settle_block(at_i - back, at_j - back, 0)
                self._slide()
                return True
        return False
