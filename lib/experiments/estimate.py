"""What an experiment will take, before it starts. Invariant: an estimate, and it says from what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from lib.analysis.metrics import compute_metrics
from lib.domain import Arm, ExperimentPlan, RunResult

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
    measured: set[str] = set()
    parts = []
    for arm in plan.arms:
        same_model = [
            run
            for run in earlier
            if (run.settings.provider, run.settings.model) == (arm.provider, arm.model)
        ]
        measured |= {run.run_id for run in same_model}
        parts.append(_estimate_arm(plan, arm, same_model))
    seconds = _add_up([part.seconds for part in parts])
    runs = "1 earlier run" if len(measured) == 1 else f"{len(measured)} earlier runs"
    basis = (
        f"from {runs} of these models" if measured else "no run of these models was measured yet"
    )
    return Estimate(
        num_runs=plan.num_trials,
        output_tokens=sum(part.tokens for part in parts),
        seconds=None if seconds is None else float(seconds) / plan.concurrency,
        cost_usd=_add_up([part.cost_usd for part in parts]),
        basis=basis,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What one arm takes."""

    tokens: int
    seconds: Decimal | None
    cost_usd: Decimal | None


def _estimate_arm(plan: ExperimentPlan, arm: Arm, same_model: Sequence[RunResult]) -> _Part:
    rounds = plan.repetitions + plan.warmup
    most = arm.max_tokens or 10**9
    lengths = [min(most, round(len(case.source) / _CHARACTERS_A_TOKEN)) for case in plan.cases]
    tokens = sum(lengths) * rounds
    rows = [compute_metrics(run, arm.price) for run in same_model]
    speeds = [row.output_tokens_per_s for row in rows if row.output_tokens_per_s]
    prices = [
        row.cost_usd / row.visible_tokens
        for row in rows
        if row.cost_usd is not None and row.visible_tokens
    ]
    pauses_s = plan.pause_s * len(plan.cases) * rounds
    return _Part(
        tokens,
        Decimal(tokens / median(speeds) + pauses_s) if speeds else None,
        median(prices) * tokens if prices else None,
    )


def _add_up(parts: Sequence[Decimal | None]) -> Decimal | None:
    """Return the sum, which is not known when one part is not."""
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None
