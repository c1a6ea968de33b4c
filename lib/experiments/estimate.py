"""What an experiment will take, before it starts. Invariant: an estimate, and it says from what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from lib.analysis.pricing import measure_run
from lib.domain import ExperimentPlan, RunResult

_CHARACTERS_A_TOKEN = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Of a whole experiment, warm-ups included."""

    num_runs: int
    output_tokens: int
    """Visible ones: an answer about as long as its source, up to the limit of tokens."""
    seconds: float | None
    """`None`: nothing was ever measured with these models."""
    cost_usd: Decimal | None
    basis: str
    """What the time and the cost were taken from."""


def estimate_plan(plan: ExperimentPlan, earlier: Sequence[RunResult]) -> Estimate:
    """Return the estimate; `earlier` are stored runs, of which those of the same models count."""
    rounds = plan.repetitions + plan.warmup
    tokens = 0
    seconds: float | None = 0.0
    cost: Decimal | None = Decimal(0)
    measured: set[str] = set()
    for arm in plan.arms:
        lengths = [
            min(arm.max_tokens or 10**9, round(len(case.source) / _CHARACTERS_A_TOKEN))
            for case in plan.cases
        ]
        of_arm = sum(lengths) * rounds
        tokens += of_arm
        same_model = [
            run
            for run in earlier
            if (run.settings.provider, run.settings.model) == (arm.provider, arm.model)
        ]
        rows = [measure_run(run) for run in same_model]
        speeds = [row.output_tokens_per_s for row in rows if row.output_tokens_per_s]
        prices = [
            row.cost_usd / row.visible_tokens
            for row in rows
            if row.cost_usd is not None and row.visible_tokens
        ]
        measured |= {run.run_id for run in same_model} if speeds else set()
        runs_s = (plan.pause_s * len(plan.cases)) * rounds
        seconds = _add(seconds, of_arm / median(speeds) + runs_s if speeds else None)
        cost = cost + median(prices) * of_arm if cost is not None and prices else None
    if seconds is not None:
        seconds /= plan.concurrency
    basis = (
        f"from {len(measured)} earlier runs of these models"
        if measured
        else "no run of these models was measured yet"
    )
    return Estimate(
        num_runs=plan.num_trials, output_tokens=tokens, seconds=seconds, cost_usd=cost, basis=basis
    )


def _add(total: float | None, more: float | None) -> float | None:
    return None if total is None or more is None else total + more
