"""Matches the latest output tokens with the source that may come next.

The window begins where everything before is settled. New tokens add rows to a bit-parallel LCS
table, which is traced back now and then.

Invariant: `blocks` increase, hold equal tokens, and end where the words matched outweigh the source
skipped most; the cost of a step is bounded by the size of the window.
"""

from __future__ import annotations

from lib.analysis.diff.lcs import Block, column_masks, common_prefix, extend_rows, trace_rows
from lib.analysis.diff.source_index import SourceIndex

# How far ahead the window looks, in source tokens: usually, and after so many unmatched tokens.
_NEAR_LOOKAHEAD = 256
_FAR_LOOKAHEAD = 1_500
_STRAYED_TOKENS = 32
# Masks reach so much farther than the window, to serve the windows that follow.
_SPARE_COLUMNS = 1_024
_MOST_ROWS = 2_048
# In a rewrite, where windows find nothing, they shrink to this and grow back at the next run.
_LEAST_ROWS = 256
# A window of n rows is traced anew after n / 32 tokens.
_ROWS_PER_TRACE = 32
# A run of so many tokens settles when it began so many tokens ago.
_SETTLED_RUNS = ((48, 0), (24, 216), (8, 512))
# Longer runs count no more than this, in words, for the source they may skip.
_LONGEST_SCORED_RUN = 16


class Window:
    """The believed matches behind a settled place; `output_ids` is the caller's, and grows."""

    def __init__(self, index: SourceIndex, output_ids: list[int]) -> None:
        self._index = index
        self._output_ids = output_ids
        self._masks: dict[int, int] = {}
        self._masks_start = self._masks_end = 0
        self.most_rows = _MOST_ROWS
        self.move_to(0, 0)

    def move_to(self, source_at: int, output_at: int) -> None:
        """Begin anew behind another settled place."""
        self.source_at = source_at
        self.output_at = output_at
        self.blocks: list[Block] = []
        self._columns = 0
        self._rows: list[int] = []
        self._rows_traced = 0

    @property
    def is_open(self) -> bool:
        """Whether there are rows, that is, output tokens that do not simply continue."""
        return bool(self._rows)

    @property
    def is_full(self) -> bool:
        """Whether part of the window must be settled as it is, to bound the cost."""
        return len(self._rows) > self.most_rows

    @property
    def end(self) -> tuple[int, int]:
        """Source and output tokens up to the end of the last believed block."""
        if not self.blocks:
            return self.source_at, self.output_at
        i, j, n = self.blocks[-1]
        return i + n, j + n

    @property
    def num_matched(self) -> int:
        """Tokens in believed blocks."""
        return sum(n for _, _, n in self.blocks)

    def extend(self, num_new: int) -> None:
        """Take in the last `num_new` output tokens, or all of them when it begins anew."""
        self._extend_rows()
        if self.blocks and self._extend_last_block(num_new):
            return
        num_rows = len(self._rows) - 1
        if num_rows - self._rows_traced >= num_rows // _ROWS_PER_TRACE:
            self._trace()

    def find_settled(self) -> int:
        """Number of blocks up to the last that is long enough for its age; 0 when none is."""
        if self._find_settled() and self._rows_traced < len(self._rows) - 1:
            self._trace()
        return self._find_settled()

    def shrink(self) -> None:
        """Look less closely from now on, because nothing is found."""
        self.most_rows = max(_LEAST_ROWS, self.most_rows // 2)

    def restore(self) -> None:
        """Look closely again."""
        self.most_rows = _MOST_ROWS

    def _extend_rows(self) -> None:
        num_tokens = len(self._output_ids) - self.output_at
        source_end, output_end = self.end
        strayed = len(self._output_ids) - output_end >= _STRAYED_TOKENS
        far = strayed and self.most_rows == _MOST_ROWS
        lookahead = _FAR_LOOKAHEAD if far else _NEAR_LOOKAHEAD
        left = len(self._index) - self.source_at
        reached = max(num_tokens, source_end - self.source_at)
        if not self._rows or self._columns < min(left, reached + lookahead):
            # Room to grow, so that the rows are computed anew only when the window has doubled.
            self._columns = min(left, 2 * reached + lookahead)
            self._rows = [(1 << self._columns) - 1]
            self._cover(self.source_at + self._columns)
        fresh = self._output_ids[self.output_at + len(self._rows) - 1 :]
        extend_rows(self._rows, self._masks, fresh, self.source_at - self._masks_start)

    def _cover(self, end: int) -> None:
        """Have masks for the source from the settled place up to `end`."""
        if self._masks_start <= self.source_at and end <= self._masks_end:
            return
        self._masks_start, self._masks_end = self.source_at, end + _SPARE_COLUMNS
        self._masks = column_masks(self._index.ids[self._masks_start : self._masks_end])

    def _extend_last_block(self, num_new: int) -> bool:
        """Whether all new tokens simply continue the last match; then nothing needs tracing."""
        i, j, n = self.blocks[-1]
        ids, output_ids = self._index.ids, self._output_ids
        if j + n != len(output_ids) - num_new:
            return False
        more = common_prefix(ids, i + n, len(ids), output_ids, j + n, len(output_ids))
        self.blocks[-1] = (i, j, n + more)
        return more == num_new

    def _trace(self) -> None:
        self._rows_traced = len(self._rows) - 1
        blocks = trace_rows(self._rows, self._columns)
        self.blocks = self._believe(
            [(self.source_at + i, self.output_at + j, n) for i, j, n in blocks]
        )

    def _believe(self, blocks: list[Block]) -> list[Block]:
        """The first blocks, up to where the words matched outweigh the source skipped most.

        Without this a stray "the" far ahead would paint all source before it as deleted.
        """
        score = best = 0.0
        num_believed = 0
        end = self.source_at
        for place, (i, _, n) in enumerate(blocks):
            words = self._index.count_words(i, n)
            score += words * min(words, _LONGEST_SCORED_RUN) / 4 - (i - end) / 2
            end = i + n
            if score > best:
                best, num_believed = score, place + 1
        return blocks[:num_believed]

    def _find_settled(self) -> int:
        for place in range(len(self.blocks) - 1, -1, -1):
            i, j, n = self.blocks[place]
            if n < _SETTLED_RUNS[-1][0]:
                continue
            age = len(self._output_ids) - j
            settled = any(n >= run and age >= least for run, least in _SETTLED_RUNS)
            if settled and self._index.says_something(i, n):
                return place + 1
        return 0
