"""The view Tokens in Chromium: every stretch marked, live and at the end, and few nodes always."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

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
from lib.running import Run
from lib.web.live import Frame, LiveView, make_final_frame
from tests.browser.component import Component
from tests.browser.playground import Playground

pytestmark = pytest.mark.browser

SOURCE = "the shop opens at nine and closes at five on every day of the week\n" * 3
SETTINGS = RunSettings(
    provider="local", model="m", source=SOURCE, instructions="i", prediction=SOURCE
)
A_PASS = ((Origin.ACCEPTED, "kept \u202e"), (Origin.REPLACED, "🙂new\n"), (Origin.GENERATED, "x"))
READ = """
view => [...view.querySelectorAll(".stretch")]
  .map((node) => [node.dataset.origin, node.textContent])
"""


def make_pieces(count: int) -> list[tuple[str, ContentChunk]]:
    text = "".join(part for _, part in A_PASS)
    spans = tuple(TextSpan(origin, len(part)) for origin, part in A_PASS)
    return [(text, ContentChunk(0.1 * at, len(text), 8, at % 9, spans)) for at in range(count)]


def make_result(pieces: list[tuple[str, ContentChunk]], settings: RunSettings) -> RunResult:
    return RunResult(
        run_id="r",
        settings=settings,
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        outcome=Outcome.COMPLETED,
        text="".join(text for text, _ in pieces),
        timing=StreamTiming(chunks=tuple(chunk for _, chunk in pieces)),
        usage=TokenUsage(accepted_prediction_tokens=7, rejected_prediction_tokens=1),
    )


def final_frame(pieces: list[tuple[str, ContentChunk]], settings: RunSettings) -> Frame:
    return make_final_frame(make_result(pieces, settings)) | {"source": SOURCE, "whole": True}


@pytest.fixture
def component(page: Page) -> Component:
    return Component(page)


def test_each_stretch_is_marked_and_the_passes_are_drawn(component: Component) -> None:
    component.show(final_frame(make_pieces(3), SETTINGS))
    component.open("Tokens")
    view = component.region.get_by_role("tabpanel", name="Tokens")
    stretches = view.evaluate(READ)
    assert [kind for kind, _ in stretches[:4]] == ["accepted", "replaced", "replaced", "generated"]
    assert [text for _, text in stretches[:4]] == ["kept \u202e", "🙂new", "", "x"]
    expect(component.region.get_by_role("img")).to_have_attribute(
        "aria-label",
        "Bar chart: accepted tokens per forward pass, 1.0 on average, 2 at most, 3 passes.",
    )
    legend = component.region.get_by_role("group", name="Legend")
    expect(legend).to_contain_text("accepted from the prediction")
    expect(legend).to_contain_text("rejected, then generated")
    expect(component.region.get_by_text("Reported by the engine")).to_be_visible()


def test_an_estimate_is_called_one_and_has_no_chart(component: Component) -> None:
    text = "Hello. " + SOURCE
    component.show(final_frame([(text, ContentChunk(0.1, len(text)))], SETTINGS))
    component.open("Tokens")
    expect(component.region.get_by_text("An estimate: what is marked")).to_be_visible()
    expect(component.region.get_by_text("Providers report totals only: here 7")).to_be_visible()
    expect(component.region.get_by_role("img")).to_be_hidden()
    expect(component.region.locator('.view .stretch[data-origin="found"]').first).to_be_visible()
    legend = component.region.get_by_role("group", name="Legend")
    expect(legend.get_by_text("in the prediction, too")).to_be_visible()
    expect(legend.get_by_text("accepted from")).to_be_hidden()


def test_without_a_prediction_the_next_step_is_said(component: Component) -> None:
    component.show(final_frame(make_pieces(3), replace(SETTINGS, prediction=None)))
    component.open("Tokens")
    expect(component.region.get_by_text("Switch “Use prediction” on")).to_be_visible()
    kinds = {
        kind for kind, _ in component.region.get_by_role("tabpanel", name="Tokens").evaluate(READ)
    }
    assert kinds == {"generated"}


@pytest.mark.parametrize("whole", [False, True], ids=["events", "polling"])
def test_it_grows_with_the_answer_and_stays_small(component: Component, *, whole: bool) -> None:
    run = Run(SETTINGS)
    view, pieces = LiveView(run), make_pieces(2_000)
    for at in range(0, len(pieces), 200):
        for text, chunk in pieces[at : at + 200]:
            run.append_text(text, chunk.at_s, chunk)
        frame = view.whole_frame() if whole else view.next_frame()
        assert frame is not None
        component.show(frame)
        if at == 0:
            component.open("Tokens")
        newest = component.region.locator(".view.tokens .row").last
        expect(newest).to_have_text("x")
        assert component.region.locator(".view.tokens .row").count() <= 900
    expect(component.region.get_by_text("lines before are shown when")).to_be_visible()
    run.finish(make_result(pieces, SETTINGS), "done")
    component.show(view.whole_frame())
    rows = component.region.locator(".view.tokens .row")
    expect(rows).to_have_count(1000)
    expect(rows.nth(1)).to_have_text("xkept \u202e🙂new")


def test_one_endless_line_stays_small(component: Component) -> None:
    run = Run(SETTINGS)
    view = LiveView(run)
    span = (TextSpan(Origin.ACCEPTED, 50),)
    for at in range(4_000):
        run.append_text("word " * 10, 0.1, ContentChunk(0.1 * at, 50, 4, 4, span))
        if at % 1_000 == 0:
            frame = view.next_frame()
            assert frame is not None
            component.show(frame)
            component.open("Tokens")
    frame = view.next_frame()
    assert frame is not None
    component.show(frame)
    rows = component.region.locator(".view.tokens .row").all_text_contents()
    assert max(map(len, rows)) <= 4_000


def test_the_page_shows_what_the_server_reports(page: Page, app_url: str) -> None:
    playground = Playground(page, app_url)
    playground.open()
    playground.use_compatible_model("traced")
    source = "one two three four five\n" * 20
    playground.fill("Source text", source)
    playground.output.get_by_role("tab", name="Tokens").click()
    playground.press_run()
    playground.wait_for("Completed")
    summary = playground.output.get_by_text("3.0 on average, 3 at most, 40 passes")
    expect(summary).to_be_visible()
    page.get_by_role("link", name="Connections", exact=True).click()
    page.get_by_role("link", name="Playground", exact=True).click()
    playground.wait_for("Completed")
    playground.output.get_by_role("tab", name="Tokens").click()
    expect(summary).to_be_visible()
