"""While the answer streams: numbered lines, few nodes, nothing lost, and no jump for a reader."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from lib.domain import Outcome, RunResult, RunSettings
from lib.running import Run
from lib.web.live import LiveView
from tests.browser.component import Component

pytestmark = pytest.mark.browser

SETTINGS = RunSettings(provider="local", model="m", source="", instructions="i")
MOST_NODES = 12_000
LINES = "".join(f"line {n} of a long text\n" for n in range(6_000))
ONE_LINE = " ".join(f"word{n}" for n in range(20_000))
VIEWS = ("Diff", "Side by side", "Text", "Tokens")
SAID = """
view => [...view.querySelectorAll(".row > ins, .row > span:not([data-kind])")]
  .map((node) => node.textContent).join("")
"""
NUMBERS = """
view => [...view.querySelectorAll(".row")].filter((row) => row.textContent || row.dataset.line)
  .map((row) => [row.dataset.line ?? "", row.hasAttribute("data-old"), row.textContent])
"""


@pytest.fixture
def component(page: Page) -> Component:
    return Component(page)


class Stream:
    """A run that grows under the component's eyes."""

    def __init__(self, component: Component, source: str) -> None:
        self.component = component
        self.run = Run(replace(SETTINGS, source=source))
        self.view = LiveView(self.run)
        self.text = ""

    def say(self, text: str) -> None:
        self.text += text
        self.run.append_text(text, 0.1)
        frame = self.view.next_frame()
        assert frame is not None
        self.component.show(frame)
        node = self.component.region.locator('[data-role="output-text"]').element_handle()
        self.component.page.wait_for_function(
            "([node, length]) => [...node.textContent].length === length",
            arg=[node, len(self.text)],
        )

    def end(self) -> None:
        result = RunResult(
            run_id="r",
            settings=self.run.settings,
            started_at=datetime(2026, 1, 1, tzinfo=UTC),
            outcome=Outcome.COMPLETED,
            text=self.text,
        )
        self.run.finish(result, "done")
        for _ in range(2):
            frame = self.view.next_frame()
            assert frame is not None
            self.component.show(frame)

    @property
    def shown_text(self) -> str:
        return self.component.region.locator('[data-role="output-text"]').text_content() or ""


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        pytest.param(LINES, LINES.replace("7 of a long", "7 of a short"), id="lines"),
        pytest.param(ONE_LINE, ONE_LINE.replace("7 ", "8 "), id="one line edited"),
        pytest.param(ONE_LINE, ONE_LINE[::-1], id="one line rewritten"),
    ],
)
def test_a_long_answer_stays_small_while_it_streams(
    component: Component, source: str, answer: str
) -> None:
    stream = Stream(component, source)
    size = len(answer) // 12 + 1
    for view, start in zip(VIEWS * 3, range(0, len(answer), size), strict=True):
        component.open(view)
        stream.say(answer[start : start + size])
        nodes = component.region.evaluate("region => region.querySelectorAll('*').length")
        assert nodes < MOST_NODES, view
        assert stream.shown_text == stream.text
    component.open("Diff")
    expect(component.region.locator(".view.diff .row").last).not_to_be_empty()
    stream.end()
    assert stream.shown_text == answer


@pytest.mark.parametrize("is_final", [False, True], ids=["streaming", "finished"])
def test_lines_have_the_numbers_of_the_answer_and_removed_ones_the_source_s(
    component: Component, *, is_final: bool
) -> None:
    stream = Stream(component, "one\ntwo\nthree\nfour\nfive\nsix\n")
    for text in ("one\nthr", "ee\nfour and more\nfi", "ve\nsix\n"):
        stream.say(text)
    if is_final:
        stream.end()
    view = component.region.get_by_role("tabpanel", name="Diff")
    numbers = view.evaluate(NUMBERS)
    assert [(line, old) for line, old, _ in numbers] == [
        ("1", False),
        ("2", True),
        ("2", False),
        ("3", False),
        ("4", False),
        ("5", False),
    ]
    component.open("Side by side")
    pairs = component.region.locator(".pair")
    columns = pairs.evaluate_all(
        "pairs => pairs.map((pair) => [...pair.children].map((row) => row.dataset.line ?? ''))"
    )
    assert columns[:6] == [["1", "1"], ["2", ""], ["3", "2"], ["4", "3"], ["5", "4"], ["6", "5"]]


