from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import plotly.graph_objects as go
import pytest

from lib.charts import (
    describe_latency_chart,
    describe_timeline,
    describe_token_chart,
    make_latency_chart,
    make_timeline,
    make_token_bar,
    make_token_chart,
)
from lib.charts.frame import escape_label
from lib.charts.timeline import MAX_POINTS
from lib.domain import ContentChunk, Outcome, RunResult, StreamTiming, TokenUsage
from tests.analysis.test_metrics import SETTINGS, START, make_run, make_usage

USED = make_usage(97, 71, 18)
PLAIN = make_usage(79)


def make_numbered(
    number: int,
    usage: TokenUsage | None = USED,
    prediction: str | None = "p",
    model: str = "m",
    **changes: Any,
) -> RunResult:
    return make_run(
        run_id=f"run-{number}",
        usage=usage,
        started_at=START + timedelta(minutes=number),
        settings=replace(SETTINGS, prediction=prediction, model=model),
        **changes,
    )


ON = make_numbered(1)
OFF = make_numbered(2, PLAIN, None)
SILENT = make_numbered(3, PLAIN)
EMPTY = make_numbered(4, None, text="", timing=StreamTiming(), outcome=Outcome.FAILED)


def to_document(figure: go.Figure) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(figure.to_json())
    return document


def find_trace(figure: go.Figure, name: str) -> dict[str, Any]:
    found = [trace for trace in figure.to_dict()["data"] if trace.get("name", "").startswith(name)]
    assert len(found) == 1, [trace.get("name") for trace in figure.to_dict()["data"]]
    trace: dict[str, Any] = found[0]
    return trace


def trace_names(figure: go.Figure) -> list[str]:
    return [trace.name for trace in figure.data if trace.name]


CHARTS: list[tuple[Callable[[Sequence[RunResult]], go.Figure], str]] = [
    (make_latency_chart, "latency"),
    (make_token_chart, "tokens"),
    (lambda runs: make_timeline(*runs[:2]), "timeline"),
    (lambda runs: make_token_bar(runs[0]), "bar"),
]
draws = pytest.mark.parametrize("draw", [draw for draw, _ in CHARTS], ids=[n for _, n in CHARTS])


@draws
def test_figures_keep_their_height_and_leave_colours_to_the_theme(
    draw: Callable[[Sequence[RunResult]], go.Figure],
) -> None:
    figures = [draw(runs) for runs in ([ON], [ON, OFF], [EMPTY], [ON, OFF, SILENT, EMPTY] * 5)]
    assert len({figure.layout.height for figure in figures}) == 1
    for figure in figures:
        assert figure.layout.paper_bgcolor == "rgba(0,0,0,0)"
        assert figure.layout.plot_bgcolor == "rgba(0,0,0,0)"
        assert figure.layout.title.text is None
        assert figure.layout.font.color is None
        assert not list(find_keys(to_document(figure)["layout"]["xaxis"], "color"))


def find_keys(node: Any, key: str) -> Iterator[Any]:
    if isinstance(node, dict):
        yield from (value for name, value in node.items() if name == key)
        for value in node.values():
            yield from find_keys(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from find_keys(value, key)


@draws
def test_a_model_name_cannot_write_markup(
    draw: Callable[[Sequence[RunResult]], go.Figure],
) -> None:
    hostile = "<a href='x'>&\ud800%{customdata}\n</script>"
    runs = [make_numbered(1, model=hostile), make_numbered(2, PLAIN, None, model=hostile)]
    text = json.dumps(to_document(draw(runs)))
    assert "<a" not in text
    assert "</script" not in text
    assert "&%" not in text
    # Nothing but the templates' own placeholders is left to fill in.
    templates = [trace.hovertemplate or "" for trace in draw(runs).data]
    for template in templates:
        for own in ("%{customdata}<extra></extra>", "%{y:,}", "%{x:.3f}"):
            template = template.replace(own, "")
        assert "%{" not in template


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("gpt-4o", "gpt-4o"),
        ("<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;"),
        ("%{x}", "%&#123;x}"),
        ("a\r\nb\x00c\udfff", "a b c"),
        ("ab" * 40, "ab" * 15 + "…" + "b" + "ab" * 14),
    ],
)
def test_labels_are_one_harmless_line(label: str, expected: str) -> None:
    assert escape_label(label) == expected


def test_latency_bars_by_run_in_order() -> None:
    figure = make_latency_chart([OFF, ON])
    assert list(figure.layout.yaxis.ticktext) == ["Run 1 · with ", "Run 2 · without "]
    with_bar, without_bar = find_trace(figure, "With pred"), find_trace(figure, "Without")
    assert list(with_bar["x"]) == [1.2]
    assert list(with_bar["text"]) == ["1.20 s"]
    assert with_bar["marker"]["color"] == "#0072B2"
    assert without_bar["marker"]["color"] == "#767676"
    assert without_bar["marker"]["pattern"]["shape"] == "/"
    assert list(find_trace(figure, "First token")["x"]) == [0.2, 0.2]
    assert "Seconds" in figure.layout.xaxis.title.text
    assert "First token after 0.20 s" in with_bar["customdata"][0]


def test_rows_are_grouped_by_model() -> None:
    runs = [make_numbered(1, model="a"), make_numbered(2, model="b"), make_numbered(3, model="a")]
    figure = make_latency_chart(runs)
    assert list(figure.layout.yaxis.ticktext) == [f"Run {n} · with " for n in (1, 3, 2)]
    headings = [(note.text, note.y) for note in figure.layout.annotations]
    assert headings == [("<b>a</b>", 0), ("<b>b</b>", 3)]


