"""Estimates which stretches of an answer stand in the prediction, in whatever order.

Invariant: every span is verbatim in both texts, and spans do not overlap in the answer. That a
stretch stands in the prediction does not prove that it was copied, still less that a provider
counted it as accepted: so this is an estimate and must be called one wherever it is shown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from lib.analysis.diff.lcs import common_prefix, common_suffix
from lib.analysis.diff.tokens import intern_tokens, split_words

# A shorter stretch, or one of mere blanks and brackets, is equal by chance.
LEAST_TOKENS = 8
LEAST_CHARS = 20
# Places that are looked at for each token; with it the cost is linear, whatever the texts.
_MOST_PLACES = 16


@dataclass(frozen=True, slots=True)
class CopiedSpan:
    """A stretch of the answer that stands in the prediction; offsets are code points."""

    start: int
    """In the answer."""
    length: int
    prediction_start: int
    is_moved: bool
    """Stands in another order than in the prediction, or repeats a part of it."""


@dataclass(frozen=True, slots=True)
class CopiedEstimate:
    """The spans in the order of the answer."""

    spans: tuple[CopiedSpan, ...]
    num_copied_chars: int
    num_chars: int
    """Of the answer."""


_Span = tuple[int, int, int]
"""Tokens: start in the answer, start in the prediction, length."""


def estimate_copied(prediction: str, output: str) -> CopiedEstimate:
    """Find the stretches of at least 8 tokens and 20 non-blank characters. O(prediction + output).

    Greedy by the longest match at each place, the nearest to where the last one would go on.
    """
    old_tokens, new_tokens = split_words(prediction), split_words(output)
    ids: dict[str, int] = {}
    old, new = intern_tokens(old_tokens, ids), intern_tokens(new_tokens, ids)
    old_starts = list(accumulate(map(len, old_tokens), initial=0))
    new_starts = list(accumulate(map(len, new_tokens), initial=0))
    said = list(accumulate((len(token.strip()) for token in new_tokens), initial=0))
    found = _find_spans(old, new, said)
    in_order = _heaviest_rising(found)
    spans = tuple(
        CopiedSpan(
            start=new_starts[j],
            length=new_starts[j + n] - new_starts[j],
            prediction_start=old_starts[i],
            is_moved=index not in in_order,
        )
        for index, (j, i, n) in enumerate(found)
    )
    return CopiedEstimate(spans, sum(span.length for span in spans), len(output))


def _find_spans(old: list[int], new: list[int], said: Sequence[int]) -> list[_Span]:
    places = _index_runs(old)
    spans: list[_Span] = []
    j = end = expected = 0
    while j + LEAST_TOKENS <= len(new):
        run = new[j : j + LEAST_TOKENS]
        i, n = _find_longest(old, new, j, places.get(hash(tuple(run)), []), expected)
        if n < LEAST_TOKENS:
            j += 1
            continue
        back = common_suffix(old, 0, i, new, end, j)
        i, start, n = i - back, j - back, n + back
        if said[start + n] - said[start] < LEAST_CHARS:
            # No run that lies within this one is longer: go on where a new one may begin.
            j = start + n - LEAST_TOKENS + 1
            continue
        spans.append((start, i, n))
        j = end = start + n
        expected = i + n
    return spans


def _index_runs(tokens: list[int]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for start in range(len(tokens) - LEAST_TOKENS + 1):
        places.setdefault(hash(tuple(tokens[start : start + LEAST_TOKENS])), []).append(start)
    return places


def _find_longest(
    old: list[int], new: list[int], j: int, places: Sequence[int], expected: int
) -> tuple[int, int]:
    """Where in `old` the longest run from `new[j]` on stands, and its length. Hashes collide."""
    middle = bisect_left(places, expected)
    first = max(0, min(middle - _MOST_PLACES // 2, len(places) - _MOST_PLACES))
    near = sorted(places[first : first + _MOST_PLACES], key=lambda place: abs(place - expected))
    best = (0, 0)
    for place in near:
        n = common_prefix(old, place, len(old), new, j, len(new))
        if n > best[1]:
            best = (place, n)
    return best


def _heaviest_rising(spans: Sequence[_Span]) -> set[int]:
    """Indices of the spans that stay in order, most tokens in all; the others were moved.

    Each best sum is kept for the prediction's places in a tree of prefix maxima: O(n log n).
    """
    order = {i: rank + 1 for rank, i in enumerate(sorted({i for _, i, _ in spans}))}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(order) + 1)
    before: list[int] = []
    best = (0, -1)
    for index, (_, i, n) in enumerate(spans):
        rank, weight, at = order[i], (0, -1), order[i] - 1
        while at > 0:
            weight, at = max(weight, tree[at]), at & (at - 1)
        before.append(weight[1])
        total = (weight[0] + n, index)
        while rank < len(tree):
            tree[rank] = max(tree[rank], total)
            rank += rank & -rank
        best = max(best, total)
    kept: set[int] = set()
    index = best[1]
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept
