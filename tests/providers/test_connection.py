"""What a user typed wins over the host's settings, and never gets the host's key."""

from __future__ import annotations

import pytest

from lib.catalog import PROVIDERS
from lib.errors import ConnectionMissingError
from lib.providers import Connection, resolve_connection
from lib.settings import AppSettings

HOST_KEY = {"OPENAI_API_KEY": "sk-host"}


def resolve(
    provider: str,
    host: dict[str, str],
    typed: dict[str, str] | None = None,
    allowed: tuple[str, ...] = (),
) -> Connection:
    app_settings = AppSettings(values=host, allowed_base_urls=allowed)
    return resolve_connection(provider, app_settings, typed or {})


def test_host_settings_suffice() -> None:
    connection = resolve("openai", HOST_KEY)
    assert (connection.base_url, connection.api_key) == ("https://api.openai.com/v1", "sk-host")
    other = resolve("openai", {**HOST_KEY, "OPENAI_BASE_URL": "https://proxy.example/v1"})
    assert other.base_url == "https://proxy.example/v1"


def test_typed_key_wins_and_a_blank_one_is_none() -> None:
    assert resolve("openai", HOST_KEY, {"OPENAI_API_KEY": " sk-mine "}).api_key == "sk-mine"
    assert resolve("openai", HOST_KEY, {"OPENAI_API_KEY": " "}).api_key == "sk-host"


def test_host_key_never_goes_to_a_typed_address() -> None:
    typed = {"OPENAI_BASE_URL": "https://evil.example/v1"}
    with pytest.raises(ConnectionMissingError, match="is not sent there"):
        resolve("openai", HOST_KEY, typed)
    host = {"COMPATIBLE_BASE_URL": "http://gpu:8000/v1", "COMPATIBLE_API_KEY": "host-key"}
    elsewhere = resolve("compatible", host, {"COMPATIBLE_BASE_URL": "http://evil.example/v1"})
    assert elsewhere.api_key is None


def test_typing_the_hosts_own_address_changes_nothing() -> None:
    typed = {"OPENAI_BASE_URL": "https://api.openai.com/v1"}
    connection = resolve("openai", HOST_KEY, typed, allowed=("https://ok.example",))
    assert connection.api_key == "sk-host"


def test_typed_address_must_be_allowed_and_the_hosts_own_need_not() -> None:
    allowed = ("https://ok.example",)
    host = {"COMPATIBLE_BASE_URL": "http://gpu:8000"}
    assert resolve("compatible", host, allowed=allowed).base_url == "http://gpu:8000/v1"
    typed = {"COMPATIBLE_BASE_URL": "https://ok.example.evil.example/v1"}
    with pytest.raises(ConnectionMissingError, match="not allow"):
        resolve("compatible", host, typed, allowed)


AZURE_HOST = {"AZURE_OPENAI_ENDPOINT": "my-resource"}


def test_azure_with_a_key_goes_to_the_v1_endpoint() -> None:
    connection = resolve("azure", {**AZURE_HOST, "AZURE_OPENAI_API_KEY": "host-key"})
    assert connection.base_url == "https://my-resource.openai.azure.com/openai/v1"
    assert (connection.api_key, connection.api_version) == ("host-key", None)
    assert connection.token_source is None


def test_azure_with_an_api_version_goes_to_the_classic_endpoint() -> None:
    version = {"AZURE_OPENAI_API_VERSION": "2025-01-01-preview"}
    connection = resolve("azure", {**AZURE_HOST, **version, "AZURE_OPENAI_API_KEY": "k"})
    assert connection.base_url == "https://my-resource.openai.azure.com/openai"
    assert connection.api_version == "2025-01-01-preview"
    typed = resolve(
        "azure",
        {**AZURE_HOST, **version, "AZURE_OPENAI_API_KEY": "k"},
        {"AZURE_OPENAI_API_VERSION": "v1"},
    )
    assert typed.api_version is None
    assert typed.base_url.endswith("/openai/v1")


def test_azure_without_a_key_takes_the_hosts_identity() -> None:
    connection = resolve("azure", AZURE_HOST)
    assert connection.token_source is not None
    assert connection.token_source.scope == "https://cognitiveservices.azure.com/.default"
    assert connection.has_credentials
    scope = {"AZURE_OPENAI_SCOPE": "https://ai.azure.com/.default"}
    other = resolve("azure", {**AZURE_HOST, **scope})
    assert other.token_source is not None
    assert other.token_source.scope == "https://ai.azure.com/.default"


@pytest.mark.parametrize("allowed", [(), ("https://other.openai.azure.com",)])
def test_the_hosts_identity_never_goes_to_a_typed_address(allowed: tuple[str, ...]) -> None:
    typed = {"AZURE_OPENAI_ENDPOINT": "https://other.openai.azure.com"}
    with pytest.raises(ConnectionMissingError, match="Entra ID is used only"):
        resolve("azure", AZURE_HOST, typed, allowed)
    with_key = resolve("azure", AZURE_HOST, {**typed, "AZURE_OPENAI_API_KEY": "mine"}, allowed)
    assert (with_key.api_key, with_key.token_source) == ("mine", None)


def test_a_key_of_ones_own_wins_over_the_hosts_identity() -> None:
    connection = resolve("azure", AZURE_HOST, {"AZURE_OPENAI_API_KEY": "mine"})
    assert (connection.api_key, connection.token_source) == ("mine", None)


@pytest.mark.parametrize("provider", ["cerebras", "fireworks", "mistral", "openrouter"])
def test_a_key_is_all_that_the_others_need(provider: str) -> None:
    row = PROVIDERS[provider]
    connection = resolve(provider, {str(row.key_setting): "k"})
    assert (connection.base_url, connection.api_key) == (row.default_base_url, "k")


@pytest.mark.parametrize(
    ("provider", "line"),
    [
        ("azure", "AZURE_OPENAI_ENDPOINT=https://my-resource"),
        ("cerebras", "CEREBRAS_API_KEY="),
        ("fireworks", "FIREWORKS_API_KEY="),
        ("mistral", "MISTRAL_API_KEY="),
        ("openrouter", "OPENROUTER_API_KEY="),
        ("openai", "OPENAI_API_KEY="),
        ("compatible", "COMPATIBLE_BASE_URL=http"),
        ("local", "LOCAL_ENGINE_URL=http"),
        ("nobody", "nobody"),
    ],
)
def test_what_is_missing_comes_as_a_line_to_copy(provider: str, line: str) -> None:
    with pytest.raises(ConnectionMissingError, match=line):
        resolve(provider, {})


def test_key_does_not_show() -> None:
    assert "sk-host" not in repr(resolve("openai", HOST_KEY))
