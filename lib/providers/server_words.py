"""What a server said when it refused: its message, its codes, when to come back.

Invariant: whatever leaves this module is free of the key that was used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import openai

from lib.providers.rate_limits import read_retry_after_s

MAX_MESSAGE_CHARACTERS = 4000
# A shorter string is no secret, and hiding it would tear holes into ordinary words.
_SHORTEST_SECRET = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerWords:
    """The parts of an error answer that are worth showing; each `None` when it did not come."""

    message: str | None = None
    status_code: int | None = None
    code: str | None = None
    type: str | None = None
    param: str | None = None
    request_id: str | None = None
    retry_after_s: float | None = None


def read_server_words(exc: openai.APIError, secrets: Iterable[str]) -> ServerWords:
    """Return what the server said, word for word but without any of the `secrets`."""
    hidden = tuple(secrets)
    body = exc.body if isinstance(exc.body, Mapping) else {}
    response = getattr(exc, "response", None)
    headers: Mapping[str, str] = response.headers if response is not None else {}

    def show(value: object) -> str | None:
        return redact(str(value), hidden)[:MAX_MESSAGE_CHARACTERS] if value else None

    return ServerWords(
        message=show(_find_message(exc.body)),
        status_code=getattr(exc, "status_code", None),
        code=show(body.get("code")),
        type=show(body.get("type")),
        param=show(body.get("param")),
        request_id=show(read_request_id(headers)),
        retry_after_s=read_retry_after_s(headers) if _means_wait(exc) else None,
    )


def _means_wait(exc: openai.APIError) -> bool:
    """Headers tell of limits in every answer; only these answers are about them."""
    return isinstance(
        exc, (openai.RateLimitError, openai.ConflictError, openai.InternalServerError)
    )


def read_request_id(headers: Mapping[str, str]) -> str | None:
    """Return what a provider's support asks for, under whichever name it came."""
    return headers.get("x-request-id") or headers.get("apim-request-id")


def redact(text: str, secrets: Iterable[str]) -> str:
    """Return `text` with every secret replaced by a sign that one stood there."""
    for secret in secrets:
        if len(secret) >= _SHORTEST_SECRET:
            text = text.replace(secret, "[key hidden]")
    return text


def _find_message(body: object) -> object:
    """OpenAI says `message`, FastAPI servers `detail`, some only a bare string."""
    if isinstance(body, Mapping):
        return body.get("message") or body.get("detail") or body.get("error")
    return body if isinstance(body, str) else None
