"""One row a provider: what the screen, the settings and the wire call it."""

from __future__ import annotations

from datetime import date

import pytest

from lib.catalog import PROVIDERS, find_provider

# id, name, needs a key, key setting, base URL setting, default address, models setting
ROWS = [
    ("local", "Local engine", False, "LOCAL_ENGINE_API_KEY", "LOCAL_ENGINE_URL", None, None),
    (
        "openai",
        "OpenAI",
        True,
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
        "https://api.openai.com/v1",
        None,
    ),
    (
        "compatible",
        "Compatible server",
        False,
        "COMPATIBLE_API_KEY",
        "COMPATIBLE_BASE_URL",
        None,
        "COMPATIBLE_MODELS",
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
    )


def test_every_row_is_pinned_and_sourced() -> None:
    assert list(PROVIDERS) == [row[0] for row in ROWS]
    for provider in PROVIDERS.values():
        assert provider.source
        assert date(2026, 1, 1) <= provider.verified_on


def test_unknown_provider_has_no_row() -> None:
    assert find_provider("nobody") is None