@pytest.mark.parametrize("view", VIEWS)
def test_before_the_first_word_the_source_is_seen_from_its_start(
    component: Component, view: str
) -> None:
    stream = Stream(component, LINES[:4_000])
    stream.say("")
    component.open(view)
    for phase in ("Starting the engine", "Waiting for the answer"):
        stream.run.set_phase(phase)
        frame = stream.view.next_frame()
        assert frame is not None
        component.show(frame)
        expect(component.region.locator(".phase")).to_contain_text(phase)
        assert component.body.evaluate("body => body.scrollTop") == 0


def test_live_numbers_are_those_of_the_final_rows(component: Component) -> None:
    chance = random.Random(7)  # noqa: S311
    for _ in range(15):
        words = [f"word{n} " + "\n" * chance.randrange(2) for n in range(60)]
        answer = [word for word in words if chance.random() > 0.1]
        for _ in range(4):
            answer[chance.randrange(len(answer))] = chance.choice(["new ", "new\n", "\n"])
        stream = Stream(component, "".join(words))
        component.page.evaluate("window.update({ run: null, transport: 'poll' })")
        text = "".join(answer)
        for start in range(0, len(text), 37):
            stream.say(text[start : start + 37])
        rows = component.region.locator(".view.diff").evaluate(NUMBERS)
        seen = [line for line, old, _ in rows if line and not old]
        assert seen == [str(number) for number in range(1, len(seen) + 1)]
        said = component.region.locator(".view.diff").evaluate(SAID)
        assert said.replace("\n", "") == text.replace("\n", "")
        assert len(seen) in range(text.count("\n"), text.count("\n") + 2)


def test_who_reads_further_up_is_not_moved(component: Component) -> None:
    stream = Stream(component, LINES)
    stream.say(LINES[:30_000])
    component.body.hover()
    component.page.mouse.wheel(0, -6_000)
    expect(component.region.locator(".row", has_text="line 700 ")).to_have_count(1)
    body = component.body.element_handle()
    component.page.wait_for_function("body => body.scrollTop < 20_000", arg=body)
    top = component.body.evaluate("body => body.scrollTop")
    stream.say(LINES[30_000:80_000])
    assert component.body.evaluate("body => body.scrollTop") == top


@pytest.mark.parametrize("view", VIEWS)
def test_the_view_follows_the_answer_until_somebody_scrolls_up(
    component: Component, view: str
) -> None:
    stream = Stream(component, LINES)
    component.open(view)
    stream.say(LINES[:30_000])
    shown = component.region.locator(".view:not([hidden])")
    last = shown.get_by_text(f"line {LINES[:30_000].count(chr(10)) - 1} ")
    expect(last.last).to_be_in_viewport()
    component.body.hover()
    component.page.mouse.wheel(0, -2_000)
    body = component.body.element_handle()
    component.page.wait_for_function(
        "body => body.scrollHeight - body.scrollTop > body.clientHeight + 1_000", arg=body
    )
    top = component.body.evaluate("body => body.scrollTop")
    stream.say(LINES[30_000:31_000])
    assert component.body.evaluate("body => body.scrollTop") == top


def test_the_cursor_stays_in_view_when_a_guess_is_taken_back(component: Component) -> None:
    """A block that was moved up looks like a jump, and the source before it like passed."""
    block = LINES[40_000:42_000]
    stream = Stream(component, LINES[:60_000])
    cursor = "body => [...body.querySelectorAll('.view.diff .row')].at(-1).getBoundingClientRect()"
    answer = LINES[:10_000] + block + LINES[10_000:20_000]
    tops = []
    for start in range(0, len(answer), 250):
        stream.say(answer[start : start + 250])
        tops.append(component.body.evaluate(f"{cursor}.top - body.getBoundingClientRect().top"))
    height = component.body.evaluate("body => body.clientHeight")
    assert all(-2 <= top < height for top in tops)


def test_numbers_and_signs_are_no_text(component: Component) -> None:
    stream = Stream(component, "one\ntwo\n")
    stream.say("one\ntwo and more\n")
    stream.end()
    text = component.region.get_by_role("tabpanel", name="Diff").evaluate(
        """view => {
          const range = document.createRange();
          range.selectNodeContents(view);
          const selection = window.getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
          return selection.toString();
        }"""
    )
    assert "".join(text.split()) == "onetwoandmore"
    assert stream.shown_text == "one\ntwo and more\n"
