"""Origins cover the text exactly, and an estimate says that it is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.analysis.trace import Basis, Stretch, StretchKind, estimate_stretches, trace_result
from lib.domain import (
    ContentChunk,
    Origin,
    Outcome,
    RunResult,
    RunSettings,
    StreamTiming,
    TextSpan,
    TokenUsage,
)

SETTINGS = RunSettings(provider="p", model="m", source="s", instructions="i", prediction="p")
ACCEPTED, GENERATED, REPLACED = Origin.ACCEPTED, Origin.GENERATED, Origin.REPLACED


def make_result(text: str, *chunks: ContentChunk, prediction: str | None = "p") -> RunResult:
    return RunResult(
        run_id="r",
        settings=replace(SETTINGS, prediction=prediction),
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        outcome=Outcome.COMPLETED,
        text=text,
        timing=StreamTiming(chunks=chunks),
    )


def make_chunk(*spans: tuple[Origin, int], counts: tuple[int, int] = (4, 2)) -> ContentChunk:
    length = sum(characters for _, characters in spans)
    return ContentChunk(0.1, length, *counts, tuple(TextSpan(*span) for span in spans))


def test_reported_spans_are_joined_over_the_pieces() -> None:
    trace = trace_result(
        make_result(
            "abcdefg",
            make_chunk((ACCEPTED, 2), (REPLACED, 1)),
            make_chunk((REPLACED, 1), (ACCEPTED, 1), counts=(8, 8)),
            ContentChunk(0.2, 2),
        )
    )
    assert trace.basis is Basis.REPORTED
    assert trace.stretches == (
        Stretch(StretchKind.ACCEPTED, 2),
        Stretch(StretchKind.REPLACED, 2),
        Stretch(StretchKind.ACCEPTED, 1),
        Stretch(StretchKind.UNKNOWN, 2),
    )
    assert trace.passes == ((4, 2), (8, 8))


def test_without_a_prediction_everything_is_generated_and_the_next_step_is_said() -> None:
    trace = trace_result(make_result("abc", make_chunk((GENERATED, 3)), prediction=None))
    assert trace.basis is Basis.OFF
    assert trace.stretches == (Stretch(StretchKind.GENERATED, 3),)
    assert trace.passes == ()
    assert "Switch “Use prediction” on" in trace.sentence


@pytest.mark.parametrize(
    ("usage", "words"),
    [
        (TokenUsage(accepted_prediction_tokens=1, rejected_prediction_tokens=0), "1 token acc"),
        (TokenUsage(accepted_prediction_tokens=12), "totals only: here 12 tokens accepted."),
        (None, "not even those"),
    ],
)
def test_an_estimate_says_so(usage: TokenUsage | None, words: str) -> None:
    copied = "the shop opens at nine and closes at five on every day of the week"
    text = f"Hello 🙂 {copied}. Bye"
    result = replace(make_result(text, ContentChunk(0.1, len(text)), prediction=copied))
    trace = trace_result(replace(result, usage=usage))
    assert trace.basis is Basis.ESTIMATED
    assert [stretch.kind.value for stretch in trace.stretches] == ["other", "found", "other"]
    assert trace.stretches[1].characters >= len(copied)
    assert trace.sentence.startswith("An estimate:")
    assert words in trace.sentence


def test_an_answer_without_text_has_no_stretches() -> None:
    assert trace_result(make_result("")).stretches == ()


@given(st.lists(st.sampled_from(["one ", "two ", "three\n", "🙂", "x = 1\n"]), max_size=60))
def test_an_estimate_covers_the_text_and_neighbours_differ(words: list[str]) -> None:
    text = "".join(words)
    stretches = estimate_stretches("".join(words[10:40]), text)
    assert sum(stretch.characters for stretch in stretches) == len(text)
    kinds = [stretch.kind for stretch in stretches]
    assert all(a != b for a, b in pairwise(kinds))
