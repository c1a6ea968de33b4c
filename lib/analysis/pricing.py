"""The numbers of a run of an experiment, with the price that it is counted with.

Invariant: the one place that chooses the price, so every page and file counts alike. No price is
known yet, so there is no cost.
"""

from __future__ import annotations

from lib.analysis.metrics import RunMetrics, compute_metrics
from lib.domain import RunResult


def measure_run(result: RunResult) -> RunMetrics:
    """Return the numbers of a run; `cost_usd` is `None` where no price is known."""
    return compute_metrics(result)
