"""The paired test against scipy's."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from lib.analysis.signed_rank import compute_p_value


@pytest.mark.parametrize("count", [1, 2, 5, 6, 13, 25])
@pytest.mark.parametrize("seed", range(4))
def test_small_samples_are_exact(count: int, seed: int) -> None:
    values = np.random.default_rng(seed).normal(0.3, 1.0, count)
    expected = stats.wilcoxon(values, method="exact").pvalue
    assert compute_p_value(values.tolist()) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("count", [26, 60, 400])
def test_large_samples_are_approximated(count: int) -> None:
    values = np.random.default_rng(count).normal(0.1, 1.0, count)
    expected = stats.wilcoxon(values, method="approx", correction=False).pvalue
    assert compute_p_value(values.tolist()) == pytest.approx(expected, abs=1e-9)


def test_ties_are_corrected_for() -> None:
    values = [1.0, 1.0, -1.0, 2.0, 2.0, 3.0, -2.0, 4.0, 5.0, 5.0]
    expected = stats.wilcoxon(values, method="approx", correction=False).pvalue
    assert compute_p_value(values) == pytest.approx(expected, abs=1e-9)


def test_differences_of_zero_are_left_out() -> None:
    assert compute_p_value([0.0, 0.0]) is None
    assert compute_p_value([0.0, 1.0, 2.0]) == compute_p_value([1.0, 2.0])


def test_six_pairs_on_one_side_are_the_fewest_that_are_significant() -> None:
    assert compute_p_value([0.1, 0.2, 0.3, 0.4, 0.5]) == pytest.approx(0.0625)
    assert compute_p_value([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]) == pytest.approx(0.03125)
