"""What was sent and what came back: code, request, response, raw chunks, cost.

Invariant: nothing is computed before it is asked for, and no credential is ever in what is shown.
"""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from lib.analysis.cost import compute_cost
from lib.catalog import PROVIDERS
from lib.domain import RunResult
from lib.export import list_languages, write_code, write_readable_json
from lib.providers import read_rate_limits
from lib.request import build_payload, make_body
from lib.ui import format as fmt
from lib.ui.connections import find_export_target
from lib.ui.prices import find_session_price
from lib.ui.services import Services
from lib.ui.state import get_session

_VIEWS = ("Code", "Request", "Response", "Raw chunks", "Costs")


def draw_inspector(result: RunResult, services: Services) -> None:
    """Draw the choice of views of one run, and the chosen one."""
    view = st.segmented_control(
        "What was sent and what came back",
        _VIEWS,
        key="inspector_view",
        persist_state="session",
    )
    match view:
        case "Code":
            _draw_code(result, services)
        case "Request":
            cap = services.settings.max_output_tokens
            body = make_body(build_payload(result.settings, max_output_tokens=cap))
            st.code(write_readable_json(body), language="json", height=420)
        case "Response":
            _draw_response(result)
        case "Raw chunks":
            _draw_chunks(result)
        case "Costs":
            _draw_cost(result)
        case _:
            return


def _draw_code(result: RunResult, services: Services) -> None:
    provider = PROVIDERS.get(result.settings.provider)
    if provider is None:
        st.text("This run's provider is not known any more.")
        return
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    languages = list_languages(provider)
    with left:
        language = st.segmented_control(
            "Language",
            languages,
            default=languages[0],
            key=f"code_language_{provider.id}",
            required=True,
        )
    with right:
        is_streamed = st.toggle("Streaming", value=True, key="code_streaming")
    target = find_export_target(provider.id, services, get_session().typed)
    code = write_code(
        language or languages[0],
        result.settings,
        target,
        stream=is_streamed,
        max_output_tokens=services.settings.max_output_tokens,
    )
    st.code(code, language=_HIGHLIGHTING.get(str(language), "python"), height=420)
    st.text(provider.credentials_note)


_HIGHLIGHTING = {"TypeScript": "typescript", "curl": "bash"}


def _draw_response(result: RunResult) -> None:
    request_id = result.request_id or (result.error.request_id if result.error else None)
    if request_id:
        st.text("Request id, for the provider's support")
        st.code(request_id, language=None)
    left, right = st.columns(2)
    with left:
        st.text("Usage, as reported")
        if result.usage is None:
            st.text(fmt.NOT_REPORTED)
        else:
            st.code(write_readable_json(asdict(result.usage)), language="json")
        if result.server_timings_s:
            st.text("The server's own clock")
            rows = [
                {"What": name, "Time": fmt.format_seconds(seconds)}
                for name, seconds in result.server_timings_s.items()
            ]
            st.dataframe(rows, hide_index=True, width="stretch", key="server_timings")
    with right:
        headers = result.trace.headers if result.trace else {}
        limits = read_rate_limits(headers)
        if limits:
            st.text("Rate limits of the key")
            rows = [
                {
                    "Of": limit.name,
                    "Limit": limit.limit or fmt.NOT_REPORTED,
                    "Left": limit.remaining or fmt.NOT_REPORTED,
                    "Reset in": limit.reset or fmt.NOT_REPORTED,
                }
                for limit in limits
            ]
            st.dataframe(rows, hide_index=True, width="stretch", key="rate_limits")
        status = result.trace.status_code if result.trace else None
        st.text(f"Headers (status {fmt.format_count(status)})")
        st.code(write_readable_json(dict(headers)), language="json", height=260)


def _draw_chunks(result: RunResult) -> None:
    trace = result.trace
    if trace is None or trace.num_chunks == 0:
        st.text("No chunk of this run was kept: none came, or it is an older run.")
        return
    shown = len(trace.first_chunks) + len(trace.last_chunks)
    left_out = trace.num_chunks - shown
    st.text(f"{trace.num_chunks:,} chunks came; {shown:,} of them are shown.")
    gap = [f"… {left_out:,} chunks left out …"] if left_out else []
    st.code(
        "\n".join([*trace.first_chunks, *gap, *trace.last_chunks]),
        language="json",
        height=420,
    )


def _draw_cost(result: RunResult) -> None:
    cost = compute_cost(result.usage, find_session_price(result.settings))
    if cost is None:
        st.text(
            "No cost is shown: no price is known for this model, or the provider did not report "
            "the tokens. Prices can be set on the Connections page."
        )
        return
    st.text(cost.formula)
    st.text(cost.origin)
