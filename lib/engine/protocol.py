"""What a chat completion request may hold: JSON in, a checked ChatRequest out.

Invariant: every check that needs no model is made here, before any computing, and nothing is
ignored silently except the fields of IGNORED, which cannot change an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lib.engine.api_errors import (
    ApiError,
    invalid_type,
    invalid_value,
    missing_parameter,
    unknown_parameter,
    unsupported_parameter,
)
from lib.engine.protocol_values import Fields, read_messages, read_text

MAX_STOP_STRINGS = 4

READ = frozenset(
    [
        "model",
        "messages",
        "prediction",
        "max_tokens",
        "max_completion_tokens",
        "temperature",
        "top_p",
        "seed",
        "cache_prompt",
        "stop",
        "stream",
        "stream_options",
    ]
)
IGNORED = frozenset(
    [
        "user",
        "metadata",
        "store",
        "service_tier",
        "parallel_tool_calls",
        "safety_identifier",
        "prompt_cache_key",
        "prompt_cache_retention",
    ]
)

# Parameters that OpenAI has and this engine has not, with the values that ask for nothing.
UNSUPPORTED: Mapping[str, Callable[[Any], bool]] = {
    "tools": lambda value: value == [],
    "functions": lambda value: value == [],
    "tool_choice": lambda value: value in ("none", "auto"),
    "function_call": lambda value: value in ("none", "auto"),
    "modalities": lambda value: value == ["text"],
    "audio": lambda _: False,
    "n": lambda value: value == 1,
    "logprobs": lambda value: value is False,
    "top_logprobs": lambda value: value == 0,
    "presence_penalty": lambda value: value == 0,
    "frequency_penalty": lambda value: value == 0,
    "logit_bias": lambda value: value == {},
    "response_format": lambda value: value == {"type": "text"},
    "reasoning_effort": lambda _: False,
    "verbosity": lambda _: False,
    "web_search_options": lambda _: False,
}
PENALTIES = ("presence_penalty", "frequency_penalty")
# OpenAI refuses these beside a prediction (platform documentation, 2026-11-21).
REFUSED_WITH_PREDICTION = frozenset(
    [
        "tools",
        "functions",
        "tool_choice",
        "function_call",
        "modalities",
        "audio",
        "n",
        "logprobs",
        "top_logprobs",
        "presence_penalty",
        "frequency_penalty",
        "max_completion_tokens",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatRequest:
    """A chat completion request that passed every check."""

    model: str
    """One of those that the engine serves."""
    messages: tuple[Mapping[str, str], ...]
    """Each with `role` (system, user or assistant) and `content`; at least one."""
    prediction: str = ""
    """Empty: none."""
    max_tokens: int | None = None
    """`None`: as far as the context reaches."""
    temperature: float = 1.0
    top_p: float = 1.0
    seed: int | None = None
    cache_prompt: bool = True
    """An extension, named as in llama.cpp: false computes the prompt anew and keeps none of it."""
    stop: tuple[str, ...] = ()
    stream: bool = False
    include_usage: bool = False


def parse_chat_request(body: object, *, model_names: Sequence[str]) -> ChatRequest:
    """Return the request that `body`, decoded JSON, describes.

    Raises ApiError, naming the first parameter that is wrong: 404 for a model that is not among
    `model_names`, else 400.
    """
    if not isinstance(body, dict):
        raise ApiError("The body must be a JSON object.", code="invalid_type")
    # Everywhere in this API null means: not given.
    given = {name: value for name, value in body.items() if value is not None}
    fields = Fields(given)
    _check_names(given)
    model = _read_model(fields, model_names)
    messages = read_messages(given.get("messages"))
    _check_ranges(fields)
    _check_unsupported(given)
    return ChatRequest(
        model=model,
        messages=messages,
        prediction=_read_prediction(given.get("prediction")),
        max_tokens=_read_max_tokens(fields),
        temperature=fields.number("temperature", 0, 2, default=1.0),
        top_p=fields.number("top_p", 0, 1, default=1.0),
        seed=fields.integer("seed", -(2**63), 2**63 - 1),
        cache_prompt=fields.boolean("cache_prompt", default=True),
        stop=_read_stop(given.get("stop")),
        stream=fields.boolean("stream"),
        include_usage=_read_include_usage(fields),
    )


def _check_names(given: Mapping[str, Any]) -> None:
    for name in given:
        if name not in READ and name not in IGNORED and name not in UNSUPPORTED:
            raise unknown_parameter(name)


def _read_model(fields: Fields, model_names: Sequence[str]) -> str:
    model = fields.string("model")
    if model is None:
        raise missing_parameter("model")
    if model not in model_names:
        raise model_not_found(model, model_names)
    return model


def model_not_found(model: str, model_names: Sequence[str]) -> ApiError:
    """The engine serves `model_names` and was asked for `model`."""
    served = " and ".join(f"'{name}'" for name in model_names)
    return ApiError(
        f"The model '{model[:200]}' does not exist here. This engine serves {served}.",
        status=404,
        code="model_not_found",
        param="model",
    )


def _check_ranges(fields: Fields) -> None:
    """Of what the engine has not, so that a wrong value is told from an unsupported one."""
    fields.integer("n", 1, 128)
    fields.boolean("logprobs")
    fields.integer("top_logprobs", 0, 20)
    for name in PENALTIES:
        fields.number(name, -2, 2, default=0)


def _check_unsupported(given: Mapping[str, Any]) -> None:
    has_prediction = "prediction" in given
    for name, asks_for_nothing in UNSUPPORTED.items():
        if name not in given or asks_for_nothing(given[name]):
            continue
        # OpenAI takes a negative penalty beside a prediction: that it fails here is our own limit.
        is_reward = name in PENALTIES and given[name] < 0
        if has_prediction and name in REFUSED_WITH_PREDICTION and not is_reward:
            raise _refused_with_prediction(name)
        if name in PENALTIES:
            raise unsupported_parameter(
                name, f"'{name}' is {given[name]}, but this engine supports 0 only. Leave it out."
            )
        raise unsupported_parameter(name, f"This engine does not support '{name}'. Leave it out.")
    if has_prediction and "max_completion_tokens" in given:
        raise _refused_with_prediction("max_completion_tokens", " Use 'max_tokens' instead.")


def _refused_with_prediction(name: str, advice: str = "") -> ApiError:
    return unsupported_parameter(
        name, f"Unsupported parameter: '{name}' cannot be used together with 'prediction'.{advice}"
    )


def _read_prediction(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, dict):
        raise invalid_type("prediction", "an object", value)
    if value.get("type") != "content":
        raise invalid_value("prediction.type", "'prediction.type' must be 'content'.")
    for name in value.keys() - {"type", "content"}:
        raise unknown_parameter(f"prediction.{name}")
    if "content" not in value:
        raise missing_parameter("prediction.content")
    return read_text("prediction.content", value["content"])


def _read_max_tokens(fields: Fields) -> int | None:
    max_tokens = fields.integer("max_tokens", 1)
    max_completion_tokens = fields.integer("max_completion_tokens", 1)
    if max_tokens is not None and max_completion_tokens is not None:
        raise ApiError(
            "Send 'max_tokens' or 'max_completion_tokens', not both.",
            code="invalid_parameter_combination",
            param="max_tokens",
        )
    return max_completion_tokens if max_tokens is None else max_tokens


def _read_stop(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        raise invalid_type("stop", "a string or an array of strings", value)
    if len(value) > MAX_STOP_STRINGS:
        raise invalid_value(
            "stop", f"'stop' has {len(value)} strings, but at most {MAX_STOP_STRINGS} are possible."
        )
    stop = []
    for index, one in enumerate(value):
        if not isinstance(one, str):
            raise invalid_type(f"stop[{index}]", "a string", one)
        if not one:
            raise invalid_value(f"stop[{index}]", "A stop string must not be empty.")
        stop.append(read_text(f"stop[{index}]", one))
    return tuple(stop)


def _read_include_usage(fields: Fields) -> bool:
    options = fields.object("stream_options")
    if options is None:
        return False
    if not fields.boolean("stream"):
        raise invalid_value("stream_options", "'stream_options' needs 'stream': true.")
    for name in options.keys() - {"include_usage", "include_obfuscation"}:
        raise unknown_parameter(f"stream_options.{name}")
    return Fields(options, prefix="stream_options.").boolean("include_usage")
