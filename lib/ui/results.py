"""The session's runs, as a table to choose from. Invariant: texts never go through Markdown."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.analysis.metrics import compute_metrics
from lib.catalog import find_provider
from lib.domain import RunResult
from lib.ui import format as fmt
from lib.ui.comparison import compare_answers, show_run
from lib.ui.prices import find_session_price
from lib.ui.services import Services
from lib.ui.state import get_session


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
    rows = [_make_row(number, result) for number, result in enumerate(results, start=1)]
    run_ids = [result.run_id for result in reversed(results)]
    session = get_session()
    # A new run moves every row: a new key drops a choice that would now tick another run.
    key = f"run_table_{run_ids[0]}"

    def reopen() -> None:
        chosen = st.session_state[key]["selection"]["rows"]
        if len(chosen) == 1:
            show_run(session, run_ids[chosen[0]])

    chosen = st.dataframe(
        rows[::-1],
        hide_index=True,
        on_select=reopen,
        selection_mode="multi-row",
        key=key,
        width="stretch",
    )["selection"]["rows"]
    with st.container(horizontal=True, vertical_alignment="center"):
        oldest_first = [run_ids[row] for row in sorted(chosen, reverse=True)]
        st.button(
            "Compare answers",
            key="compare_answers",
            disabled=len(oldest_first) != 2,
            on_click=compare_answers,
            args=(session, *oldest_first[:2]),
        )
        st.caption("Tick one run to show it again, or two to compare their answers.")


def _make_row(number: int, result: RunResult) -> dict[str, object]:
    metrics = compute_metrics(result, find_session_price(result.settings))
    provider = find_provider(result.settings.provider)
    return {
        "Run": number,
        "Provider": provider.name if provider else result.settings.provider,
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


def _say_prediction(result: RunResult) -> str:
    if result.retry_of is not None:
        return "off (retry)"
    return "on" if result.settings.uses_prediction else "off"
