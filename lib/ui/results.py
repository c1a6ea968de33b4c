"""Runs as tables to choose from: the session's, and all that are stored.

Invariant: texts never go through Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.analysis.metrics import compute_metrics
from lib.catalog import find_provider
from lib.domain import RunResult
from lib.storage import RunSummary
from lib.ui import format as fmt
from lib.ui.comparison import compare_answers, show_run
from lib.ui.prices import find_session_price
from lib.ui.services import Services
from lib.ui.state import get_session

MOST_STORED = 500
_TEXTS = ("Instructions", "Answer")


def load_session_results(services: Services) -> list[RunResult]:
    """Return this session's finished runs, oldest first."""
    results = []
    for run_id in get_session().run_ids:
        run = services.manager.find(run_id)
        result = run.result if run else services.repository.get(run_id)
        if result is not None:
            results.append(result)
    return results


def draw_run_table(results: Sequence[RunResult]) -> None:
    """One row a run, newest first; one chosen shows that run again, two compare their answers."""
    if not results:
        return
    rows = {
        result.run_id: _make_row(number, result) for number, result in enumerate(results, start=1)
    }
    _draw_choice(dict(reversed(rows.items())), "session", "Compare answers")


def draw_stored_runs(services: Services) -> None:
    """The runs of all sessions, experiments included, to show and to compare; read when opened."""
    with st.expander("Stored runs of all sessions", key="stored_runs", on_change="rerun") as panel:
        if not panel.open:
            return
        summaries = services.repository.list_summaries(MOST_STORED)
        if not summaries:
            st.text("No run is stored yet. Every run will be, however it ends.")
            return
        rows = {run.run_id: _make_stored_row(run) for run in summaries}
        _draw_choice(rows, "stored", "Compare stored answers")
        if len(summaries) == MOST_STORED:
            st.caption(f"The latest {MOST_STORED} are listed.")


def _draw_choice(rows: Mapping[str, dict[str, object]], name: str, label: str) -> None:
    """`rows` by run id, newest first; `label` is the button's that compares two of them."""
    session = get_session()
    run_ids = list(rows)
    # A new run moves every row: a new key drops a choice that would now tick another run.
    key = f"{name}_runs_{len(run_ids)}_{run_ids[0]}"

    def reopen() -> None:
        chosen = st.session_state[key]["selection"]["rows"]
        if len(chosen) == 1:
            show_run(session, run_ids[chosen[0]])

    chosen = st.dataframe(
        list(rows.values()),
        hide_index=True,
        on_select=reopen,
        selection_mode="multi-row",
        key=key,
        width="stretch",
        column_config={name: st.column_config.TextColumn(width="medium") for name in _TEXTS},
    )["selection"]["rows"]
    with st.container(horizontal=True, vertical_alignment="center"):
        oldest_first = [run_ids[row] for row in sorted(chosen, reverse=True)]
        st.button(
            label,
            key=f"compare_{name}_answers",
            disabled=len(oldest_first) != 2,
            on_click=compare_answers,
            args=(session, *oldest_first[:2]),
        )
        st.caption("Tick one run to show it again, or two to compare their answers.")


def _make_stored_row(run: RunSummary) -> dict[str, object]:
    return {
        "Started (UTC)": fmt.format_moment(run.started_at),
        "Provider": _name_provider(run.provider),
        "Model": run.model,
        "Prediction": "on" if run.uses_prediction else "off",
        "Ended": run.outcome.value,
        "Characters": fmt.format_count(run.num_characters),
        "Instructions": run.instructions,
        "Answer": run.text,
    }


def _make_row(number: int, result: RunResult) -> dict[str, object]:
    metrics = compute_metrics(result, find_session_price(result.settings))
    return {
        "Run": number,
        "Provider": _name_provider(result.settings.provider),
        "Model": result.settings.model,
        "Prediction": _say_prediction(result),
        "Ended": result.outcome.value,
        "TTFT": fmt.format_seconds(metrics.ttft_s),
        "Latency": fmt.format_seconds(metrics.latency_s),
        "Tokens/s": fmt.format_rate(metrics.output_tokens_per_s),
        "Accepted": fmt.format_count(metrics.accepted_tokens),
        "Rejected": fmt.format_count(metrics.rejected_tokens),
        "Cost": fmt.format_usd(metrics.cost_usd),
        "Characters": fmt.format_count(len(result.text)),
    }


def _name_provider(provider_id: str) -> str:
    provider = find_provider(provider_id)
    return provider.name if provider else provider_id


def _say_prediction(result: RunResult) -> str:
    if result.retry_of is not None:
        return "off (retry)"
    return "on" if result.settings.uses_prediction else "off"
