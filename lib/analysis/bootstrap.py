"""Intervals for a mean over strata, by a studentised bootstrap.

Invariant: seeded; the same numbers always give the same interval. An interval needs repetitions: it
is `None` where nothing says how much the numbers vary.

Why studentised: with five repetitions the plain percentile bootstrap covers the truth in about 82
of 100 experiments instead of 95, because it takes the spread of five numbers for the true one. The
studentised one resamples mean and spread together (Efron and Tibshirani, An Introduction to the
Bootstrap, chapter 12). Why symmetric: times have rare, large outliers, and the two-sided form kept
its level on them where the one-sided form covered 93 of 100.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2_000
LEVEL = 0.95
_SEED = 20_261_121


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate, and where the true value lies in 95 of 100 such experiments."""

    estimate: float
    low: float | None
    high: float | None


def estimate_mean(strata: Sequence[Sequence[float]]) -> Interval:
    """Return the mean of the strata's means, each stratum with the same weight.

    `strata` holds the repetitions of each case, at least one a case. When no case has more than
    one, the cases themselves are the sample. Deviations from the case's own mean are resampled
    over all cases together, so that cases with few repetitions borrow their spread from the rest.
    """
    groups = [np.asarray(values, dtype=float) for values in strata]
    if max(map(len, groups)) == 1:
        groups = [np.concatenate(groups)]
    estimate = float(np.mean([group.mean() for group in groups]))
    sizes = np.array([len(group) for group in groups])
    freedom = int(sizes.sum()) - len(groups)
    if freedom < 1:
        return Interval(estimate, None, None)
    deviations = np.concatenate([_spread_out(group) for group in groups if len(group) > 1])
    weights = np.repeat(1.0 / (sizes * len(groups)), sizes)
    error = _compute_error([group - group.mean() for group in groups], weights, freedom)
    # All repetitions alike: a clock that coarse, or a provider that simulates.
    if error == 0.0:
        return Interval(estimate, estimate, estimate)
    studentised = np.abs(_resample(deviations, sizes, weights, freedom))
    reach = float(np.quantile(studentised, LEVEL)) * error
    return Interval(estimate, estimate - reach, estimate + reach)


def _spread_out(group: NDArray[np.float64]) -> NDArray[np.float64]:
    """Deviations from the mean, enlarged by what estimating the mean has taken from them."""
    spread: NDArray[np.float64] = (group - group.mean()) * np.sqrt(len(group) / (len(group) - 1))
    return spread


def _compute_error(
    deviations: Sequence[NDArray[np.float64]], weights: NDArray[np.float64], freedom: int
) -> float:
    pooled = sum(float(np.square(part).sum()) for part in deviations) / freedom
    return float(np.sqrt(pooled * np.square(weights).sum()))


def _resample(
    deviations: NDArray[np.float64],
    sizes: NDArray[np.int_],
    weights: NDArray[np.float64],
    freedom: int,
) -> NDArray[np.float64]:
    """Return the studentised means of experiments drawn from the deviations."""
    dice = np.random.default_rng(_SEED)
    drawn = dice.choice(deviations, size=(RESAMPLES, int(sizes.sum())))
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    means = np.add.reduceat(drawn, starts, axis=1) / sizes
    within = np.square(drawn - np.repeat(means, sizes, axis=1)).sum(axis=1) / freedom
    errors = np.sqrt(within * np.square(weights).sum())
    # A draw of equal numbers has no spread; it says nothing about the studentised mean.
    usable = errors > 0
    result: NDArray[np.float64] = means.mean(axis=1)[usable] / errors[usable]
    return result
