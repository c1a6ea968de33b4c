from __future__ import annotations

import dataclasses
import re
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.domain import (
    ContentChunk,
    ErrorCategory,
    ErrorReport,
    Origin,
    Outcome,
    PredictionSource,
    RunResult,
    RunSettings,
    StreamTiming,
    TextSpan,
    TokenUsage,
    WireTrace,
)
from lib.errors import StorageError
from lib.storage import RunRepository, open_repository
from lib.storage.tables import RUNS

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def make_result(run_id: str = "run-1", minute: int = 0, text: str = "answer") -> RunResult:
    return RunResult(
        run_id=run_id,
        settings=RunSettings(provider="local", model="m", source="s", instructions="i"),
        started_at=START + timedelta(minutes=minute),
        outcome=Outcome.COMPLETED,
        text=text,
    )


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'runs.db'}"


@pytest.fixture
def repository(url: str) -> Iterator[RunRepository]:
    opened = open_repository(url)
    yield opened
    opened.close()


# Every code point, NUL and lone surrogates included, which plain st.text() leaves out.
texts = st.text(st.characters(codec=None))
nasty = st.sampled_from(["\x00", "\x1a", "\x1a0000", "\ud83d\ude00", "\udc00\ud800", "😀", "\r\n"])
any_text = st.one_of(texts, nasty, st.builds(lambda left, right: left + right, texts, nasty))
counts = st.none() | st.integers(min_value=0)
seconds = st.floats(min_value=0, allow_nan=False, allow_infinity=False)
maybe_text = st.none() | any_text
spans = st.none() | st.lists(
    st.builds(TextSpan, st.sampled_from(Origin), st.integers(min_value=1)), max_size=3
).map(tuple)
results = st.builds(
    RunResult,
    run_id=any_text,
    settings=st.builds(
        RunSettings,
        provider=any_text,
        model=any_text,
        source=any_text,
        instructions=any_text,
        system_message=any_text,
        prediction=maybe_text,
        prediction_source=st.sampled_from(PredictionSource),
        seed=st.none() | st.integers(),
        temperature=st.none() | seconds,
        max_tokens=counts,
        max_completion_tokens=counts,
        top_p=st.none() | seconds,
        presence_penalty=st.none() | seconds,
        frequency_penalty=st.none() | seconds,
        n=counts,
        logprobs=st.none() | st.booleans(),
        stop=st.lists(any_text, max_size=2).map(tuple),
    ),
    started_at=st.datetimes(
        min_value=datetime(2000, 1, 1),
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))]),
    ),
    outcome=st.sampled_from(Outcome),
    text=any_text,
    timing=st.builds(
        StreamTiming,
        headers_s=st.none() | seconds,
        chunks=st.lists(
            st.builds(ContentChunk, seconds, st.integers(min_value=0), counts, counts, spans),
            max_size=5,
        ).map(tuple),
        ended_s=st.none() | seconds,
    ),
    usage=st.none()
    | st.builds(
        TokenUsage,
        **{field.name: counts for field in dataclasses.fields(TokenUsage)},
    ),
    finish_reason=maybe_text,
    system_fingerprint=maybe_text,
    response_id=maybe_text,
    request_id=maybe_text,
    served_model=maybe_text,
    error=st.none()
    | st.builds(
        ErrorReport,
        category=st.sampled_from(ErrorCategory),
        message=any_text,
        next_step=any_text,
        provider_message=maybe_text,
        status_code=counts,
        code=maybe_text,
        param=maybe_text,
        request_id=maybe_text,
        retry_after_s=st.none() | seconds,
    ),
    server_timings_s=st.dictionaries(any_text, seconds, max_size=3),
    versions=st.dictionaries(any_text, any_text, max_size=3),
    retry_of=maybe_text,
    trace=st.none()
    | st.builds(
        WireTrace,
        status_code=counts,
        headers=st.dictionaries(any_text, any_text, max_size=2),
        first_chunks=st.lists(any_text, max_size=2).map(tuple),
        last_chunks=st.lists(any_text, max_size=2).map(tuple),
        num_chunks=st.integers(min_value=0),
    ),
)


@pytest.fixture(scope="module")
def shared_repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunRepository]:
    opened = open_repository(f"sqlite:///{tmp_path_factory.mktemp('shared') / 'runs.db'}")
    yield opened
    opened.close()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(result=results)
def test_what_comes_out_equals_what_went_in(
    shared_repository: RunRepository, result: RunResult
) -> None:
    shared_repository.save(result)
    assert shared_repository.get(result.run_id) == result
    assert shared_repository.list_runs([result.run_id]) == [result]


