"""The wire format of a request. Invariant: no other module knows it."""

from __future__ import annotations

from typing import Any

from lib.catalog import find_provider
from lib.domain import RunSettings


def build_payload(settings: RunSettings, *, max_output_tokens: int | None = None) -> dict[str, Any]:
    """Return the keyword arguments of `chat.completions.create` for one streamed run.

    `max_output_tokens` is the host's cap; it is sent when the user set no limit of their own.
    The source is a message of its own, after the instructions, as in OpenAI's published example.
    """
    payload: dict[str, Any] = {
        "model": settings.model,
        "messages": _build_messages(settings),
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if settings.prediction is not None:
        payload["prediction"] = {"type": "content", "content": settings.prediction}
    if settings.temperature is not None:
        payload["temperature"] = settings.temperature
    limit = max_output_tokens if settings.max_tokens is None else settings.max_tokens
    if limit is not None:
        payload["max_tokens"] = limit
    if settings.seed is not None:
        payload |= _build_seed(settings.provider, settings.seed)
    return payload


def _build_messages(settings: RunSettings) -> list[dict[str, str]]:
    messages = (
        ("system", settings.system_message),
        ("user", settings.instructions),
        ("user", settings.source),
    )
    return [{"role": role, "content": text} for role, text in messages if text]


def _build_seed(provider_id: str, seed: int) -> dict[str, Any]:
    provider = find_provider(provider_id)
    name = provider.seed_parameter if provider else "seed"
    # The SDK refuses arguments that are not OpenAI's own, except inside `extra_body`.
    return {"seed": seed} if name == "seed" else {"extra_body": {name: seed}}
