"""Whether a prediction may be sent, and what may not stand beside it.

Invariant: pure; what is refused where comes from `lib.catalog`, never from here.
"""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog import (
    find_api_version_rule,
    find_broken_rules,
    find_model_facts,
    find_provider,
    read_version_date,
)
from lib.domain import RunSettings
from lib.request.payload import build_payload, make_body
from lib.request.problem import Problem


def check_prediction(settings: RunSettings, api_version: str | None) -> Iterator[Problem]:
    """Yield everything that speaks against the prediction as it is set."""
    if settings.prediction is None:
        return
    if not settings.prediction.strip():
        yield Problem(
            field="prediction",
            message="The prediction is switched on, but its text is empty.",
            fix="Paste a text or switch the prediction off.",
        )
    yield from _check_model(settings)
    yield from check_api_version(settings, "prediction", api_version, blocking=True)


def _check_model(settings: RunSettings) -> Iterator[Problem]:
    facts = find_model_facts(settings.provider, settings.model)
    if facts is not None and facts.accepts_prediction is False:
        yield Problem(
            field="prediction",
            message=f"{settings.model} does not take a prediction: {facts.note}",
            fix="Switch the prediction off, or choose a model that takes one.",
            from_table=True,
        )
    elif settings.model.strip() and (facts is None or facts.accepts_prediction is None):
        yield Problem(
            field="prediction",
            message=f"It is not known whether {settings.model} takes a prediction.",
            fix="Run it: the answer says whether the prediction was used, ignored or refused.",
            blocking=False,
        )


def check_api_version(
    settings: RunSettings, parameter: str, api_version: str | None, *, blocking: bool
) -> Iterator[Problem]:
    """Yield a problem when the classic endpoint's API version is too old for `parameter`."""
    rule = find_api_version_rule(settings.provider, parameter)
    if rule is None or api_version is None:
        return
    first, asked = read_version_date(rule.first_version), read_version_date(api_version)
    if first is not None and asked is not None and asked < first:
        yield Problem(
            field=parameter,
            message=f"The API version {api_version} is older than {rule.first_version}, the first "
            f"that takes a {parameter}.",
            fix="Set a later API version on the Connections page, or leave it empty there for "
            "the v1 endpoint.",
            blocking=blocking,
            from_table=True,
        )


def check_rules(settings: RunSettings, api_version: str | None) -> Iterator[Problem]:
    """Yield every parameter that the provider is known to refuse, alone or beside a prediction."""
    if api_version is not None and read_version_date(api_version) is None:
        yield Problem(
            field="api_version",
            message=f"The API version {api_version[:40]!r} does not begin with a date.",
            fix="Write it like 2025-01-01-preview on the Connections page.",
            blocking=False,
        )
    yield from check_api_version(settings, "stream_options", api_version, blocking=False)
    provider = find_provider(settings.provider)
    name = provider.name if provider else settings.provider
    for rule in find_broken_rules(settings.provider, make_body(build_payload(settings))):
        yield Problem(
            field=rule.parameter,
            message=f"{name} does not take {rule.parameter}"
            + (" together with a prediction." if rule.only_with_prediction else "."),
            fix=rule.fix,
            from_table=True,
        )
