"""Requests for several changes: how two of one text become one, and how they are said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from lib.engine.adapter.tasks import EditTask, make_tasks
from lib.engine.adapter.tasks.edits.several_edits import add_changes
from lib.engine.adapter.tasks.merging import find_replacements, merge_changes
from lib.engine.adapter.tasks.phrasing import Context, Variety
from lib.engine.adapter.tasks.texts import Edit, Text
from tests.engine.adapter.drawing import instructions_of
from tests.engine.adapter.test_tasks_edits import changed_lines

LINES = "alpha 1\nbeta 2\ngamma 3\ndelta 4\n"


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (LINES.replace("1", "9"), "alpha 1\nbeta 2\ndelta 4\n", "alpha 9\nbeta 2\ndelta 4\n"),
        ("new\n" + LINES, LINES + "last\n", "new\n" + LINES + "last\n"),
        (LINES.replace("alpha", "z"), LINES.replace("1", "7"), LINES.replace("alpha 1", "z 7")),
        (LINES, LINES.replace("1", "7"), LINES.replace("1", "7")),
    ],
)
def test_changes_that_lie_apart_are_both_made(first: str, second: str, both: str) -> None:
    assert merge_changes(LINES, first, second) == both
    assert merge_changes(LINES, second, first) == both


@pytest.mark.parametrize(
    ("source", "first", "second"),
    [
        # One place, two values.
        (LINES, LINES.replace("1", "7"), LINES.replace("1", "8")),
        # One takes out the line that the other changes.
        (LINES, "beta 2\ngamma 3\ndelta 4\n", LINES.replace("alpha", "zeta")),
        # Both put something in the same place: which comes first is open.
        (LINES, "x\n" + LINES, "y\n" + LINES),
        # Either of two lines alike may be the one that goes.
        ("a\na\nb\nc\n", "a\nb\nc\n", "a\nz\nb\nc\n"),
        # One renames all of what the other brings anew.
        (LINES, LINES.replace("alpha", "zeta"), LINES + "alpha 5\n"),
    ],
)
def test_changes_that_meet_are_not_merged(source: str, first: str, second: str) -> None:
    assert merge_changes(source, first, second) is None
    assert merge_changes(source, second, first) is None


def test_the_replacements_of_drawn_edits_give_their_answers() -> None:
    for task in make_tasks(31, 300, variety=Variety.FOCUSED, max_answer_characters=700):
        built, at = "", 0
        for one in find_replacements(task.source, task.answer):
            built += task.source[at : one.start] + one.new
            at = one.end
        assert built + task.source[at:] == task.answer, task


def several() -> list[EditTask]:
    tasks = make_tasks(32, 500, variety=Variety.SEVERAL, max_answer_characters=900)
    return [task for task in tasks if task.kind in ("two edits", "three edits")]


def test_many_requests_ask_for_several_changes_and_leave_most_lines() -> None:
    tasks = several()
    assert len(tasks) > 150
    for task in tasks:
        assert task.answer != task.source
        said = instructions_of(task)
        assert len(said.split()) > 5, task
        assert not re.search(r"\{[abcABC]\}", said), "an unfilled place of a phrase"
    changed = [max(map(len, changed_lines(task))) / len(task.source.split("\n")) for task in tasks]
    assert sorted(changed)[len(changed) // 2] < 0.5


def edit(request: str, answer: str) -> Edit:
    text = Text(body=LINES.rstrip("\n"), language="text", noun="text")
    return Edit(kind="any", request=request, text=text, answer=answer.rstrip("\n"))


def contexts(count: int) -> Iterator[Context]:
    for seed in range(count):
        random = Random(seed)  # noqa: S311
        yield Context(random=random, split="train", size=100, variety=Variety.SEVERAL)


def test_both_requests_are_said_and_a_shared_verb_at_most_twice() -> None:
    said = set()
    for context in contexts(300):
        first = edit("change 1 to 7", LINES.replace("1", "7"))
        second = edit("change gamma to omega", LINES.replace("gamma", "omega"))
        joined = add_changes(context, first, lambda one=second: one)  # type: ignore[misc]
        if joined is None:
            continue
        assert joined.answer == LINES.replace("1", "7").replace("gamma", "omega").rstrip("\n")
        assert "1 to 7" in joined.request
        assert "gamma to omega" in joined.request
        said.add(joined.request.lower().count("change"))
    assert said >= {1, 2}


def test_a_change_that_ends_at_the_text_is_missing_from_the_source() -> None:
    """Some makers take a line out to have it put in again: the source must be without it."""
    first = edit("change 1 to 7", LINES.replace("1", "7"))
    shorter = replace(first.text, body="alpha 1\nbeta 2\ndelta 4")
    second = replace(first, request="add gamma 3 after beta", text=shorter, answer=first.text.body)
    other = replace(second, answer=first.text.body + "\nmore")
    for context in contexts(20):
        joined = add_changes(context, first, lambda: second)
        if joined is not None:
            assert joined.text.body == shorter.body
            assert joined.answer == first.answer
        assert add_changes(context, first, lambda: other) is None


def test_what_counts_lines_is_not_joined_to_what_adds_some() -> None:
    first = edit("delete the last line", "alpha 1\nbeta 2\ngamma 3\n")
    second = edit("add x at the top", "x\n" + LINES)
    for context in contexts(20):
        assert add_changes(context, first, lambda: second) is None
