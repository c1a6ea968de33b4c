"""The chart that answers a sweep: speed-up against what the plan's arms or texts vary.

Invariant: which sweep it is, is read from the plan, so a sweep from a file gets its chart too.
"""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.analysis.break_even import read_speed_up
from lib.analysis.experiment import ArmResult, ExperimentResult
from lib.charts.arms import style_arms
from lib.charts.experiment import CHART_HEIGHT, has_points
from lib.charts.frame import SPEED_UP_TITLE, escape_label, make_blank, make_figure, mark_equal_speed
from lib.charts.trade_off import make_acceptance_chart, make_length_chart
from lib.domain import Arm, ExperimentPlan, find_compared

_FEWEST_STEPS = 3
_LENGTHS_APART = 4
"""Texts of one sweep of lengths differ at least by this factor."""


def make_sweep_chart(
    plan: ExperimentPlan, result: ExperimentResult
) -> tuple[str, go.Figure] | None:
    """Return title and chart of the plan's sweep, or `None` where it is none or shows nothing."""
    compared = find_compared(plan.arms)
    if len({arm.damaged_share for arm in compared}) >= _FEWEST_STEPS:
        chart = "How much of the prediction is right", make_acceptance_chart(result, plan.arms)
    elif len({arm.temperature for arm in compared}) >= _FEWEST_STEPS:
        chart = "How high the temperature is", make_temperature_chart(result, plan.arms)
    elif _sweeps_lengths(plan):
        chart = "How long the answer is", make_length_chart(result, plan.arms)
    else:
        return None
    return chart if has_points(chart[1]) else None


def _sweeps_lengths(plan: ExperimentPlan) -> bool:
    lengths = sorted(len(case.source) for case in plan.cases)
    return (
        len(set(lengths)) >= _FEWEST_STEPS
        and lengths[-1] >= _LENGTHS_APART * lengths[0]
        and len({case.instruction for case in plan.cases}) == 1
    )


def make_temperature_chart(result: ExperimentResult, arms: Sequence[Arm]) -> go.Figure:
    """Return the speed-up of every pair, and each arm's with its interval, by temperature."""
    by_name = {arm.name: arm for arm in arms}
    styles = style_arms(arms)
    figure = make_figure(CHART_HEIGHT)
    for arm in result.arms:
        temperature = by_name[arm.arm].temperature
        points = [(read_speed_up(pair), pair) for pair in arm.pairs]
        known = [(speed_up, pair) for speed_up, pair in points if speed_up is not None]
        if temperature is None or not known:
            continue
        style = styles[arm.arm]
        figure.add_scatter(
            x=[temperature] * len(known),
            y=[speed_up for speed_up, _ in known],
            mode="markers",
            marker={"color": style.colour, "symbol": f"{style.mark}-open", "size": 8},
            customdata=[escape_label(pair.case_id) for _, pair in known],
            hovertemplate="%{customdata}<br>%{y:.2f} times as fast<extra></extra>",
            showlegend=False,
        )
        _add_mean(figure, arm, temperature, style.colour, style.mark)
    if not figure.data:
        return make_blank(CHART_HEIGHT)
    figure.update_xaxes(title_text="Temperature (hollow: single pairs)", range=[-0.1, 2.1])
    figure.update_yaxes(title_text=SPEED_UP_TITLE, rangemode="tozero")
    mark_equal_speed(figure)
    return figure


def _add_mean(
    figure: go.Figure, arm: ArmResult, temperature: float, colour: str, mark: str
) -> None:
    row = arm.find("latency")
    if row.ratio is None or row.ratio_ci_low is None or row.ratio_ci_high is None:
        return
    speed_up = 1 / row.ratio
    figure.add_scatter(
        # Beside its pairs, not on them.
        x=[temperature + 0.04],
        y=[speed_up],
        mode="markers",
        marker={"color": colour, "symbol": mark, "size": 13},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [1 / row.ratio_ci_low - speed_up],
            "arrayminus": [speed_up - 1 / row.ratio_ci_high],
            "color": colour,
        },
        hovertemplate=f"{escape_label(arm.arm)}<br>%{{y:.2f}} times as fast<extra></extra>",
        showlegend=False,
    )
