"""Few edits between long texts in which nothing is unique, such as a line repeated for ever.

Myers' greedy O(ND) search of 1986, given up early. Invariant: the blocks found are those of a
shortest edit script.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.analysis.diff.lcs import Block, common_prefix


def find_near_blocks(
    a: Sequence[int], b: Sequence[int], most_edits: int, most_steps: int
) -> list[Block] | None:
    """Blocks of a shortest edit script, or None when it needs more edits or steps than allowed.

    `most_edits` counts deleted and inserted tokens; `most_steps` counts compared tokens.
    """
    if abs(len(a) - len(b)) > most_edits:
        return None
    reached = {1: 0}
    history: list[dict[int, int]] = []
    for edits in range(most_edits + 1):
        history.append(dict(reached))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (
                diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1]
            )
            i = reached[diagonal + 1] if down else reached[diagonal - 1] + 1
            j = i - diagonal
            if i <= len(a) and j <= len(b):
                slid = common_prefix(a, i, len(a), b, j, len(b))
                most_steps -= slid + 1
                i += slid
            reached[diagonal] = i
            if i >= len(a) and i - diagonal >= len(b):
                return _trace(history, len(a), len(b))
        if most_steps < 0:
            return None
    return None


def _trace(history: list[dict[int, int]], i: int, j: int) -> list[Block]:
    blocks: list[Block] = []
    for edits in range(len(history) - 1, -1, -1):
        reached = history[edits]
        diagonal = i - j
        down = diagonal == -edits or (
            diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1]
        )
        start = 0
        if edits:
            start = reached[diagonal + 1] if down else reached[diagonal - 1] + 1
        if i > start:
            blocks.append((start, start - diagonal, i - start))
        if edits:
            i, j = (start, start - diagonal - 1) if down else (start - 1, start - diagonal)
    blocks.reverse()
    return blocks
