"""A price as plain values for the database and for files.

Invariant: amounts are text, so that none loses a digit; decoding gives back what was encoded.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from lib.domain import Price, RejectedBilling


def encode_price(price: Price | None) -> dict[str, str | None] | None:
    """Return the price under the names of its fields."""
    if price is None:
        return None
    cached, verified_on = price.cached_input_usd, price.verified_on
    return {
        "input_usd": str(price.input_usd),
        "cached_input_usd": None if cached is None else str(cached),
        "output_usd": str(price.output_usd),
        "rejected_billing": price.rejected_billing.value,
        "source": price.source,
        "verified_on": None if verified_on is None else verified_on.isoformat(),
    }


def decode_price(row: Mapping[str, Any] | None) -> Price | None:
    """Return the price that was encoded. Raises KeyError, TypeError or ValueError."""
    if row is None:
        return None
    cached, verified_on = row["cached_input_usd"], row["verified_on"]
    try:
        return Price(
            input_usd=Decimal(row["input_usd"]),
            cached_input_usd=None if cached is None else Decimal(cached),
            output_usd=Decimal(row["output_usd"]),
            rejected_billing=RejectedBilling(row["rejected_billing"]),
            source=str(row["source"]),
            verified_on=None if verified_on is None else date.fromisoformat(verified_on),
        )
    except InvalidOperation as error:
        raise ValueError("an amount of the price is not a number") from error
