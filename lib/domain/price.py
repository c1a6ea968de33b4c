"""What tokens cost.

Invariant: money is Decimal, US dollars per million tokens; an unknown price is none, never 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class RejectedBilling(StrEnum):
    """Who pays for predicted tokens that did not fit."""

    AS_OUTPUT = "as_output"
    """The user, at the price of output."""
    FREE = "free"
    """Nobody: they are not billed."""
    UNKNOWN = "unknown"
    """No source says; counted as output, because `completion_tokens` includes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars per million tokens."""

    input_usd: Decimal
    output_usd: Decimal
    cached_input_usd: Decimal | None = None
    """For input that the provider still knew; `None`: billed like other input."""
    rejected_billing: RejectedBilling = RejectedBilling.UNKNOWN
    source: str
    """Where the price stands; for a user's own price, a word that says so."""
    verified_on: date | None = None
    """`None`: the user's own price."""
