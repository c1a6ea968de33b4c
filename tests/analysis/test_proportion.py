from __future__ import annotations

import pytest
from scipy import stats

from lib.analysis.proportion import estimate_share


@pytest.mark.parametrize(("count", "total"), [(0, 1), (1, 1), (8, 8), (3, 8), (0, 20), (99, 100)])
def test_it_is_wilsons_interval(count: int, total: int) -> None:
    expected = stats.binomtest(count, total).proportion_ci(0.95, method="wilson")
    low, high = estimate_share(count, total)
    assert low == pytest.approx(expected.low, abs=1e-12)
    assert high == pytest.approx(expected.high, abs=1e-12)


def test_all_of_a_few_is_no_certainty() -> None:
    low, high = estimate_share(6, 6)
    assert (round(low, 2), high) == (0.61, 1.0)
