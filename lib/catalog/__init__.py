"""Facts as data: providers, models, prices. Invariant: every row names its source and its date."""

from lib.catalog.capabilities import (
    Capabilities,
    ParameterRule,
    find_api_version_rule,
    find_broken_rules,
    find_capabilities,
    read_version_date,
)
from lib.catalog.models import ModelChoice, ModelFacts, find_model_facts, list_models, make_choice
from lib.catalog.prices import find_price, find_rejected_billing
from lib.catalog.providers import PROVIDERS, Provider, find_provider

__all__ = [
    "PROVIDERS",
    "Capabilities",
    "ModelChoice",
    "ModelFacts",
    "ParameterRule",
    "Provider",
    "find_api_version_rule",
    "find_broken_rules",
    "find_capabilities",
    "find_model_facts",
    "find_price",
    "find_provider",
    "find_rejected_billing",
    "list_models",
    "make_choice",
    "read_version_date",
]
