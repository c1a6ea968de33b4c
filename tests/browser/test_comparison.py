"""An answer beside its prediction and beside another answer, in the one component."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.playground import PATIENCE_MS, Playground

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("transport", ["events", "polling"])
def test_prediction_and_other_answers_can_be_compared_with(
    page: Page, request: pytest.FixtureRequest, transport: str
) -> None:
    url = request.getfixturevalue("app_url" if transport == "events" else "polling_app_url")
    playground = Playground(page, url)
    playground.open()
    playground.use_compatible_model("echo")
    compared = playground.output.get_by_role("combobox", name="Compared with")
    removed = playground.output.locator(".view.diff del")

    playground.fill("Source text", "alpha beta gamma")
    page.get_by_test_id("stSidebar").get_by_text("Own text", exact=True).click()
    playground.fill("Prediction text", "alpha delta gamma")
    playground.press_run()
    playground.wait_for("Completed")
    expect(compared.locator("option")).to_have_text(["Source text", "Prediction"])
    expect(removed).to_have_count(0)
    compared.select_option("Prediction")
    expect(removed).to_have_text("delta", timeout=PATIENCE_MS)
    playground.wait_for("Completed")
    assert playground.answer_text() == "alpha beta gamma"

    playground.fill("Source text", "alpha omega gamma")
    playground.press_run()
    expect(playground.answer).to_have_text("alpha omega gamma", timeout=PATIENCE_MS)
    playground.wait_for("Completed")
    expect(compared.locator("option")).to_have_text(
        ["Source text", "Prediction", "Answer of run 1"], timeout=PATIENCE_MS
    )
    compared.select_option("Answer of run 1")
    expect(removed).to_have_text("beta", timeout=PATIENCE_MS)
    compared.select_option("Source text")
    expect(removed).to_have_count(0, timeout=PATIENCE_MS)


def test_two_runs_of_the_table_are_compared(page: Page, app_url: str) -> None:
    playground = Playground(page, app_url)
    playground.open()
    playground.use_compatible_model("echo")
    for text in ("alpha one", "alpha two", "alpha three"):
        playground.fill("Source text", text)
        playground.press_run()
        expect(playground.answer).to_have_text(text, timeout=PATIENCE_MS)
        playground.wait_for("Completed")
    compare = page.get_by_role("button", name="Compare answers")
    expect(compare).to_be_disabled()
    # The grid is painted on a canvas: a row is chosen by its tick box, the newest run first.
    tick(page, 1)
    expect(playground.answer).to_have_text("alpha two", timeout=PATIENCE_MS)
    tick(page, 2)
    expect(compare).to_be_enabled(timeout=PATIENCE_MS)
    compare.click()
    expect(playground.output.locator(".view.diff del")).to_have_text("one", timeout=PATIENCE_MS)
    expect(playground.output.locator(".view.diff ins")).to_have_text("two")
    expect(playground.output).to_be_in_viewport()
    assert playground.answer_text() == "alpha two"


def tick(page: Page, row: int) -> None:
    table = page.get_by_test_id("stDataFrame")
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=PATIENCE_MS
    )
    expect(table).to_be_visible()
    # `scroll_into_view_if_needed` waits first, and fails when a rerun puts a new table there.
    table.evaluate("table => table.scrollIntoView({block: 'center'})")
    table.click(position={"x": 14, "y": 35 * row + 52})
