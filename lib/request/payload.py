"""The wire format of a request. Invariant: no other module knows it.

The names stand in the order in which the SDK writes them, so that the same request has the same
bytes whether the playground, the SDK of another language or curl sends it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lib.catalog import find_model_facts, find_provider
from lib.domain import RunSettings

EXTRA_BODY = "extra_body"
"""Where the SDK wants arguments that are not OpenAI's own."""


def build_payload(
    settings: RunSettings, *, max_output_tokens: int | None = None, stream: bool = True
) -> dict[str, Any]:
    """Return the keyword arguments of `chat.completions.create` for one run.

    `max_output_tokens` is the host's cap; it is sent when the user set no limit of their own.
    The source is a message of its own, after the instructions, as in OpenAI's published example.
    """
    provider = find_provider(settings.provider)
    asks_for_usage = stream and (provider is None or provider.takes_stream_options)
    limits = _choose_limits(settings, max_output_tokens)
    payload: dict[str, Any] = {
        "model": settings.model,
        "stream": True if stream else None,
        "messages": _build_messages(settings),
        "frequency_penalty": _plain_number(settings.frequency_penalty),
        "logprobs": settings.logprobs,
        "max_completion_tokens": limits.get("max_completion_tokens"),
        "max_tokens": limits.get("max_tokens"),
        "n": settings.n,
        "prediction": _build_prediction(settings.prediction),
        "presence_penalty": _plain_number(settings.presence_penalty),
        "seed": None,
        "stop": list(settings.stop) or None,
        "stream_options": {"include_usage": True} if asks_for_usage else None,
        "temperature": _plain_number(settings.temperature),
        "top_p": _plain_number(settings.top_p),
    }
    own_fields: dict[str, Any] = dict(provider.extra_fields) if provider else {}
    if settings.seed is not None:
        seed_name = provider.seed_parameter if provider else "seed"
        (payload if seed_name == "seed" else own_fields)[seed_name] = settings.seed
    payload[EXTRA_BODY] = own_fields or None
    return {name: value for name, value in payload.items() if value is not None}


def make_body(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON body that the SDK sends for the arguments of `build_payload`."""
    body = dict(payload)
    extra: Mapping[str, Any] = body.pop(EXTRA_BODY, {})
    return {**body, **extra}


def _choose_limits(settings: RunSettings, max_output_tokens: int | None) -> dict[str, int | None]:
    own = {
        "max_tokens": settings.max_tokens,
        "max_completion_tokens": settings.max_completion_tokens,
    }
    if max_output_tokens is None or any(limit is not None for limit in own.values()):
        return own
    facts = find_model_facts(settings.provider, settings.model)
    return {facts.limit_parameter if facts else "max_tokens": max_output_tokens}


def _build_messages(settings: RunSettings) -> list[dict[str, str]]:
    messages = (
        ("system", settings.system_message),
        ("user", settings.instructions),
        ("user", settings.source),
    )
    return [{"role": role, "content": text} for role, text in messages if text]


def _build_prediction(text: str | None) -> dict[str, str] | None:
    return None if text is None else {"type": "content", "content": text}


def _plain_number(value: float | None) -> float | None:
    """Return 0 for 0.0: other languages write it so, and the bytes are to be the same."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
