"""Every problem of a request is told at once, with its field and its fix."""

from __future__ import annotations

from datetime import date
from math import nan
from typing import Any

import pytest

from lib.request import Problem, validate_settings
from tests.support.run_settings import make_settings

TODAY = date(2026, 9, 1)
LOCAL: dict[str, Any] = {"provider": "local", "model": "smollm2-135m-instruct"}


def check(
    cap: int | None = None, api_version: str | None = None, **changes: Any
) -> list[tuple[str, bool]]:
    problems = validate_settings(
        make_settings(**changes), max_output_tokens=cap, api_version=api_version, today=TODAY
    )
    assert all(problem.message and problem.fix for problem in problems)
    return [(problem.field, problem.blocking) for problem in problems]


AZURE: dict[str, Any] = {"provider": "azure", "model": "gpt-4.1"}
PREDICTED: dict[str, Any] = {"provider": "openai", "model": "gpt-4.1", "prediction": "text"}

# what is changed, which field is named, whether it blocks
CASES: list[tuple[dict[str, Any], str, bool]] = [
    ({"source": "", "instructions": " \n"}, "instructions", True),
    ({"source": ""}, "source", False),
    ({"instructions": ""}, "instructions", False),
    ({**LOCAL, "prediction": ""}, "prediction", True),
    ({**LOCAL, "prediction": " \n"}, "prediction", True),
    ({"prediction": "text"}, "prediction", False),
    ({"provider": "openai", "model": "gpt-5", "prediction": "text"}, "prediction", True),
    (
        {"provider": "openai", "model": "gpt-4o-audio-preview", "prediction": "t"},
        "prediction",
        False,
    ),
    ({"provider": "openai", "model": "gpt-4.1-nano"}, "model", False),
    ({"provider": "azure", "model": "../other"}, "model", True),
    ({"model": " "}, "model", True),
    ({"provider": "nobody"}, "provider", True),
    ({"seed": 2**63}, "seed", True),
    ({"seed": -(2**63) - 1}, "seed", True),
    ({"seed": 1.5}, "seed", True),
    ({"seed": True}, "seed", True),
    ({"temperature": -0.1}, "temperature", True),
    ({"temperature": 2.1}, "temperature", True),
    ({"temperature": nan}, "temperature", True),
    ({"max_tokens": 0}, "max_tokens", True),
    ({"max_tokens": 401, "cap": 400}, "max_tokens", True),
    ({"max_completion_tokens": 401, "cap": 400}, "max_completion_tokens", True),
    ({"max_completion_tokens": 0}, "max_completion_tokens", True),
    ({"max_tokens": 5, "max_completion_tokens": 5}, "max_completion_tokens", True),
    ({"provider": "openai", "model": "o3", "max_tokens": 5}, "max_tokens", False),
    (
        {"provider": "mistral", "model": "m", "max_completion_tokens": 5},
        "max_completion_tokens",
        True,
    ),
    ({"top_p": 1.1}, "top_p", True),
    ({"top_p": nan}, "top_p", True),
    ({"presence_penalty": 2.1}, "presence_penalty", True),
    ({"frequency_penalty": -2.1}, "frequency_penalty", True),
    ({"n": 0}, "n", True),
    ({"n": 2}, "n", False),
    ({"stop": ("a", "b", "c", "d", "e")}, "stop", True),
    ({"stop": ("a", "")}, "stop", True),
    ({**AZURE, "api_version": "2024-10-21", "prediction": "t"}, "prediction", True),
    ({**AZURE, "api_version": "2023-05-15", "prediction": None, "seed": 1}, "seed", False),
    ({**AZURE, "api_version": "newest"}, "api_version", False),
    ({**AZURE, "api_version": "2024-08-01-preview"}, "stream_options", False),
    ({**PREDICTED, "n": 2}, "n", True),
    ({**PREDICTED, "logprobs": True}, "logprobs", True),
    ({**PREDICTED, "presence_penalty": 0.5}, "presence_penalty", True),
    ({**PREDICTED, "frequency_penalty": 0.5}, "frequency_penalty", True),
    ({**PREDICTED, "max_completion_tokens": 5}, "max_completion_tokens", True),
]


@pytest.mark.parametrize(("changes", "field", "blocking"), CASES)
def test_one_problem(changes: dict[str, Any], field: str, blocking: bool) -> None:
    assert (field, blocking) in check(**changes)
    # More answers than one are also pointed out as a waste, and a very old version as such.
    side_remarks = {("n", False), ("stream_options", False)}
    assert set(check(**changes)) - side_remarks <= {(field, blocking)}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {**LOCAL, "prediction": "text"},
        {"provider": "openai", "model": "gpt-4.1", "prediction": "text"},
        {"provider": "openai", "model": "gpt-5"},
        {"seed": 2**63 - 1, "temperature": 0, "max_tokens": 1},
        {"seed": -(2**63), "temperature": 2.0, "max_tokens": 400, "cap": 400},
        {**PREDICTED, "n": 1, "logprobs": False, "presence_penalty": -1, "frequency_penalty": 0},
        {**PREDICTED, "max_tokens": 5, "top_p": 0.5, "stop": ("a",)},
        {**AZURE, "api_version": "2025-01-01-preview", "prediction": "text", "seed": 1},
        {**AZURE, "api_version": "2025-03-01-preview", "prediction": "text"},
        {**AZURE, "prediction": "text"},
        {"provider": "openai", "model": "o3", "max_completion_tokens": 5},
    ],
)
def test_no_problem(changes: dict[str, Any]) -> None:
    assert check(**changes) == []


def test_all_problems_come_at_once() -> None:
    found = check(
        source="", instructions="", prediction="", model="", seed=2**70, temperature=3, max_tokens=0
    )
    fields = ["instructions", "prediction", "model", "seed", "temperature", "max_tokens"]
    assert found == [(field, True) for field in fields]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 10, 15), None),
        (date(2026, 10, 16), "in 90 days"),
        (date(2027, 1, 13), "in 1 day."),
        (date(2027, 1, 14), "was announced to shut down on 2027-01-14"),
    ],
)
def test_a_model_retires_on_its_day_and_is_announced_before(today: date, words: str | None) -> None:
    settings = make_settings(provider="openai", model="gpt-4.1")
    problems = validate_settings(settings, today=today)
    if words is None:
        assert problems == ()
    else:
        (problem,) = problems
        assert isinstance(problem, Problem)
        assert words in problem.message
        assert not problem.blocking


def test_everything_refused_beside_a_prediction_comes_at_once_with_its_fix() -> None:
    found = check(
        **PREDICTED,
        n=2,
        logprobs=True,
        presence_penalty=1,
        frequency_penalty=1,
        max_completion_tokens=5,
    )
    blocking = [field for field, blocks in found if blocks]
    assert blocking == [
        *("n", "logprobs", "presence_penalty", "frequency_penalty", "max_completion_tokens")
    ]


def test_cerebras_takes_what_openai_refuses() -> None:
    changes: dict[str, Any] = {
        "provider": "cerebras",
        "model": "gpt-oss-120b",
        "prediction": "text",
    }
    assert check(**changes, max_completion_tokens=5, presence_penalty=1) == []
    assert check(**changes, logprobs=True) == [("logprobs", True)]
