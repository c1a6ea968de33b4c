"""What tokens cost: one row a model family and date, the longest matching prefix wins.

Invariant: money is Decimal, in US dollars per million tokens; a model without a row has no price,
which is not a price of 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lib.domain import Price, RejectedBilling


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRow:
    """The price of the models whose name starts with `prefix`."""

    provider: str
    prefix: str
    price: Price


def _row(
    provider: str,
    prefix: str,
    input_usd: str,
    cached_input_usd: str | None,
    output_usd: str,
    source: str,
    verified_on: date,
) -> PriceRow:
    price = Price(
        input_usd=Decimal(input_usd),
        cached_input_usd=None if cached_input_usd is None else Decimal(cached_input_usd),
        output_usd=Decimal(output_usd),
        rejected_billing=find_rejected_billing(provider),
        source=source,
        verified_on=verified_on,
    )
    return PriceRow(provider=provider, prefix=prefix, price=price)


_REJECTED_BILLING = {
    # OpenAI's schema of usage; Azure follows it.
    "openai": RejectedBilling.AS_OUTPUT,
    "azure": RejectedBilling.AS_OUTPUT,
    # inference-docs.cerebras.ai: at the output rate, except on dedicated endpoints.
    "cerebras": RejectedBilling.AS_OUTPUT,
    # docs.fireworks.ai: free at this time.
    "fireworks": RejectedBilling.FREE,
    # docs.mistral.ai: predictions have no effect on the price.
    "mistral": RejectedBilling.FREE,
}
"""By provider, as published; read on 2026-11-21."""


def find_rejected_billing(provider_id: str) -> RejectedBilling:
    """Return who pays for rejected tokens at a provider."""
    return _REJECTED_BILLING.get(provider_id, RejectedBilling.UNKNOWN)


_OPENAI_PRICES = "https://platform.openai.com/docs/pricing, as quoted by public price lists"
_CEREBRAS_PRICES = "https://www.cerebras.ai/pricing, as quoted by public price lists"
_SEEN = date(2026, 10, 3)

PRICES: tuple[PriceRow, ...] = (
    _row("openai", "gpt-4.1", "2.00", "0.50", "8.00", _OPENAI_PRICES, _SEEN),
    _row("openai", "gpt-4.1-mini", "0.40", "0.10", "1.60", _OPENAI_PRICES, _SEEN),
    _row("openai", "gpt-4.1-nano", "0.10", "0.025", "0.40", _OPENAI_PRICES, _SEEN),
    _row("openai", "gpt-4o", "2.50", "1.25", "10.00", _OPENAI_PRICES, _SEEN),
    _row("openai", "gpt-4o-2024-05-13", "5.00", None, "15.00", _OPENAI_PRICES, _SEEN),
    _row("openai", "gpt-4o-mini", "0.15", "0.075", "0.60", _OPENAI_PRICES, _SEEN),
    _row("cerebras", "gpt-oss-120b", "0.35", None, "0.75", _CEREBRAS_PRICES, _SEEN),
    _row("cerebras", "zai-glm-4.7", "2.25", None, "2.75", _CEREBRAS_PRICES, _SEEN),
)


def find_price(provider_id: str, model: str) -> Price | None:
    """Return the published price of a model, or `None` when no row fits.

    A row fits the model of its name and that model's dated versions ("gpt-4o-2024-08-06"), but
    not other models whose name goes on ("gpt-4o-audio-preview"): those cost something else.
    """
    fitting = [
        row for row in PRICES if row.provider == provider_id and _is_version_of(model, row.prefix)
    ]
    best = max(fitting, key=lambda row: len(row.prefix), default=None)
    return best.price if best else None


def _is_version_of(model: str, prefix: str) -> bool:
    rest = model.removeprefix(prefix)
    return model.startswith(prefix) and (not rest or (rest[0] == "-" and rest[1:2].isdigit()))
