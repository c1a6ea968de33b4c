"""Prices of one's own contract, typed into the table of the Connections page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.playground import Playground

pytestmark = pytest.mark.browser

MODEL, INPUT, CACHED, OUTPUT, FROM = range(5)


class PriceTable:
    """The table of the compatible server, whose first model is `echo`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.card = page.locator(".st-key-card_compatible")
        self.grid = self.card.locator('[class*="st-key-prices_compatible"]')

    def open(self) -> None:
        self.page.get_by_role("link", name="Connections", exact=True).click()
        self.card.get_by_text("What it takes, and what it costs").click()
        expect(self.cell(MODEL)).to_have_text("echo")

    def cell(self, column: int) -> Locator:
        """The cell of the first model, as screen readers find it."""
        return self.grid.locator(f"#glide-cell-{column}-0")

    def type(self, column: int, text: str) -> None:
        """Type into a cell from the keyboard; an empty text empties it."""
        self.grid.locator(".dvn-scroller").click(position={"x": 20, "y": 52})
        for _ in range(column):
            self.page.keyboard.press("ArrowRight")
        if text:
            self.page.keyboard.press("Enter")
            editor = self.page.locator("#portal textarea")
            editor.fill(text)
            editor.press("Enter")
            expect(self.cell(column)).to_have_text(text)
        else:
            self.page.keyboard.press("Delete")

    def expect_fault(self, words: str) -> None:
        expect(self.card.get_by_text(words)).to_be_visible()


@pytest.fixture
def playground(page: Page, app_url: str) -> Playground:
    playground = Playground(page, app_url)
    playground.open()
    playground.use_compatible_model("echo")
    playground.press_run()
    playground.wait_for("Completed")
    expect(playground.metric("Cost")).to_have_text("–")
    return playground


def expect_cost(playground: Playground, words: str) -> None:
    playground.page.get_by_role("link", name="Playground", exact=True).click()
    expect(playground.metric("Cost")).to_contain_text(words)


def test_a_typed_price_counts_stays_and_can_be_removed(playground: Playground) -> None:
    table = PriceTable(playground.page)
    table.open()
    table.type(INPUT, "1000")
    table.expect_fault("echo: Output is empty")
    table.type(OUTPUT, "2000")
    expect(table.cell(FROM)).to_have_text("you")
    expect(table.card.get_by_text("is empty")).to_have_count(0)
    expect_cost(playground, "$0.")

    table.open()
    expect(table.cell(INPUT)).to_have_text("1000")
    expect(table.cell(OUTPUT)).to_have_text("2000")
    expect(table.cell(FROM)).to_have_text("you")
    for column in (INPUT, OUTPUT):
        table.type(column, "")
    expect(table.cell(FROM)).to_contain_text("–")
    expect_cost(playground, "–")


def test_what_is_no_price_is_said_and_kept(playground: Playground) -> None:
    table = PriceTable(playground.page)
    table.open()
    table.type(OUTPUT, "2")
    for text, words in (
        ("-3", "“-3” is below 0"),
        ("1,60", "“1,60” has a comma"),
        ("cheap", "“cheap” is no amount"),
    ):
        table.type(INPUT, text)
        table.expect_fault(words)
        expect(table.cell(INPUT)).to_have_text(text)
    expect_cost(playground, "–")

    table.open()
    expect(table.cell(INPUT)).to_have_text("cheap")
    expect(table.cell(OUTPUT)).to_have_text("2")
    table.expect_fault("“cheap” is no amount")
    table.card.get_by_role("button", name="Back to the list prices").click()
    expect(table.card.get_by_text("“cheap” is no amount")).to_have_count(0)
    expect(table.cell(INPUT)).not_to_have_text("cheap")
