"""What sending a plan depends on besides the plan: the host's cap, API versions, prices.

Invariant: a plan that is sent says what it is counted with; a price is filled in here or is not
known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lib.catalog import PROVIDERS, find_price
from lib.domain import Arm, Case, ExperimentPlan, PredictionKind, Price
from lib.experiments.requests import make_request
from lib.providers import read_api_version
from lib.request import validate_settings
from lib.settings import AppSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Under what a plan is sent."""

    max_output_tokens: int | None = None
    """The host's cap."""
    api_versions: Mapping[str, str] = field(default_factory=dict)
    """Of classic endpoints, by the provider's id."""
    prices: Mapping[tuple[str, str], Price | None] = field(default_factory=dict)
    """The user's own, by provider and model; `None`: removed by the user."""


def find_circumstances(
    settings: AppSettings,
    typed: Mapping[str, str] | None = None,
    prices: Mapping[tuple[str, str], Price | None] | None = None,
) -> Circumstances:
    """Return what holds on this host, for a user who has `typed` connections and `prices`."""
    versions = {
        provider.id: read_api_version(provider, settings, typed or {})
        for provider in PROVIDERS.values()
    }
    return Circumstances(
        max_output_tokens=settings.max_output_tokens,
        api_versions={name: version for name, version in versions.items() if version},
        prices=dict(prices or {}),
    )


def fill_prices(plan: ExperimentPlan, circumstances: Circumstances) -> ExperimentPlan:
    """Return the plan with a price in each arm that has none: the user's, else the catalog's."""
    return replace(plan, arms=tuple(_fill_price(arm, circumstances) for arm in plan.arms))


def _fill_price(arm: Arm, circumstances: Circumstances) -> Arm:
    if arm.price is not None:
        return arm
    place = (arm.provider, arm.model)
    own = circumstances.prices
    return replace(arm, price=own[place] if place in own else find_price(*place))


def find_request_faults(
    plan: ExperimentPlan, circumstances: Circumstances
) -> tuple[tuple[int, str], ...]:
    """Return what the providers are known to refuse, as (number of the arm, what is wrong)."""
    faults: dict[tuple[int, str], None] = {}
    for number, arm in enumerate(plan.arms):
        own = arm.prediction is PredictionKind.OWN
        without = [case.id for case in plan.cases if own and case.prediction is None]
        if without:
            more = ", ..." if len(without) > 5 else ""
            fault = (
                f"uses each case's own prediction, but {len(without)} of {len(plan.cases)} cases"
                f" have none: {', '.join(without[:5])}{more}."
            )
            faults[number, fault] = None
            continue
        for case in plan.cases:
            for fault in _find_case_faults(case, arm, plan.repetitions, circumstances):
                faults[number, fault] = None
    return tuple(faults)


def _find_case_faults(
    case: Case, arm: Arm, repetitions: int, circumstances: Circumstances
) -> tuple[str, ...]:
    problems = validate_settings(
        make_request(case, arm, repetitions - 1),
        max_output_tokens=circumstances.max_output_tokens,
        api_version=circumstances.api_versions.get(arm.provider),
    )
    return tuple(f"{problem.message} {problem.fix}" for problem in problems if problem.blocking)
