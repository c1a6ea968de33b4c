"""How values look on the screen. Invariant: a value that was not reported is "–", never 0."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from lib.analysis import quantities

NOT_REPORTED = "–"
NOISE = 0.05
"""Two single runs that differ by less than this share of the time are not told apart."""


def format_seconds(value_s: float | None) -> str:
    """Seconds as the sentences and charts write them."""
    return NOT_REPORTED if value_s is None else quantities.format_seconds(value_s)


def format_rate(value_per_s: float | None) -> str:
    """Tokens per second."""
    if value_per_s is None:
        return NOT_REPORTED
    return f"{value_per_s:.3g}" if value_per_s < 1000 else f"{value_per_s:,.0f}"


def format_count(value: int | None) -> str:
    """A whole number with thousands separated."""
    return NOT_REPORTED if value is None else f"{value:,}"


def format_share(value: float | None) -> str:
    """A share of 0 to 1 in per cent."""
    return NOT_REPORTED if value is None else f"{value:.0%}"


def format_moment(moment: datetime) -> str:
    """A moment in UTC, to the minute."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M")


def format_usd(value_usd: Decimal | None) -> str:
    """An amount of money as the sentences write it."""
    return NOT_REPORTED if value_usd is None else quantities.format_usd(value_usd)


def format_ratio(value_s: float | None, other_s: float | None) -> str | None:
    """How much shorter `value_s` is than `other_s` ("2.4× faster"); None if either is unknown."""
    if not value_s or not other_s:
        return None
    if abs(value_s - other_s) <= NOISE * other_s:
        return "about the same"
    if value_s <= other_s:
        return f"{other_s / value_s:.2g}× faster"
    return f"{value_s / other_s:.2g}× slower"


def format_wait(value_s: float) -> str:
    """A time to wait, roughly: "8 s", "3 min", "2.5 h"."""
    if value_s < 90:
        return f"{value_s:.0f} s"
    return f"{value_s / 60:.0f} min" if value_s < 5400 else f"{value_s / 3600:.1f} h"
