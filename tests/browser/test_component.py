"""The finished diff in Chromium: folded, stepped through, bounded, and lossless in every view."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lib.domain import Outcome
from tests.browser.component import Component, make_frame

pytestmark = pytest.mark.browser

BLOCKS = [f"def f_{n}(value):\n    if value:\n        return value + {n}\n\n" for n in range(30)]
CODE = "".join(BLOCKS)
EDITED = "".join([*BLOCKS[:2], *BLOCKS[3:20], BLOCKS[2], *BLOCKS[20:]]).replace("+ 25", "- 25")
LONG = "".join(f"line {n} of a long text\n" for n in range(10_000))
MOST_ROWS = 1000


@pytest.fixture
def component(page: Page) -> Component:
    return Component(page)


def test_unchanged_lines_are_folded_and_unfold(component: Component) -> None:
    component.show(make_frame(CODE, EDITED))
    folds = component.region.get_by_role("button", name=re.compile(r"Show \d+ unchanged lines"))
    before, num_folds = component.rows.count(), folds.count()
    assert num_folds == 4
    hidden = int(re.findall(r"\d+", folds.first.inner_text())[0])
    folds.first.click()
    expect(component.rows).to_have_count(before + hidden)
    assert folds.count() == num_folds - 1


def test_a_move_is_told_at_both_ends(component: Component) -> None:
    component.show(make_frame(CODE, EDITED))
    labels = component.rows.locator(".move")
    assert [label.get_attribute("data-move") for label in labels.all()] == [
        "⇄ moved to line 77",
        "⇄ moved from line 9",
    ]
    expect(component.rows.locator("del.moved").first).to_be_visible()
    expect(component.region.get_by_text("moved from line 9, added:")).to_have_count(1)


def test_keys_and_buttons_step_through_the_changes(component: Component) -> None:
    component.show(make_frame(CODE, EDITED))
    expect(component.changes).to_have_text("3 changes")
    component.body.focus()
    for key, place in (("n", "1 of 3"), ("n", "2 of 3"), ("p", "1 of 3"), ("p", "3 of 3")):
        component.body.press(key)
        expect(component.changes).to_have_text(place)
    expect(component.region.locator("ins[data-current]")).to_have_text("-")
    component.open("Side by side")
    component.button("Next change").click()
    expect(component.changes).to_have_text("1 of 3")
    expect(component.region.locator(".announcer")).to_contain_text("1 of 3. removed def f_2")


@pytest.mark.parametrize("view", ["Diff", "Side by side", "Patch"])
def test_ten_thousand_changed_lines_stay_few_in_the_page(component: Component, view: str) -> None:
    component.show(make_frame(LONG, LONG.replace("7 of a long", "7 of a short")))
    component.open(view)
    lines = component.region.locator(".view:not([hidden]) .block > *")
    expect(lines).to_have_count(MOST_ROWS)
    component.button("Previous change").click()
    assert lines.count() < 2 * MOST_ROWS
    expect(component.region.locator(".view:not([hidden]) [data-current]").first).to_be_visible()
    component.region.get_by_role("button", name=re.compile("earlier lines")).click()
    assert lines.count() > MOST_ROWS


@pytest.mark.parametrize("view", ["Diff", "Side by side"])
def test_one_long_line_of_many_changes_stays_small_in_the_page(
    component: Component, view: str
) -> None:
    source = " ".join(f"word{n}" for n in range(30_000))
    component.show(make_frame(source, re.sub(r"word(\d*)7 ", r"other\g<1>7 ", source)))
    component.open(view)
    assert component.region.locator("ins, del").count() < 10 * MOST_ROWS
    component.button("Previous change").click()
    expect(component.region.locator("ins[data-current]")).to_have_text("other29997")
    assert component.region.locator("ins, del").count() < 10 * MOST_ROWS


def test_what_is_looked_past_is_said_and_switched_at_once(component: Component) -> None:
    wrapped = "```python\n" + CODE.replace("    ", "\t").replace("+ 7\n", "- 7\n") + "```\n"
    component.show(make_frame(CODE, wrapped))
    note = component.region.locator(".note")
    expect(note).to_contain_text("The answer comes with a code fence around it.")
    expect(note).to_contain_text("whitespace only")
    component.region.get_by_label("Ignore whitespace").check()
    expect(component.changes).to_have_text("3 changes")
    component.region.get_by_label("Ignore wrapper").check()
    expect(component.changes).to_have_text("1 change")
    expect(component.region.locator("ins")).to_have_text("-")
    assert component.region.locator('[data-role="output-text"]').text_content() == wrapped


def test_changed_line_ends_are_one_note_not_a_red_page(component: Component) -> None:
    component.show(make_frame(CODE, CODE.replace("\n", "\r\n")))
    expect(component.region.locator(".note")).to_contain_text("LF in the source, CRLF here")
    expect(component.changes).to_have_text("0 changes")
    assert component.region.locator("ins, del").count() == 0
    expect(component.region.get_by_label("Ignore wrapper")).to_be_hidden()


def test_a_cut_answer_shows_the_rest_as_not_generated(component: Component) -> None:
    component.show(make_frame(CODE, CODE[:300], Outcome.STOPPED))
    for view in ("Diff", "Side by side"):
        component.open(view)
        assert component.region.locator("ins, del").count() == 0
        expect(component.rows.locator('[data-kind="pending"]').first).to_be_visible()
        folded = component.region.get_by_role("button", name=re.compile("not generated"))
        assert folded.locator("visible=true").count() == 1
    component.open("Patch")
    expect(component.region.get_by_text("there is no patch")).to_be_visible()


def test_copies_and_file_hold_what_the_model_said(component: Component) -> None:
    answer = EDITED + "end \u202e \x00 😀"
    component.show(make_frame(CODE, answer))
    component.button("Copy output").click()
    assert component.page.evaluate("window.copied") == answer
    component.button("Copy as patch").click()
    assert apply_patch(CODE, component.page.evaluate("window.copied")) == answer
    with component.page.expect_download() as download:
        component.button("Download").click()
    assert download.value.suggested_filename == "answer.txt"
    assert Path(download.value.path()).read_bytes() == answer.encode()


def test_a_repeated_last_frame_moves_nothing(component: Component) -> None:
    frame = make_frame(CODE, EDITED)
    component.show(frame)
    component.body.press("n")
    component.region.get_by_role("button", name=re.compile("unchanged lines")).first.click()
    rows = component.rows.count()
    top = component.body.evaluate("body => body.scrollTop")
    component.show(frame)
    expect(component.changes).to_have_text("1 of 3")
    expect(component.rows).to_have_count(rows)
    assert component.body.evaluate("body => body.scrollTop") == top


_REBUILD = """
(frame) => [false, true].map((all) => {
  const { parts } = markPieces(frame, { whitespace: all, wrapper: all });
  const say = (row, kinds) => row.parts.filter((part) => !kinds.includes(part.kind))
    .map((part) => part.text).join("");
  const rows = makeRows(parts), pairs = makePairs(parts);
  const answer = rows.map((row) =>
    say(row, ["delete", "pending"]) + (row.end === "delete" ? "" : "\\n"));
  return {
    answer: answer.join(""),
    left: pairs.filter((pair) => pair.left).map((pair) => say(pair.left, []) + "\\n").join(""),
    right: pairs.filter((pair) => pair.right).map((pair) => say(pair.right, []) + "\\n").join(""),
  };
})
"""


def random_texts(chance: random.Random) -> tuple[str, str]:
    words = ["alpha", "beta = 1", "\n", "\n", "\r\n", "    ", "```\n", "same line\n"]
    source = "".join(chance.choices(words, k=40))
    middle = len(source) // 2
    parts = [source[:middle], source[middle:], "new ", "\n", "new line\n", " "]
    return source, "".join(chance.choices(parts, k=6))


def in_lines(text: str) -> str:
    """A text with every line ended alike, the last one too, as rows have it."""
    text = re.sub(r"\r\n|\r", "\n", text)
    return text if text.endswith("\n") or not text else text + "\n"


def test_rows_rebuild_both_texts(component: Component) -> None:
    chance = random.Random(11)  # noqa: S311
    for _ in range(150):
        source, answer = random_texts(chance)
        plain, _ = component.evaluate(_REBUILD, make_frame(source, answer))
        assert in_lines(plain["answer"]).rstrip("\n") == in_lines(answer).rstrip("\n")
        assert plain["left"].rstrip("\n") == in_lines(source).rstrip("\n")
        assert plain["right"].rstrip("\n") == in_lines(answer).rstrip("\n")


def test_ignoring_loses_nothing_of_either_side(component: Component) -> None:
    chance = random.Random(12)  # noqa: S311
    for _ in range(100):
        source, answer = random_texts(chance)
        _, ignoring = component.evaluate(_REBUILD, make_frame(source, answer))
        assert ignoring["left"].split() == source.split()
        assert ignoring["right"].split() == answer.split()


def test_patches_apply(component: Component) -> None:
    chance = random.Random(13)  # noqa: S311
    for _ in range(150):
        source, answer = random_texts(chance)
        lines = component.evaluate("frame => makePatch(frame.pieces)", make_frame(source, answer))
        assert apply_patch(source, "".join(line + "\n" for line in lines)) == answer


def apply_patch(source: str, patch: str) -> str:
    """What `patch` makes of a source, its counts and its context checked."""
    old = re.findall(r"[^\n]*\n|[^\n]+", source)
    lines = patch.split("\n")[2:-1]
    result: list[str] = []
    done = at = 0
    while at < len(lines):
        header = re.fullmatch(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@", lines[at])
        assert header
        start, old_count, new_start, new_count = map(int, header.groups())
        first = start - (old_count > 0)
        result += old[done:first]
        assert len(result) == new_start - (new_count > 0)
        done, added, at = first, len(result), at + 1
        while at < len(lines) and not lines[at].startswith("@@"):
            sign, text, at = lines[at][0], lines[at][1:] + "\n", at + 1
            if at < len(lines) and lines[at].startswith("\\"):
                text, at = text[:-1], at + 1
            if sign in " -":
                assert old[done] == text
                done += 1
            if sign in " +":
                result.append(text)
        assert (done - first, len(result) - added) == (old_count, new_count)
    return "".join(result + old[done:])
