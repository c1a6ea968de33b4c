"""Runs as rows of a horizontal bar chart, grouped by model.

Invariant: runs keep the number of their place in time, also when only the latest are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from lib.analysis.metrics import RunMetrics, compute_metrics
from lib.charts.frame import escape_label
from lib.domain import Outcome, RunResult

MAX_RUNS = 12
"""More rows than these cannot be read at a fixed height."""

CHART_HEIGHT = 420
"""Pixels."""

BAR_WIDTH = 0.72
# With fewer rows the bars would grow fat; the rest of the plot stays empty instead.
_FEWEST_SLOTS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One run at its place on the y axis."""

    result: RunResult
    metrics: RunMetrics
    number: int
    """1 for the first run."""
    position: int

    @property
    def arm(self) -> str:
        """Whether a prediction was sent, as a word for labels."""
        return "with" if self.result.settings.uses_prediction else "without"

    @property
    def title(self) -> str:
        """The first lines of the hover text."""
        ending = "" if self.result.outcome is Outcome.COMPLETED else f", {self.result.outcome}"
        model = escape_label(self.result.settings.model)
        return f"<b>Run {self.number}, {self.arm} the prediction</b>{ending}<br>{model}"


def sort_runs(results: Sequence[RunResult]) -> list[RunResult]:
    """Return runs in the order in which they were started."""
    return sorted(results, key=lambda run: run.started_at)


def lay_out_rows(figure: go.Figure, results: Sequence[RunResult]) -> list[Row]:
    """Give `figure` a y axis with the latest runs under the names of their models."""
    numbered = list(enumerate(sort_runs(results), start=1))[-MAX_RUNS:]
    groups: dict[str, list[tuple[int, RunResult]]] = {}
    for number, run in numbered:
        groups.setdefault(run.settings.model, []).append((number, run))
    rows: list[Row] = []
    position = 0
    for model, runs in groups.items():
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=position,
            text=f"<b>{escape_label(model)}</b>",
            showarrow=False,
        )
        for offset, (number, run) in enumerate(runs, start=1):
            rows.append(Row(run, compute_metrics(run), number, position + offset))
        position += len(runs) + 1
    figure.update_yaxes(
        range=[max(position, _FEWEST_SLOTS) - 0.5, -0.5],
        tickvals=[row.position for row in rows],
        ticktext=[f"Run {row.number} · {row.arm} " for row in rows],
        showgrid=False,
    )
    return rows
