"""The numbers of a run of an experiment, with the price that it is counted with.

Invariant: the one place that chooses the price of an experiment's runs, so every page and file of
it counts alike: the catalog's, as a file says nothing of a session's own prices.
"""

from __future__ import annotations

from lib.analysis.metrics import RunMetrics, compute_metrics
from lib.catalog import find_price
from lib.domain import RunResult


def measure_run(result: RunResult) -> RunMetrics:
    """Return the numbers of a run; `cost_usd` is `None` where no price is known."""
    return compute_metrics(result, find_price(result.settings.provider, result.settings.model))
