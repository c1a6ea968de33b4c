"""Wilcoxon's signed-rank test: whether paired differences lie to both sides of 0 alike.

Invariant: exact up to 25 differences without ties; beyond it the normal approximation with the
correction for ties, as scipy does, which the tests compare it with.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_MOST_EXACT = 25


def compute_p_value(differences: Sequence[float]) -> float | None:
    """Return the two-sided p value; differences of 0 are left out; `None` when none is left."""
    values = np.array([value for value in differences if value != 0.0])
    if not len(values):
        return None
    ranks = _rank(np.abs(values))
    positive = float(ranks[values > 0].sum())
    statistic = min(positive, float(ranks.sum()) - positive)
    if len(values) <= _MOST_EXACT and len(set(np.abs(values))) == len(values):
        return min(1.0, 2.0 * _count_up_to(int(statistic), len(values)) / 2.0 ** len(values))
    return _approximate(statistic, ranks)


def _rank(sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ranks from 1; equal sizes share the mean of their ranks."""
    _, inverse, counts = np.unique(sizes, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    shared: NDArray[np.float64] = (last - (counts - 1) / 2.0)[inverse]
    return shared


def _count_up_to(limit: int, count: int) -> int:
    """Return how many of the 2**count sign patterns have a rank sum of at most `limit`."""
    ways = [1] + [0] * limit
    for rank in range(1, count + 1):
        for total in range(limit, rank - 1, -1):
            ways[total] += ways[total - rank]
    return sum(ways)


def _approximate(statistic: float, ranks: NDArray[np.float64]) -> float:
    mean = float(ranks.sum()) / 2.0
    deviation = math.sqrt(float(np.square(ranks).sum()) / 4.0)
    return min(1.0, math.erfc(abs(statistic - mean) / deviation / math.sqrt(2.0)))
