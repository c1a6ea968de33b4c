"""The numbers of a trial, counted with the price that it carries.

Invariant: every page and file of an experiment counts alike, and a price that changes later changes
no result.
"""

from __future__ import annotations

from lib.analysis.metrics import RunMetrics, compute_metrics
from lib.domain import Trial


def measure_trial(trial: Trial) -> RunMetrics:
    """Return the numbers of a trial; `cost_usd` is `None` where no price is known."""
    return compute_metrics(trial.result, trial.price)
