"""Hostile text in every view, streaming and finished: seen as text, nothing hidden, nothing run."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.component import Component
from tests.browser.test_live_views import Stream

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=\"document.title='owned'\"><b>&amp;</b></script>"
UNSEEN = {
    "\u202e": "U+202E",
    "\u2066": "U+2066",
    "\u200b": "U+200B",
    "\ufeff": "U+FEFF",
    "\u0000": "U+0000",
    "\u001b": "U+001B",
    "\u00ad": "U+00AD",
    "\u2028": "U+2028",
    "\U000e0041": "U+E0041",
}
HARMLESS = "👨\u200d👩\u200d👧 क्\u200dष می\u200cخواهم e\u0301 שלום"
VIEWS = ("Diff", "Side by side", "Text", "Tokens", "Patch")
CODES = """
view => [...view.querySelectorAll(".control")].map((mark) => {
  const { width } = mark.getBoundingClientRect();
  return [getComputedStyle(mark, "::after").content.replaceAll('"', ""), width > 0];
})
"""


@pytest.fixture
def component(page: Page) -> Component:
    return Component(page)


@pytest.mark.parametrize("is_final", [False, True], ids=["streaming", "finished"])
def test_unseen_characters_are_seen_in_every_view(component: Component, *, is_final: bool) -> None:
    stream = Stream(component, "plain words\n")
    text = "".join(f"be{unseen}fore\n" for unseen in UNSEEN)
    stream.say(MARKUP + "\n" + text + "the end \n")
    if is_final:
        stream.end()
    for view in VIEWS if is_final else VIEWS[:-1]:
        component.open(view)
        panel = component.region.get_by_role("tabpanel", name=view)
        expect(panel.get_by_text("<img src=x onerror=").first).to_be_visible()
        seen = panel.evaluate(CODES)
        assert {code for code, _ in seen} == set(UNSEEN.values()), view
        assert all(has_area for _, has_area in seen), view
    assert stream.shown_text == stream.text
    assert component.region.locator("img, script, b").count() == 0


def test_what_belongs_into_a_script_is_left_alone(component: Component) -> None:
    stream = Stream(component, "plain words\n")
    stream.say(HARMLESS + "\nx\u200dy\n")
    stream.end()
    for view in VIEWS:
        component.open(view)
        panel = component.region.get_by_role("tabpanel", name=view)
        assert [code for code, _ in panel.evaluate(CODES)] == ["U+200D"], view


def test_the_order_of_a_line_is_kept_against_bidi_controls(component: Component) -> None:
    """The characters around an override stand where they stand without one."""
    stream = Stream(component, "")
    stream.say("abc\u202edef\n")
    stream.end()
    component.open("Text")
    places = component.region.locator('[data-role="output-text"]').evaluate(
        """node => {
          const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), places = [];
          for (let text; (text = texts.nextNode());) for (let at = 0; at < text.length; at += 1) {
            if (!/[a-f]/.test(text.data[at])) continue;
            const range = document.createRange();
            range.setStart(text, at); range.setEnd(text, at + 1);
            places.push(range.getBoundingClientRect().left);
          }
          return places;
        }"""
    )
    assert len(places) == 6
    assert places == sorted(places)


@pytest.mark.parametrize("unit", ["x", "word ", "\u202e", "a<b>"], ids=repr)
def test_a_line_of_100_000_characters_is_shown(component: Component, unit: str) -> None:
    line = unit * (100_000 // len(unit))
    stream = Stream(component, line[:50_000])
    stream.say(line)
    stream.end()
    for view in VIEWS:
        component.open(view)
        panel = component.region.get_by_role("tabpanel", name=view)
        expect(panel).to_be_visible()
        assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth + 1"), view
    assert stream.shown_text == line
