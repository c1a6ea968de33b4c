"""A trial costs what its own price says, or nothing that could be said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lib.analysis.pricing import measure_trial
from lib.catalog import find_price
from lib.domain import Price, TokenUsage
from lib.experiments.order import plan_trials
from tests.support.trials import make_plan, make_trial

OWN = Price(input_usd=Decimal(1), output_usd=Decimal(3), source="a contract")


@pytest.mark.parametrize(
    ("price", "cost_usd"),
    [(find_price("openai", "gpt-4.1"), Decimal("0.01")), (OWN, Decimal("0.004")), (None, None)],
)
def test_price(price: Price | None, cost_usd: Decimal | None) -> None:
    plan = make_plan()
    usage = TokenUsage(prompt_tokens=1000, completion_tokens=1000)
    trial = make_trial(plan, plan_trials(plan)[0], usage=usage)
    assert measure_trial(replace(trial, price=price)).cost_usd == cost_usd
