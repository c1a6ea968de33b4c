"""A run can be read from any offset, while it grows and when it comes from the database."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.domain import ContentChunk, Origin, Outcome, RunResult, StreamTiming, TextSpan
from lib.running import Run
from tests.support.run_settings import make_settings


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(min_size=1, max_size=5), max_size=8), st.integers(-2, 50))
def test_text_from_any_offset(pieces: list[str], offset: int) -> None:
    run = Run(make_settings())
    for number, piece in enumerate(pieces):
        run.append_text(piece, float(number))
    text = "".join(pieces)
    assert run.text_from(offset) == text[max(0, offset) :]
    assert run.snapshot().characters == len(text)


def test_a_reader_beside_the_writer_misses_nothing() -> None:
    run = Run(make_settings())
    seen: list[str] = []
    complete = threading.Event()

    def read() -> None:
        offset, is_last = 0, False
        while not is_last:
            is_last = complete.is_set()
            new = run.text_from(offset)
            seen.append(new)
            offset += len(new)

    reader = threading.Thread(target=read)
    reader.start()
    pieces = [f"{number} \U0001f600" for number in range(20_000)]
    for piece in pieces:
        run.append_text(piece, 0.0)
    complete.set()
    reader.join()
    assert "".join(seen) == "".join(pieces)


def test_pieces_come_with_what_is_known_of_them() -> None:
    run = Run(make_settings())
    known = ContentChunk(0.5, 2, 4, 2, (TextSpan(Origin.ACCEPTED, 2),))
    run.append_text("Hi", 0.5, known)
    run.append_text("!", 0.75)
    assert run.chunks_from(0) == [("Hi", known), ("!", ContentChunk(0.75, 1))]
    assert run.chunks_from(1) == [("!", ContentChunk(0.75, 1))]
    assert run.chunks_from(2) == []


def test_version_grows_with_each_change() -> None:
    run = Run(make_settings())
    versions = [run.snapshot().version]
    run.set_phase("Waiting")
    versions.append(run.snapshot().version)
    run.append_text("a", 0.5)
    versions.append(run.snapshot().version)
    assert versions == sorted(set(versions))
    assert run.snapshot().ttft_s == 0.5
    assert run.snapshot().phase == "Waiting"


def test_a_stored_run_reads_like_any_other() -> None:
    result = RunResult(
        run_id="stored",
        settings=make_settings(),
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        outcome=Outcome.STOPPED,
        text="half an ans",
        timing=StreamTiming(chunks=(ContentChunk(0.5, 4), ContentChunk(1.0, 7)), ended_s=2.0),
    )
    run = Run.from_result(result)
    snapshot = run.snapshot()
    assert (run.run_id, run.result, run.text_from(5)) == ("stored", result, "an ans")
    assert (snapshot.outcome, snapshot.ttft_s) == (Outcome.STOPPED, 0.5)
    assert snapshot.elapsed_s == run.snapshot().elapsed_s
    assert round(snapshot.elapsed_s, 6) == 2.0
    assert run.wait(0)


def test_token_is_long_secret_and_unshown() -> None:
    run, other = Run(make_settings()), Run(make_settings())
    assert run.token != other.token
    assert len(run.token) >= 32
    assert run.token not in repr(run)
