"""One provider's card on the connections page. Invariant: a key itself is never drawn."""

from __future__ import annotations

import asyncio

import streamlit as st

from lib.catalog import Provider
from lib.errors import ConnectionMissingError, PlaygroundError
from lib.providers import CheckResult, check_connection
from lib.ui.connections import choose_endpoint, describe_connection
from lib.ui.facts import draw_facts
from lib.ui.prices import draw_prices
from lib.ui.services import Services
from lib.ui.state import get_session


def draw_connection_card(provider: Provider, services: Services) -> None:
    """Draw what is configured, the fields to type the rest, Check, and what is known."""
    session = get_session()
    with st.container(border=True, key=f"card_{provider.id}"):
        left, right = st.columns([5, 2], vertical_alignment="center")
        status = describe_connection(provider, services, session.typed)
        left.markdown(f"##### {provider.name}")
        left.text(f"{'●' if status.is_ready else '○'}  {status.sentence}")
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
        if status.warning:
            st.text(f"!  {status.warning}")
        if not services.starts_engine_for(provider.id):
            if provider.credentials_note and not status.is_ready:
                st.caption(provider.credentials_note)
            _draw_fields(provider, services)
        checked = st.session_state.get(_result_key(provider))
        if checked is not None:
            st.text(f"{'✓' if checked.ok else '✕'}  {checked.message}")
            if checked.error is not None and checked.error.provider_message:
                st.code(checked.error.provider_message, language=None, wrap_lines=True)
        with st.expander("What it takes, and what it costs"):
            draw_facts(provider)
            draw_prices(provider, services)


def _list_fields(provider: Provider) -> list[tuple[str, str, str, bool]]:
    """Return setting, label, placeholder and whether it is secret; what is needed comes first."""
    is_azure = provider.api_version_setting is not None
    address = (
        provider.base_url_setting or "",
        "Endpoint or resource name" if is_azure else "Base URL",
        provider.default_base_url or provider.base_url_example,
        False,
    )
    hint = "empty: Entra ID" if provider.takes_entra_id else ""
    fields = [
        (provider.key_setting or "", "Key", hint, True),
        (
            provider.models_setting or "",
            "Deployments" if provider.models_are_deployments else "Models",
            "names, separated by commas",
            False,
        ),
        (provider.api_version_setting or "", "API version", "empty: the v1 endpoint", False),
    ]
    fields.insert(0 if provider.default_base_url is None else len(fields), address)
    return [field for field in fields if field[0]]


def _draw_fields(provider: Provider, services: Services) -> None:
    fields = _list_fields(provider)
    with st.container(key=f"fields_{provider.id}"):
        columns = st.columns(len(fields))
    for column, (name, label, placeholder, is_secret) in zip(columns, fields, strict=True):
        host_value = services.settings.values.get(name)
        if host_value is not None:
            placeholder = "set where the app runs" if is_secret else host_value
        column.text_input(
            f"{label} ({provider.name})",
            type="password" if is_secret else "default",
            key=_widget_key(name),
            on_change=_take_secret if is_secret else _take_text,
            args=(provider, name),
            placeholder=placeholder,
            persist_state="session",
            autocomplete="off",
        )
    if provider.key_setting and get_session().typed.get(provider.key_setting):
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.text("A key that you typed is in use. It is not shown again, not even to you.")
        right.button(
            "Forget the key",
            key=f"forget_{provider.id}",
            on_click=_keep_typed,
            args=(provider, provider.key_setting, ""),
            width="stretch",
        )


def _take_text(provider: Provider, name: str) -> None:
    _keep_typed(provider, name, (st.session_state[_widget_key(name)] or "").strip())


def _take_secret(provider: Provider, name: str) -> None:
    """Take the key out of its field at once, so that it never goes back to a browser."""
    text = (st.session_state[_widget_key(name)] or "").strip()
    st.session_state[_widget_key(name)] = ""
    if text:
        _keep_typed(provider, name, text)


def _keep_typed(provider: Provider, name: str, text: str) -> None:
    session = get_session()
    # What was checked is no longer what is set.
    st.session_state.pop(_result_key(provider), None)
    session.offered_models.pop(provider.id, None)
    session.typed[name] = text


def _widget_key(name: str) -> str:
    return f"typed_{name}"


def _result_key(provider: Provider) -> str:
    return f"check_result_{provider.id}"


def _check(provider: Provider, services: Services) -> None:
    """Ask the provider for its models, and keep the sentence that comes of it."""
    session = get_session()

    async def check() -> CheckResult:
        open_connection = choose_endpoint(provider.id, services, session.typed)
        return await check_connection(await open_connection(lambda _: None))

    try:
        result = asyncio.run(check())
    except ConnectionMissingError as error:
        result = CheckResult(ok=False, message=error.message_on_page)
    except PlaygroundError as error:
        result = CheckResult(ok=False, message=str(error))
    st.session_state[_result_key(provider)] = result
    session.offered_models[provider.id] = result.models
