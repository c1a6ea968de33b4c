"""Where the tokens of an answer came from.

Invariant: a count that was not reported is hatched grey or a word, never a bar of length 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from lib.analysis.metrics import PredictionState, RunMetrics, compute_metrics
from lib.analysis.quantities import format_count
from lib.charts.frame import (
    ACCEPTED_COLOUR,
    GENERATED_COLOUR,
    REJECTED_COLOUR,
    WITHOUT_COLOUR,
    make_blank,
    make_figure,
)
from lib.charts.rows import BAR_WIDTH, CHART_HEIGHT, MAX_RUNS, Row, lay_out_rows
from lib.domain import RunResult

TOKEN_BAR_HEIGHT = 120
LEGEND_HEIGHT = 56
"""Pixels; the legend has room for two lines above the bar, whatever the counts."""


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    marker: dict[str, Any]


def _make_marker(colour: str, shape: str, lines: str = "rgba(255,255,255,0.3)") -> dict[str, Any]:
    # Without a colour of its own the ground of a pattern is transparent on Streamlit's pages.
    pattern = {"shape": shape, "fgcolor": lines, "bgcolor": colour, "size": 6, "solidity": 0.25}
    return {"color": colour, "pattern": pattern, "line": {"width": 0}}


_KINDS = (
    _Kind("From the prediction", _make_marker(ACCEPTED_COLOUR, "")),
    _Kind("Generated anew", _make_marker(GENERATED_COLOUR, ".")),
    _Kind("Rejected", _make_marker(REJECTED_COLOUR, "\\")),
    _Kind("Origin not reported", _make_marker("rgba(128,128,128,0.18)", "/", WITHOUT_COLOUR)),
)


def _split(metrics: RunMetrics) -> tuple[int | None, int | None, int | None, int | None]:
    """Return the tokens of each kind; `None` where there is no such piece to draw."""
    if metrics.generated_tokens is None:
        return None, None, metrics.rejected_tokens or None, metrics.visible_tokens
    # Providers that always send the field report 0 where no prediction was sent.
    return (
        metrics.accepted_tokens or None,
        metrics.generated_tokens or None,
        metrics.rejected_tokens or None,
        None,
    )


def _note(metrics: RunMetrics) -> str:
    """Return what is missing, for the end of the bar."""
    if metrics.visible_tokens is None:
        return "tokens not reported"
    if metrics.generated_tokens is None:
        return f"{format_count(metrics.visible_tokens, 'token')}, origin not reported"
    off = metrics.prediction_state is PredictionState.OFF
    return "" if off or metrics.rejected_tokens is not None else "rejected not reported"


def make_token_chart(results: Sequence[RunResult]) -> go.Figure:
    """Return a stacked bar a run: taken from the prediction, generated anew, rejected."""
    if not results:
        return make_blank(CHART_HEIGHT)
    figure = make_figure(CHART_HEIGHT)
    rows = lay_out_rows(figure, results)
    splits = [_split(row.metrics) for row in rows]
    for index, kind in enumerate(_KINDS):
        pieces = [(row, split[index]) for row, split in zip(rows, splits, strict=True)]
        _add_pieces(figure, kind, [(row, count) for row, count in pieces if count is not None])
    longest = max(sum(count or 0 for count in split) for split in splits) or 10
    noted = [(row, split) for row, split in zip(rows, splits, strict=True) if _note(row.metrics)]
    figure.add_scatter(
        mode="text",
        x=[sum(count or 0 for count in split) + longest * 0.01 for _, split in noted],
        y=[row.position for row, _ in noted],
        text=[_note(row.metrics) for row, _ in noted],
        textposition="middle right",
        showlegend=False,
        hoverinfo="skip",
        cliponaxis=False,
    )
    figure.update_xaxes(title_text="Tokens", range=[0, longest * (1.5 if noted else 1.05)])
    figure.update_layout(barmode="stack", uniformtext={"mode": "hide", "minsize": 9})
    return figure


def _add_pieces(figure: go.Figure, kind: _Kind, pieces: list[tuple[Row, int]]) -> None:
    if not pieces:
        return
    figure.add_bar(
        orientation="h",
        name=kind.name,
        x=[count for _, count in pieces],
        y=[row.position for row, _ in pieces],
        width=BAR_WIDTH,
        marker=kind.marker,
        # Strokes would run through the digits; these pieces have a note at their end instead.
        text=[f"{count:,}" for _, count in pieces] if kind.name != "Origin not reported" else None,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        customdata=[
            f"{row.title}<br>{kind.name}: {format_count(count, 'token')}" for row, count in pieces
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )


def make_token_bar(result: RunResult) -> go.Figure:
    """Return one thin bar for one run; the legend says the counts."""
    metrics = compute_metrics(result)
    split = _split(metrics)
    figure = make_blank(TOKEN_BAR_HEIGHT)
    for kind, count in zip(_KINDS, split, strict=True):
        if count is not None:
            figure.add_bar(
                orientation="h",
                name=f"{kind.name}: {count:,}",
                x=[count],
                y=[0],
                width=1,
                marker=kind.marker,
                hovertemplate=f"{kind.name}: {format_count(count, 'token')}<extra></extra>",
            )
    if metrics.visible_tokens is None:
        figure.add_annotation(text="The tokens were not reported.", showarrow=False)
    figure.update_layout(
        barmode="stack",
        showlegend=True,
        margin_t=LEGEND_HEIGHT,
        legend={"yref": "container", "y": 1, "yanchor": "top"},
    )
    figure.update_xaxes(range=[0, sum(count or 0 for count in split) or 1])
    figure.update_yaxes(range=[-0.5, 0.5])
    return figure


def describe_token_chart(results: Sequence[RunResult]) -> str:
    """Return the totals over the runs that sent a prediction and got its counts reported."""
    if not results:
        return (
            "Each run will be a bar here: its tokens from the prediction, generated anew and"
            " rejected. Press Run to add the first."
        )
    sent = [compute_metrics(run) for run in results if run.settings.uses_prediction]
    if not sent:
        return "No prediction was sent, so every token was generated anew."
    parts = [_sum_up(sent), _name_missing(len(sent), len(_keep_reported(sent)))]
    if len(results) > MAX_RUNS:
        shown = f"The chart shows the latest {MAX_RUNS} of {format_count(len(results), 'run')}."
        parts.append(shown)
    return " ".join(part for part in parts if part)


def _keep_reported(sent: list[RunMetrics]) -> list[RunMetrics]:
    return [
        each
        for each in sent
        if each.generated_tokens is not None and each.rejected_tokens is not None
    ]


def _sum_up(sent: list[RunMetrics]) -> str:
    reported = _keep_reported(sent)
    if not reported:
        return ""
    accepted = sum(each.accepted_tokens or 0 for each in reported)
    visible = sum(each.visible_tokens or 0 for each in reported)
    rejected = sum(each.rejected_tokens or 0 for each in reported)
    return (
        f"With the prediction (n = {len(reported)}), {accepted:,} of"
        f" {format_count(visible, 'token')} came from it;"
        f" {format_count(rejected, 'predicted token')} did not fit."
    )


def _name_missing(sent: int, reported: int) -> str:
    missing = sent - reported
    if not missing:
        return ""
    return (
        f"The counts of {format_count(missing, 'run')} with a prediction were not reported in full."
    )
