"""Requests: everything that is refused, with status, code and parameter, and what is accepted."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lib.engine.api_errors import ApiError
from lib.engine.protocol import IGNORED, ChatRequest, parse_chat_request

MESSAGES = [{"role": "user", "content": "Hi"}]
PREDICTION = {"type": "content", "content": "text"}


def parse(**fields: Any) -> ChatRequest:
    body = {"model": "tiny", "messages": MESSAGES, **fields}
    return parse_chat_request(body, model_names=("tiny", "other"))


def refusal(**fields: Any) -> ApiError:
    with pytest.raises(ApiError) as caught:
        parse(**fields)
    return caught.value


def test_defaults_are_openais() -> None:
    chat = parse()
    assert (chat.temperature, chat.top_p, chat.seed, chat.max_tokens) == (1, 1, None, None)
    assert (chat.stream, chat.stop, chat.prediction) == (False, (), "")
    assert chat.cache_prompt
    assert chat.messages == ({"role": "user", "content": "Hi"},)


def test_values_arrive() -> None:
    chat = parse(
        prediction={"type": "content", "content": [{"type": "text", "text": "a"}] * 2},
        max_tokens=5,
        temperature=0,
        top_p=0.5,
        seed=-1,
        cache_prompt=False,
        stop="END",
        stream=True,
        stream_options={"include_usage": True},
    )
    assert chat == ChatRequest(
        model="tiny",
        messages=tuple(MESSAGES),
        prediction="aa",
        max_tokens=5,
        temperature=0,
        top_p=0.5,
        seed=-1,
        cache_prompt=False,
        stop=("END",),
        stream=True,
        include_usage=True,
    )


def test_message_contents_may_be_parts_and_developers_are_the_system() -> None:
    parts = [{"type": "text", "text": "Be "}, {"type": "text", "text": "brief."}]
    chat = parse(messages=[{"role": "developer", "content": parts, "name": "x"}, *MESSAGES])
    assert chat.messages[0] == {"role": "system", "content": "Be brief."}


def test_what_asks_for_nothing_is_accepted() -> None:
    parse(**dict.fromkeys(IGNORED, "x"))
    parse(n=1, tools=[], logprobs=False, presence_penalty=0, modalities=["text"], audio=None)
    parse(prediction=PREDICTION, n=1, frequency_penalty=0.0, response_format={"type": "text"})
    assert parse(max_completion_tokens=9).max_tokens == 9


COMBINATIONS = [
    ("tools", [{"type": "function"}]),
    ("functions", [{"name": "f"}]),
    ("modalities", ["text", "audio"]),
    ("audio", {"voice": "x"}),
    ("n", 2),
    ("logprobs", True),
    ("presence_penalty", 0.5),
    ("frequency_penalty", 0.5),
    ("max_completion_tokens", 9),
]


@pytest.mark.parametrize(("name", "value"), COMBINATIONS)
def test_what_openai_refuses_beside_a_prediction_is_refused(name: str, value: object) -> None:
    error = refusal(prediction=PREDICTION, **{name: value})
    assert (error.status, error.code, error.param) == (400, "unsupported_parameter", name)
    assert "prediction" in error.message


@pytest.mark.parametrize(("name", "value"), COMBINATIONS[:-1])
def test_what_the_engine_cannot_do_is_refused_without_a_prediction_too(
    name: str, value: object
) -> None:
    error = refusal(**{name: value})
    assert (error.status, error.code, error.param) == (400, "unsupported_parameter", name)
    assert "prediction" not in error.message


@pytest.mark.parametrize("name", ["presence_penalty", "frequency_penalty"])
def test_a_negative_penalty_is_the_engines_own_limit(name: str) -> None:
    """OpenAI takes it beside a prediction, so the prediction must not be blamed."""
    error = refusal(prediction=PREDICTION, **{name: -0.5})
    assert (error.status, error.code, error.param) == (400, "unsupported_parameter", name)
    assert error.message == f"'{name}' is -0.5, but this engine supports 0 only. Leave it out."


@pytest.mark.parametrize(
    ("fields", "code", "param"),
    [
        ({"model": None}, "missing_required_parameter", "model"),
        ({"model": 3}, "invalid_type", "model"),
        ({"messages": None}, "missing_required_parameter", "messages"),
        ({"messages": []}, "invalid_value", "messages"),
        ({"messages": "Hi"}, "invalid_type", "messages"),
        ({"messages": ["Hi"]}, "invalid_type", "messages[0]"),
        ({"messages": [{"role": "tool", "content": "x"}]}, "invalid_value", "messages[0].role"),
        ({"messages": [{"role": ["user"], "content": "x"}]}, "invalid_value", "messages[0].role"),
        ({"messages": [{"role": "user"}]}, "missing_required_parameter", "messages[0].content"),
        ({"messages": [{"role": "user", "content": 3}]}, "invalid_type", "messages[0].content"),
        (
            {"messages": [{"role": "user", "content": [{"type": "image_url"}]}]},
            "invalid_value",
            "messages[0].content[0].type",
        ),
        (
            {"messages": [{"role": "user", "content": [{"type": "text"}]}]},
            "invalid_type",
            "messages[0].content[0].text",
        ),
        (
            {"messages": [{"role": "user", "content": "\ud800"}]},
            "invalid_value",
            "messages[0].content",
        ),
        (
            {"messages": [{"role": "user", "content": "x", "mood": "good"}]},
            "unknown_parameter",
            "messages[0].mood",
        ),
        (
            {"messages": [{"role": "assistant", "content": "x", "tool_calls": [{}]}]},
            "unsupported_parameter",
            "messages[0].tool_calls",
        ),
        ({"temperature": 2.1}, "invalid_value", "temperature"),
        ({"temperature": float("nan")}, "invalid_value", "temperature"),
        ({"temperature": "0"}, "invalid_type", "temperature"),
        ({"temperature": True}, "invalid_type", "temperature"),
        ({"top_p": -0.1}, "invalid_value", "top_p"),
        ({"seed": 1.0}, "invalid_type", "seed"),
        ({"seed": 2**63}, "invalid_value", "seed"),
        ({"max_tokens": 0}, "invalid_value", "max_tokens"),
        ({"max_tokens": -(10**400)}, "invalid_value", "max_tokens"),
        ({"max_tokens": 1, "max_completion_tokens": 1}, "invalid_parameter_combination", None),
        ({"stream": "yes"}, "invalid_type", "stream"),
        ({"stream_options": {"include_usage": True}}, "invalid_value", "stream_options"),
        ({"stream": True, "stream_options": []}, "invalid_type", "stream_options"),
        (
            {"stream": True, "stream_options": {"include_usage": 1}},
            "invalid_type",
            "stream_options.include_usage",
        ),
        ({"stream": True, "stream_options": {"x": 1}}, "unknown_parameter", "stream_options.x"),
        ({"stop": ["a"] * 5}, "invalid_value", "stop"),
        ({"stop": 3}, "invalid_type", "stop"),
        ({"stop": ["a", 3]}, "invalid_type", "stop[1]"),
        ({"stop": ""}, "invalid_value", "stop[0]"),
        ({"prediction": "text"}, "invalid_type", "prediction"),
        ({"prediction": {"content": "x"}}, "invalid_value", "prediction.type"),
        ({"prediction": {"type": "content"}}, "missing_required_parameter", "prediction.content"),
        ({"prediction": {**PREDICTION, "x": 1}}, "unknown_parameter", "prediction.x"),
        ({"prediction": {**PREDICTION, "content": 3}}, "invalid_type", "prediction.content"),
        ({"best_of": 2}, "unknown_parameter", "best_of"),
        ({"n": True}, "invalid_type", "n"),
        ({"n": 0}, "invalid_value", "n"),
        ({"n": 129}, "invalid_value", "n"),
        ({"logprobs": "yes"}, "invalid_type", "logprobs"),
        ({"top_logprobs": 21}, "invalid_value", "top_logprobs"),
        ({"presence_penalty": "0"}, "invalid_type", "presence_penalty"),
        ({"presence_penalty": -2.5}, "invalid_value", "presence_penalty"),
        ({"frequency_penalty": 3}, "invalid_value", "frequency_penalty"),
        ({"cache_prompt": 0}, "invalid_type", "cache_prompt"),
    ],
)
def test_faults_are_named(fields: dict[str, Any], code: str, param: str | None) -> None:
    error = refusal(**fields)
    assert (error.status, error.code) == (400, code)
    assert param is None or error.param == param
    assert len(error.message) < 300
    json.dumps(error.body)


def test_another_model_is_not_found() -> None:
    error = refusal(model="gpt-4o")
    assert (error.status, error.code, error.param) == (404, "model_not_found", "model")
    assert "'tiny'" in error.message


@pytest.mark.parametrize("body", [None, [], "x", 3])
def test_the_body_is_an_object(body: object) -> None:
    with pytest.raises(ApiError, match="JSON object"):
        parse_chat_request(body, model_names=("tiny", "other"))
