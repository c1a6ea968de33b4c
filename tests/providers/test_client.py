"""What arrives at the server is what was asked for; nothing of the host's environment."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from lib.providers import Connection, TokenSource, check_connection, make_client
from tests.support.provider_access import ACCESSES, KEY, Access
from tests.support.provider_server import ProviderServer, ReceivedRequest

PLANTED = {
    "OPENAI_API_KEY": "planted-api-key",
    "OPENAI_ADMIN_KEY": "planted-admin-key",
    "OPENAI_ORG_ID": "planted-org",
    "OPENAI_PROJECT_ID": "planted-project",
    "OPENAI_WEBHOOK_SECRET": "planted-webhook",
    "OPENAI_BASE_URL": "http://127.0.0.1:9/planted",
    "OPENAI_CUSTOM_HEADERS": (
        "X-Planted: planted-header\nAuthorization: Bearer planted-bearer\n"
        "User-Agent: planted-agent\nX-Stainless-Lang: planted-lang\nHost: planted.example\n"
        "Content-Type: planted/type\nOpenAI-Organization: planted-org-header"
    ),
    "AZURE_OPENAI_AD_TOKEN": "planted-azure-token",
    "AZURE_OPENAI_API_KEY": "planted-azure-key",
    "OPENAI_API_VERSION": "planted-version",
    "HTTP_PROXY": "http://127.0.0.1:9",
    "http_proxy": "http://127.0.0.1:9",
    "ALL_PROXY": "http://127.0.0.1:9",
}


def plant(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PLANTED.items():
        monkeypatch.setenv(name, value)


def ask(server: ProviderServer, api_key: str | None) -> ReceivedRequest:
    connection = Connection(provider_id="compatible", base_url=server.base_url, api_key=api_key)

    async def request() -> None:
        async with make_client(connection) as client:
            await client.chat.completions.with_raw_response.create(
                model="hello", messages=[{"role": "user", "content": "Hi"}], stream=True
            )

    asyncio.run(request())
    return server.requests[-1]


@pytest.mark.parametrize("api_key", ["typed-key", None])
def test_nothing_of_the_environment_is_sent(
    api_key: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with ProviderServer() as server:
        received = ask(server, api_key)
        assert "planted" not in repr(received)
        assert received.headers["host"] == server.host
    assert received.headers.get("authorization") == (api_key and f"Bearer {api_key}")
    assert received.headers["content-type"] == "application/json"
    assert received.body == {
        "model": "hello",
        "messages": [{"role": "user", "content": "Hi"}],
        "stream": True,
    }


@pytest.mark.parametrize("uses_key", [True, False])
def test_nothing_of_the_environment_reaches_the_classic_endpoint(
    uses_key: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    source = TokenSource("scope", lambda: "the-token")
    with ProviderServer() as server:
        connection = Connection(
            provider_id="azure",
            base_url=f"http://{server.host}/openai",
            api_key="typed-key" if uses_key else None,
            api_version="2025-01-01-preview",
            token_source=None if uses_key else source,
        )

        async def request() -> None:
            async with make_client(connection) as client:
                await client.chat.completions.create(
                    model="echo", messages=[{"role": "user", "content": "Hi"}]
                )

        asyncio.run(request())
        received = server.requests[-1]
        assert "planted" not in repr(received)
    assert received.path == (
        "/openai/deployments/echo/chat/completions?api-version=2025-01-01-preview"
    )
    assert received.headers.get("api-key") == ("typed-key" if uses_key else None)
    assert received.headers.get("authorization") == (None if uses_key else "Bearer the-token")


def test_requests_leave_once_and_are_announced() -> None:
    sent = []
    with ProviderServer() as server:
        connection = Connection(provider_id="compatible", base_url=server.base_url)

        async def request() -> None:
            async with make_client(connection, on_send=lambda: sent.append(1)) as client:
                await client.models.list()

        asyncio.run(request())
    assert sent == [1]
    assert len(server.requests) == 1


def check(server: ProviderServer, *, path: str = "/v1", key: str | None = None) -> tuple[bool, str]:
    connection = Connection(
        provider_id="compatible", base_url=f"http://{server.host}{path}", api_key=key
    )
    result = asyncio.run(check_connection(connection))
    assert (key or "\0") not in repr(result)
    return result.ok, result.message


def test_check_says_what_is_wrong() -> None:
    with ProviderServer(key="right-key") as server:
        assert check(server, key="right-key")[0]
        ok, message = check(server, key="wrong-key")
        assert not ok
        assert "refused the key" in message
        ok, message = check(server)
        assert not ok
        assert "none was sent" in message
        ok, message = check(server, key="right-key", path="/wrong/path")
        assert ok, "any path that ends in /models serves the list"
    ok, message = check(server)
    assert not ok
    assert "No connection to" in message


def test_check_lists_models() -> None:
    with ProviderServer() as server:
        connection = Connection(provider_id="compatible", base_url=server.base_url)
        result = asyncio.run(check_connection(connection))
    assert result.ok
    assert "echo" in result.models


@pytest.mark.parametrize(
    "access", [row for row in ACCESSES if not row.uses_entra_id], ids=lambda access: access.id
)
def test_check_lets_the_right_key_in_and_tells_a_wrong_one(access: Access) -> None:
    with ProviderServer(key=KEY) as server:
        connection = access.connect(server)
        right = asyncio.run(check_connection(connection))
        assert right.ok, right.message
        assert bool(right.models) is not access.provider.models_are_deployments
        if access.uses_key:
            wrong = asyncio.run(check_connection(replace(connection, api_key="sk-wrong")))
            assert not wrong.ok
            assert "refused the key" in wrong.message
            assert access.provider.name in wrong.message


def test_check_tells_a_wrong_address_in_azures_terms() -> None:
    with ProviderServer() as server:
        server.missing_paths.add("/openai/v1/models")
        connection = Connection(
            provider_id="azure", base_url=f"http://{server.host}/openai/v1", api_key="k"
        )
        result = asyncio.run(check_connection(connection))
    assert not result.ok
    assert "resource's name" in result.message
