"""The result of an experiment: intervals, pairs, distributions, order.

Invariant: every point is one measured trial or pair; means and intervals come from the analysis.
"""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.analysis.experiment import ArmResult, ExperimentResult
from lib.analysis.quantities import format_seconds
from lib.analysis.verdict import WORTH_KNOWING
from lib.charts.arms import ArmStyle, style_arms
from lib.charts.frame import escape_label, make_blank, make_figure, set_time_axis
from lib.domain import Arm, Trial

_LINE = "rgba(128,128,128,0.8)"
_BAND = "rgba(128,128,128,0.16)"
_ROW_HEIGHT = 46
_LEAST_REACH = 1.25
CHART_HEIGHT = 340
"""Pixels."""


def has_points(figure: go.Figure) -> bool:
    """Whether anything is drawn in it."""
    return any(trace.y is not None and len(trace.y) for trace in figure.data)


def make_interval_chart(result: ExperimentResult, arms: Sequence[Arm]) -> go.Figure:
    """Return a row an arm: the ratio of latencies to its baseline, with its interval.

    The band reaches as far to both sides of 1 as a gain has to be to be worth knowing.
    """
    rows = [(arm.arm, arm.find("latency")) for arm in result.arms]
    figure = make_figure(70 + _ROW_HEIGHT * len(rows))
    figure.add_vrect(
        x0=1 - WORTH_KNOWING, x1=1 / (1 - WORTH_KNOWING), fillcolor=_BAND, line_width=0
    )
    styles = style_arms(arms)
    for name, row in rows:
        if row.ratio is None:
            continue
        low, high = row.ratio_ci_low or row.ratio, row.ratio_ci_high or row.ratio
        figure.add_scatter(
            x=[row.ratio],
            y=[styles[name].label],
            mode="markers",
            marker={"size": 13, "color": styles[name].colour, "symbol": styles[name].mark},
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [high - row.ratio],
                "arrayminus": [row.ratio - low],
                "thickness": 3,
                "width": 8,
                "color": styles[name].colour,
            },
            hovertemplate=f"{styles[name].label}<br>{row.ratio:.2f} times as long<br>95 % interval"
            f" {low:.2f} to {high:.2f}<br>{row.n_pairs} pairs<extra></extra>",
            showlegend=False,
        )
    figure.add_vline(x=1, line={"color": _LINE, "width": 1.5, "dash": "dot"})
    baselines = {arm.baseline for arm in result.arms}
    of = escape_label(*baselines) if len(baselines) == 1 else "the arm it is compared with"
    farthest = max((row.ratio_ci_high or row.ratio or 0.0 for _, row in rows), default=0.0)
    figure.update_xaxes(
        title_text=f"Latency, times that of {of} (left of 1: faster)",
        range=[0, max(_LEAST_REACH, 1.05 * farthest)],
    )
    labels = [styles[name].label for name, _ in rows]
    figure.update_yaxes(
        categoryorder="array", categoryarray=labels[::-1], range=[-0.5, len(rows) - 0.5]
    )
    return figure


def make_slope_chart(result: ExperimentResult, arms: Sequence[Arm]) -> go.Figure:
    """Return a line a pair, from the baseline's latency to the arm's."""
    styles = style_arms(arms)
    if not any(arm.pairs for arm in result.arms):
        return make_blank(CHART_HEIGHT)
    figure = make_figure(CHART_HEIGHT)
    labels: list[str] = []
    times: list[float] = []
    for arm in result.arms:
        base = styles[arm.baseline].label
        times += _add_slopes(figure, arm, base, styles[arm.arm])
        labels += [base, styles[arm.arm].label]
    set_time_axis(figure, times)
    figure.update_xaxes(categoryorder="array", categoryarray=list(dict.fromkeys(labels)))
    figure.update_layout(showlegend=len(result.arms) > 1)
    return figure


def _add_slopes(figure: go.Figure, arm: ArmResult, base: str, style: ArmStyle) -> list[float]:
    """Add one trace, whose gaps between pairs are `None`; return the times in it."""
    places: list[str | None] = []
    times: list[float | None] = []
    texts: list[str] = []
    for pair in arm.pairs:
        both = pair.read("latency")
        if both is not None:
            places += [base, style.label, None]
            times += [*both, None]
            words = f"{escape_label(pair.case_id)}, repetition {pair.repetition + 1}"
            texts += [*(f"{words}<br>{format_seconds(time)}" for time in both), ""]
    figure.add_scatter(
        x=places,
        y=times,
        mode="lines+markers",
        name=style.label,
        line={"color": style.colour, "width": 1},
        marker={"size": 6, "symbol": style.mark, "color": style.colour},
        opacity=0.65,
        customdata=texts,
        hovertemplate="%{customdata}<extra></extra>",
    )
    return [time for time in times if time is not None]


def make_distribution_chart(trials: Sequence[Trial], arms: Sequence[Arm]) -> go.Figure:
    """Return a box an arm with every measured latency as a point."""
    styles = style_arms(arms)
    figure = make_figure(CHART_HEIGHT)
    all_times: list[float] = []
    for arm in arms:
        style = styles[arm.name]
        times = [
            trial.result.timing.latency_s
            for trial in trials
            if trial.planned.arm == arm.name and trial.is_measured and not trial.planned.is_warmup
        ]
        all_times += [time for time in times if time is not None]
        figure.add_box(
            y=times,
            name=style.label,
            boxpoints="all",
            jitter=0.5,
            pointpos=0,
            marker={"color": style.colour, "symbol": style.mark, "size": 6, "opacity": 0.7},
            line={"width": 1.5},
            fillcolor="rgba(0,0,0,0)",
            hovertemplate="%{y:.3g} s<extra></extra>",
            showlegend=False,
        )
    set_time_axis(figure, all_times)
    return figure


def make_order_chart(trials: Sequence[Trial], arms: Sequence[Arm], num_trials: int) -> go.Figure:
    """Return latency over the order of sending; a drift of the server shows as a slope.

    `num_trials` is how many there will be in all, so that the axis stands still while they come.
    """
    styles = style_arms(arms)
    figure = make_figure(CHART_HEIGHT)
    all_times: list[float] = []
    for arm in arms:
        style = styles[arm.name]
        own = [
            trial
            for trial in trials
            if trial.planned.arm == arm.name and trial.result.timing.latency_s is not None
        ]
        all_times += [trial.result.timing.latency_s or 0.0 for trial in own]
        figure.add_scatter(
            x=[trial.planned.position + 1 for trial in own],
            y=[trial.result.timing.latency_s for trial in own],
            mode="markers",
            name=style.label,
            marker={
                "color": style.colour,
                "size": 8,
                # Hollow: not counted.
                "symbol": [
                    f"{style.mark}-open"
                    if trial.planned.is_warmup or not trial.is_measured
                    else style.mark
                    for trial in own
                ],
            },
            customdata=[_describe(trial) for trial in own],
            hovertemplate="%{customdata}<extra></extra>",
        )
    figure.update_xaxes(
        title_text="Order of sending (hollow: not counted)", range=[0, num_trials + 1]
    )
    figure.update_layout(showlegend=True)
    set_time_axis(figure, all_times)
    return figure


def _describe(trial: Trial) -> str:
    planned, latency_s = trial.planned, trial.result.timing.latency_s
    kind = "warm-up" if planned.is_warmup else f"repetition {planned.repetition + 1}"
    time = "" if latency_s is None else f"<br>{format_seconds(latency_s)}"
    return (
        f"{escape_label(planned.case_id)}, {escape_label(planned.arm)}, {kind}"
        f"<br>{trial.result.outcome}{time}"
    )
