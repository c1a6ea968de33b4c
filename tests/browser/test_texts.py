"""Texts of every kind, in source and in answer: shown as text, complete, and asking for nothing.

The `page` fixture fails a test whose page raised an error or asked any other host for anything.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.playground import Playground
from tests.support.provider_scripts import HOSTILE_TEXT

pytestmark = pytest.mark.browser

TEXTS = {
    "markup": "</script><img src=x onerror=\"document.title='owned'\"><style>*{color:red}</style>",
    "markdown-image": "![a](http://images.example/a.png) [b](javascript:alert(1)) **bold**",
    "emoji": "flags 🇩🇪🇫🇷, family 👨‍👩‍👧‍👦, e\u0301, तमिल",
    "right-to-left": "שלום עולם\nمرحبا بالعالم\nabc \u202eevil\u202c",
    "crlf": "one\r\ntwo\r\nthree",
    "nothing-but-blanks": "   \n\t\n  x",
    "long-line": "word " * 20_000,
}


@pytest.fixture
def playground(page: Page, app_url: str) -> Playground:
    playground = Playground(page, app_url)
    playground.open()
    playground.use_compatible_model("echo")
    return playground


def as_typed(text: str) -> str:
    """A text area turns every line end into a line feed, as HTML says."""
    return text.replace("\r\n", "\n")


@pytest.mark.parametrize("name", TEXTS)
def test_text_comes_back_as_it_was(playground: Playground, name: str) -> None:
    text = as_typed(TEXTS[name])
    playground.fill("Source text", TEXTS[name])
    playground.press_run()
    playground.wait_for("Completed")
    assert playground.answer_text() == text
    for view in ("Side by side", "Text", "Tokens", "Patch", "Diff"):
        playground.output.get_by_role("tab", name=view).click()
        expect(playground.output.get_by_role("tab", name=view)).to_have_attribute(
            "aria-selected", "true"
        )
    assert playground.page.title() == "Predicted Outputs Playground"
    assert playground.output.locator("img, script, a").count() == 0
    assert playground.answer_text() == text


def test_hostile_answers_are_shown_as_text(playground: Playground) -> None:
    playground.choose("Model", "hostile")
    playground.press_run()
    playground.wait_for("Completed")
    assert playground.answer_text() == HOSTILE_TEXT
    assert playground.output.locator("img, script, a").count() == 0


def test_two_megabytes_are_taken(playground: Playground) -> None:
    text = "a line of a large file, number 12345\n" * 54_000
    playground.choose("Model", "hello")
    playground.fill("Source text", text)
    playground.press_run()
    playground.wait_for("Completed")
    assert playground.answer_text() == "Hello world"
    assert playground.text_area("Source text").input_value() == text


def test_a_fast_stream_is_complete_and_the_page_stays_usable(playground: Playground) -> None:
    playground.choose("Model", "fast-30k")
    playground.press_run()
    playground.wait_for("Running")
    playground.output.get_by_role("tab", name="Text").click()
    expect(playground.output.get_by_role("tab", name="Text")).to_have_attribute(
        "aria-selected", "true"
    )
    playground.wait_for("Completed")
    shown = len(playground.answer_text())
    words = playground.output.locator(".phase").inner_text()
    assert "Finished" in words
    playground.press_run()
    playground.wait_for("Running")
    playground.output.get_by_role("button", name="Stop").click()
    playground.wait_for("Stopped")
    assert 0 < len(playground.answer_text()) < shown
