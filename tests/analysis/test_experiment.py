"""Which arm is measured against which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.analysis.experiment import analyse_experiment
from lib.domain import PlannedTrial
from lib.experiments.sweeps import COMPARISONS, TEMPERATURES
from tests.support.trials import count_tokens, make_plan, make_trials

PLAN = make_plan(num_cases=2)
ARMS = COMPARISONS["temperature"].make_arms(PLAN.arms[0])
SWEEP = replace(PLAN, arms=ARMS, repetitions=4)


def measure(planned: PlannedTrial) -> dict[str, object]:
    """Warmer answers are longer; the prediction halves the time at every temperature."""
    arm = next(arm for arm in ARMS if arm.name == planned.arm)
    length = 1.0 + (arm.temperature or 0.0)
    latency_s = length * (0.5 if planned.arm.startswith("source") else 1.0)
    return {"latency_s": latency_s, "usage": count_tokens(100)}


def test_each_temperature_has_a_baseline_of_its_own() -> None:
    result = analyse_experiment(SWEEP, make_trials(SWEEP, measure))
    assert [(arm.arm, arm.baseline) for arm in result.arms] == [
        (f"source, {value:.1f}", f"off, {value:.1f}") for value in TEMPERATURES
    ]
    for arm in result.arms:
        assert arm.find("latency").ratio == pytest.approx(0.5)
        assert arm.find("latency").n_pairs == 8
    assert len(result.summaries) == len(ARMS)
    assert [each.n_pairs for each in result.break_evens if each.quantity == "output tokens"] == [24]
