"""The playground page as a user sees it: by labels and roles, never by how it is built."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.provider_scripts import ANSWERS

SHORT_TEXT = 5_000
FIRST_MODEL = next(iter(ANSWERS))
PATIENCE_MS = 90_000
"""Room for a loaded machine; nothing passes or fails by how long it took."""

_SET_VALUE = """
(area, text) => {
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
  set.call(area, text);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
"""


class Playground:
    """Drives the controls that the contract names."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.main = page.get_by_test_id("stMain")
        self.output = page.get_by_role("region", name="Output")
        self.state = self.output.get_by_role("status")
        self.answer = self.output.locator('[data-role="output-text"]')

    def open(self) -> None:
        self.page.goto(self.url)
        expect(self.state).to_have_text("Ready", timeout=PATIENCE_MS)

    def choose(self, select: str, option: str) -> None:
        self.page.get_by_role("combobox", name=select).click()
        # Long lists hold only what is in sight; typing narrows them down.
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option, exact=True).click()

    def use_compatible_model(self, model: str) -> None:
        """Send runs to the provider double, which behaves as the model's name says."""
        self.choose("Provider", "Compatible server")
        box = self.page.get_by_role("combobox", name="Model")
        expect(box).to_have_value(FIRST_MODEL, timeout=PATIENCE_MS)
        if model != FIRST_MODEL:
            self.choose("Model", model)
        expect(box).to_have_value(model, timeout=PATIENCE_MS)

    def text_area(self, label: str) -> Locator:
        return self.page.get_by_role("textbox", name=label, exact=True)

    def fill(self, label: str, text: str) -> None:
        area = self.text_area(label)
        if len(text) <= SHORT_TEXT:
            area.fill(text)
            area.blur()
            return
        # Typing a long text costs Chromium time that grows with its square: put it in whole.
        area.focus()
        area.evaluate(_SET_VALUE, text)
        area.blur()
        expect(self.page.get_by_text(f"{len(text):,} characters,")).to_be_visible(
            timeout=PATIENCE_MS
        )

    def toggle(self, label: str, on: bool) -> None:
        switch = self.page.get_by_role("switch", name=label)
        if switch.is_checked() != on:
            self.page.get_by_test_id("stSidebar").get_by_text(label, exact=True).click()
        expect(switch).to_be_checked(checked=on)

    def press_run(self) -> None:
        self.main.get_by_role("button", name="Run").click()

    def wait_for(self, state: str) -> None:
        expect(self.state).to_have_text(state, timeout=PATIENCE_MS)

    def metric(self, label: str) -> Locator:
        names = self.page.get_by_test_id("stMetric").filter(
            has=self.page.get_by_text(label, exact=True)
        )
        return names.get_by_test_id("stMetricValue")

    def answer_text(self) -> str:
        return self.answer.evaluate("node => node.textContent") or ""
