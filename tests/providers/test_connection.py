"""What a user typed wins over the host's settings, and never gets the host's key."""

from __future__ import annotations

import pytest

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
    with pytest.raises(ConnectionMissingError, match="OPENAI_API_KEY"):
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


@pytest.mark.parametrize(
    ("provider", "line"),
    [
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
