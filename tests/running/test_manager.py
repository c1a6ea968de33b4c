"""Runs from start to saved result: what is measured, stopped, found again, and survives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lib.domain import ErrorCategory, Origin, Outcome, RunResult, TextSpan, TokenUsage
from lib.errors import EngineStartError, StorageError
from lib.providers import Connection
from lib.running.manager import KEPT_RUNS, STOPPED_AT_CLOSE, STOPPED_ORPHAN
from tests.support.provider_desk import Desk, finish, open_desk, wait_for
from tests.support.provider_scripts import HOSTILE_TEXT
from tests.support.provider_server import ProviderServer
from tests.support.provider_wire import DONE, Answer, Event, chunk_event
from tests.support.run_settings import make_settings


def test_a_whole_run(desk: Desk) -> None:
    text = "one two three"
    result = desk.run("echo", source=text, prediction=text, seed=7, temperature=0.0)
    assert (result.outcome, result.text, result.error) == (Outcome.COMPLETED, text, None)
    assert result.finish_reason == "stop"
    assert result.usage is not None
    assert result.usage.accepted_prediction_tokens == 3
    assert result.usage.rejected_prediction_tokens == 0
    assert (result.response_id, result.request_id) == ("chatcmpl-test", "req-test")
    assert (result.served_model, result.system_fingerprint) == ("served-model", "fp_test")
    assert set(result.versions) == {"playground", "openai", "python"}
    sent = desk.server.requests[-1].body
    assert (sent["seed"], sent["prediction"]["content"]) == (7, text)
    assert desk.saved == [result]


def test_the_clock_of_a_run(desk: Desk) -> None:
    timing = desk.run("echo-slow").timing
    stamps = [chunk.at_s for chunk in timing.chunks]
    assert timing.headers_s is not None
    assert timing.ended_s is not None
    assert stamps == sorted(stamps)
    assert 0 < timing.headers_s <= stamps[0]
    assert stamps[-1] <= timing.ended_s
    assert stamps[0] < stamps[-1], "chunks are stamped one by one, not at the end"
    assert sum(chunk.characters for chunk in timing.chunks) == len("one two three")


def test_what_the_server_measured_is_kept() -> None:
    draft = {"num_draft_tokens": 4, "num_accepted_tokens": 2, "spans": [["accepted", 2]]}
    steps = (
        Event(chunk_event("Hi", draft=draft)),
        Event(chunk_event(finish_reason="stop", timings={"queue_s": 0.25})),
        DONE,
    )
    answer = Answer(steps, headers={"openai-processing-ms": "120"})
    with ProviderServer({"timed": answer}) as server, open_desk(server) as desk:
        result = desk.run("timed")
    assert result.server_timings_s == {"openai-processing": 0.12, "queue_s": 0.25}
    (chunk,) = result.timing.chunks
    assert (chunk.num_draft_tokens, chunk.num_accepted_tokens) == (4, 2)
    assert chunk.spans == (TextSpan(Origin.ACCEPTED, 2),)


@pytest.mark.parametrize(
    ("model", "usage"), [("usage-absent", None), ("usage-empty", TokenUsage())]
)
def test_missing_usage_stays_missing(desk: Desk, model: str, usage: TokenUsage | None) -> None:
    assert desk.run(model).usage == usage


def test_text_arrives_unchanged(desk: Desk) -> None:
    assert desk.run("hostile").text == HOSTILE_TEXT
    assert desk.run("split-emoji").text == "a\U0001f600é!"


def test_sources_go_out_unchanged(desk: Desk) -> None:
    assert desk.run("hello", source=HOSTILE_TEXT).outcome is Outcome.COMPLETED
    assert desk.server.requests[-1].body["messages"][-1]["content"] == HOSTILE_TEXT


def test_the_engine_that_does_not_start(desk: Desk) -> None:
    async def open_endpoint(_: Callable[[str], None]) -> Connection:
        raise EngineStartError("The model file is missing. Run: make run")

    result = finish(desk.manager.start(make_settings(), open_endpoint))
    assert result.outcome is Outcome.FAILED
    assert result.error is not None
    assert result.error.category is ErrorCategory.ENGINE
    assert result.error.message == "The model file is missing. Run: make run"


def test_a_fault_of_ours_is_reported_without_its_text(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "sk-secret"

    async def open_endpoint(_: Callable[[str], None]) -> Connection:
        raise RuntimeError(secret)

    result = finish(desk.manager.start(make_settings(), open_endpoint))
    assert result.error is not None
    assert result.error.category is ErrorCategory.INTERNAL
    assert "RuntimeError" in result.error.message
    assert secret not in repr(result) + caplog.text
    assert "RuntimeError" in caplog.text


def test_twenty_runs_at_once(desk: Desk) -> None:
    sources = [f"text number {number}" for number in range(20)]
    runs = [desk.start("echo-slow", source=source) for source in sources]
    assert [finish(run).text for run in runs] == sources
    assert {result.run_id for result in desk.saved} == {run.run_id for run in runs}
    assert len(desk.saved) == 20


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(StorageError("The disk is full."), "The disk is full."), (OSError("pasted text"), "OSError")],
)
def test_a_run_that_cannot_be_saved_lives_on(
    server: ProviderServer, fault: Exception, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    def save(_: RunResult) -> None:
        raise fault

    with open_desk(server, save=save) as desk:
        run = desk.start("hello")
        result = finish(run)
        assert desk.manager.find(run.run_id) is run
    assert (result.outcome, result.text) == (Outcome.COMPLETED, "Hello world")
    assert run.snapshot().warning == f"The run was not saved: {reason}"
    assert f"Saving run {run.run_id} failed with {type(fault).__name__}" in caplog.text
    assert str(fault) not in caplog.text


def test_orphans_stop_unless_somebody_comes_back(server: ProviderServer) -> None:
    with open_desk(server, orphan_grace_s=0.05) as desk:
        left, kept, regained = (desk.start("endless") for _ in range(3))
        desk.manager.release([left.run_id, regained.run_id, "unknown"])
        desk.manager.watch(regained.run_id)
        result = finish(left)
        assert result.outcome is Outcome.STOPPED
        assert left.snapshot().phase == STOPPED_ORPHAN
        assert not kept.is_finished
        assert not regained.is_finished


def test_a_finished_run_is_no_orphan(server: ProviderServer) -> None:
    with open_desk(server, orphan_grace_s=0.0) as desk:
        run = desk.start("hello")
        finish(run)
        desk.manager.release([run.run_id])
        assert finish(desk.start("hello")).outcome is Outcome.COMPLETED
        assert run.snapshot().outcome is Outcome.COMPLETED


def test_runs_are_found_by_id_and_by_token(desk: Desk) -> None:
    run = desk.start("hello")
    assert desk.manager.find(run.run_id) is run
    assert desk.manager.find_by_token(run.token) is run
    assert desk.manager.find("unknown") is None
    for token in ("", run.run_id, run.token[:-1], "\ud800"):
        assert desk.manager.find_by_token(token) is None
    assert not desk.manager.stop("unknown")


def test_a_stored_run_can_be_adopted(desk: Desk, server: ProviderServer) -> None:
    result = desk.run("hello")
    known = desk.manager.adopt(result)
    assert known is desk.manager.find(result.run_id)
    with open_desk(server) as other:
        adopted = other.manager.adopt(result)
        assert other.manager.find_by_token(adopted.token) is adopted
        assert (adopted.result, adopted.text_from(6)) == (result, "world")
        assert other.saved == [], "it was saved before"


def test_memory_is_bounded(desk: Desk) -> None:
    result = desk.run("hello")
    adopted = [desk.manager.adopt(_rename(result, f"run-{n}")) for n in range(KEPT_RUNS + 5)]
    assert desk.manager.find(result.run_id) is None
    assert desk.manager.find_by_token(adopted[0].token) is None
    assert desk.manager.find(adopted[-1].run_id) is adopted[-1]


def _rename(result: RunResult, run_id: str) -> RunResult:
    return RunResult(
        run_id=run_id,
        settings=result.settings,
        started_at=result.started_at,
        outcome=result.outcome,
        text=result.text,
    )


def test_close_stops_and_saves_what_is_in_flight(server: ProviderServer) -> None:
    saved: list[RunResult] = []
    desk = Desk(server, save=saved.append)
    runs = [desk.start("endless"), desk.start("hang-before-headers")]
    wait_for(lambda: bool(runs[0].text_from(0)))
    desk.manager.close()
    assert {result.run_id for result in saved} == {run.run_id for run in runs}
    assert {run.snapshot().phase for run in runs} == {STOPPED_AT_CLOSE}
    desk.manager.close()


def test_long_and_fast_streams_arrive_whole(desk: Desk) -> None:
    result = desk.run("flood-30k")
    assert result.outcome is Outcome.COMPLETED
    assert len(result.timing.chunks) == 30_000
    assert len(result.text) == 135_000
    assert result.usage is not None
    assert result.usage.completion_tokens == 30_000


def test_limit_of_the_host_reaches_the_wire(desk: Desk) -> None:
    run = desk.manager.start(make_settings(), desk.opener(), max_output_tokens=2)
    assert finish(run).outcome is Outcome.TRUNCATED
    assert desk.server.requests[-1].body["max_tokens"] == 2
