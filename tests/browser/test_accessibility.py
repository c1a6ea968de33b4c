"""What screen readers, keyboards and forced colours get of the output region."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.component import Component, make_frame
from tests.browser.test_component import CODE, EDITED
from tests.browser.test_live_views import LINES, Stream

pytestmark = pytest.mark.browser

BUTTONS = {
    *("Stop", "Enlarge", "Previous change", "Next change"),
    *("Copy output", "Copy as patch", "Download"),
}
VIEWS = ("Diff", "Side by side", "Text", "Tokens", "Patch")
NEXT_FRAME = (
    "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
)
"""Only then are blocks with `content-visibility: auto` that came into view in the tree."""


@pytest.fixture
def component(page: Page) -> Component:
    return Component(page)


def read_tree(page: Page) -> list[tuple[str, str]]:
    """Role and name of every node that the browser tells a screen reader of."""
    page.evaluate(NEXT_FRAME)
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]


def names_of(page: Page, role: str) -> list[str]:
    return [name for each, name in read_tree(page) if each == role]


def test_every_control_has_a_role_and_a_name(component: Component) -> None:
    component.show(make_frame(CODE, "```\n" + EDITED + "```\n"))
    page = component.page
    assert "Output" in names_of(page, "region")
    assert tuple(names_of(page, "tab")) == VIEWS
    buttons = names_of(page, "button")
    assert set(buttons) > BUTTONS
    folds = {*buttons} - BUTTONS
    assert not [name for name in folds if not re.fullmatch(r"Show \d+ unchanged lines", name)]
    assert names_of(page, "checkbox") == ["Ignore whitespace", "Ignore wrapper"]


@pytest.mark.parametrize("view", ["Diff", "Side by side"])
def test_changes_are_insertions_and_deletions_said_once_a_piece(
    component: Component, view: str
) -> None:
    component.show(make_frame("one two three\nfour\n", "one 2 three\nfour\nfive\nsix\n"))
    component.open(view)
    roles = [role for role, _ in read_tree(component.page)]
    assert roles.count("insertion") == 3
    assert roles.count("deletion") == 1
    said = component.region.locator(".view:not([hidden]) .spoken").all_text_contents()
    assert sorted(said) == ["added: ", "added: ", "removed: "]


def test_the_answer_itself_is_no_live_region(component: Component) -> None:
    """Whoever listens would hear nothing else; what is announced stands apart."""
    component.show(make_frame(CODE, EDITED))
    live = component.region.locator("[aria-live], [role=status], [role=alert], [role=log]")
    classes = [node.get_attribute("class") or "" for node in live.all()]
    assert sorted(classes) == ["error failure", "error problems", "spoken announcer", "state"]
    expect(component.region.locator(".announcer")).to_have_attribute("aria-live", "polite")
    expect(component.region.locator(".announcer")).to_contain_text("3 changes.")


def test_milestones_are_said_every_ten_seconds_at_most(component: Component) -> None:
    announcer = component.region.locator(".announcer")
    # The browser's clock is moved instead of waiting for it.
    component.page.evaluate(
        "() => { const now = performance.now.bind(performance); window.later = 0; "
        "performance.now = () => now() + window.later; }"
    )
    stream = Stream(component, LINES)
    stream.say(LINES[:2_000])
    expect(announcer).to_be_empty()
    component.page.evaluate("window.later = 10_000")
    stream.say("something new\n")
    expect(announcer).to_have_text(re.compile(r"^\d+ of 6001 lines, \d changes?\.$"))
    first = announcer.text_content()
    stream.say("and more of it\n")
    assert announcer.text_content() == first


def test_tabs_and_folds_work_by_keyboard(component: Component) -> None:
    component.show(make_frame(CODE, EDITED))
    component.region.get_by_role("tab", name="Diff").focus()
    component.page.keyboard.press("ArrowRight")
    expect(component.region.get_by_role("tab", name="Side by side")).to_be_focused()
    expect(component.region.get_by_role("tabpanel", name="Side by side")).to_be_visible()
    component.page.keyboard.press("ArrowLeft")
    fold = component.region.get_by_role("button", name=re.compile("unchanged lines")).first
    rows = component.rows.count()
    fold.focus()
    component.page.keyboard.press("Enter")
    assert component.rows.count() > rows
    expect(component.body).to_be_focused()


def test_an_enlarged_region_keeps_its_place_and_the_focus(component: Component) -> None:
    component.page.evaluate("document.body.append(document.createElement('textarea'))")
    outside = component.page.locator("textarea")
    component.show(make_frame(CODE, CODE.replace("return", "yield")))
    component.body.evaluate("body => { body.scrollTop = 150; }")
    enlarge = component.button("Enlarge")
    enlarge.click()
    expect(enlarge).to_have_attribute("aria-pressed", "true")
    box = component.region.bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (1440, 900)
    assert component.body.evaluate("body => body.scrollTop") == 150
    outside.focus()
    expect(enlarge).to_be_focused()
    component.page.keyboard.press("Escape")
    expect(enlarge).to_have_attribute("aria-pressed", "false")
    box = component.region.bounding_box()
    assert box is not None
    assert box["height"] < 500
    assert component.body.evaluate("body => body.scrollTop") == 150
    outside.focus()
    expect(outside).to_be_focused()
    assert component.page.evaluate("window.triggers") == [["finished", "r"]]


STYLES = """
node => {
  const style = getComputedStyle(node);
  const sign = getComputedStyle(node.closest(".row"), "::before").content;
  return [style.textDecorationLine, sign.match(/^"(.*?)"/)[1]];
}
"""


def test_nothing_is_told_by_colour_alone(component: Component) -> None:
    component.page.emulate_media(forced_colors="active")
    component.show(make_frame(CODE, EDITED.replace("return value + 7", "return other + 7")))
    view = component.region.get_by_role("tabpanel", name="Diff")
    assert view.locator("ins", has_text="other").evaluate(STYLES) == ["underline", "±"]
    removed = view.locator("del:not(.moved)", has_text="value")
    assert removed.evaluate(STYLES) == ["line-through", "±"]
    moved = view.locator("ins.moved").first
    assert moved.evaluate(STYLES)[1] == "⇄"
    component.open("Patch")
    patch = component.region.get_by_role("tabpanel", name="Patch")
    widths = patch.locator(".row.insert, .row.delete").evaluate_all(
        "rows => rows.map((row) => getComputedStyle(row).borderLeftStyle)"
    )
    assert {*widths} == {"solid", "dashed"}
