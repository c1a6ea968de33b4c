"""Prices that a user can change for this session, and the price that a run is counted with.

Invariant: a price that was not typed is the catalog's, with its date; what was typed stays as it
was typed, wrong or not, until it is changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.analysis.cost import compute_cost, describe_wrong_prediction
from lib.catalog import Provider, find_price, list_models
from lib.domain import Price, RunResult, RunSettings
from lib.ui.own_prices import COLUMNS, OwnPrice, read_row, write_row
from lib.ui.services import Services
from lib.ui.state import Session, get_session


def find_session_price(settings: RunSettings) -> Price | None:
    """Return the price of a run: the user's own, else the catalog's, else `None`."""
    prices = get_session().prices
    place = (settings.provider, settings.model)
    return prices[place] if place in prices else find_price(*place)


def draw_wrong_prediction(result: RunResult) -> None:
    """Say what the part of the prediction that did not fit cost, where that is known."""
    price = find_session_price(result.settings)
    sentence = describe_wrong_prediction(compute_cost(result.usage, price))
    if sentence is not None:
        st.text(sentence)


def draw_prices(provider: Provider, services: Services) -> None:
    """A table to type one's own prices into, for this session."""
    session = get_session()
    names = _list_names(provider, services, session)
    st.markdown("**Prices**")
    if not names:
        st.text("Type a model's name above: its price can then be set here.")
        return
    st.text(
        "US dollars per million tokens. Double-click a cell to type the price of your contract: "
        "it counts in this session, for runs and for experiments that you start from now on. "
        "Without input and output there is no price, and the cost is shown as –."
    )
    _draw_table(provider, names, session)
    for name in names:
        row = session.price_rows.get((provider.id, name))
        for fault in read_row(provider.id, name, row).faults if row else ():
            st.text(f"✕  {fault}")
    if any(provider_id == provider.id for provider_id, _ in session.price_rows):
        st.button(
            "Back to the list prices",
            key=f"list_prices_{provider.id}",
            on_click=_forget,
            args=(provider,),
        )


def _draw_table(provider: Provider, names: Sequence[str], session: Session) -> None:
    # Cells are told by their row's number, so another list of models is another table.
    edition = session.price_editions.get(provider.id, 0)
    key = f"prices_{provider.id}_{edition}_{'|'.join(names)}"
    start_key = f"{key}_start"
    if key not in st.session_state:
        # The table keeps what is typed by itself, on top of the rows that it began with.
        st.session_state[start_key] = [_find_row(provider, name, session) for name in names]
    rows: list[dict[str, str | None]] = st.session_state[start_key]

    def take() -> None:
        for number, cells in st.session_state[key]["edited_rows"].items():
            name = names[int(number)]
            _take_row(provider, name, {**rows[int(number)], **cells}, session)

    st.data_editor(
        [
            {"Model": name, **row, "From": _say_origin(provider, name, session)}
            for name, row in zip(names, rows, strict=True)
        ],
        key=key,
        on_change=take,
        hide_index=True,
        width="stretch",
        disabled=["Model", "From"],
        placeholder="–",
        column_config={
            name: st.column_config.TextColumn(name, alignment="right", max_chars=30)
            for name in COLUMNS
        },
    )


def _list_names(provider: Provider, services: Services, session: Session) -> list[str]:
    values = {**services.settings.values, **{k: v for k, v in session.typed.items() if v}}
    listed = [choice.name for choice in list_models(provider, values)]
    own = [model for provider_id, model in session.price_rows if provider_id == provider.id]
    current = st.session_state.get(f"model_{provider.id}")
    return list(dict.fromkeys([*listed, *own, *([current] if current else [])]))


def _find_row(provider: Provider, name: str, session: Session) -> dict[str, str | None]:
    typed = session.price_rows.get((provider.id, name))
    return write_row(find_price(provider.id, name)) if typed is None else dict(typed)


def _say_origin(provider: Provider, name: str, session: Session) -> str:
    place = (provider.id, name)
    listed = find_price(*place)
    if place in session.prices:
        return "you" if session.prices[place] else "–, set by you"
    return f"list of {listed.verified_on}" if listed else "–"


def _take_row(
    provider: Provider, name: str, row: Mapping[str, str | None], session: Session
) -> None:
    place = (provider.id, name)
    cells = {column: row.get(column) or None for column in COLUMNS}
    typed: OwnPrice = read_row(provider.id, name, cells)
    if typed.price == find_price(*place) and not typed.faults:
        session.price_rows.pop(place, None)
        session.prices.pop(place, None)
    else:
        session.price_rows[place] = cells
        session.prices[place] = typed.price


def _forget(provider: Provider) -> None:
    session = get_session()
    for places in (session.price_rows, session.prices):
        for place in [place for place in places if place[0] == provider.id]:
            del places[place]
    session.price_editions[provider.id] = session.price_editions.get(provider.id, 0) + 1
