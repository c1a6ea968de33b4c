"""Charts of experiments: what is drawn is what was measured."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from lib.analysis.experiment import analyse_experiment
from lib.charts.arms import style_arms
from lib.charts.experiment import (
    has_points,
    make_distribution_chart,
    make_interval_chart,
    make_order_chart,
    make_slope_chart,
)
from lib.charts.frame import WITH_COLOUR, WITHOUT_COLOUR, make_figure, set_time_axis
from lib.charts.trade_off import make_acceptance_chart, make_cost_chart, make_length_chart
from lib.domain import Arm, Outcome, PlannedTrial
from tests.support.trials import count_tokens, make_plan, make_trials, simulate

PLAN = make_plan(num_cases=2, repetitions=4, warmup=1)
TRIALS = simulate(PLAN, 0.5)
RESULT = analyse_experiment(PLAN, TRIALS)


def test_an_arm_without_is_grey_and_one_with_the_source_blue() -> None:
    styles = style_arms(PLAN.arms)
    assert (styles["off"].colour, styles["on"].colour) == (WITHOUT_COLOUR, WITH_COLOUR)


def test_no_two_arms_look_alike() -> None:
    arms = [replace(PLAN.arms[number % 2], name=f"arm {number}") for number in range(8)]
    styles = style_arms(arms).values()
    assert len({style.colour for style in styles}) == 8
    assert len({style.mark for style in styles}) == 8


def test_the_interval_is_the_one_of_the_analysis() -> None:
    (trace,) = make_interval_chart(RESULT, PLAN.arms).data
    row = RESULT.arms[0].find("latency")
    assert row.ratio is not None
    assert row.ratio_ci_low is not None
    assert trace.x[0] == row.ratio
    assert trace.error_x.arrayminus[0] == pytest.approx(row.ratio - row.ratio_ci_low)


def test_every_pair_has_a_line_and_every_counted_trial_a_point() -> None:
    (slopes,) = make_slope_chart(RESULT, PLAN.arms).data
    assert sum(value is None for value in slopes.y) == 8
    boxes = make_distribution_chart(TRIALS, PLAN.arms).data
    assert [len(box.y) for box in boxes] == [8, 8]


def test_warm_ups_are_hollow_in_the_order() -> None:
    figure = make_order_chart(TRIALS, PLAN.arms, PLAN.num_trials)
    marks = [mark for trace in figure.data for mark in trace.marker.symbol]
    assert sum(mark.endswith("-open") for mark in marks) == 4
    assert sorted(place for trace in figure.data for place in trace.x) == list(range(1, 21))


def measure(planned: PlannedTrial) -> dict[str, object]:
    if planned.arm == "off":
        return {"latency_s": 1.0, "usage": count_tokens(100)}
    return {"latency_s": 0.5, "usage": count_tokens(100, accepted=75, rejected=25)}


def test_speed_up_is_drawn_over_acceptance_and_length() -> None:
    result = analyse_experiment(PLAN, make_trials(PLAN, measure))
    (acceptance,) = make_acceptance_chart(result, PLAN.arms).data
    (length,) = make_length_chart(result, PLAN.arms).data
    assert set(acceptance.x) == {0.75}
    assert set(acceptance.y) == set(length.y) == {2.0}
    assert set(length.x) == {100}


def test_without_prices_billed_tokens_stand_for_the_cost() -> None:
    figure, label = make_cost_chart(make_trials(PLAN, measure), PLAN.arms)
    assert label == "Billed output tokens a run"
    frontier, off, on = figure.data
    assert (off.x[0], on.x[0]) == (100, 125)
    assert list(frontier.x) == [100, 125], "one is cheaper, the other faster"


def test_a_result_without_pairs_is_blank() -> None:
    broken = [
        replace(trial, result=replace(trial.result, outcome=Outcome.FAILED)) for trial in TRIALS
    ]
    result = analyse_experiment(PLAN, broken)
    for figure in (
        make_interval_chart(result, PLAN.arms),
        make_slope_chart(result, PLAN.arms),
        make_acceptance_chart(result, PLAN.arms),
        make_distribution_chart(broken, PLAN.arms),
        make_cost_chart(broken, PLAN.arms)[0],
    ):
        assert not has_points(figure)


def test_names_are_harmless() -> None:
    hostile = Arm(name="<b>%{x}", provider="local", model="m")
    label = style_arms([hostile])["<b>%{x}"].label
    assert "<b>" not in label
    assert "%{" not in label


def test_times_that_are_alike_look_alike_and_a_stall_does_not_flatten_them() -> None:
    figure = make_figure(300)
    set_time_axis(figure, [1.0, 1.05])
    low, high = figure.layout.yaxis.range
    assert high - low == pytest.approx(math.log10(4.0))
    set_time_axis(figure, [0.5, 1.0, 40.0, 0.0])
    low, high = figure.layout.yaxis.range
    assert low < math.log10(0.5) < math.log10(40.0) < high
    set_time_axis(figure, [])


def test_the_order_stands_still_while_trials_come() -> None:
    early = make_order_chart(TRIALS[:3], PLAN.arms, PLAN.num_trials)
    late = make_order_chart(TRIALS, PLAN.arms, PLAN.num_trials)
    assert early.layout.xaxis.range == late.layout.xaxis.range == (0, 21)
