"""Each sweep gets the chart that answers it, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.analysis.experiment import analyse_experiment
from lib.charts.sweep import make_sweep_chart
from lib.domain import ExperimentPlan, PlannedTrial
from lib.experiments.sweeps import COMPARISONS, TEMPERATURES
from tests.support.trials import count_tokens, make_plan, make_trials

PLAN = make_plan(num_cases=2, repetitions=3)


def make_sweep(name: str) -> ExperimentPlan:
    comparison = COMPARISONS[name]
    cases = PLAN.cases if comparison.make_cases is None else comparison.make_cases()
    return replace(PLAN, cases=cases, arms=comparison.make_arms(PLAN.arms[0]))


def measure(planned: PlannedTrial) -> dict[str, object]:
    predicts = not planned.arm.startswith("off")
    return {
        "latency_s": 0.5 if predicts else 1.0,
        "usage": count_tokens(100, accepted=60 if predicts else 0, rejected=20 if predicts else 0),
    }


@pytest.mark.parametrize(
    ("name", "title", "axis"),
    [
        ("acceptance", "How much of the prediction is right", "Acceptance rate"),
        ("length", "How long the answer is", "Output tokens"),
        ("temperature", "How high the temperature is", "Temperature (hollow: single pairs)"),
        ("off_on", None, None),
        ("unrelated", None, None),
    ],
)
def test_a_sweep_has_its_chart(name: str, title: str | None, axis: str | None) -> None:
    plan = make_sweep(name)
    chart = make_sweep_chart(plan, analyse_experiment(plan, make_trials(plan, measure)))
    if title is None:
        assert chart is None
    else:
        assert chart is not None
        assert chart[0] == title
        assert chart[1].layout.xaxis.title.text == axis


def test_the_temperatures_stand_at_their_places() -> None:
    plan = make_sweep("temperature")
    chart = make_sweep_chart(plan, analyse_experiment(plan, make_trials(plan, measure)))
    assert chart is not None
    pairs, means = chart[1].data[::2], chart[1].data[1::2]
    assert [set(trace.x) for trace in pairs] == [{value} for value in TEMPERATURES]
    assert [trace.y[0] for trace in means] == pytest.approx([2.0] * 3)


def test_a_sweep_without_pairs_has_none() -> None:
    plan = make_sweep("temperature")
    assert make_sweep_chart(plan, analyse_experiment(plan, [])) is None
