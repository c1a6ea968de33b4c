"""How long the runs took: first token and whole answer, with and without the prediction.

Invariant: a run without any text has no bar; its row says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import plotly.graph_objects as go

from lib.analysis.metrics import compute_metrics
from lib.analysis.quantities import format_count, format_seconds
from lib.charts.frame import WITH_COLOUR, WITHOUT_COLOUR, make_blank, make_figure
from lib.charts.rows import BAR_WIDTH, CHART_HEIGHT, MAX_RUNS, Row, lay_out_rows
from lib.domain import Outcome, PredictionSource, RunResult


def make_latency_chart(results: Sequence[RunResult]) -> go.Figure:
    """Return a bar a run from sending to the last text, with a mark at the first token."""
    if not results:
        return make_blank(CHART_HEIGHT)
    figure = make_figure(CHART_HEIGHT)
    rows = lay_out_rows(figure, results)
    for arm, colour, pattern in (("with", WITH_COLOUR, ""), ("without", WITHOUT_COLOUR, "/")):
        _add_bars(figure, [row for row in rows if row.arm == arm], arm, colour, pattern)
    _add_first_tokens(figure, rows)
    longest = max((row.metrics.latency_s or 0 for row in rows), default=0) or 1
    figure.update_xaxes(title_text="Seconds since the request was sent", range=[0, longest * 1.3])
    figure.update_layout(barmode="overlay")
    return figure


def _add_bars(figure: go.Figure, rows: list[Row], arm: str, colour: str, pattern: str) -> None:
    if not rows:
        return
    figure.add_bar(
        orientation="h",
        name=f"{arm.capitalize()} prediction",
        x=[row.metrics.latency_s or 0 for row in rows],
        y=[row.position for row in rows],
        width=BAR_WIDTH,
        marker={
            "color": colour,
            # Without a colour of its own the ground of a pattern is transparent on the page.
            "pattern": {
                "shape": pattern,
                "fgcolor": "rgba(255,255,255,0.35)",
                "bgcolor": colour,
                "size": 6,
            },
            "line": {"width": 0},
        },
        text=[_label(row) for row in rows],
        textposition="outside",
        cliponaxis=False,
        customdata=[_hover(row) for row in rows],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _add_first_tokens(figure: go.Figure, rows: list[Row]) -> None:
    started = [row for row in rows if row.metrics.ttft_s is not None]
    if not started:
        return
    figure.add_scatter(
        mode="markers",
        name="First token (TTFT)",
        x=[row.metrics.ttft_s for row in started],
        y=[row.position for row in started],
        marker={
            "symbol": "diamond",
            "size": 9,
            "color": "#FFFFFF",
            "line": {"color": "#1B2430", "width": 1.5},
        },
        customdata=[_hover(row) for row in started],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _label(row: Row) -> str:
    if row.metrics.latency_s is None:
        return f"no text came ({row.result.outcome})"
    ending = "" if row.result.outcome is Outcome.COMPLETED else f", {row.result.outcome}"
    return f"{format_seconds(row.metrics.latency_s)}{ending}"


def _hover(row: Row) -> str:
    if row.metrics.ttft_s is None or row.metrics.latency_s is None:
        return f"{row.title}<br>No text came."
    return (
        f"{row.title}<br>First token after {format_seconds(row.metrics.ttft_s)}"
        f"<br>Last text after {format_seconds(row.metrics.latency_s)}"
    )


def describe_latency_chart(results: Sequence[RunResult]) -> str:
    """Return what the chart shows: medians of completed runs, and how many they are."""
    if not results:
        return (
            "Each run will be a bar here: how long it took, and when its first token came."
            " Press Run to add the first."
        )
    parts = [_describe_arm(results, uses_prediction) for uses_prediction in (True, False)]
    sentence = f"Completed runs: {' and '.join(part for part in parts if part)}."
    if not any(parts):
        sentence = "No run was completed yet, so there is no time to compare."
    requests = {
        replace(run.settings, prediction=None, prediction_source=PredictionSource.SOURCE)
        for run in results
    }
    if any(parts) and len(requests) > 1:
        sentence += " They do not all ask for the same, so compare runs of the same request."
    if len(results) > MAX_RUNS:
        sentence += (
            f" The chart shows the latest {MAX_RUNS} of {format_count(len(results), 'run')}."
        )
    return sentence


def _describe_arm(results: Sequence[RunResult], uses_prediction: bool) -> str:
    times = [
        latency_s
        for run in results
        if run.outcome is Outcome.COMPLETED and run.settings.uses_prediction is uses_prediction
        for latency_s in [compute_metrics(run).latency_s]
        if latency_s is not None
    ]
    if not times:
        return ""
    arm = "with" if uses_prediction else "without"
    typical = "median " if len(times) > 1 else ""
    return f"{typical}{format_seconds(median(times))} {arm} the prediction (n = {len(times)})"
