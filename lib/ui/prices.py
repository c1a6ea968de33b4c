"""Prices that a user can change for this session, and the price that a run is counted with.

Invariant: a price that was not typed is the catalog's, with its date; an empty cell is no price.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import streamlit as st

from lib.analysis.cost import compute_cost, describe_wrong_prediction
from lib.catalog import Price, Provider, find_price, find_rejected_billing, list_models
from lib.domain import RunResult, RunSettings
from lib.ui.services import Services
from lib.ui.state import Session, get_session

_INPUT, _CACHED, _OUTPUT = "Input", "Cached input", "Output"
_OWN = "your own price"


def find_session_price(settings: RunSettings) -> Price | None:
    """Return the price of a run: the user's own, else the catalog's, else `None`."""
    own = get_session().prices.get((settings.provider, settings.model))
    return own or find_price(settings.provider, settings.model)


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
    if not names:
        st.text("Prices can be set here for a model once it is in the list of models.")
        return
    st.text(
        "Prices in US dollars per million tokens. Change them to those of your contract: they are "
        "kept in this session only. An empty price is not known, and no cost is shown."
    )
    key = f"prices_{provider.id}"
    rows = [_make_row(provider, name, session) for name in names]

    def take() -> None:
        for index, changes in st.session_state[key]["edited_rows"].items():
            _take_price(provider, names[int(index)], rows[int(index)], changes)

    st.data_editor(
        rows,
        key=key,
        on_change=take,
        hide_index=True,
        width="stretch",
        disabled=["Model", "As of"],
        placeholder="–",
        column_config={
            name: st.column_config.NumberColumn(name, min_value=0.0, format="$ %.4f")
            for name in (_INPUT, _CACHED, _OUTPUT)
        },
    )


def _list_names(provider: Provider, services: Services, session: Session) -> list[str]:
    values = {**services.settings.values, **{k: v for k, v in session.typed.items() if v}}
    listed = [choice.name for choice in list_models(provider, values)]
    own = [model for provider_id, model in session.prices if provider_id == provider.id]
    current = st.session_state.get(f"model_{provider.id}")
    return list(dict.fromkeys([*listed, *own, *([current] if current else [])]))


def _make_row(provider: Provider, name: str, session: Session) -> dict[str, object]:
    # The widget keeps what was typed by itself; the rows stay the catalog's, or it would forget.
    price = find_price(provider.id, name)
    own = (provider.id, name) in session.prices
    dated = price.verified_on.isoformat() if price and price.verified_on else "–"
    return {
        "Model": name,
        _INPUT: float(price.input_usd) if price else None,
        _CACHED: float(price.cached_input_usd) if price and price.cached_input_usd else None,
        _OUTPUT: float(price.output_usd) if price else None,
        "As of": _OWN if own else dated,
    }


def _take_price(
    provider: Provider, name: str, row: Mapping[str, object], changes: Mapping[str, object]
) -> None:
    prices = get_session().prices
    price = read_own_price(provider, {**row, **changes})
    if price is None:
        prices.pop((provider.id, name), None)
    else:
        prices[provider.id, name] = price


def read_own_price(provider: Provider, row: Mapping[str, object]) -> Price | None:
    """Return the price of a row of the table; `None` when input or output is empty."""
    fresh, cached, output = (_read_amount(row[name]) for name in (_INPUT, _CACHED, _OUTPUT))
    if fresh is None or output is None:
        return None
    return Price(
        input_usd=fresh,
        cached_input_usd=cached,
        output_usd=output,
        rejected_billing=find_rejected_billing(provider.id),
        source=_OWN,
    )


def _read_amount(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))
