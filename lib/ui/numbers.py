"""The numbers, the sentence and the charts of one run and of the session.

Invariant: nothing here computes; a count that was not reported is drawn as "–".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from lib.analysis.explanation import Explanation, Suggestion
from lib.analysis.metrics import RunMetrics
from lib.charts import (
    describe_latency_chart,
    describe_timeline,
    describe_token_chart,
    make_latency_chart,
    make_timeline,
    make_token_bar,
    make_token_chart,
)
from lib.domain import RunResult
from lib.ui import format as fmt

_DELTA_COLORS: dict[str, Literal["blue", "orange"]] = {"faster": "blue", "slower": "orange"}
_CHART_CONFIG = {"displayModeBar": False}


def draw_metrics(metrics: RunMetrics | None, other: RunMetrics | None) -> None:
    """The seven numbers; beside them how the run with the prediction switched compares."""
    ttft_s = metrics.ttft_s if metrics else None
    latency_s = metrics.latency_s if metrics else None
    speed = metrics.output_tokens_per_s if metrics else None
    cells: tuple[tuple[str, str, str | None, str], ...] = (
        (
            "TTFT",
            fmt.format_seconds(ttft_s),
            fmt.format_ratio(ttft_s, other.ttft_s if other else None),
            "Time to first token: from sending the request to the first piece of text.",
        ),
        (
            "Latency",
            fmt.format_seconds(latency_s),
            fmt.format_ratio(latency_s, other.latency_s if other else None),
            "From sending the request to the last piece of text.",
        ),
        (
            "Tokens/s",
            fmt.format_rate(speed),
            None,
            "Tokens of the visible text per second of latency.",
        ),
        (
            "Accepted",
            fmt.format_count(metrics.accepted_tokens if metrics else None),
            None,
            "Tokens taken from the prediction (accepted_prediction_tokens), as reported.",
        ),
        (
            "Rejected",
            fmt.format_count(metrics.rejected_tokens if metrics else None),
            None,
            "Predicted tokens that did not fit (rejected_prediction_tokens), as reported. "
            "Most providers bill them as output.",
        ),
        (
            "Acceptance rate",
            fmt.format_share(metrics.acceptance_rate if metrics else None),
            None,
            "Accepted ÷ (accepted + rejected).",
        ),
        (
            "Cost",
            fmt.format_usd(metrics.cost_usd if metrics else None),
            None,
            "Reported tokens × price; the formula is under “Costs” below. "
            "– where the price or a count is not known.",
        ),
    )
    with st.container(horizontal=True, key="numbers", gap="small"):
        for label, value, delta, definition in cells:
            st.metric(
                label,
                value,
                delta=delta,
                delta_color=_DELTA_COLORS.get((delta or "").rpartition(" ")[2], "gray"),
                delta_arrow="off",
                help=definition,
                width=140 if label == "Acceptance rate" else 104,
                # Room for the comparison, so that nothing below moves when it appears.
                height=88,
            )


_COMPARE_LABELS = {
    Suggestion.COMPARE_WITH: "Compare with prediction",
    Suggestion.COMPARE_WITHOUT: "Compare without prediction",
}


def draw_explanation(explanation: Explanation, compare: Callable[[], None]) -> None:
    """What happened, and the next sensible step, as plain text with its button if it has one."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="explanation"):
        text = explanation.sentence
        if explanation.suggestion is not None:
            text = f"{text} {explanation.suggestion.sentence}"
        st.text(text, width="stretch")
        label = _COMPARE_LABELS.get(explanation.suggestion) if explanation.suggestion else None
        if label is not None:
            st.button(label, on_click=compare, key="compare")


def draw_place_of_explanation() -> None:
    """Hold the place of the sentence until there is something to say."""
    with st.container(border=True, key="explanation"):
        st.text("What the prediction did is said here once an answer is complete.")


def draw_run_charts(result: RunResult, counterpart: RunResult | None) -> None:
    """When the text came, and where its tokens came from."""
    with st.container(key="run_charts"):
        left, right = st.columns([3, 2], gap="medium")
    with left:
        st.markdown("##### When the text came")
        _draw(make_timeline(result, counterpart), "timeline")
        st.text(describe_timeline(result, counterpart))
    with right:
        st.markdown("##### Where the tokens came from")
        _draw(make_token_bar(result), "token_bar")
        st.text(describe_token_chart([result]))


def draw_session_charts(results: Sequence[RunResult]) -> None:
    """All runs of this session: how long they took and how many tokens they used."""
    st.markdown("#### This session's runs")
    with st.container(key="session_charts"):
        left, right = st.columns(2, gap="medium")
    with left:
        st.markdown("##### Latency")
        if results:
            _draw(make_latency_chart(results), "latency_chart")
        st.text(describe_latency_chart(results))
    with right:
        st.markdown("##### Tokens")
        if results:
            _draw(make_token_chart(results), "token_chart")
        st.text(describe_token_chart(results))


def _draw(figure: object, key: str) -> None:
    st.plotly_chart(figure, width="stretch", key=key, config=_CHART_CONFIG)
