"""Matches two token sequences: anchors first, exact in the gaps, bounded always.

Invariant: blocks increase in both sequences and hold equal tokens; the work is limited by `Budget`
whatever the input.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from lib.analysis.diff.anchors import KGRAM_SIZES, Anchor, find_anchors, find_kgram_anchors
from lib.analysis.diff.lcs import Block, common_prefix, common_suffix, find_lcs
from lib.analysis.diff.myers import find_near_blocks

_DEEPEST = 12
_SMALL_GAP_CELLS = 400
# Small work is done even when it is late: a line that can be read is worth it.
_ALWAYS_ALLOWED = 4_000
_LARGEST_GAP_CELLS = 40_000_000
_MOST_KGRAM_TOKENS = 250_000
_FEW_EDITS = 16
_MOST_EDITS = 200
_MOST_MYERS_STEPS = 6_000_000

Range = tuple[int, int, int, int]


class Budget:
    """What one diff may cost. Counts deterministic work first; CPU time is the last resort.

    CPU time of the thread, not wall time: a busy machine must not make the diff coarser.
    """

    def __init__(
        self,
        *,
        cpu_s: float,
        cells: int = 400_000_000,
        clock: Callable[[], float] = time.thread_time,
    ) -> None:
        self._cells = cells
        self._clock = clock
        self._deadline = clock() + cpu_s
        self.exceeded = False
        """Something was left unmatched because of the budget."""

    def take(self, cells: int) -> bool:
        """Whether work on so many token pairs may be done; then it counts as done."""
        late = cells > _ALWAYS_ALLOWED and self._clock() > self._deadline
        if late or cells > self._cells:
            self.exceeded = True
            return False
        self._cells -= cells
        return True


def match_tokens(a: Sequence[int], b: Sequence[int], budget: Budget) -> list[Block]:
    """Blocks of equal tokens, merged and in order; close to the fewest edits, but readable."""
    found: list[Block] = []
    stack: list[tuple[Range, int]] = [((0, len(a), 0, len(b)), 0)]
    while stack:
        (i, i_end, j, j_end), depth = stack.pop()
        n = common_prefix(a, i, i_end, b, j, j_end)
        if n:
            found.append((i, j, n))
            i, j = i + n, j + n
        n = common_suffix(a, i, i_end, b, j, j_end)
        if n:
            i_end, j_end = i_end - n, j_end - n
            found.append((i_end, j_end, n))
        if i == i_end or j == j_end:
            continue
        part_a, part_b = a[i:i_end], b[j:j_end]
        anchors: list[Anchor] = []
        blocks: list[Block] = []
        if (i_end - i) * (j_end - j) <= _SMALL_GAP_CELLS:
            blocks = find_lcs(part_a, part_b)
        else:
            anchors, blocks = _match_gap(part_a, part_b, depth, budget)
        found += [(i + bi, j + bj, bn) for bi, bj, bn in blocks]
        stack += [(gap, depth + 1) for gap in _gaps_between(anchors, (i, i_end, j, j_end))]
        found += [(i + ai, j + aj, 1) for ai, aj in anchors]
    return _merge_blocks(found)


def _match_gap(
    a: Sequence[int], b: Sequence[int], depth: int, budget: Budget
) -> tuple[list[Anchor], list[Block]]:
    """Either anchors, whose gaps are still to be matched, or blocks, which are final."""
    if not budget.take(len(a) + len(b)):
        return [], []
    anchors = find_anchors(a, b) if depth < _DEEPEST else []
    if anchors:
        return anchors, []
    cells = len(a) * len(b)
    if cells <= _LARGEST_GAP_CELLS:
        return [], find_lcs(a, b) if budget.take(cells) else []
    near = find_near_blocks(a, b, _FEW_EDITS, _MOST_MYERS_STEPS)
    if near is not None:
        return [], near
    few = len(a) + len(b) <= _MOST_KGRAM_TOKENS
    for size in KGRAM_SIZES:
        if few and size < min(len(a), len(b)) and depth < _DEEPEST:
            if not budget.take((len(a) + len(b)) * size):
                return [], []
            anchors = find_kgram_anchors(a, b, size)
            if anchors:
                return anchors, []
    if budget.take(_MOST_MYERS_STEPS):
        near = find_near_blocks(a, b, _MOST_EDITS, _MOST_MYERS_STEPS)
        if near is not None:
            return [], near
    budget.exceeded = True
    return [], []


def _gaps_between(anchors: list[Anchor], whole: Range) -> list[Range]:
    """What lies between anchors, offset by the start of the whole; none without anchors."""
    if not anchors:
        return []
    i, i_end, j, j_end = whole
    gaps: list[Range] = []
    gap_i, gap_j = i, j
    for anchor_i, anchor_j in anchors:
        if i + anchor_i > gap_i and j + anchor_j > gap_j:
            gaps.append((gap_i, i + anchor_i, gap_j, j + anchor_j))
        gap_i, gap_j = i + anchor_i + 1, j + anchor_j + 1
    gaps.append((gap_i, i_end, gap_j, j_end))
    return gaps


def _merge_blocks(blocks: list[Block]) -> list[Block]:
    blocks.sort()
    merged: list[Block] = []
    start_i = start_j = length = 0
    for i, j, n in blocks:
        if i == start_i + length and j == start_j + length:
            length += n
            continue
        if length:
            merged.append((start_i, start_j, length))
        start_i, start_j, length = i, j, n
    if length:
        merged.append((start_i, start_j, length))
    return merged
