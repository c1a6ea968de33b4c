"""What all figures share: colours, blank figures, safe labels.

Invariant: no font colour and no background is set, so the page's light or dark theme shows through.
"""

from __future__ import annotations

import html
import re

import plotly.graph_objects as go

WITH_COLOUR = "#0072B2"
WITHOUT_COLOUR = "#767676"
ACCEPTED_COLOUR = "#009E73"
GENERATED_COLOUR = "#56B4E9"
REJECTED_COLOUR = "#D55E00"

# A grey that shows on white as well as on black.
_GRID_COLOUR = "rgba(128,128,128,0.22)"
_LONGEST_LABEL = 60


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


def escape_label(label: str) -> str:
    """Return a foreign text as one harmless line: plotly reads tags and `%{...}` in its texts."""
    line = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff\u2028\u2029]+", " ", label).strip()
    if len(line) > _LONGEST_LABEL:
        line = f"{line[: _LONGEST_LABEL // 2]}…{line[-_LONGEST_LABEL // 2 + 1 :]}"
    return html.escape(line, quote=False).replace("%{", "%&#123;")