def test_only_the_latest_runs_are_drawn_under_their_own_numbers() -> None:
    runs = [make_numbered(number) for number in range(1, 31)]
    figure = make_latency_chart(runs)
    assert figure.layout.yaxis.ticktext[0] == "Run 19 · with "
    assert figure.layout.yaxis.ticktext[-1] == "Run 30 · with "
    assert "latest 12 of 30 runs" in describe_latency_chart(runs)
    assert "latest 12 of 30 runs" in describe_token_chart(runs)


def test_a_run_without_text_has_words_for_a_bar() -> None:
    figure = make_latency_chart([EMPTY])
    assert list(find_trace(figure, "With pred")["text"]) == ["no text came (failed)"]
    assert trace_names(figure) == ["With prediction"]


def test_tokens_are_stacked() -> None:
    figure = make_token_chart([ON, OFF])
    assert list(find_trace(figure, "From the prediction")["x"]) == [71]
    assert list(find_trace(figure, "Generated anew")["x"]) == [8, 79]
    assert list(find_trace(figure, "Rejected")["x"]) == [18]
    assert trace_names(figure) == ["From the prediction", "Generated anew", "Rejected"]
    shapes = {trace.marker.pattern.shape for trace in figure.data if trace.type == "bar"}
    assert len(shapes) == 3


@pytest.mark.parametrize(
    ("usage", "drawn", "note"),
    [
        (PLAIN, {"Origin not reported": 79}, "79 tokens, origin not reported"),
        (None, {}, "tokens not reported"),
        (
            make_usage(79, 71, None),
            {"From the prediction": 71, "Generated anew": 8},
            "rejected not reported",
        ),
        (
            make_usage(97, None, 18),
            {"Rejected": 18, "Origin not reported": 79},
            "79 tokens, origin not reported",
        ),
        (make_usage(79, 0, 0), {"Generated anew": 79}, None),
    ],
)
def test_missing_counts_are_never_zero(
    usage: TokenUsage | None, drawn: dict[str, int], note: str | None
) -> None:
    figure = make_token_chart([make_numbered(1, usage)])
    bars = {trace.name: trace.x[0] for trace in figure.data if trace.type == "bar"}
    assert bars == drawn
    notes = [text for trace in figure.select_traces({"mode": "text"}) for text in trace.text or ()]
    assert notes == ([note] if note else [])
    single = make_token_bar(make_numbered(1, usage))
    assert trace_names(single) == [f"{name}: {count}" for name, count in drawn.items()]
    assert len(single.layout.annotations) == (0 if drawn else 1)


def test_the_timeline_starts_at_sending_and_ends_at_the_last_chunk() -> None:
    figure = make_timeline(ON, OFF)
    line = find_trace(figure, "With prediction (this run)")
    assert list(line["x"]) == [0, 0.2, 1.2]
    assert list(line["y"]) == [0, 1, 3]
    assert line["line"]["shape"] == "hv"
    assert find_trace(figure, "Without prediction (for comparison)")["line"]["dash"] == "dash"
    labels = [note.text for note in figure.layout.annotations]
    assert labels == ["First token 0.20 s, with", "First token 0.20 s, without"]
    assert len(figure.layout.shapes) == 2


@pytest.mark.parametrize("n_chunks", [1, 998, 999, 1_000, 1_001, 2_500, 30_000])
def test_long_streams_are_thinned_without_losing_their_ends(n_chunks: int) -> None:
    chunks = tuple(ContentChunk(0.5 + index / 1_000, 2) for index in range(n_chunks))
    figure = make_timeline(make_numbered(1, timing=StreamTiming(chunks=chunks)))
    line = find_trace(figure, "With prediction")
    points = list(zip(line["x"], line["y"], strict=True))
    assert len(points) == min(n_chunks + 1, MAX_POINTS)
    assert points[:2] == [(0, 0), (0.5, 2)]
    assert points[-1] == (chunks[-1].at_s, 2 * n_chunks)
    assert points == sorted(set(points))


def test_sentences_give_figures_and_how_many_runs() -> None:
    later = [replace(run, started_at=run.started_at + timedelta(hours=1)) for run in (ON, OFF)]
    assert describe_latency_chart([ON, OFF]) == (
        "Completed runs: 1.20 s with the prediction (n = 1) and 1.20 s without the prediction"
        " (n = 1)."
    )
    assert "median 1.20 s with the prediction (n = 2)" in describe_latency_chart([ON, *later])
    assert describe_token_chart([ON, OFF, SILENT]) == (
        "With the prediction (n = 1), 71 of 79 tokens came from it; 18 predicted tokens did not"
        " fit. The counts of 1 run with a prediction were not reported in full."
    )
    assert (
        describe_token_chart([OFF]) == "No prediction was sent, so every token was generated anew."
    )
    assert describe_timeline(ON) == (
        "This run, with the prediction: first text after 0.20 s, all 3 characters after 1.20 s"
        " in 2 pieces."
    )
    assert describe_timeline(ON, OFF).endswith(
        "Without it: first text after 0.20 s, all 3 characters after 1.20 s in 2 pieces."
    )


def test_a_median_over_different_requests_says_so() -> None:
    other = make_numbered(5, model="other")
    assert "do not all ask for the same" in describe_latency_chart([ON, other])
    assert "do not all ask for the same" not in describe_latency_chart([ON, OFF])


def test_nothing_to_draw_teaches() -> None:
    for sentence in (
        describe_latency_chart([]),
        describe_token_chart([]),
        describe_timeline(None),
    ):
        assert "Press Run" in sentence
    assert make_latency_chart([]).layout.height == make_latency_chart([ON]).layout.height
    assert make_token_chart([]).layout.height == make_token_chart([ON]).layout.height
    assert describe_latency_chart([EMPTY]).startswith("No run was completed yet")
    assert describe_timeline(EMPTY) == "No text came in this run, which ended as failed."
