"""Whether a model can be asked for. Invariant: pure; an unknown model is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lib.catalog import find_model_facts, find_provider
from lib.domain import RunSettings
from lib.request.problem import Problem

NOTICE_DAYS = 90
"""How long before a model's shutdown it is announced here."""

# A deployment's name is part of the address.
_DEPLOYMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def check_model(settings: RunSettings, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the model's name, and how long it will be served."""
    model = settings.model
    if not model.strip():
        yield Problem(
            field="model", message="No model is chosen.", fix="Choose or type a model's name."
        )
        return
    provider = find_provider(settings.provider)
    if provider and provider.models_are_deployments and not _DEPLOYMENT.fullmatch(model):
        yield Problem(
            field="model",
            message=f"{model[:80]!r} cannot be the name of a deployment.",
            fix="Use the deployment's name, of letters, digits, dots, dashes and underscores.",
        )
    facts = find_model_facts(settings.provider, model)
    if facts is None or facts.retires_on is None:
        return
    days_left = (facts.retires_on - today).days
    if days_left <= 0:
        yield Problem(
            field="model",
            message=f"{model} was announced to shut down on {facts.retires_on}.",
            fix="If the provider answers that the model does not exist, choose another.",
            blocking=False,
        )
    elif days_left <= NOTICE_DAYS:
        days = "1 day" if days_left == 1 else f"{days_left} days"
        yield Problem(
            field="model",
            message=f"{model} will shut down on {facts.retires_on}, in {days}.",
            fix=f"Plan for another model; see {facts.source}",
            blocking=False,
        )
