"""What a run cost, by its reported tokens and a price.

Invariant: an unknown count or price gives no cost, never a cost of 0. Money is Decimal.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lib.analysis.quantities import format_count, format_usd
from lib.domain import Price, RejectedBilling, TokenUsage

_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One run in US dollars, with the counts it was computed from."""

    price: Price
    fresh_input_tokens: int
    """Input that is billed at the full price."""
    cached_input_tokens: int
    """Input that is billed at the price of cached input."""
    output_tokens: int
    """Billed output: `completion_tokens`, less rejected ones where those are free."""
    rejected_tokens: int | None
    """`None`: not reported, or no prediction was sent."""
    total_usd: Decimal
    rejected_usd: Decimal | None
    """What the wrong part of the prediction cost; in `total_usd`. `None`: not known."""

    @property
    def formula(self) -> str:
        """How the total came about, in one line."""
        parts = [(self.fresh_input_tokens, "input", self.price.input_usd)]
        if self.cached_input_tokens:
            parts.append((self.cached_input_tokens, "cached input", _cached_price(self.price)))
        parts.append((self.output_tokens, "output", self.price.output_usd))
        terms = " + ".join(
            f"{count:,} {kind} × {_write_amount(price)}" for count, kind, price in parts
        )
        return f"({terms}) ÷ 1,000,000 = {format_usd(self.total_usd)}"

    @property
    def origin(self) -> str:
        """Whose price it is, and from when."""
        return describe_origin(self.price)


def compute_cost(usage: TokenUsage | None, price: Price | None) -> Cost | None:
    """Return the cost of one answer; `None` when the price or a count that it needs is unknown.

    `completion_tokens` includes rejected tokens, as in OpenAI's schema.
    """
    if usage is None or price is None:
        return None
    prompt, completion = usage.prompt_tokens, usage.completion_tokens
    if prompt is None or completion is None:
        return None
    cached = min(usage.cached_tokens or 0, prompt) if price.cached_input_usd is not None else 0
    rejected = usage.rejected_prediction_tokens
    is_free = price.rejected_billing is RejectedBilling.FREE
    output = max(0, completion - (rejected or 0)) if is_free else completion
    total = (
        (prompt - cached) * price.input_usd
        + cached * _cached_price(price)
        + output * price.output_usd
    ) / _MILLION
    return Cost(
        price=price,
        fresh_input_tokens=prompt - cached,
        cached_input_tokens=cached,
        output_tokens=output,
        rejected_tokens=rejected,
        total_usd=total,
        rejected_usd=_price_rejected(rejected, price),
    )


def describe_origin(price: Price) -> str:
    """Return whose price it is, in which unit, and from when."""
    if price.verified_on is None:
        return "Your own price, in US dollars per million tokens."
    return (
        f"US dollars per million tokens, as of {price.verified_on}: {price.source}. "
        "Your contract may differ: its prices can be typed on the Connections page."
    )


def describe_price(price: Price) -> str:
    """Return a price in words: "$2.00 input, $0.50 cached input, $8.00 output"."""
    cached = price.cached_input_usd
    parts = [(price.input_usd, "input"), (price.output_usd, "output")]
    if cached is not None:
        parts.insert(1, (cached, "cached input"))
    return ", ".join(f"{_write_amount(usd)} {kind}" for usd, kind in parts)


def _write_amount(usd: Decimal) -> str:
    """Return a price with its cents, and with more digits where it has them."""
    return f"${usd:.2f}" if usd == round(usd, 2) else f"${usd.normalize():f}"


def describe_wrong_prediction(cost: Cost | None) -> str | None:
    """Return what the part of the prediction that did not fit cost; `None`: nothing to say."""
    if cost is None or not cost.rejected_tokens:
        return None
    did = f"{format_count(cost.rejected_tokens, 'token')} of your prediction did not fit."
    if cost.price.rejected_billing is RejectedBilling.FREE:
        return f"{did} They are not billed here."
    if cost.rejected_usd is None:
        return f"{did} Whether they are billed is not known."
    return f"{did} They cost {format_usd(cost.rejected_usd)} of {format_usd(cost.total_usd)}."


def _price_rejected(rejected: int | None, price: Price) -> Decimal | None:
    if rejected is None or price.rejected_billing is RejectedBilling.UNKNOWN:
        return None
    if price.rejected_billing is RejectedBilling.FREE:
        return Decimal(0)
    return rejected * price.output_usd / _MILLION


def _cached_price(price: Price) -> Decimal:
    return price.input_usd if price.cached_input_usd is None else price.cached_input_usd
