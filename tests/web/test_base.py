"""What an answer is compared with, and that no other answer opens without its token."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lib.domain import Outcome, RunResult, RunSettings
from lib.running import Run
from lib.web.base import PREDICTION, SOURCE, Base, find_base
from lib.web.live import LiveView

SETTINGS = RunSettings(
    provider="local", model="m", source="one two", instructions="i", prediction="one three"
)


def make_run(text: str) -> Run:
    result = RunResult(
        run_id=text,
        settings=SETTINGS,
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        outcome=Outcome.COMPLETED,
        text=text,
    )
    return Run.from_result(result)


@pytest.mark.parametrize(
    ("wish", "base"),
    [
        ("", Base("one two", "source")),
        (SOURCE, Base("one two", "source")),
        (PREDICTION, Base("one three", "prediction")),
        ("token of another", Base("one four", "other answer")),
        ("token of a run in flight", Base("one two", "source")),
        ("guess", Base("one two", "source")),
    ],
)
def test_the_wish_names_a_text(wish: str, base: Base) -> None:
    runs = {"token of another": make_run("one four"), "token of a run in flight": Run(SETTINGS)}
    assert find_base(make_run("one five"), wish, runs.get) == base


def test_without_a_prediction_the_source_stands_in() -> None:
    run = Run(replace(SETTINGS, prediction=None))
    assert find_base(run, PREDICTION, lambda _: None).name == "source"


def test_a_view_compares_with_its_base() -> None:
    base = Base("one four", "other answer")
    view = LiveView(make_run("one five"), base)
    frames = [view.next_frame(), view.next_frame()]
    assert frames[0] is not None
    assert frames[1] is not None
    assert frames[0]["source"] == base.text
    assert frames[1]["base"] == "other answer"
    assert [text for kind, text in frames[1]["pieces"] if kind == "delete"] == ["four"]


def test_notes_name_what_is_compared() -> None:
    frame = LiveView(make_run("a\nb\n"), Base("a\r\nb\r\n", "prediction")).whole_frame()
    assert "CRLF in the prediction, LF here." in frame["notes"][0]
    frame = LiveView(make_run("a\nb\n"), Base("a\nb", "other answer")).whole_frame()
    assert frame["notes"] == ("The answer ends with a line end, the other answer does not.",)
