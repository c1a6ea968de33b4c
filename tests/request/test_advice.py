"""Hints for a request with a prediction, each only where it can still be followed."""

from __future__ import annotations

from typing import Any

import pytest

from lib.request import list_advice
from tests.support.run_settings import make_settings

TEXT = "A long text. " * 60
GOOD: dict[str, Any] = {
    "source": TEXT,
    "prediction": TEXT,
    "temperature": 0.0,
    "instructions": "Fix the typos. Respond only with the text.",
}


def fields(**changes: Any) -> list[str]:
    return [advice.field for advice in list_advice(make_settings(**{**GOOD, **changes}))]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"temperature": 0.7}, "temperature"),
        ({"temperature": None}, "temperature"),
        ({"source": "something else"}, "prediction"),
        ({"instructions": "Fix the typos and explain."}, "instructions"),
        ({"source": "short", "prediction": "short"}, "source"),
    ],
)
def test_one_hint(changes: dict[str, Any], field: str) -> None:
    assert fields(**changes) == [field]


@pytest.mark.parametrize("changes", [{}, {"prediction": None, "temperature": 1.0}])
def test_no_hint(changes: dict[str, Any]) -> None:
    assert fields(**changes) == []


def test_every_hint_is_sourced() -> None:
    every = list_advice(make_settings(prediction="x", source="y", instructions="z"))
    assert len(every) == 4
    assert all(advice.source and advice.sentence.endswith(".") for advice in every)
