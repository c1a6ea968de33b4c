"""Prices in an experiment file. Invariant: an amount that is missing is a fault, never 0."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from lib.catalog import find_rejected_billing
from lib.domain import Price, RejectedBilling
from lib.experiments.document import Entry, describe
from lib.experiments.fields import blame_unknown, read_number, read_text

_AMOUNTS = ("input_usd", "cached_input_usd", "output_usd")
_FIELDS = (*_AMOUNTS, "rejected_billing", "source", "verified_on")
_MOST_USD = 1_000_000
_OWN = "the experiment file"


def read_price(entry: Entry, provider: str) -> Price | None:
    """Return the price of an arm; `provider` says who pays for rejected tokens if the file
    does not. `None` when a fault was noted."""
    members = blame_unknown(entry, _FIELDS)
    amounts = {name: read_number(members, name, None, 0, _MOST_USD) for name in _AMOUNTS}
    for name in ("input_usd", "output_usd"):
        if isinstance(entry.value, dict) and name not in members:
            entry.blame(f"says no {name}. Write US dollars per million tokens.")
    fresh, cached, output = (amounts[name] for name in _AMOUNTS)
    if fresh is None or output is None:
        return None
    return Price(
        input_usd=_make_amount(fresh),
        cached_input_usd=None if cached is None else _make_amount(cached),
        output_usd=_make_amount(output),
        rejected_billing=_read_billing(members.get("rejected_billing"), provider),
        source=read_text(members, "source", _OWN),
        verified_on=_read_date(members.get("verified_on")),
    )


def _make_amount(usd: float) -> Decimal:
    # The digits as they were written; a float's own would be too many.
    return Decimal(f"{usd:.10g}")


def _read_billing(entry: Entry | None, provider: str) -> RejectedBilling:
    known = find_rejected_billing(provider)
    if entry is None:
        return known
    if entry.value in set(RejectedBilling):
        return RejectedBilling(entry.value)
    entry.blame(f"is {describe(entry.value)}, but must be one of: {', '.join(RejectedBilling)}.")
    return known


def _read_date(entry: Entry | None) -> date | None:
    if entry is None:
        return None
    try:
        return date.fromisoformat(str(entry.value))
    except ValueError:
        entry.blame(f"is {describe(entry.value)}, but must be a date such as 2026-10-03.")
        return None


def write_price(price: Price | None) -> dict[str, Any] | None:
    """Return a price as a member of the file."""
    if price is None:
        return None
    amounts = {name: getattr(price, name) for name in _AMOUNTS}
    row: dict[str, Any] = {
        **{name: None if usd is None else float(usd) for name, usd in amounts.items()},
        "rejected_billing": price.rejected_billing.value,
        "source": price.source,
        "verified_on": price.verified_on and price.verified_on.isoformat(),
    }
    return {name: value for name, value in row.items() if value is not None}
