"""Longest common subsequence, exact and bit-parallel on Python's big integers.

Each row is one integer with a bit for each token of the other side; a cleared bit marks a column
where the length grows (Crochemore et al. 2001, Hyyro 2004). Invariant: blocks are non-empty, and
increase in both sequences.
"""

from __future__ import annotations

from collections.abc import Sequence

Block = tuple[int, int, int]
"""Start in the first sequence, start in the second, number of equal tokens."""


def common_prefix(
    a: Sequence[int], i: int, i_end: int, b: Sequence[int], j: int, j_end: int
) -> int:
    """Number of equal tokens from `a[i]` and `b[j]` on; slices compare much faster than a loop."""
    limit = min(i_end - i, j_end - j)
    n, step = 0, 4
    while n < limit:
        step = min(step, limit - n)
        if a[i + n : i + n + step] != b[j + n : j + n + step]:
            break
        n += step
        step *= 2
    else:
        return n
    while step > 1:
        step //= 2
        if a[i + n : i + n + step] == b[j + n : j + n + step]:
            n += step
    while n < limit and a[i + n] == b[j + n]:
        n += 1
    return n


def common_suffix(
    a: Sequence[int], i: int, i_end: int, b: Sequence[int], j: int, j_end: int
) -> int:
    """Number of equal tokens that end before `a[i_end]` and `b[j_end]`."""
    limit = min(i_end - i, j_end - j)
    n, step = 0, 4
    while n < limit:
        step = min(step, limit - n)
        if a[i_end - n - step : i_end - n] != b[j_end - n - step : j_end - n]:
            break
        n += step
        step *= 2
    else:
        return n
    while step > 1:
        step //= 2
        if a[i_end - n - step : i_end - n] == b[j_end - n - step : j_end - n]:
            n += step
    while n < limit and a[i_end - n - 1] == b[j_end - n - 1]:
        n += 1
    return n


def column_masks(columns: Sequence[int]) -> dict[int, int]:
    """For each token an integer with a bit set at each of its positions."""
    positions: dict[int, list[int]] = {}
    for position, token in enumerate(columns):
        if token in positions:
            positions[token].append(position)
        else:
            positions[token] = [position]
    masks: dict[int, int] = {}
    for token, places in positions.items():
        if len(places) == 1:
            masks[token] = 1 << places[0]
            continue
        bits = bytearray((places[-1] >> 3) + 1)
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        masks[token] = int.from_bytes(bits, "little")
    return masks


def extend_rows(
    rows: list[int], masks: dict[int, int], tokens: Sequence[int], skip: int = 0
) -> None:
    """Append one row for each token; the last of `rows` is the state before the first token.

    The rows begin at column `skip` of the masks.
    """
    row = rows[-1]
    for token in tokens:
        mask = masks.get(token)
        if mask is not None:
            hits = row & (mask >> skip)
            row = (row + hits) | (row - hits)
        rows.append(row)


def trace_rows(rows: list[int], num_columns: int) -> list[Block]:
    """Blocks (column, row, length) of one longest common subsequence, the leftmost columns."""
    blocks: list[Block] = []
    row, column = len(rows) - 1, num_columns
    start_row = start_column = length = 0
    while row > 0:
        grown = ~rows[row] & ((1 << column) - 1)
        column = grown.bit_length()
        if not column:
            break
        # Skip the rows that bring nothing: the length already grew at this column above them.
        bit = 1 << (column - 1)
        row -= 1
        while row > 0 and not rows[row] & bit:
            row -= 1
        column -= 1
        if length and start_row == row + 1 and start_column == column + 1:
            length += 1
        else:
            if length:
                blocks.append((start_column, start_row, length))
            length = 1
        start_row, start_column = row, column
    if length:
        blocks.append((start_column, start_row, length))
    blocks.reverse()
    return blocks


def find_lcs(a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """Blocks of one longest common subsequence; takes `len(a) * len(b) / 8` bytes."""
    if len(b) > len(a):
        return [(i, j, n) for j, i, n in find_lcs(b, a)]
    in_rows = set(b)
    masks = column_masks([token if token in in_rows else -1 for token in a])
    masks.pop(-1, None)
    rows = [(1 << len(a)) - 1]
    extend_rows(rows, masks, b)
    return trace_rows(rows, len(a))


def lcs_length(a: Sequence[int], b: Sequence[int]) -> int:
    """Length of the longest common subsequence, without keeping the rows."""
    if len(b) > len(a):
        a, b = b, a
    full = (1 << len(a)) - 1
    masks = column_masks(a)
    row = full
    for token in b:
        mask = masks.get(token)
        if mask is not None:
            hits = row & mask
            row = (row + hits) | (row - hits)
    return (~row & full).bit_count()
