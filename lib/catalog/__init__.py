"""Facts as data: providers and models. Invariant: every row names its source and its date."""

from lib.catalog.models import ModelChoice, ModelFacts, find_model_facts, list_models, make_choice
from lib.catalog.providers import PROVIDERS, Provider, find_provider

__all__ = [
    "PROVIDERS",
    "ModelChoice",
    "ModelFacts",
    "Provider",
    "find_model_facts",
    "find_provider",
    "list_models",
    "make_choice",
]
