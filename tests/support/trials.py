"""Plans and trials with known truth, of which a test names only what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np

from lib.domain import (
    Arm,
    Case,
    ContentChunk,
    ExperimentPlan,
    Outcome,
    PlannedTrial,
    PredictionKind,
    RunResult,
    StreamTiming,
    TokenUsage,
    Trial,
)
from lib.experiments.order import plan_trials
from lib.experiments.requests import make_request

PATIENCE_S = 180.0
"""How long a test waits for a whole experiment; no test depends on it being short."""

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def make_plan(num_cases: int = 2, **changes: Any) -> ExperimentPlan:
    """Return a plan of an arm without and an arm with the source as prediction."""
    cases = tuple(
        Case(id=f"case-{number}", source=f"one two three {number}", instruction="Repeat the text.")
        for number in range(num_cases)
    )
    off = Arm(name="off", provider="compatible", model="echo", temperature=0.0)
    on = replace(off, name="on", prediction=PredictionKind.SOURCE)
    values = {"name": "test", "cases": cases, "arms": (off, on), "warmup": 0, "repetitions": 3}
    return ExperimentPlan(**{**values, **changes})


def make_trial(
    plan: ExperimentPlan, planned: PlannedTrial, latency_s: float = 1.0, **changes: Any
) -> Trial:
    """Return a completed trial whose answer took `latency_s`; `changes` go into its result."""
    case = next(case for case in plan.cases if case.id == planned.case_id)
    arm = next(arm for arm in plan.arms if arm.name == planned.arm)
    result = RunResult(
        run_id=f"run-{planned.position}",
        settings=make_request(case, arm),
        started_at=START,
        outcome=Outcome.COMPLETED,
        text=case.source,
        timing=StreamTiming(
            headers_s=0.0,
            chunks=(ContentChunk(latency_s / 10, 3), ContentChunk(latency_s, 3)),
            ended_s=latency_s,
        ),
        finish_reason="stop",
    )
    return Trial(planned=planned, result=replace(result, **changes))


def make_trials(
    plan: ExperimentPlan, measure: Callable[[PlannedTrial], dict[str, Any]]
) -> list[Trial]:
    """Return every trial of the plan; `measure` gives the arguments of `make_trial`."""
    return [make_trial(plan, planned, **measure(planned)) for planned in plan_trials(plan)]


def simulate(
    plan: ExperimentPlan, ratio: float, *, noise: float = 0.1, seed: int = 1, **changes: Any
) -> list[Trial]:
    """Return trials in which every arm but the first takes `ratio` times as long on average.

    Noise is log-normal, with one stall in twenty. Cases differ in length, which must not matter.
    """
    dice = np.random.default_rng(seed)
    lengths = {case.id: 0.3 * 1.7**number for number, case in enumerate(plan.cases)}
    baseline = plan.arms[0].name

    def measure(planned: PlannedTrial) -> dict[str, Any]:
        stall = 1.5 if dice.random() < 0.05 else 1.0
        factor = 1.0 if planned.arm == baseline else ratio
        latency = lengths[planned.case_id] * factor * stall * float(np.exp(dice.normal(0, noise)))
        return {"latency_s": latency, **changes}

    return make_trials(plan, measure)


def count_tokens(
    visible: int, accepted: int | None = None, rejected: int | None = None
) -> TokenUsage:
    """Return the usage of an answer, rejected tokens billed as OpenAI does."""
    return TokenUsage(
        prompt_tokens=50,
        completion_tokens=visible + (rejected or 0),
        accepted_prediction_tokens=accepted,
        rejected_prediction_tokens=rejected,
        cached_tokens=0,
    )


def take_latencies(trials: Sequence[Trial], arm: str) -> list[float | None]:
    """Return the latencies of an arm in planned order."""
    return [trial.result.timing.latency_s for trial in trials if trial.planned.arm == arm]
