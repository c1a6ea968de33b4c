"""How alike repeated answers are. Invariant: drawn from the answers, never from means of them."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.analysis.reproducibility import Repetitions, compare_all, trace_agreement
from lib.charts.frame import escape_label, make_blank, make_figure

CHART_HEIGHT = 340
"""Pixels."""
_CELL = 26
_LEAST_HEIGHT = 200
# Dark to light of one hue: readable without colour, and in both themes.
_SCALE = ((0.0, "#08306B"), (0.5, "#4292C6"), (0.9, "#C6DBEF"), (1.0, "#F7FBFF"))
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#767676")
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")


def make_heat_map(repetitions: Repetitions) -> go.Figure:
    """Return the similarity of every pair of answers."""
    count = len(repetitions.trials)
    if count < 2:
        return make_blank(_LEAST_HEIGHT)
    figure = make_figure(max(_LEAST_HEIGHT, 90 + _CELL * count))
    values = compare_all(repetitions)
    names = [str(number) for number in range(1, count + 1)]
    figure.add_heatmap(
        z=values,
        x=names,
        y=names,
        zmin=0,
        zmax=1,
        colorscale=[list(stop) for stop in _SCALE],
        text=[[f"{value:.0%}" for value in row] for row in values],
        texttemplate="%{text}" if count <= 12 else "",
        hovertemplate="Run %{y} and run %{x}: %{text} alike<extra></extra>",
        colorbar={"title": {"text": "alike"}, "tickformat": ".0%", "thickness": 12},
        xgap=1,
        ygap=1,
    )
    figure.update_xaxes(title_text="Run", type="category", showgrid=False)
    figure.update_yaxes(title_text="Run", type="category", autorange="reversed", showgrid=False)
    return figure


def make_agreement_chart(all_repetitions: Sequence[Repetitions]) -> go.Figure:
    """Return the share of pairs of runs that still agree, over the length of the answer."""
    figure = make_figure(CHART_HEIGHT)
    several_texts = len({each.case_id for each in all_repetitions}) > 1
    for number, each in enumerate(all_repetitions):
        points = trace_agreement(each)
        text = f", {escape_label(each.case_id)}" if several_texts else ""
        name = f"{escape_label(each.arm.name)}{text}"
        if points:
            figure.add_scatter(
                x=[at for at, _ in points],
                y=[share for _, share in points],
                mode="lines",
                name=name,
                line={
                    "shape": "hv",
                    "width": 2,
                    "color": _COLOURS[number % len(_COLOURS)],
                    "dash": _DASHES[number % len(_DASHES)],
                },
                hovertemplate=f"{name}<br>%{{y:.0%}} agree on the first %{{x:,}} characters"
                "<extra></extra>",
            )
    if not figure.data:
        return make_blank(CHART_HEIGHT)
    figure.update_xaxes(title_text="Characters of the answer", rangemode="tozero")
    figure.update_yaxes(
        title_text="Pairs of runs that agree so far", tickformat=".0%", range=[-0.03, 1.03]
    )
    figure.update_layout(showlegend=True)
    return figure
