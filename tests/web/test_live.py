"""Frames rebuild the answer and the diff, whenever a reader comes and however often it looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from lib.domain import (
    ContentChunk,
    ErrorCategory,
    ErrorReport,
    Origin,
    Outcome,
    RunResult,
    RunSettings,
    StreamTiming,
    TextSpan,
)
from lib.running import Run
from lib.web.live import Frame, LiveView, describe_end

SOURCE = "alpha beta\ngamma delta\n" * 30
ANSWER = SOURCE.replace("gamma", "omega 🙂")
SETTINGS = RunSettings(provider="local", model="m", source=SOURCE, instructions="i")


def make_result(outcome: Outcome, text: str = ANSWER, **changes: Any) -> RunResult:
    result = RunResult(
        run_id="r",
        settings=SETTINGS,
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        outcome=outcome,
        text=text,
        timing=StreamTiming(chunks=(ContentChunk(1.25, len(text)),) if text else ()),
    )
    return replace(result, **changes)


def read_to_end(result: RunResult) -> Frame:
    """Return the last frame of a finished run."""
    view = LiveView(Run.from_result(result))
    frames = [view.next_frame(), view.next_frame()]
    assert frames[1] is not None
    assert frames[1]["final"]
    return frames[1]


class Client:
    """Applies frames as the browser does."""

    def __init__(self) -> None:
        self.source = ""
        self.text = ""
        self.pieces: list[tuple[str, str]] = []
        self.last: Frame = {}

    def apply(self, frame: Frame) -> None:
        self.source = frame.get("source", self.source)
        self.text = frame["text"] if frame.get("whole") else self.text + frame["text"]
        self.pieces[frame["keep"] :] = frame["pieces"]
        self.last = frame

    def side(self, *kinds: str) -> str:
        return "".join(text for kind, text in self.pieces if kind in kinds)


@pytest.mark.parametrize("size", [1, 7, 100, 10_000])
def test_frames_rebuild_text_and_diff(size: int) -> None:
    run, client = Run(SETTINGS), Client()
    view = LiveView(run)
    for start in range(0, len(ANSWER), size):
        run.append_text(ANSWER[start : start + size], start * 0.01)
        frame = view.next_frame()
        assert frame is not None
        client.apply(frame)
        assert client.text == ANSWER[: start + size]
        assert client.side("equal", "insert") + frame["provisional"] == client.text
        consumed = client.side("equal", "delete", "pending")
        assert SOURCE.startswith(consumed)
        assert frame["reached"] == len(consumed.encode("utf-16-le")) // 2
    run.finish(make_result(Outcome.COMPLETED), "done")
    for _ in range(2):
        frame = view.next_frame()
        assert frame is not None
        client.apply(frame)
        assert client.last["status"] == "Completed"
    assert client.last["final"]
    assert (client.source, client.text) == (SOURCE, ANSWER)
    assert client.side("equal", "insert") == ANSWER
    assert client.side("equal", "delete") == SOURCE
    assert view.next_frame() is None


def test_nothing_new_means_no_frame() -> None:
    run = Run(SETTINGS)
    view = LiveView(run)
    assert view.next_frame() is not None
    assert view.next_frame() is None
    run.append_text("a", 0.1)
    assert view.next_frame() is not None


def test_a_polling_reader_gets_everything_each_time() -> None:
    run, view = Run(SETTINGS), None
    for size in (10, 300, len(ANSWER)):
        run.append_text(ANSWER[run.snapshot().characters : size], 0.1)
        view = view or LiveView(run)
        client = Client()
        client.apply(view.whole_frame())
        client.apply(view.whole_frame())
        assert (client.source, client.text) == (SOURCE, ANSWER[:size])
        assert client.side("equal", "insert") + client.last["provisional"] == ANSWER[:size]


def follow_trace(frames: list[Frame]) -> list[tuple[str, int]]:
    """The stretches as the browser puts them together, neighbours of one kind joined."""
    stretches: list[tuple[str, int]] = []
    for part in (frame["trace"] for frame in frames):
        if part["restart"]:
            stretches = []
        for kind, units in part["stretches"]:
            joined = stretches.pop()[1] if stretches and stretches[-1][0] == kind else 0
            stretches.append((kind, joined + units))
    return stretches


def test_origins_are_followed_and_end_as_the_last_frame_says() -> None:
    settings = replace(SETTINGS, prediction=SOURCE)
    run = Run(settings)
    view = LiveView(run)
    pieces = ["one 🙂", "two", "three"]
    origins = [Origin.ACCEPTED, Origin.ACCEPTED, Origin.REPLACED]
    chunks = [
        ContentChunk(0.1 * index, len(text), 4, index, (TextSpan(origin, len(text)),))
        for index, (text, origin) in enumerate(zip(pieces, origins, strict=True))
    ]
    frames = [view.next_frame()]
    for text, chunk in zip(pieces, chunks, strict=True):
        run.append_text(text, chunk.at_s, chunk)
        frames.append(view.next_frame())
    seen = [frame for frame in frames if frame is not None]
    assert len(seen) == 4
    assert seen[0]["trace"]["basis"] is None
    assert seen[-1]["trace"]["basis"] == "reported"
    # The emoji takes two units in the browser.
    assert follow_trace(seen) == [("accepted", 9), ("replaced", 5)]
    assert [count for frame in seen for count in frame["trace"]["passes"]] == [
        (4, 0),
        (4, 1),
        (4, 2),
    ]
    whole = view.whole_frame()
    assert follow_trace([whole]) == [("accepted", 9), ("replaced", 5)]
    timing = StreamTiming(chunks=tuple(chunks))
    result = make_result(Outcome.COMPLETED, "".join(pieces), settings=settings, timing=timing)
    assert follow_trace([read_to_end(result)]) == [("accepted", 9), ("replaced", 5)]
    assert read_to_end(result)["trace"]["passes"] == [(4, 0), (4, 1), (4, 2)]


@pytest.mark.parametrize("prediction", [None, ANSWER[300:]])
def test_origins_of_other_providers_cover_what_has_come(prediction: str | None) -> None:
    run = Run(replace(SETTINGS, prediction=prediction))
    view, frames = LiveView(run), []
    for start in range(0, len(ANSWER), 50):
        run.append_text(ANSWER[start : start + 50], 0.1)
        frame = view.next_frame()
        assert frame is not None
        frames.append(frame)
    kinds = {kind for kind, _ in follow_trace(frames)}
    covered = sum(units for _, units in follow_trace(frames))
    length = len(ANSWER.encode("utf-16-le")) // 2
    if prediction is None:
        assert (kinds, covered) == ({"generated"}, length)
    else:
        assert "found" in kinds <= {"found", "other"}
        assert 0.6 * length < covered <= length
        estimates = [frame for frame in frames if frame["trace"]["restart"]]
        assert len(estimates) < len(frames)
        assert "estimate" in frames[-1]["trace"]["sentence"]


@pytest.mark.parametrize("outcome", [Outcome.STOPPED, Outcome.TRUNCATED, Outcome.FAILED])
def test_source_that_was_not_reached_is_never_called_removed(outcome: Outcome) -> None:
    half = SOURCE[: len(SOURCE) // 2]
    frame = read_to_end(make_result(outcome, half))
    kinds = {kind for kind, _ in frame["pieces"]}
    assert kinds == {"equal", "pending"}
    assert frame["status"] == outcome.value.capitalize()


def test_the_last_frame_names_what_can_be_looked_past() -> None:
    wrapped = (
        "```\n" + ANSWER.replace("delta\n", "delta\r\n").replace("alpha ", "alpha  ") + "```\n"
    )
    frame = read_to_end(make_result(Outcome.COMPLETED, wrapped))
    pieces = frame["pieces"]
    assert [pieces[index][1] for index in frame["wrapper"]] == ["```\n", "```\n"]
    assert {pieces[index][1] for index in frame["line_ends"]} == {"\n", "\r\n"}
    assert {pieces[index][1] for index in frame["blanks"]} == {" ", "  "}
    assert frame["moves"] == []
    assert len(frame["notes"]) == 3


def test_a_polling_reader_has_the_last_frame_computed_once() -> None:
    view = LiveView(Run.from_result(make_result(Outcome.COMPLETED)))
    first, second = view.whole_frame(), view.whole_frame()
    assert first == second
    assert first["pieces"] is second["pieces"]


def test_an_error_is_told_with_the_next_step() -> None:
    error = ErrorReport(
        category=ErrorCategory.SERVER, message="m", next_step="n", provider_message="<b>"
    )
    frame = read_to_end(make_result(Outcome.FAILED, error=error))
    assert frame["error"] == {
        "message": "m",
        "next_step": "n",
        "provider_message": "<b>",
        "request_id": None,
    }


@pytest.mark.parametrize(
    ("outcome", "text", "words"),
    [
        (Outcome.COMPLETED, "abc", "1.25 s"),
        (Outcome.COMPLETED, "", "without any text"),
        (Outcome.STOPPED, "abc", "Stopped, 3 characters kept"),
        (Outcome.TRUNCATED, "abc", "Incomplete, 3 characters kept"),
        (Outcome.FAILED, "abc", "Failed, 3 characters kept"),
        (Outcome.FAILED, "", "before any text"),
        (Outcome.STOPPED, "", "before any text"),
    ],
)
def test_every_end_is_a_sentence(outcome: Outcome, text: str, words: str) -> None:
    assert words in describe_end(make_result(outcome, text))
