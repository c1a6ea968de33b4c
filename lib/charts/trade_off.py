"""What the speed depends on, and what it costs.

Invariant: a line or a point that the analysis did not find is not drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean, median

import plotly.graph_objects as go

from lib.analysis.break_even import BreakEven, read_speed_up
from lib.analysis.experiment import ExperimentResult
from lib.analysis.paired import Pair
from lib.analysis.pricing import measure_trial
from lib.charts.arms import style_arms
from lib.charts.experiment import CHART_HEIGHT
from lib.charts.frame import SPEED_UP_TITLE, escape_label, make_blank, make_figure, mark_equal_speed
from lib.domain import Arm, Trial

_LINE = "rgba(128,128,128,0.8)"
_MOST_LABELS = 4


def make_acceptance_chart(result: ExperimentResult, arms: Sequence[Arm]) -> go.Figure:
    """Return the speed-up of every pair over the share of its prediction that was accepted."""
    figure = _make_speed_up_chart(result, arms, lambda pair: pair.metrics.acceptance_rate)
    figure.update_xaxes(title_text="Acceptance rate", tickformat=".0%", range=[-0.03, 1.03])
    _mark_break_even(figure, result.break_evens, "acceptance rate")
    return figure


def make_length_chart(result: ExperimentResult, arms: Sequence[Arm]) -> go.Figure:
    """Return the speed-up of every pair over the length of the answer."""
    figure = _make_speed_up_chart(result, arms, lambda pair: pair.baseline_metrics.visible_tokens)
    figure.update_xaxes(title_text="Output tokens", rangemode="tozero")
    _mark_break_even(figure, result.break_evens, "output tokens")
    return figure


def _make_speed_up_chart(
    result: ExperimentResult, arms: Sequence[Arm], place: Callable[[Pair], float | None]
) -> go.Figure:
    styles = style_arms(arms)
    figure = make_figure(CHART_HEIGHT)
    drawn = 0
    for arm in result.arms:
        style = styles[arm.arm]
        points = [
            (at, speed_up, pair)
            for pair in arm.pairs
            for at, speed_up in [(place(pair), read_speed_up(pair))]
            if at is not None and speed_up is not None
        ]
        drawn += len(points)
        if not points:
            continue
        figure.add_scatter(
            x=[at for at, _, _ in points],
            y=[speed_up for _, speed_up, _ in points],
            mode="markers",
            name=style.label,
            marker={"color": style.colour, "symbol": style.mark, "size": 8, "opacity": 0.75},
            customdata=[escape_label(pair.case_id) for _, _, pair in points],
            hovertemplate="%{customdata}<br>%{y:.2f} times as fast<extra></extra>",
        )
    if not drawn:
        return make_blank(CHART_HEIGHT)
    mark_equal_speed(figure)
    figure.update_yaxes(title_text=SPEED_UP_TITLE, rangemode="tozero")
    figure.update_layout(showlegend=True)
    return figure


def _mark_break_even(figure: go.Figure, break_evens: Sequence[BreakEven], quantity: str) -> None:
    for each in break_evens:
        if each.quantity == quantity and each.point is not None:
            words = f"{each.point:.0%}" if each.point <= 1 else f"{each.point:.0f}"
            figure.add_vline(
                x=each.point,
                line={"color": _LINE, "width": 1.5, "dash": "dash"},
                annotation_text=f"break-even {words}",
                # Inside the plot: above it stands the legend.
                annotation_position="bottom right",
            )


def make_cost_chart(trials: Sequence[Trial], arms: Sequence[Arm]) -> tuple[go.Figure, str]:
    """Return cost against latency with the frontier, and what stands for cost.

    Where no price is known, the billed output tokens stand for it.
    """
    costs = {arm.name: _average_cost(trials, arm.name) for arm in arms}
    is_money = all(cost is not None for cost in costs.values())
    if not is_money:
        costs = {arm.name: _average_tokens(trials, arm.name) for arm in arms}
    times = {arm.name: _find_median_latency(trials, arm.name) for arm in arms}
    points = [
        (cost, time, name)
        for name, cost in costs.items()
        for time in [times[name]]
        if cost is not None and time is not None
    ]
    label = "USD a run" if is_money else "Billed output tokens a run"
    # A single point is better or worse than nothing.
    if len(points) < 2:
        return make_blank(CHART_HEIGHT), label
    figure = make_figure(CHART_HEIGHT)
    frontier = _find_frontier(points)
    figure.add_scatter(
        x=[cost for cost, _, _ in frontier],
        y=[time for _, time, _ in frontier],
        mode="lines",
        line={"color": _LINE, "width": 1.5, "dash": "dot", "shape": "hv"},
        name="nothing is both cheaper and faster",
        hoverinfo="skip",
    )
    _add_arms(figure, points, arms)
    figure.update_xaxes(title_text=f"{label} (mean)", rangemode="tozero")
    figure.update_yaxes(title_text="Latency, s (median)", rangemode="tozero")
    return figure, label


def _add_arms(
    figure: go.Figure, points: Sequence[tuple[float, float, str]], arms: Sequence[Arm]
) -> None:
    styles = style_arms(arms)
    for cost, time, name in points:
        figure.add_scatter(
            x=[cost],
            y=[time],
            # Many labels would lie on each other; then the legend names the marks.
            mode="markers" if len(points) > _MOST_LABELS else "markers+text",
            text=[styles[name].label],
            # Above a point runs the line of the frontier.
            textposition="bottom center",
            name=styles[name].label,
            marker={"color": styles[name].colour, "symbol": styles[name].mark, "size": 13},
            hovertemplate=f"{styles[name].label}<br>%{{x:.4g}}<br>%{{y:.3g}} s<extra></extra>",
            showlegend=len(points) > _MOST_LABELS,
        )


def _find_frontier(
    points: Sequence[tuple[float, float, str]],
) -> list[tuple[float, float, str]]:
    """Return the points that no other beats in both, from cheap to dear."""
    frontier: list[tuple[float, float, str]] = []
    for point in sorted(points):
        if not frontier or point[1] < frontier[-1][1]:
            frontier.append(point)
    return frontier


def _counted(trials: Sequence[Trial], arm: str) -> list[Trial]:
    return [
        trial
        for trial in trials
        if trial.planned.arm == arm and trial.is_measured and not trial.planned.is_warmup
    ]


def _find_median_latency(trials: Sequence[Trial], arm: str) -> float | None:
    times = [trial.result.timing.latency_s for trial in _counted(trials, arm)]
    known = [time for time in times if time is not None]
    return median(known) if known else None


def _average_cost(trials: Sequence[Trial], arm: str) -> float | None:
    costs = [measure_trial(trial).cost_usd for trial in _counted(trials, arm)]
    known = [float(cost) for cost in costs if cost is not None]
    return fmean(known) if known else None


def _average_tokens(trials: Sequence[Trial], arm: str) -> float | None:
    usages = [trial.result.usage for trial in _counted(trials, arm)]
    known = [
        usage.completion_tokens
        for usage in usages
        if usage is not None and usage.completion_tokens is not None
    ]
    return fmean(known) if known else None
