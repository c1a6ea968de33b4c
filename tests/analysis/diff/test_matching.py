"""The matching engine against a textbook table, and its bounds."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from lib.analysis.diff.anchors import find_anchors, find_kgram_anchors
from lib.analysis.diff.lcs import Block, common_prefix, common_suffix, find_lcs, lcs_length
from lib.analysis.diff.matching import Budget, match_tokens
from lib.analysis.diff.myers import find_near_blocks
from tests.analysis.diff.edit_scripts import make_rng

Pair = tuple[list[int], list[int]]


def table_length(a: list[int], b: list[int]) -> int:
    """Longest common subsequence by the textbook."""
    above = [0] * (len(b) + 1)
    for token in a:
        row = [0]
        for j, other in enumerate(b):
            row.append(above[j] + 1 if token == other else max(above[j + 1], row[j]))
        above = row
    return above[-1]


def random_pair(rng: Random, longest: int) -> Pair:
    size = rng.choice((2, 5, 50))
    a = [rng.randrange(size) for _ in range(rng.randrange(longest))]
    if rng.random() < 0.5:
        return a, [rng.randrange(size) for _ in range(rng.randrange(longest))]
    b = a[:]
    for _ in range(rng.randrange(6)):
        at = rng.randint(0, len(b))
        b[at : at + rng.randrange(5)] = [rng.randrange(size) for _ in range(rng.randrange(5))]
    return a, b


def assert_valid(a: list[int], b: list[int], blocks: list[Block]) -> None:
    for i, j, n in blocks:
        assert n > 0
        assert a[i : i + n] == b[j : j + n]
    for (i, j, n), (next_i, next_j, _) in pairwise(blocks):
        assert i + n <= next_i
        assert j + n <= next_j


def test_bit_parallel_lcs_is_as_long_as_the_textbook_s() -> None:
    rng = make_rng(21)
    for _ in range(800):
        a, b = random_pair(rng, 70)
        blocks = find_lcs(a, b)
        assert_valid(a, b, blocks)
        assert sum(n for _, _, n in blocks) == lcs_length(a, b) == table_length(a, b)


def test_myers_is_exact_or_gives_up() -> None:
    rng = make_rng(22)
    for _ in range(500):
        a, b = random_pair(rng, 60)
        edits = len(a) + len(b) - 2 * table_length(a, b)
        blocks = find_near_blocks(a, b, 8, 10_000)
        assert (blocks is None) == (edits > 8)
        if blocks is not None:
            assert_valid(a, b, blocks)
            assert len(a) + len(b) - 2 * sum(n for _, _, n in blocks) == edits
    assert find_near_blocks([1] * 1_000, [1] * 999, 8, 10) is None


def test_common_ends_are_counted_exactly() -> None:
    rng = make_rng(23)
    for _ in range(500):
        a, b = random_pair(rng, 90)
        head = common_prefix(a, 0, len(a), b, 0, len(b))
        assert a[:head] == b[:head]
        assert head == min(len(a), len(b)) or a[head] != b[head]
        tail = common_suffix(a, 0, len(a), b, 0, len(b))
        assert a[len(a) - tail :] == b[len(b) - tail :]
        assert tail == min(len(a), len(b)) or a[-tail - 1] != b[-tail - 1]


def test_anchors_are_unique_and_rising() -> None:
    assert find_anchors([1, 2, 3, 2, 4], [4, 1, 2, 3]) == [(0, 1), (2, 3)]
    assert find_anchors([1, 1], [1, 1]) == []
    periodic = [1, 2] * 20
    a, b = [*periodic, 1, 1, *periodic], [*periodic, 2, *periodic, 1, 1, *periodic]
    anchors = find_kgram_anchors(a, b, 8)
    assert anchors
    assert all(a[i : i + 8] == b[j : j + 8] for i, j in anchors)


def test_matching_is_valid_and_finds_edits() -> None:
    rng = make_rng(24)
    for _ in range(500):
        a, b = random_pair(rng, 300)
        blocks = match_tokens(a, b, Budget(cpu_s=60))
        assert_valid(a, b, blocks)
    a = list(range(5_000))
    b = [*a[:100], -1, *a[101:4_000], *a[4_010:]]
    assert match_tokens(a, b, Budget(cpu_s=60)) == [
        (0, 0, 100),
        (101, 101, 3_899),
        (4_010, 4_000, 990),
    ]


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [
        ([1, 2] * 10_000, [2, 1] * 10_000, 2),
        ([1] * 20_000, [1] * 19_000, 1_000),
    ],
    ids=["shifted period", "one token"],
)
def test_long_periodic_texts_match_exactly(a: list[int], b: list[int], edits: int) -> None:
    budget = Budget(cpu_s=60)
    matched = sum(n for _, _, n in match_tokens(a, b, budget))
    assert len(a) + len(b) - 2 * matched == edits
    assert not budget.exceeded


def test_text_without_unique_tokens_is_anchored_on_runs() -> None:
    rng = make_rng(25)
    a = [rng.randrange(4) for _ in range(20_000)]
    b = a[:]
    for place in range(500, 20_000, 500):
        b[place] = 4
    budget = Budget(cpu_s=60)
    assert sum(n for _, _, n in match_tokens(a, b, budget)) >= 20_000 - 39 - 10
    assert not budget.exceeded


def test_over_the_budget_nothing_more_is_matched() -> None:
    now = iter([0.0, 1.0, 1.0, 1.0])
    a, b = [1, 2, 3] * 3_000, [3, 2, 1] * 3_000
    late = Budget(cpu_s=0.5, clock=lambda: next(now))
    assert match_tokens(a, b, late) == []
    assert late.exceeded
    poor = Budget(cpu_s=60, cells=1_000)
    assert match_tokens(a, b, poor) == []
    assert poor.exceeded