def test_the_strategy_covers_every_field() -> None:
    """A field that is added to a run must be stored; this fails until the strategy names it."""
    assert {field.name for field in dataclasses.fields(RunResult)} == {
        *("run_id", "settings", "started_at", "outcome", "text", "timing", "usage"),
        *("finish_reason", "system_fingerprint", "response_id", "request_id", "served_model"),
        *("error", "server_timings_s", "versions", "retry_of", "trace"),
    }
    assert len(dataclasses.fields(RunSettings)) == 17
    assert len(dataclasses.fields(WireTrace)) == 5
    assert len(dataclasses.fields(ErrorReport)) == 9


def test_two_megabytes_come_back(repository: RunRepository) -> None:
    result = make_result(text="ü\x00\ud800'\"\\\n" * 300_000)
    repository.save(result)
    assert repository.get("run-1") == result


def test_missing_and_zero_stay_apart(repository: RunRepository) -> None:
    for usage in (None, TokenUsage(), TokenUsage(accepted_prediction_tokens=0)):
        repository.save(dataclasses.replace(make_result(), usage=usage))
        stored = repository.get("run-1")
        assert stored is not None
        assert stored.usage == usage


def test_saving_again_replaces(repository: RunRepository) -> None:
    repository.save(make_result(text="first"))
    repository.save(make_result(text="second"))
    repository.save(make_result(text="second"))
    assert [run.text for run in repository.list_runs()] == ["second"]


def test_list_is_newest_first_in_any_time_zone(repository: RunRepository) -> None:
    late_in_nepal = dataclasses.replace(
        make_result("b"),
        started_at=(START + timedelta(minutes=1)).astimezone(
            timezone(timedelta(hours=5, minutes=45))
        ),
    )
    for run in (make_result("a", 0), make_result("c", 2), late_in_nepal):
        repository.save(run)
    assert [run.run_id for run in repository.list_runs()] == ["c", "b", "a"]
    assert [run.run_id for run in repository.list_runs(limit=2)] == ["c", "b"]
    assert [run.run_id for run in repository.list_runs(run_ids=["a", "c", "?"])] == ["c", "a"]
    assert [run.run_id for run in repository.list_runs(run_ids=["a", "c"], limit=1)] == ["c"]
    assert repository.list_runs(run_ids=[]) == []
    assert repository.get("?") is None


def test_runs_outlive_the_repository(url: str) -> None:
    first = open_repository(url)
    first.save(make_result())
    first.close()
    second = open_repository(url)
    assert second.get("run-1") == make_result()
    second.close()


def test_a_start_without_time_zone_is_refused(repository: RunRepository) -> None:
    with pytest.raises(StorageError, match="2026-11-21T12:00:00 has no time zone"):
        repository.save(dataclasses.replace(make_result(), started_at=START.replace(tzinfo=None)))
    assert repository.list_runs() == []


def test_many_threads_write_while_others_read(repository: RunRepository) -> None:
    def save_and_read(number: int) -> RunResult | None:
        repository.save(make_result(f"run-{number}", number, "x" * 10_000))
        repository.list_runs(limit=3)
        return repository.get(f"run-{number}")

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(save_and_read, range(64)))
    assert [run.run_id for run in found if run] == [f"run-{number}" for number in range(64)]
    assert len(repository.list_runs()) == 64


def test_a_database_in_memory_is_one_for_all_threads() -> None:
    repository = open_repository("sqlite://")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: repository.save(make_result(f"run-{number}")), range(16)))
    assert len(repository.list_runs()) == 16
    repository.close()


@pytest.mark.parametrize("attempt", range(10))  # the race was lost about once in a thousand
def test_many_may_open_a_new_database_at_once(url: str, attempt: int) -> None:
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(open_repository, [url] * 16))
    opened[0].save(make_result())
    assert opened[-1].get("run-1") == make_result()
    for repository in opened:
        repository.close()


def test_the_file_uses_a_write_ahead_log(url: str, tmp_path: Path) -> None:
    open_repository(url).close()
    connection = sqlite3.connect(tmp_path / "runs.db")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_no_column_is_for_a_secret() -> None:
    names = {column.name for column in RUNS.columns}
    assert names == {
        *("run_id", "started_at", "outcome", "provider", "model", "source", "instructions"),
        *("system_message", "prediction", "parameters", "text", "timing", "token_usage"),
        *("answer", "error", "server_timings_s", "versions"),
    }
    stored = names | {field.name for field in dataclasses.fields(RunSettings)}
    assert not [name for name in stored if re.search("key|secret|password|credential|auth", name)]


def test_a_damaged_row_is_named(repository: RunRepository, tmp_path: Path) -> None:
    repository.save(make_result())
    connection = sqlite3.connect(tmp_path / "runs.db")
    connection.execute("UPDATE runs SET outcome = 'exploded'")
    connection.commit()
    connection.close()
    with pytest.raises(StorageError, match=r"'run-1' cannot be read.*exploded.*restore"):
        repository.get("run-1")
