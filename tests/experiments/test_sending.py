"""What a plan is sent under: whose prices count, and which API version is asked about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lib.catalog import find_price
from lib.domain import ExperimentPlan, Price
from lib.experiments.sending import (
    Circumstances,
    fill_prices,
    find_circumstances,
    find_request_faults,
)
from lib.settings import AppSettings
from tests.support.trials import make_plan

OWN = Price(input_usd=Decimal(1), output_usd=Decimal(2), source="a contract")
PLACE = ("openai", "gpt-4.1")
CLASSIC = {"AZURE_OPENAI_API_VERSION": "2024-10-21"}


def make_plan_of(provider: str, model: str, price: Price | None = None) -> ExperimentPlan:
    plan = make_plan(num_cases=1)
    arms = tuple(replace(arm, provider=provider, model=model, price=price) for arm in plan.arms)
    return replace(plan, arms=arms)


@pytest.mark.parametrize(
    ("own", "expected"),
    [({}, find_price(*PLACE)), ({PLACE: OWN}, OWN), ({PLACE: None}, None)],
    ids=["the list's", "the user's own", "removed by the user"],
)
def test_each_arm_gets_a_price(
    own: dict[tuple[str, str], Price | None], expected: Price | None
) -> None:
    plan = fill_prices(make_plan_of(*PLACE), Circumstances(prices=own))
    assert [arm.price for arm in plan.arms] == [expected, expected]


def test_a_price_of_the_plan_itself_stays() -> None:
    plan = make_plan_of(*PLACE, OWN)
    assert fill_prices(plan, Circumstances(prices={PLACE: None})) == plan


def test_the_classic_endpoints_api_version_is_checked_before_sending() -> None:
    plan = make_plan_of("azure", "gpt-4.1")
    classic = find_circumstances(AppSettings(values=CLASSIC))
    ((number, words),) = find_request_faults(plan, classic)
    assert number == 1, "the arm with the prediction"
    assert "2024-10-21 is older than 2025-01-01-preview" in words
    assert find_request_faults(plan, find_circumstances(AppSettings())) == ()


def test_a_typed_api_version_wins() -> None:
    settings = AppSettings(values=CLASSIC)
    typed = {"AZURE_OPENAI_API_VERSION": "2025-01-01-preview"}
    plan = make_plan_of("azure", "gpt-4.1")
    assert find_request_faults(plan, find_circumstances(settings, typed)) == ()
    assert find_circumstances(settings, typed).api_versions == {"azure": "2025-01-01-preview"}
