"""Intervals against the truth: on simulated data, and against scipy's t interval."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from lib.analysis.bootstrap import estimate_mean

EXPERIMENTS = 1_000


def draw_log_ratios(dice: np.random.Generator, shape: tuple[int, int]) -> NDArray[np.float64]:
    """Log ratios of two latencies: log-normal noise, and a stall in one of twenty."""

    def draw() -> NDArray[np.float64]:
        stalls = np.where(dice.random(shape) < 0.05, np.log(1.6), 0.0)
        drawn: NDArray[np.float64] = dice.normal(0, 0.1, shape) + stalls
        return drawn

    return draw() - draw()


@pytest.mark.parametrize("shape", [(5, 5), (4, 3), (30, 1), (2, 10)], ids=str)
def test_the_interval_covers_the_truth_in_95_of_100_experiments(shape: tuple[int, int]) -> None:
    """Cases differ in their true effect; with repetitions, these cases are what is asked about."""
    dice = np.random.default_rng(20)
    effects = np.linspace(-0.3, 0.1, shape[0])[:, np.newaxis] if shape[1] > 1 else 0.0
    truth = float(np.mean(effects))
    covered = 0
    for _ in range(EXPERIMENTS):
        interval = estimate_mean((draw_log_ratios(dice, shape) + effects).tolist())
        assert interval.low is not None
        assert interval.high is not None
        covered += interval.low <= truth <= interval.high
    assert 0.93 <= covered / EXPERIMENTS <= 0.97


def test_on_many_normal_numbers_it_is_the_t_interval() -> None:
    values = np.random.default_rng(3).normal(0.2, 0.5, 200)
    low, high = stats.t.interval(0.95, len(values) - 1, loc=values.mean(), scale=stats.sem(values))
    interval = estimate_mean([values.tolist()])
    assert interval.estimate == pytest.approx(values.mean())
    assert interval.low == pytest.approx(low, abs=0.01)
    assert interval.high == pytest.approx(high, abs=0.01)


def test_every_case_has_the_same_weight() -> None:
    interval = estimate_mean([[1.0, 1.2, 0.8, 1.0], [3.0, 3.2]])
    assert interval.estimate == pytest.approx((1.0 + 3.1) / 2)


def test_differences_between_cases_do_not_widen_it() -> None:
    first, second = np.random.default_rng(5).normal(1.0, 0.1, (2, 8))
    close = estimate_mean([first.tolist(), second.tolist()])
    apart = estimate_mean([first.tolist(), (second + 8.0).tolist()])
    assert close.high is not None
    assert apart.high is not None
    assert apart.high - apart.estimate == pytest.approx(close.high - close.estimate)


def test_without_repetitions_the_cases_are_the_sample() -> None:
    singles = estimate_mean([[0.9], [1.0], [1.1], [1.3]])
    assert singles == estimate_mean([[0.9, 1.0, 1.1, 1.3]])


def test_one_number_has_no_interval() -> None:
    interval = estimate_mean([[0.5]])
    assert (interval.estimate, interval.low, interval.high) == (0.5, None, None)


def test_equal_numbers_have_an_interval_without_width() -> None:
    interval = estimate_mean([[0.5, 0.5, 0.5]])
    assert (interval.low, interval.high) == (0.5, 0.5)


def test_the_same_numbers_give_the_same_interval() -> None:
    strata = [[0.1, 0.2, 0.4], [0.3, 0.1, 0.2]]
    assert estimate_mean(strata) == estimate_mean(strata)
