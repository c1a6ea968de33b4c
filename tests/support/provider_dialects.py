"""How providers differ on the wire: their paths, keys, refusals and the shapes of their streams.

Invariant: a dialect refuses what the real one is known to refuse, in the words it is known to use;
what a model then says comes from the scripts, as everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.support.provider_shapes import (
    Shape,
    azure,
    cerebras,
    fireworks,
    openai,
    openrouter,
    vllm,
)
from tests.support.provider_wire import Answer, error_body

Request = Mapping[str, Any]
Refusal = Callable[[Request, str | None], Answer | None]
"""From a body and an API version to the refusal, if any."""


def _bad(message: str, code: str | None = None, param: str | None = None) -> Answer:
    return Answer(status=400, body=error_body(message, code=code, param=param))


def refuse_like_openai(body: Request, _: str | None) -> Answer | None:
    """Refuse one thing at a time, as these APIs do."""
    known = {*_READ_BY_OPENAI}
    for name in body:
        if name not in known:
            return _bad(f"Unknown parameter: '{name}'.", "unknown_parameter", name)
    seed = body.get("seed")
    if seed is not None and not isinstance(seed, int):
        message = "Invalid type for 'seed': expected an integer, but got a decimal number instead."
        return _bad(message, "invalid_type", "seed")
    if str(body["model"]).startswith("gpt-5"):
        return _refuse_like_gpt_5(body)
    if body.get("prediction") is None:
        return None
    for name, is_refused in _REFUSED_BY_OPENAI.items():
        if body.get(name) is not None and is_refused(body[name]):
            message = f"Unsupported parameter: '{name}' is not supported with a prediction."
            return _bad(message, "unsupported_parameter", name)
    return None


def _refuse_like_gpt_5(body: Request) -> Answer | None:
    if body.get("prediction") is not None:
        message = "Unsupported parameter: 'prediction' is not supported with this model."
        return _bad(message, "unsupported_parameter", "prediction")
    temperature = body.get("temperature")
    if temperature not in (None, 1):
        message = (
            f"Unsupported value: 'temperature' does not support {temperature} with this model. "
            "Only the default (1) value is supported."
        )
        return _bad(message, "unsupported_value", "temperature")
    return None


_READ_BY_OPENAI = (
    *("model", "messages", "stream", "stream_options", "prediction", "seed", "temperature"),
    *("max_tokens", "max_completion_tokens", "top_p", "n", "stop", "logprobs", "tools"),
    *("presence_penalty", "frequency_penalty", "audio", "modalities"),
)
_REFUSED_BY_OPENAI: dict[str, Callable[[Any], bool]] = {
    "tools": bool,
    "audio": lambda _: True,
    "modalities": lambda value: value != ["text"],
    "n": lambda value: value > 1,
    "logprobs": lambda value: value is True,
    "presence_penalty": lambda value: value > 0,
    "frequency_penalty": lambda value: value > 0,
    "max_completion_tokens": lambda _: True,
}


def refuse_like_azure_classic(body: Request, api_version: str | None) -> Answer | None:
    """The API version decides before anything else."""
    if not api_version:
        return Answer(status=404, body={"error": {"code": "404", "message": "Resource not found"}})
    if body.get("stream_options") is not None and api_version < "2024-09":
        return _bad("Unrecognized request argument supplied: stream_options")
    if body.get("prediction") is not None and api_version < "2025-01-01":
        if api_version == "2024-10-21":
            return _bad("Unrecognized request argument supplied: prediction")
        return _bad("Prediction is enabled only for api versions 2025-01-01-preview and later")
    return refuse_like_openai(body, api_version)


def refuse_like_cerebras(body: Request, _: str | None) -> Answer | None:
    """Error bodies are flat here."""
    if body.get("prediction") is None:
        return None
    if body["model"] == "qwen-3-32b":
        return _flat('"prediction" is not currently supported', "prediction")
    for name in ("logprobs", "tools"):
        if body.get(name):
            return _flat(f"property '{name}' is unsupported with prediction", name)
    if (body.get("n") or 1) > 1:
        return _flat("property 'n' must be 1 with prediction", "n")
    return None


def _flat(message: str, param: str) -> Answer:
    body = {
        "message": message,
        "type": "invalid_request_error",
        "param": param,
        "code": "wrong_api_format",
    }
    return Answer(status=400, body=body)


def refuse_like_mistral(body: Request, _: str | None) -> Answer | None:
    """Whatever is not in its schema is refused with 422, `seed` and `stream_options` too."""
    for name, value in body.items():
        if name not in _READ_BY_MISTRAL:
            fault = {"type": "extra_forbidden", "loc": ["body", name], "input": value}
            detail = {"detail": [{**fault, "msg": "Extra inputs are not permitted"}]}
            kind = "invalid_request_error"
            refusal = {"object": "error", "message": detail, "type": kind, "param": None}
            return Answer(status=422, body={**refusal, "code": None})
    return None


_READ_BY_MISTRAL = (
    *("model", "messages", "stream", "prediction", "random_seed", "temperature", "max_tokens"),
    *("top_p", "n", "stop", "presence_penalty", "frequency_penalty"),
)


def _refuse_nothing(_: Request, __: str | None) -> Answer | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One provider's habits."""

    name: str
    """The provider's id in `lib.catalog`, or a name of our own."""
    path: str
    """Under which its API is served here, as far as the base URL goes."""
    refuse: Refusal = _refuse_nothing
    shape: Shape = openai
    """Gives a scripted answer the provider's form."""
    key_header: str = "authorization"
    headers: Mapping[str, str] = field(default_factory=dict)
    wants_key: bool = True
    models_are_public: bool = False
    is_azure: bool = False


DIALECTS = (
    Dialect(
        name="openai",
        path="/openai-com/v1",
        refuse=refuse_like_openai,
        headers={
            "openai-processing-ms": "12",
            "x-ratelimit-limit-requests": "500",
            "x-ratelimit-remaining-requests": "499",
            "x-ratelimit-reset-requests": "120ms",
        },
    ),
    Dialect(
        name="azure",
        path="/openai/v1",
        refuse=refuse_like_openai,
        shape=azure,
        headers={"x-ms-region": "Sweden Central", "x-ratelimit-remaining-tokens": "-1"},
        is_azure=True,
    ),
    Dialect(
        name="azure-classic",
        path="/openai",
        refuse=refuse_like_azure_classic,
        shape=azure,
        key_header="api-key",
        headers={"x-ms-region": "Sweden Central"},
        is_azure=True,
    ),
    Dialect(
        name="cerebras",
        path="/cerebras/v1",
        refuse=refuse_like_cerebras,
        shape=cerebras,
        headers={
            "x-ratelimit-remaining-requests-day": "0",
            "x-ratelimit-reset-requests-day": "33011.4",
        },
    ),
    Dialect(name="fireworks", path="/inference/v1", shape=fireworks),
    Dialect(name="mistral", path="/mistral/v1", refuse=refuse_like_mistral, shape=vllm),
    Dialect(name="openrouter", path="/api/v1", shape=openrouter, models_are_public=True),
    Dialect(name="vllm", path="/vllm/v1", shape=vllm, wants_key=False),
)


def find_dialect(path: str) -> Dialect | None:
    """Return whose path this is, the longest first; `None`: the plain scripted server's."""
    fitting = [dialect for dialect in DIALECTS if path.startswith(f"{dialect.path}/")]
    return max(fitting, key=lambda dialect: len(dialect.path), default=None)
