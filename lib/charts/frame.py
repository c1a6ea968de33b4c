"""What all figures share: colours, blank figures, safe labels.

Invariant: no font colour and no background is set, so the page's light or dark theme shows through.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterable

import plotly.graph_objects as go

WITH_COLOUR = "#0072B2"
WITHOUT_COLOUR = "#767676"
ACCEPTED_COLOUR = "#009E73"
GENERATED_COLOUR = "#56B4E9"
REJECTED_COLOUR = "#D55E00"

# A grey that shows on white as well as on black.
_GRID_COLOUR = "rgba(128,128,128,0.22)"
_REFERENCE_COLOUR = "rgba(128,128,128,0.8)"
SPEED_UP_TITLE = "Speed-up (above 1: faster)"
_LONGEST_LABEL = 60
_LEAST_SPAN = 4.0
_PADDING = 0.08
"""Powers of ten."""


def make_figure(height: int) -> go.Figure:
    """Return an empty figure of a fixed height in pixels, its legend in a row above the plot."""
    figure = go.Figure()
    figure.update_layout(
        height=height,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 16, "r": 12, "t": 8, "b": 8},
        legend={
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 1.02,
            "yanchor": "bottom",
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        hoverlabel={"align": "left"},
        modebar={
            "bgcolor": "rgba(0,0,0,0)",
            "color": _REFERENCE_COLOUR,
            "activecolor": WITH_COLOUR,
        },
    )
    axis = {"automargin": True, "fixedrange": True, "gridcolor": _GRID_COLOUR, "zeroline": False}
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    return figure


def make_blank(height: int) -> go.Figure:
    """Return a figure that only keeps the place of a chart to come."""
    figure = make_figure(height)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return figure


def set_time_axis(figure: go.Figure, times_s: Iterable[float]) -> None:
    """Draw latencies on a logarithmic y axis: equal factors are equally high, and one stall does
    not press all the others flat. It spans at least a factor of four, so noise looks small."""
    known = [time_s for time_s in times_s if time_s > 0]
    low, high = (min(known), max(known)) if known else (1.0, 1.0)
    missing = math.log10(_LEAST_SPAN) - math.log10(high / low)
    pad = max(_PADDING, missing / 2)
    figure.update_yaxes(
        title_text="Latency, s (log scale)",
        type="log",
        range=[math.log10(low) - pad, math.log10(high) + pad],
        # Plain digits at 1, 2 and 5 of each power of ten.
        tickvals=[digit * 10.0**power for power in range(-4, 5) for digit in (1, 2, 5)],
        tickformat="~g",
    )


def mark_equal_speed(figure: go.Figure) -> None:
    """Draw the line at which an arm is as fast as the one it is compared with."""
    figure.add_hline(y=1, line={"color": _REFERENCE_COLOUR, "width": 1.5, "dash": "dot"})


def escape_label(label: str) -> str:
    """Return a foreign text as one harmless line: plotly reads tags and `%{...}` in its texts."""
    line = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff\u2028\u2029]+", " ", label).strip()
    if len(line) > _LONGEST_LABEL:
        line = f"{line[: _LONGEST_LABEL // 2]}…{line[-_LONGEST_LABEL // 2 + 1 :]}"
    return html.escape(line, quote=False).replace("%{", "%&#123;")
