"""One provider's card on the connections page. Invariant: a key itself is never drawn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import streamlit as st

from lib.catalog import Provider
from lib.errors import PlaygroundError
from lib.providers import CheckResult, check_connection
from lib.ui.connections import choose_endpoint, describe_connection
from lib.ui.services import Services
from lib.ui.state import get_session


def draw_connection_card(provider: Provider, services: Services) -> None:
    """Draw what is configured, the fields to type the rest, and Check."""
    session = get_session()
    with st.container(border=True, key=f"card_{provider.id}"):
        left, right = st.columns([4, 1], vertical_alignment="center")
        status = describe_connection(provider, services, session.typed)
        left.markdown(f"##### {provider.name}")
        left.text(f"{'✓' if status.is_ready else '○'}  {status.sentence}")
        right.button(
            f"Check {provider.name}",
            key=f"check_{provider.id}",
            on_click=_check,
            args=(provider, services),
            disabled=not status.is_ready,
            width="stretch",
        )
        if status.missing_line:
            left.code(status.missing_line, language="ini")
        if not services.starts_engine_for(provider.id):
            _draw_fields(provider)
        checked = st.session_state.get(_result_key(provider))
        if checked is not None:
            st.text(f"{'✓' if checked.ok else '✕'}  {checked.message}")


def _draw_fields(provider: Provider) -> None:
    settings = (
        (provider.base_url_setting, "Base URL", "default"),
        (provider.key_setting, "Key", "password"),
    )
    columns = st.columns(2)
    for column, (name, label, kind) in zip(columns, settings, strict=True):
        if name is not None:
            column.text_input(
                f"{label} ({provider.name})",
                type="password" if kind == "password" else "default",
                key=f"typed_{name}",
                on_change=_take_typed(provider, name),
                placeholder=provider.default_base_url or "" if kind == "default" else "",
                persist_state="session",
                autocomplete="off",
            )


def _take_typed(provider: Provider, name: str) -> Callable[[], None]:
    def take() -> None:
        # What was checked is no longer what is set.
        st.session_state.pop(_result_key(provider), None)
        get_session().typed[name] = (st.session_state[f"typed_{name}"] or "").strip()

    return take


def _result_key(provider: Provider) -> str:
    return f"check_result_{provider.id}"


def _check(provider: Provider, services: Services) -> None:
    """Ask the provider for its models, and keep the sentence that comes of it."""

    async def check() -> CheckResult:
        open_connection = choose_endpoint(provider.id, services, get_session().typed)
        return await check_connection(await open_connection(lambda _: None))

    try:
        result = asyncio.run(check())
    except PlaygroundError as error:
        result = CheckResult(ok=False, message=str(error))
    st.session_state[_result_key(provider)] = result
