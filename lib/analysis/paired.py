"""Two arms compared pair by pair: the same case, the same repetition, one right after the other.

Invariant: a pair counts only when both of its trials were measured; nothing is ever compared from
single pairs (`MIN_PAIRS`).

The ratio is the geometric mean of the paired ratios, not the ratio of the medians: within a pair
the length of the case and the drift of the server cancel out, every pair weighs the same whatever
its length, and swapping the arms gives exactly the inverse.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from lib.analysis.bootstrap import estimate_mean
from lib.analysis.metrics import RunMetrics
from lib.analysis.pricing import measure_trial
from lib.analysis.signed_rank import compute_p_value
from lib.domain import Trial

MIN_PAIRS = 6
"""The exact paired test cannot reach 5 % with fewer."""

METRICS: Mapping[str, Callable[[RunMetrics], float | None]] = {
    "latency": lambda metrics: metrics.latency_s,
    "ttft": lambda metrics: metrics.ttft_s,
    "output_tokens_per_s": lambda metrics: metrics.output_tokens_per_s,
    "cost": lambda metrics: None if metrics.cost_usd is None else float(metrics.cost_usd),
}
"""Names of the file and of the results; seconds, tokens per second, USD."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One case in one repetition, measured in both arms."""

    case_id: str
    repetition: int
    baseline: Trial
    other: Trial
    baseline_metrics: RunMetrics
    metrics: RunMetrics

    def read(self, metric: str) -> tuple[float, float] | None:
        """Return (baseline, other); `None` unless both are known and above 0."""
        base, other = METRICS[metric](self.baseline_metrics), METRICS[metric](self.metrics)
        if base is None or other is None or base <= 0 or other <= 0:
            return None
        return base, other


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One metric of one arm against the baseline. Below `MIN_PAIRS` only `n_pairs` is known."""

    arm: str
    baseline: str
    metric: str
    n_pairs: int
    baseline_median: float | None = None
    median: float | None = None
    difference_median: float | None = None
    """Median of the paired differences, arm - baseline, in the metric's unit."""
    ratio: float | None = None
    """Arm / baseline: geometric mean of the paired ratios, each case with the same weight."""
    ratio_ci_low: float | None = None
    ratio_ci_high: float | None = None
    p_value: float | None = None
    """Wilcoxon's signed-rank test on the logarithms of the paired ratios, two-sided."""
    ratios: tuple[float, ...] = field(default=(), repr=False)


def make_pairs(trials: Sequence[Trial], baseline: str, arm: str) -> tuple[Pair, ...]:
    """Return the pairs of counted trials in which both arms were measured, in order of time."""
    by_place: dict[tuple[str, int], dict[str, Trial]] = {}
    for trial in sorted(trials, key=lambda trial: trial.planned.position):
        planned = trial.planned
        if not planned.is_warmup and trial.is_measured and planned.arm in (baseline, arm):
            by_place.setdefault((planned.case_id, planned.repetition), {})[planned.arm] = trial
    return tuple(
        Pair(
            case_id,
            repetition,
            both[baseline],
            both[arm],
            measure_trial(both[baseline]),
            measure_trial(both[arm]),
        )
        for (case_id, repetition), both in by_place.items()
        if len(both) == 2
    )


def compare(pairs: Sequence[Pair], metric: str, baseline: str, arm: str) -> Comparison:
    """Return how `arm` differs from `baseline` in one metric, over all cases of the pairs."""
    values: dict[str, list[tuple[float, float]]] = {}
    for pair in pairs:
        both = pair.read(metric)
        if both is not None:
            values.setdefault(pair.case_id, []).append(both)
    flat = [both for of_case in values.values() for both in of_case]
    if len(flat) < MIN_PAIRS:
        return Comparison(arm=arm, baseline=baseline, metric=metric, n_pairs=len(flat))
    logs = [[math.log(other / base) for base, other in of_case] for of_case in values.values()]
    interval = estimate_mean(logs)
    return Comparison(
        arm=arm,
        baseline=baseline,
        metric=metric,
        n_pairs=len(flat),
        baseline_median=median(base for base, _ in flat),
        median=median(other for _, other in flat),
        difference_median=median(other - base for base, other in flat),
        ratio=math.exp(interval.estimate),
        ratio_ci_low=None if interval.low is None else math.exp(interval.low),
        ratio_ci_high=None if interval.high is None else math.exp(interval.high),
        p_value=compute_p_value([log for of_case in logs for log in of_case]),
        ratios=tuple(other / base for base, other in flat),
    )
