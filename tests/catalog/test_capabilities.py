"""What providers take, report and refuse: every row is pinned."""

from __future__ import annotations

from datetime import date

import pytest

from lib.catalog import (
    PROVIDERS,
    find_api_version_rule,
    find_broken_rules,
    find_capabilities,
    read_version_date,
)
from lib.catalog.capabilities import API_VERSION_RULES, CAPABILITIES, PARAMETER_RULES

# provider: takes a prediction, reports counts, refuses what it does not support, seed, fingerprint
ROWS = {
    "local": (True, True, True, True, True),
    "openai": (None, True, True, True, True),
    "azure": (None, True, True, True, True),
    "cerebras": (None, True, True, True, True),
    "fireworks": (True, True, None, True, None),
    "mistral": (None, False, None, True, None),
    "openrouter": (None, None, None, None, None),
    "compatible": (None, None, None, None, None),
}


@pytest.mark.parametrize("provider_id", ROWS)
def test_capabilities(provider_id: str) -> None:
    row = find_capabilities(provider_id)
    assert row is not None
    assert ROWS[provider_id] == (
        row.takes_prediction,
        row.reports_counts,
        row.refuses_unsupported,
        row.takes_seed,
        row.reports_fingerprint,
    )


def test_every_provider_has_one_sourced_row() -> None:
    assert [row.provider for row in CAPABILITIES] == list(PROVIDERS) == list(ROWS)
    sources = [(row.source, row.verified_on) for row in CAPABILITIES]
    sources += [(row.source, row.verified_on) for row in PARAMETER_RULES]
    sources += [(row.source, row.verified_on) for row in API_VERSION_RULES]
    assert all(source and verified_on >= date(2026, 1, 1) for source, verified_on in sources)
    assert find_capabilities("nobody") is None


# parameter, a value that clashes with a prediction, one that does not
OPENAI_FAMILY: list[tuple[str, object, object]] = [
    ("tools", [{"type": "function"}], None),
    ("audio", {"voice": "alloy"}, None),
    ("modalities", ["text", "audio"], ["text"]),
    ("n", 2, 1),
    ("logprobs", True, False),
    ("presence_penalty", 0.1, 0),
    ("frequency_penalty", 0.1, -1),
    ("max_completion_tokens", 10, None),
]
CEREBRAS = [row for row in OPENAI_FAMILY if row[0] in {"tools", "n", "logprobs"}]
RULES = [
    (provider_id, *rule)
    for provider_id, rules in (
        ("local", OPENAI_FAMILY),
        ("openai", OPENAI_FAMILY),
        ("azure", OPENAI_FAMILY),
        ("cerebras", CEREBRAS),
    )
    for rule in rules
]


@pytest.mark.parametrize(("provider_id", "parameter", "bad", "good"), RULES)
def test_a_parameter_beside_a_prediction(
    provider_id: str, parameter: str, bad: object, good: object
) -> None:
    prediction = {"type": "content", "content": "text"}
    (rule,) = find_broken_rules(provider_id, {"prediction": prediction, parameter: bad})
    assert rule.parameter == parameter
    assert rule.fix.endswith(".")
    assert find_broken_rules(provider_id, {"prediction": prediction, parameter: good}) == ()
    assert find_broken_rules(provider_id, {parameter: bad}) == ()


def test_mistral_takes_one_name_of_the_limit_only() -> None:
    (rule,) = find_broken_rules("mistral", {"max_completion_tokens": 5})
    assert not rule.only_with_prediction


def test_every_rule_is_pinned() -> None:
    pinned = [(row[0], row[1]) for row in RULES] + [("mistral", "max_completion_tokens")]
    assert [(rule.provider, rule.parameter) for rule in PARAMETER_RULES] == pinned


def test_all_broken_rules_come_at_once() -> None:
    request = {"prediction": {}, **{name: bad for name, bad, _ in OPENAI_FAMILY}}
    assert len(find_broken_rules("openai", request)) == len(OPENAI_FAMILY)
    assert find_broken_rules("compatible", request) == ()


def test_api_versions() -> None:
    rows = [(row.provider, row.parameter, row.first_version) for row in API_VERSION_RULES]
    assert rows == [
        ("azure", "seed", "2023-12-01-preview"),
        ("azure", "stream_options", "2024-09-01-preview"),
        ("azure", "prediction", "2025-01-01-preview"),
    ]
    assert find_api_version_rule("azure", "prediction") == API_VERSION_RULES[2]
    assert find_api_version_rule("openai", "prediction") is None


@pytest.mark.parametrize(
    ("version", "day"),
    [
        ("2025-01-01-preview", date(2025, 1, 1)),
        ("2024-10-21", date(2024, 10, 21)),
        ("v1", None),
        ("", None),
        ("2024-13-40", None),
    ],
)
def test_dates_of_api_versions(version: str, day: date | None) -> None:
    assert read_version_date(version) == day
