"""The SDK's client for one connection.

Invariant: nothing of the host's environment is in a request: no header, key, proxy or redirect.
The SDK reads OPENAI_ORG_ID, OPENAI_CUSTOM_HEADERS and more by itself, and the latter cannot be
overridden by an argument; so the headers of every request are written anew just before it leaves.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import httpx2
import openai
from openai import AsyncAzureOpenAI, AsyncOpenAI

from lib.providers.connection import Connection

_UNUSED_KEY = "unused"
# The SDK looks for this header on the request to decide whether it returns the raw response.
_RAW_RESPONSE = "X-Stainless-Raw-Response"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeouts:
    """How long to wait, in seconds."""

    connect_s: float = 10.0
    silence_s: float = 60.0
    """Longest wait for the next byte of an answer."""
    total_s: float = 600.0
    """Longest time from sending a request to the end of its answer."""


def make_client(
    connection: Connection,
    timeouts: Timeouts | None = None,
    *,
    on_send: Callable[[], None] | None = None,
) -> AsyncOpenAI:
    """Return a client for this connection alone; close it after use.

    It never retries and follows no redirect. `timeouts.total_s` is left to the caller, as the SDK
    has no such clock. `on_send` is called when a request is about to leave.
    """
    timeouts = timeouts or Timeouts()

    async def finish_request(request: httpx2.Request) -> None:
        request.headers = await _make_headers(request, connection)
        if on_send is not None:
            on_send()

    http_client = httpx2.AsyncClient(
        verify=_tls_context(),
        trust_env=False,
        follow_redirects=False,
        timeout=httpx2.Timeout(timeouts.silence_s, connect=timeouts.connect_s),
        event_hooks={"request": [finish_request]},
    )
    # The credentials are put in by `finish_request`; a key given here keeps the SDK from looking
    # for one in the environment.
    if connection.api_version is not None:
        return AsyncAzureOpenAI(
            api_key=_UNUSED_KEY,
            admin_api_key="",
            organization="",
            project="",
            webhook_secret="",
            base_url=connection.base_url,
            api_version=connection.api_version,
            timeout=http_client.timeout,
            max_retries=0,
            http_client=http_client,
        )
    return AsyncOpenAI(
        api_key=_UNUSED_KEY,
        admin_api_key="",
        organization="",
        project="",
        webhook_secret="",
        base_url=connection.base_url,
        timeout=http_client.timeout,
        max_retries=0,
        http_client=http_client,
    )


async def _make_headers(request: httpx2.Request, connection: Connection) -> httpx2.Headers:
    headers = {
        "Host": request.url.netloc.decode("ascii"),
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "Connection": "keep-alive",
        "User-Agent": f"predicted-outputs-playground openai-python/{openai.__version__}",
    }
    if request.content:
        headers["Content-Type"] = "application/json"
        headers["Content-Length"] = str(len(request.content))
    if request.headers.get(_RAW_RESPONSE) == "true":
        headers[_RAW_RESPONSE] = "true"
    return httpx2.Headers({**headers, **await _make_credentials(connection)})


async def _make_credentials(connection: Connection) -> dict[str, str]:
    if connection.token_source is not None:
        return {"Authorization": f"Bearer {await connection.token_source.read_token()}"}
    if connection.api_key is None:
        return {}
    if connection.api_version is not None:
        return {"api-key": connection.api_key}
    return {"Authorization": f"Bearer {connection.api_key}"}


@cache
def _tls_context() -> ssl.SSLContext:
    """Loading the certificates takes tens of milliseconds, which no run should pay for."""
    return httpx2.create_ssl_context(trust_env=False)
