"""A typed address is plain and allowed, or it is refused."""

from __future__ import annotations

import pytest

from lib.errors import ConnectionMissingError
from lib.providers.address import clean_base_url, make_azure_base_url, require_allowed

ALLOWED = ("https://ok.example/v1", "http://127.0.0.1:8000")


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        (" https://ok.example/v1 ", "https://ok.example/v1"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/v1"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1"),
        ("HTTPS://Ok.Example/v1", "HTTPS://Ok.Example/v1"),
        ("https://ok.example/v1/chat/completions", "https://ok.example/v1"),
        ("https://ok.example/v1/chat/completions/", "https://ok.example/v1"),
        ("https://ok.example/v1/completions", "https://ok.example/v1"),
        ("https://ok.example/chat/completions", "https://ok.example/v1"),
    ],
)
def test_plain_addresses_are_taken(typed: str, used: str) -> None:
    assert clean_base_url(typed, name="X", path_when_missing="/v1") == used


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ok.example/v1",
        "ftp://ok.example/v1",
        "file:///etc/passwd",
        "http://",
        "http://user:secret@ok.example/v1",
        "http://ok.example@evil.example/v1",
        "http://ok.example\\@evil.example/v1",
        "http:/user:secret@ok.example/v1",
        "http://ok.example/v1?api-key=secret",
        "http://ok.example/v1#x",
        "http://ok.example:99999/v1",
        "http://ok.example/v1/../admin",
        "http://ok.example/v1/%2e%2e/admin",
        "http://ok.example/v1\r\nX-Header: 1",
        "http://ok example/v1",
        "http://ök.example/v1",
    ],
)
def test_anything_else_is_refused_with_the_setting_named(typed: str) -> None:
    with pytest.raises(ConnectionMissingError, match="BASE") as caught:
        clean_base_url(typed, name="BASE")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "https://ok.example/v1",
        "https://ok.example/v1/",
        "https://ok.example/v1/more",
        "https://ok.example:443/v1",
        "https://OK.example./v1",
        "http://127.0.0.1:8000/anything",
    ],
)
def test_under_an_allowed_address(url: str) -> None:
    require_allowed(url, ALLOWED, name="BASE")


@pytest.mark.parametrize(
    "url",
    [
        "http://ok.example/v1",
        "https://ok.example.evil.example/v1",
        "https://evil-ok.example/v1",
        "https://ok.example:8443/v1",
        "https://ok.example/v10",
        "https://ok.example/",
        "http://127.0.0.1:80001/v1",
        "http://127.0.0.1/v1",
        "http://127.0.0.1:8000@evil.example/",
    ],
)
def test_beside_an_allowed_address(url: str) -> None:
    with pytest.raises(ConnectionMissingError, match="PLAYGROUND_ALLOWED_BASE_URLS"):
        require_allowed(url, ALLOWED, name="BASE")


def test_without_a_list_everything_is_allowed() -> None:
    require_allowed("http://anywhere.example", (), name="BASE")


def test_a_query_is_refused_with_where_it_belongs() -> None:
    typed = "https://ok.example/v1?api-version=2025-01-01-preview"
    with pytest.raises(ConnectionMissingError, match="API version have fields of their own"):
        clean_base_url(typed, name="BASE")


def test_a_bare_name_stands_for_an_address_only_where_it_may() -> None:
    template = "https://{}.openai.azure.com"
    url = clean_base_url("My-Resource", name="BASE", host_of_name=template)
    assert url == "https://my-resource.openai.azure.com"
    with pytest.raises(ConnectionMissingError):
        clean_base_url("my-resource", name="BASE")


AZURE = "https://res.openai.azure.com"


@pytest.mark.parametrize(
    "copied",
    [
        AZURE,
        f"{AZURE}/",
        f"{AZURE}/openai",
        f"{AZURE}/openai/",
        f"{AZURE}/openai/v1",
        f"{AZURE}/openai/v1/",
        f"{AZURE}/openai/deployments/mine",
    ],
)
def test_any_address_of_a_resource_leads_to_both_endpoints(copied: str) -> None:
    assert make_azure_base_url(copied, is_classic=False) == f"{AZURE}/openai/v1"
    assert make_azure_base_url(copied, is_classic=True) == f"{AZURE}/openai"


def test_a_gateway_before_a_resource_keeps_its_path() -> None:
    copied = "https://gateway.example/team/openai/v1"
    assert make_azure_base_url(copied, is_classic=False) == copied
    host = "https://openai"
    assert make_azure_base_url(host, is_classic=True) == "https://openai/openai"
