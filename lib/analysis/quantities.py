"""Numbers as words for sentences, labels and hover texts. Invariant: the unit is always there."""

from __future__ import annotations

from decimal import Decimal


def format_seconds(seconds: float) -> str:
    """Return seconds with at most three significant digits: "0.012 s", "0.46 s", "12.3 s"."""
    # The limits lie where rounding would reach the next power of ten, so 9.996 is "10.0 s".
    if abs(seconds) < 0.0995:
        return f"{seconds:.3f} s"
    if abs(seconds) < 9.995:
        return f"{seconds:.2f} s"
    if abs(seconds) < 99.95:
        return f"{seconds:.1f} s"
    return f"{seconds:,.0f} s"


def format_count(count: int, noun: str) -> str:
    """Return a count with its noun, in the plural where it is due: "1 token", "1,204 tokens"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def format_usd(amount_usd: Decimal) -> str:
    """Return an amount with at most three significant digits: "$0.000845", "$1.20", "$1,204"."""
    if amount_usd == 0:
        return "$0"
    if abs(amount_usd) >= 1:
        return f"${amount_usd:,.2f}" if abs(amount_usd) < 1000 else f"${amount_usd:,.0f}"
    # In plain digits: `g` would write small amounts with an exponent.
    digits = 2 - amount_usd.adjusted()
    return f"${round(amount_usd, digits):f}"
