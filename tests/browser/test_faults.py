"""A provider that is down, hangs, lies or cuts the stream: told, kept, and the page goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.playground import PATIENCE_MS, Playground
from tests.support.provider_server import ProviderServer

pytestmark = pytest.mark.browser


@pytest.fixture
def playground(page: Page, app_url: str) -> Playground:
    playground = Playground(page, app_url)
    playground.open()
    return playground


@pytest.mark.parametrize(
    ("model", "state", "words", "answer"),
    [
        ("refuse-key", "Failed", "key", ""),
        ("hang-before-headers", "Failed", "3 s", ""),
        ("hang-mid-stream", "Failed", "3 s", "Hello world"),
        ("cut", "Truncated", "cut", "Hello world"),
        ("no-finish", "Truncated", "ended", "Hello world"),
        ("error-event", "Failed", "error", "Hello world"),
        ("rate-limit", "Failed", "7", ""),
        ("broken-html", "Failed", "502", ""),
    ],
)
def test_a_fault_is_told_and_the_text_kept(
    playground: Playground, model: str, state: str, words: str, answer: str
) -> None:
    playground.use_compatible_model(model)
    playground.press_run()
    playground.wait_for(state)
    expect(playground.output.get_by_role("alert")).to_contain_text(words, timeout=PATIENCE_MS)
    assert playground.answer_text() == answer
    assert playground.output.locator("del").count() == 0, "text not reached shown as removed"
    playground.choose("Model", "echo")
    playground.press_run()
    playground.wait_for("Completed")


def test_a_provider_that_is_down(playground: Playground) -> None:
    page = playground.page
    page.get_by_role("link", name="Connections", exact=True).click()
    page.get_by_label("Base URL (Compatible server)").fill("http://127.0.0.1:9/v1")
    page.get_by_label("Base URL (Compatible server)").press("Enter")
    expect(page.get_by_text("http://127.0.0.1:9/v1, without a key")).to_be_visible()
    page.get_by_role("link", name="Playground", exact=True).click()
    playground.use_compatible_model("echo")
    playground.press_run()
    playground.wait_for("Failed")
    expect(playground.output.get_by_role("alert")).to_contain_text("127.0.0.1:9")


@pytest.mark.parametrize("model", ["hang-before-headers", "hang-mid-stream", "endless"])
def test_stop_reaches_a_provider_that_is_silent_or_endless(
    playground: Playground, model: str
) -> None:
    playground.use_compatible_model(model)
    playground.press_run()
    playground.wait_for("Running")
    playground.output.get_by_role("button", name="Stop").click()
    playground.wait_for("Stopped")


def test_escape_stops(playground: Playground) -> None:
    playground.use_compatible_model("endless")
    playground.press_run()
    playground.wait_for("Running")
    playground.page.keyboard.press("Escape")
    playground.wait_for("Stopped")


def test_escape_closes_an_open_list_and_stops_nothing(playground: Playground) -> None:
    playground.use_compatible_model("endless")
    playground.press_run()
    playground.wait_for("Running")
    playground.page.get_by_role("combobox", name="Sample").click()
    expect(playground.page.get_by_role("listbox")).to_be_visible()
    playground.page.keyboard.press("Escape")
    expect(playground.page.get_by_role("listbox")).to_be_hidden()
    playground.page.wait_for_timeout(300)
    playground.wait_for("Running")
    playground.output.get_by_role("button", name="Stop").click()
    playground.wait_for("Stopped")


def test_an_emptied_limit_is_not_sent(playground: Playground, provider: ProviderServer) -> None:
    playground.use_compatible_model("echo")
    limit = playground.page.get_by_role("spinbutton", name="Max tokens")
    limit.fill("500")
    limit.press("Tab")
    limit.fill("")
    limit.press("Tab")
    playground.press_run()
    playground.wait_for("Completed")
    assert "max_tokens" not in provider.requests[-1].body


def test_run_is_named_as_the_contract_says(playground: Playground) -> None:
    expect(playground.main.get_by_role("button", name="Run", exact=True)).to_be_visible()


def test_ctrl_enter_in_the_text_sends_what_was_just_typed(playground: Playground) -> None:
    playground.use_compatible_model("echo")
    source = playground.text_area("Source text")
    source.fill("just typed")
    source.press("Control+Enter")
    playground.wait_for("Completed")
    assert playground.answer_text() == "just typed"


def test_a_double_click_runs_once(playground: Playground) -> None:
    playground.use_compatible_model("hello")
    playground.main.get_by_role("button", name="Run").dblclick()
    playground.wait_for("Completed")
    expect(playground.page.get_by_text("n = 1").first).to_be_visible(timeout=PATIENCE_MS)


def test_nothing_to_send_is_said_where_the_answer_would_be(playground: Playground) -> None:
    playground.fill("Source text", "")
    playground.fill("Instructions", "")
    playground.press_run()
    expect(playground.output.get_by_role("alert")).to_contain_text("Not sent")
    playground.wait_for("Ready")


def test_without_our_routes_the_page_polls(page: Page, polling_app_url: str) -> None:
    playground = Playground(page, polling_app_url)
    playground.open()
    playground.use_compatible_model("echo-slow")
    source = "one two three\n" * 30
    playground.fill("Source text", source)
    playground.press_run()
    playground.wait_for("Running")
    playground.output.get_by_role("button", name="Stop").click()
    playground.wait_for("Stopped")
    kept = playground.answer_text()
    assert source.startswith(kept)
    assert len(kept) < len(source)
    playground.choose("Model", "echo")
    playground.press_run()
    playground.wait_for("Completed")
    assert playground.answer_text() == source
