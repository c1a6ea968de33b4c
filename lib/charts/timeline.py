"""When the text of a run came. Invariant: the first and the last chunk are always drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.analysis.quantities import format_count, format_seconds
from lib.charts.frame import WITH_COLOUR, WITHOUT_COLOUR, escape_label, make_blank, make_figure
from lib.domain import RunResult

TIMELINE_HEIGHT = 280
"""Pixels."""

MAX_POINTS = 1_000
"""A line has at most this many points; a stream may have 30,000 chunks."""


def make_timeline(result: RunResult, counterpart: RunResult | None = None) -> go.Figure:
    """Return visible characters over seconds since sending, for a run and its counterpart."""
    runs = [run for run in (result, counterpart) if run is not None and run.timing.chunks]
    if not runs:
        return make_blank(TIMELINE_HEIGHT)
    figure = make_figure(TIMELINE_HEIGHT)
    latest = max(run.timing.latency_s or 0 for run in runs) or 1
    for index, run in enumerate(runs):
        _add_line(figure, run, "this run" if run is result else "for comparison")
        _mark_first_token(figure, run, latest, row=index)
    figure.update_xaxes(title_text="Seconds since the request was sent", range=[0, latest * 1.12])
    # The labels of the first tokens stand in the head room, where no line can cross them.
    most = max(sum(chunk.characters for chunk in run.timing.chunks) for run in runs) or 1
    figure.update_yaxes(title_text="Characters", range=[0, most * 1.4])
    figure.update_layout(showlegend=True)
    return figure


def _add_line(figure: go.Figure, run: RunResult, role: str) -> None:
    times, characters = _accumulate(run)
    arm = _name_arm(run)
    figure.add_scatter(
        mode="lines+markers",
        name=f"{arm.capitalize()} prediction ({role})",
        x=times,
        y=characters,
        line={
            "shape": "hv",
            "width": 2.5,
            "color": _choose_colour(run),
            "dash": "solid" if run.settings.uses_prediction else "dash",
        },
        # Only the end has a marker: it says where the answer was complete.
        marker={"size": [0] * (len(times) - 1) + [9], "opacity": 1, "line": {"width": 0}},
        hovertemplate=(
            f"<b>{arm.capitalize()} the prediction</b><br>{escape_label(run.settings.model)}"
            "<br>%{y:,} characters after %{x:.3f} s<extra></extra>"
        ),
    )


def _mark_first_token(figure: go.Figure, run: RunResult, latest: float, row: int) -> None:
    ttft_s = run.timing.chunks[0].at_s
    left = ttft_s < latest * 0.6
    figure.add_vline(
        x=ttft_s, line={"color": _choose_colour(run), "width": 1.5, "dash": "dot"}, layer="below"
    )
    figure.add_annotation(
        x=ttft_s,
        y=1 - 0.13 * row,
        yref="paper",
        yanchor="top",
        xanchor="left" if left else "right",
        xshift=3 if left else -3,
        text=f"First token {format_seconds(ttft_s)}, {_name_arm(run)}",
        showarrow=False,
    )


def _accumulate(run: RunResult) -> tuple[list[float], list[int]]:
    """Return times and characters so far, from the moment of sending, thinned evenly."""
    chunks = run.timing.chunks
    total = 0
    points = [(0.0, 0)]
    for chunk in chunks:
        total += chunk.characters
        points.append((chunk.at_s, total))
    if len(points) > MAX_POINTS:
        last = len(points) - 1
        # Sending and the first chunk stay; the others are spread over what follows.
        spread = [1 + round(step * (last - 1) / (MAX_POINTS - 2)) for step in range(MAX_POINTS - 1)]
        points = [points[0], *(points[index] for index in spread)]
    return [at_s for at_s, _ in points], [count for _, count in points]


def _name_arm(run: RunResult) -> str:
    return "with" if run.settings.uses_prediction else "without"


def _choose_colour(run: RunResult) -> str:
    return WITH_COLOUR if run.settings.uses_prediction else WITHOUT_COLOUR


def describe_timeline(result: RunResult | None, counterpart: RunResult | None = None) -> str:
    """Return when the text of the run came, and of its counterpart."""
    if result is None:
        return "The arrival of the text will be drawn here, piece by piece. Press Run to see it."
    chunks = result.timing.chunks
    if not chunks:
        return f"No text came in this run, which ended as {result.outcome}."
    sentence = f"This run, {_name_arm(result)} the prediction: {_describe_arrival(result)}."
    if counterpart is None or not counterpart.timing.chunks:
        return sentence
    arm = _name_arm(counterpart).capitalize()
    return f"{sentence} {arm} it: {_describe_arrival(counterpart)}."


def _describe_arrival(run: RunResult) -> str:
    chunks = run.timing.chunks
    total = format_count(sum(chunk.characters for chunk in chunks), "character")
    return (
        f"first text after {format_seconds(chunks[0].at_s)}, all {total} after"
        f" {format_seconds(chunks[-1].at_s)} in {format_count(len(chunks), 'piece')}"
    )
