"""Entra ID through the real azure-identity, against a managed-identity endpoint on loopback."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from time import time

import pytest
from azure.core.exceptions import ClientAuthenticationError

from lib.domain import ErrorCategory, RunResult
from lib.errors import IdentityError
from lib.providers import Connection, TokenSource, check_connection
from lib.providers.entra import open_token_source
from tests.support.provider_access import ACCESSES, SCOPE, Access
from tests.support.provider_desk import finish, open_desk
from tests.support.provider_server import ProviderServer
from tests.support.run_settings import make_settings

ENTRA = [access for access in ACCESSES if access.uses_entra_id]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ProviderServer]:
    open_token_source.cache_clear()
    with ProviderServer(key="a key that nobody has") as server:
        for name, value in server.identity.environment(server.host).items():
            monkeypatch.setenv(name, value)
        yield server
    open_token_source.cache_clear()


def run(server: ProviderServer, access: Access) -> RunResult:
    connection = access.connect(server)

    async def open_endpoint(_: Callable[[str], None]) -> Connection:
        return connection

    settings = make_settings(provider="azure", model="echo", prediction="one two three")
    with open_desk(server) as desk:
        return finish(desk.manager.start(settings, open_endpoint))


@pytest.mark.parametrize("access", ENTRA, ids=lambda access: access.id)
def test_a_run_completes_with_a_bearer_token(server: ProviderServer, access: Access) -> None:
    result = run(server, access)
    assert result.error is None
    assert result.text == "one two three"
    assert server.requests[-1].headers["authorization"] == "Bearer entra-token-1"
    assert "api-key" not in server.requests[-1].headers
    assert server.identity.resources == [SCOPE.removesuffix("/.default")]
    assert "entra-token" not in repr(result)


def test_a_valid_token_is_used_again_and_an_expired_one_renewed(server: ProviderServer) -> None:
    (access, *_) = ENTRA
    server.identity.lifetime_s = 2
    assert run(server, access).error is None
    (expiry,) = server.identity.issued.values()
    pause = threading.Event()
    while time() <= expiry:
        pause.wait(0.05)
    server.identity.lifetime_s = 3600
    assert run(server, access).error is None
    assert run(server, access).error is None
    used = [
        request.headers["authorization"]
        for request in server.requests
        if request.path.endswith("/chat/completions")
    ]
    assert used == ["Bearer entra-token-1", "Bearer entra-token-2", "Bearer entra-token-2"]


def test_check_connects_with_a_token(server: ProviderServer) -> None:
    result = asyncio.run(check_connection(ENTRA[0].connect(server)))
    assert result.ok, result.message


def test_a_host_without_an_identity_says_how_to_get_one() -> None:
    def refuse() -> str:
        raise ClientAuthenticationError("tried secret-path and secret-id")

    source = TokenSource(SCOPE, refuse)
    with pytest.raises(IdentityError, match="az login") as caught:
        asyncio.run(source.read_token())
    assert "secret" not in str(caught.value)


def test_a_run_without_an_identity_fails_with_that_sentence(server: ProviderServer) -> None:
    def refuse() -> str:
        raise ClientAuthenticationError("no")

    connection = Connection(
        provider_id="azure",
        base_url=f"http://{server.host}/openai/v1",
        token_source=TokenSource(SCOPE, refuse),
    )

    async def open_endpoint(_: Callable[[str], None]) -> Connection:
        return connection

    with open_desk(server) as desk:
        settings = make_settings(provider="azure")
        result = finish(desk.manager.start(settings, open_endpoint))
    assert result.error is not None
    assert result.error.category is ErrorCategory.AUTHENTICATION
    assert "az login" in result.error.message
    assert server.requests == []
