"""Runs as plotly figures, and the sentence under each. Invariant: missing is never drawn as 0."""

from lib.charts.latency import describe_latency_chart, make_latency_chart
from lib.charts.timeline import describe_timeline, make_timeline
from lib.charts.tokens import describe_token_chart, make_token_bar, make_token_chart

__all__ = [
    "describe_latency_chart",
    "describe_timeline",
    "describe_token_chart",
    "make_latency_chart",
    "make_timeline",
    "make_token_bar",
    "make_token_chart",
]
