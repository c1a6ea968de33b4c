"""Every shape of a chunk becomes the events that it means, and none raises."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.domain import Origin, TextSpan, TokenUsage
from lib.running.stream import (
    Finish,
    Identity,
    RefusalDelta,
    ServerTimings,
    StreamEvent,
    StreamParser,
    TextDelta,
    UsageReport,
    read_usage,
)


def events_of(*chunks: object) -> list[StreamEvent]:
    parser = StreamParser()
    return [event for chunk in chunks for event in parser.read_events(chunk)]


def choice(**fields: object) -> dict[str, object]:
    return {"choices": [{"index": 0, **fields}]}


COUNTS = {"prompt_tokens": 3, "completion_tokens": 5}
USAGE = UsageReport(TokenUsage(prompt_tokens=3, completion_tokens=5))

SHAPES: list[tuple[str, object, list[StreamEvent]]] = [
    ("text", choice(delta={"content": "a"}), [TextDelta("a")]),
    ("empty text", choice(delta={"role": "assistant", "content": ""}), []),
    ("null text", choice(delta={"content": None}), []),
    ("text of another type", choice(delta={"content": ["a"]}), []),
    ("delta null", choice(delta=None), []),
    ("delta absent, as in an asynchronous filter chunk", choice(content_filter_offsets={}), []),
    ("choice without index", {"choices": [{"delta": {"content": "a"}}]}, [TextDelta("a")]),
    ("second answer", {"choices": [{"index": 1, "delta": {"content": "b"}}]}, []),
    ("choices absent", {"object": "chat.completion.chunk"}, []),
    ("choices null", {"choices": None}, []),
    ("choice null", {"choices": [None]}, []),
    ("first chunk of Azure", {"id": "", "choices": [], "prompt_filter_results": [{}]}, []),
    ("refusal", choice(delta={"content": None, "refusal": "No."}), [RefusalDelta("No.")]),
    ("finish", choice(delta={}, finish_reason="stop"), [Finish("stop")]),
    (
        "filtered, with the last text",
        choice(delta={"content": "a"}, finish_reason="content_filter"),
        [TextDelta("a"), Finish("content_filter")],
    ),
    ("usage alone", {"choices": [], "usage": COUNTS}, [USAGE]),
    (
        "usage riding on the last choice",
        {**choice(delta={}, finish_reason="stop"), "usage": COUNTS},
        [Finish("stop"), USAGE],
    ),
    ("usage null", {"choices": [], "usage": None}, []),
    (
        "draft counts of the local engine",
        {**choice(delta={"content": "ab"}), "draft": {"num_draft_tokens": 4}},
        [TextDelta("ab", 4, None)],
    ),
    (
        "spans of the local engine",
        {
            **choice(delta={"content": "a🙂b"}),
            "draft": {"spans": [["accepted", 2], ["replaced", 1]]},
        },
        [
            TextDelta(
                "a🙂b", None, None, (TextSpan(Origin.ACCEPTED, 2), TextSpan(Origin.REPLACED, 1))
            )
        ],
    ),
    (
        "time_info of Cerebras",
        {"time_info": {"queue_time": 0.5, "total_time": 2, "created": 1_700_000_000}},
        [ServerTimings({"queue_time": 0.5, "total_time": 2.0})],
    ),
    (
        "timings of the local engine",
        {"timings": {"queue_s": 0.25, "decode_s": 1.5, "num_forward_passes": 12}},
        [ServerTimings({"queue_s": 0.25, "decode_s": 1.5})],
    ),
    (
        "timings of llama.cpp",
        {"timings": {"prompt_ms": 250, "draft_n": 3}},
        [ServerTimings({"prompt": 0.25})],
    ),
    (
        "perf_metrics of Fireworks",
        {
            "usage": {"completion_tokens": 8},
            "perf_metrics": {
                "server-processing-time": "0.5",
                "server-time-to-first-token": 0.25,
                "speculation-prompt-matched-tokens": "6",
                "deployment": "x",
            },
        },
        [
            UsageReport(TokenUsage(completion_tokens=8, accepted_prediction_tokens=6)),
            ServerTimings({"server-processing": 0.5, "server-time-to-first-token": 0.25}),
        ],
    ),
    ("timings that are none", {"timings": {"queue_s": "nan", "decode_s": None}}, []),
    ("a list", [1], []),
    ("a string", "text", []),
    ("null", None, []),
]


@pytest.mark.parametrize(("chunk", "events"), [s[1:] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_shape(chunk: object, events: list[StreamEvent]) -> None:
    assert events_of(chunk) == events


@pytest.mark.parametrize(
    "spans",
    [
        None,
        "accepted",
        [["accepted", 3]],
        [["accepted", 1]],
        [["accepted", 2], ["generated", 0]],
        [["accepted", 1], ["generated", 1], ["generated", 0]],
        [["accepted", 3], ["generated", -1]],
        [["accepted", True], ["generated", 1]],
        [["accepted", 2.0]],
        [["accepted", "2"]],
        [["copied", 2]],
        [[["accepted"], 2]],
        [["accepted", 2, 3]],
        [{"accepted": 2}],
        [None, 2],
        {"accepted": 2},
    ],
)
def test_spans_that_do_not_cover_the_text_are_none(spans: object) -> None:
    chunk = choice(delta={"content": "ab"}) | {"draft": {"num_draft_tokens": 1, "spans": spans}}
    assert events_of(chunk) == [TextDelta("ab", 1)]


def test_identity_is_told_when_it_changes_and_never_forgotten() -> None:
    assert events_of(
        {"id": "", "model": ""},
        {"id": "c1", "model": "m"},
        {"id": "c1", "model": "m", "system_fingerprint": None},
        {"id": "c1", "model": "m", "system_fingerprint": "fp"},
        {"id": "c1"},
    ) == [Identity("c1", "m"), Identity("c1", "m", "fp")]


USAGES: list[tuple[dict[str, Any], TokenUsage]] = [
    ({}, TokenUsage()),
    ({"completion_tokens": 0}, TokenUsage(completion_tokens=0)),
    ({"completion_tokens": None, "completion_tokens_details": None}, TokenUsage()),
    ({"completion_tokens": -1, "prompt_tokens": "7"}, TokenUsage()),
    ({"completion_tokens": True, "prompt_tokens": 1.5}, TokenUsage()),
    (
        {
            "prompt_tokens": 9,
            "completion_tokens": 8,
            "prompt_tokens_details": {"cached_tokens": 1},
            "completion_tokens_details": {
                "accepted_prediction_tokens": 0,
                "rejected_prediction_tokens": 3,
                "reasoning_tokens": None,
            },
        },
        TokenUsage(
            prompt_tokens=9,
            completion_tokens=8,
            cached_tokens=1,
            accepted_prediction_tokens=0,
            rejected_prediction_tokens=3,
        ),
    ),
]


@pytest.mark.parametrize(("wire", "usage"), USAGES)
def test_usage(wire: dict[str, Any], usage: TokenUsage) -> None:
    assert read_usage(wire) == usage


NAMES = st.sampled_from(
    [
        "choices",
        "delta",
        "content",
        "index",
        "usage",
        "draft",
        "spans",
        "timings",
        "queue_s",
        "id",
        "refusal",
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(NAMES, JSON, max_size=6))
def test_no_shape_raises(chunk: dict[str, Any]) -> None:
    events_of(chunk)
