"""The main job, once, as a newcomer does it, on the real engine."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.playground import PATIENCE_MS, Playground

pytestmark = [pytest.mark.browser, pytest.mark.model]


def test_a_newcomer_sees_a_prediction_pay_off(page: Page, app_url: str) -> None:
    playground = Playground(page, app_url)
    playground.open()
    playground.choose("Sample", "Change a property of a class (TypeScript)")
    expect(playground.text_area("Source text")).to_have_value(re.compile("class Member"))

    playground.press_run()
    expect(playground.answer).not_to_be_empty(timeout=PATIENCE_MS)
    playground.wait_for("Completed")
    with_prediction = playground.answer_text()
    assert with_prediction
    expect(playground.metric("Latency")).to_contain_text("s")
    expect(playground.metric("Accepted")).to_have_text(re.compile(r"^[1-9]\d*$"))
    expect(playground.metric("Cost")).to_have_text("–")

    playground.toggle("Use prediction", on=False)
    playground.press_run()
    expect(playground.metric("Accepted")).to_have_text("0", timeout=PATIENCE_MS)
    playground.wait_for("Completed")
    assert playground.answer_text() == with_prediction


def test_stop_keeps_what_came_and_leaving_loses_nothing(page: Page, app_url: str) -> None:
    playground = Playground(page, app_url)
    playground.open()
    playground.use_compatible_model("echo-slow")
    playground.fill("Source text", "one two three\n" * 400)
    playground.press_run()
    playground.wait_for("Running")
    expect(playground.answer).not_to_be_empty(timeout=PATIENCE_MS)

    page.get_by_role("link", name="Connections", exact=True).click()
    expect(page.get_by_role("heading", name="Connections")).to_be_visible()
    page.get_by_role("link", name="Playground", exact=True).click()
    playground.wait_for("Running")
    expect(playground.text_area("Source text")).to_have_value("one two three\n" * 400)

    playground.output.get_by_role("button", name="Stop").click()
    playground.wait_for("Stopped")
    kept = playground.answer_text()
    assert kept
    page.get_by_role("link", name="Connections", exact=True).click()
    page.get_by_role("link", name="Playground", exact=True).click()
    playground.wait_for("Stopped")
    assert playground.answer_text() == kept
