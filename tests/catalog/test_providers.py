"""One row a provider: what the screen, the settings and the wire call it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lib.catalog import PROVIDERS, find_provider

# id, name, needs a key, key setting, base URL setting, default address, models setting, seed,
# stream_options
ROWS = [
    (
        *("local", "Local engine", False, "LOCAL_ENGINE_API_KEY", "LOCAL_ENGINE_URL", None, None),
        *("seed", True),
    ),
    (
        *("openai", "OpenAI", True, "OPENAI_API_KEY", "OPENAI_BASE_URL"),
        *("https://api.openai.com/v1", "OPENAI_MODELS", "seed", True),
    ),
    (
        *("azure", "Azure OpenAI", True, "AZURE_OPENAI_API_KEY", "AZURE_OPENAI_ENDPOINT"),
        *(None, "AZURE_OPENAI_DEPLOYMENTS", "seed", True),
    ),
    (
        *("cerebras", "Cerebras", True, "CEREBRAS_API_KEY", "CEREBRAS_BASE_URL"),
        *("https://api.cerebras.ai/v1", "CEREBRAS_MODELS", "seed", True),
    ),
    (
        *("fireworks", "Fireworks", True, "FIREWORKS_API_KEY", "FIREWORKS_BASE_URL"),
        *("https://api.fireworks.ai/inference/v1", "FIREWORKS_MODELS", "seed", True),
    ),
    (
        *("mistral", "Mistral", True, "MISTRAL_API_KEY", "MISTRAL_BASE_URL"),
        *("https://api.mistral.ai/v1", "MISTRAL_MODELS", "random_seed", False),
    ),
    (
        *("openrouter", "OpenRouter", True, "OPENROUTER_API_KEY", "OPENROUTER_BASE_URL"),
        *("https://openrouter.ai/api/v1", "OPENROUTER_MODELS", "seed", True),
    ),
    (
        *("compatible", "Compatible server", False, "COMPATIBLE_API_KEY", "COMPATIBLE_BASE_URL"),
        *(None, "COMPATIBLE_MODELS", "seed", True),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_row(row: tuple[object, ...]) -> None:
    provider = find_provider(str(row[0]))
    assert provider is not None
    assert row == (
        provider.id,
        provider.name,
        provider.needs_key,
        provider.key_setting,
        provider.base_url_setting,
        provider.default_base_url,
        provider.models_setting,
        provider.seed_parameter,
        provider.takes_stream_options,
    )


def test_every_row_is_pinned_and_sourced() -> None:
    assert list(PROVIDERS) == [row[0] for row in ROWS]
    for provider in PROVIDERS.values():
        assert provider.source
        assert date(2026, 1, 1) <= provider.verified_on


def test_unknown_provider_has_no_row() -> None:
    assert find_provider("nobody") is None


def test_azure_alone_has_api_versions_deployments_and_entra_id() -> None:
    for name in ("api_version_setting", "scope_setting", "host_of_name", "not_found_note"):
        assert [row.id for row in PROVIDERS.values() if getattr(row, name)] == ["azure"]
    assert [row.id for row in PROVIDERS.values() if row.models_are_deployments] == ["azure"]
    assert PROVIDERS["azure"].default_scope == "https://cognitiveservices.azure.com/.default"


def test_every_setting_is_explained_to_the_host() -> None:
    text = (Path(__file__).parents[2] / ".env.example").read_text(encoding="utf-8")
    listed = {line.partition("=")[0] for line in text.splitlines() if "=" in line[:40]}
    for row in PROVIDERS.values():
        names = {
            row.key_setting,
            row.base_url_setting,
            row.models_setting,
            row.api_version_setting,
            row.scope_setting,
        }
        assert names - {None} <= listed
