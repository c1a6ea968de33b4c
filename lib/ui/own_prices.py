"""What a user typed into a row of the table of prices: a price, or what is wrong with it.

Invariant: a text that is no amount gives no price and a sentence that repeats it; never 0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lib.catalog import find_price, find_rejected_billing
from lib.domain import Price

COLUMNS = INPUT, CACHED, OUTPUT = ("Input", "Cached input", "Output")
_AMOUNT = re.compile(r"\d{1,6}(?:\.\d{0,8})?|\.\d{1,8}")
_OWN = "your own price"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPrice:
    """One row as it was typed."""

    price: Price | None
    """`None`: there is none, or it cannot be read."""
    faults: tuple[str, ...] = ()


def write_row(price: Price | None) -> dict[str, str | None]:
    """Return the cells of a price; an empty cell is `None`."""
    if price is None:
        return dict.fromkeys(COLUMNS)
    cached = price.cached_input_usd
    return {
        INPUT: str(price.input_usd),
        CACHED: None if cached is None else str(cached),
        OUTPUT: str(price.output_usd),
    }


def read_row(provider_id: str, model: str, row: Mapping[str, str | None]) -> OwnPrice:
    """Return the price of a row; the list price again where the row says the same."""
    amounts: dict[str, Decimal | None] = {}
    faults = []
    for name in COLUMNS:
        text = (row.get(name) or "").strip().removeprefix("$").strip()
        fault = _find_fault(text)
        amounts[name] = Decimal(text) if text and fault is None else None
        if fault is not None:
            faults.append(f"{model}, {name}: {fault} Until then no cost is shown for this model.")
    fresh, cached, output = (amounts[name] for name in COLUMNS)
    if faults:
        return OwnPrice(price=None, faults=tuple(faults))
    if fresh is None or output is None:
        return OwnPrice(price=None, faults=_blame_gaps(model, amounts))
    listed = find_price(provider_id, model)
    if listed and (fresh, cached, output) == (
        *(listed.input_usd, listed.cached_input_usd, listed.output_usd),
    ):
        return OwnPrice(price=listed)
    price = Price(
        input_usd=fresh,
        cached_input_usd=cached,
        output_usd=output,
        rejected_billing=find_rejected_billing(provider_id),
        source=_OWN,
    )
    return OwnPrice(price=price)


def _find_fault(text: str) -> str | None:
    if not text or _AMOUNT.fullmatch(text):
        return None
    shown = f"“{text[:30]}”"
    if text.startswith(("-", "−")):
        return f"{shown} is below 0. Type what a million tokens cost, or empty the cell."
    if "," in text and _AMOUNT.fullmatch(text.replace(",", ".")):
        return f"{shown} has a comma. Write it with a point, such as 1.60."
    return f"{shown} is no amount of US dollars. Type a number such as 1.60, or empty the cell."


def _blame_gaps(model: str, amounts: Mapping[str, Decimal | None]) -> tuple[str, ...]:
    """An empty row means that there is no price; half a row is a mistake."""
    if all(amount is None for amount in amounts.values()):
        return ()
    missing = " and ".join(name for name in (INPUT, OUTPUT) if amounts[name] is None)
    return (f"{model}: {missing} is empty. Until it is filled in, no cost is shown.",)
