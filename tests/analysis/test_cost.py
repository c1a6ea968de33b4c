"""What a run cost, and what its wrong prediction cost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lib.analysis.cost import compute_cost, describe_wrong_prediction
from lib.analysis.quantities import format_usd
from lib.domain import Price, RejectedBilling, TokenUsage

# The published pair: 118 tokens without a prediction, 226 with one, of which 107 were rejected.
USAGE = TokenUsage(
    prompt_tokens=1_000,
    completion_tokens=226,
    cached_tokens=400,
    accepted_prediction_tokens=90,
    rejected_prediction_tokens=107,
)


def make_price(**changes: Any) -> Price:
    values: dict[str, Any] = {
        "input_usd": Decimal("2.00"),
        "cached_input_usd": Decimal("0.50"),
        "output_usd": Decimal("8.00"),
        "rejected_billing": RejectedBilling.AS_OUTPUT,
        "source": "a page",
        "verified_on": date(2026, 10, 3),
    }
    return Price(**{**values, **changes})


def test_rejected_tokens_are_in_the_output_and_cached_input_is_cheaper() -> None:
    cost = compute_cost(USAGE, make_price())
    assert cost is not None
    assert cost.total_usd == Decimal("0.003208")
    assert cost.rejected_usd == Decimal("0.000856")
    assert cost.formula == (
        "(600 input × $2.00 + 400 cached input × $0.50 + 226 output × $8.00) ÷ 1,000,000 = $0.00321"
    )
    assert "2026-10-03" in cost.origin
    assert "a page" in cost.origin
    assert describe_wrong_prediction(cost) == (
        "107 tokens of your prediction did not fit. They cost $0.000856 of $0.00321."
    )


def test_free_rejected_tokens_are_not_billed() -> None:
    cost = compute_cost(USAGE, make_price(rejected_billing=RejectedBilling.FREE))
    assert cost is not None
    assert cost.output_tokens == 119
    assert cost.rejected_usd == 0
    assert "not billed" in str(describe_wrong_prediction(cost))


def test_unknown_billing_is_called_unknown() -> None:
    cost = compute_cost(USAGE, make_price(rejected_billing=RejectedBilling.UNKNOWN))
    assert cost is not None
    assert cost.output_tokens == 226
    assert cost.rejected_usd is None
    assert "not known" in str(describe_wrong_prediction(cost))


def test_without_a_cached_price_all_input_costs_the_same() -> None:
    cost = compute_cost(USAGE, make_price(cached_input_usd=None))
    assert cost is not None
    assert cost.fresh_input_tokens == 1_000
    assert "cached" not in cost.formula


@pytest.mark.parametrize(
    ("usage", "price"),
    [
        (None, make_price()),
        (USAGE, None),
        (TokenUsage(completion_tokens=5), make_price()),
        (TokenUsage(prompt_tokens=5), make_price()),
    ],
)
def test_what_is_unknown_costs_nothing_that_could_be_said(
    usage: TokenUsage | None, price: Price | None
) -> None:
    assert compute_cost(usage, price) is None
    assert describe_wrong_prediction(None) is None


def test_nothing_rejected_is_nothing_to_say() -> None:
    usage = TokenUsage(prompt_tokens=1, completion_tokens=1)
    cost = compute_cost(usage, make_price())
    assert cost is not None
    assert cost.rejected_usd is None
    assert describe_wrong_prediction(cost) is None


def test_the_users_own_price_says_so() -> None:
    cost = compute_cost(USAGE, make_price(verified_on=None))
    assert cost is not None
    assert "own price" in cost.origin


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "$0"),
        ("0.000845", "$0.000845"),
        ("0.00084512", "$0.000845"),
        ("0.0000001", "$0.000000100"),
        ("0.5", "$0.500"),
        ("1.2", "$1.20"),
        ("1204", "$1,204"),
    ],
)
def test_amounts(amount: str, text: str) -> None:
    assert format_usd(Decimal(amount)) == text
