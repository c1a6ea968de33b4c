"""Every price is pinned; a model without a row has none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lib.catalog import PROVIDERS, find_price, find_rejected_billing
from lib.catalog.prices import PRICES
from lib.domain import RejectedBilling

# provider, a model's full name, its row, input, cached input, output
ROWS = [
    ("openai", "gpt-4.1-2025-04-14", "gpt-4.1", "2.00", "0.50", "8.00"),
    ("openai", "gpt-4.1-mini", "gpt-4.1-mini", "0.40", "0.10", "1.60"),
    ("openai", "gpt-4.1-nano-2025-04-14", "gpt-4.1-nano", "0.10", "0.025", "0.40"),
    ("openai", "gpt-4o-2024-11-20", "gpt-4o", "2.50", "1.25", "10.00"),
    ("openai", "gpt-4o-2024-05-13", "gpt-4o-2024-05-13", "5.00", None, "15.00"),
    ("openai", "gpt-4o-mini-2024-07-18", "gpt-4o-mini", "0.15", "0.075", "0.60"),
    ("cerebras", "gpt-oss-120b", "gpt-oss-120b", "0.35", None, "0.75"),
    ("cerebras", "zai-glm-4.7", "zai-glm-4.7", "2.25", None, "2.75"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_row(row: tuple[str, str, str, str, str | None, str]) -> None:
    provider_id, model, _, fresh, cached, output = row
    price = find_price(provider_id, model)
    assert price is not None
    assert price.input_usd == Decimal(fresh)
    assert price.cached_input_usd == (None if cached is None else Decimal(cached))
    assert price.output_usd == Decimal(output)
    assert price.rejected_billing is RejectedBilling.AS_OUTPUT


def test_every_row_is_pinned_dated_and_sourced() -> None:
    assert [(row.provider, row.prefix) for row in PRICES] == [(row[0], row[2]) for row in ROWS]
    for row in PRICES:
        assert row.price.source
        assert row.price.verified_on is not None
        assert row.price.verified_on >= date(2026, 1, 1)


@pytest.mark.parametrize(
    ("provider_id", "model"),
    [
        ("openai", "gpt-4o-audio-preview"),
        ("openai", "gpt-4.1-minimal"),
        ("openai", "gpt-5"),
        ("openai", ""),
        ("azure", "gpt-4.1"),
        ("compatible", "gpt-4.1"),
        ("local", "smollm2-135m-instruct"),
    ],
)
def test_no_price_is_guessed(provider_id: str, model: str) -> None:
    assert find_price(provider_id, model) is None


def test_who_pays_for_rejected_tokens() -> None:
    billing = {name: find_rejected_billing(name).value for name in PROVIDERS}
    assert billing == {
        "local": "unknown",
        "openai": "as_output",
        "azure": "as_output",
        "cerebras": "as_output",
        "fireworks": "free",
        "mistral": "free",
        "openrouter": "unknown",
        "compatible": "unknown",
    }
