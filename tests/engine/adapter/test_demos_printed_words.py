"""Edits of words that a program says, recomputed from the string literals before and after."""

from __future__ import annotations

import ast
import re

from lib.engine.adapter.tasks.demos.printed.edits import change_all_of_word, change_lone_word
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import edits_of

_LITERAL = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'")


def _literals(text: str) -> list[str]:
    return [one or two for one, two in _LITERAL.findall(text)]


def _changed(edit: Edit) -> list[tuple[str, str]]:
    pairs = zip(_literals(edit.text.body), _literals(edit.answer), strict=True)
    return [(old, new) for old, new in pairs if old != new]


def test_only_the_string_that_is_exactly_the_word_changes() -> None:
    """A compound that changes too, or the wrong twin, would teach to replace substrings."""
    for edit in edits_of(change_lone_word):
        ((old, new),) = _changed(edit)
        before, after = _literals(edit.text.body), _literals(edit.answer)
        assert before.count(old) == 1, edit
        assert sum(old in one for one in before) > 1, edit
        assert sum(old in one for one in after) == sum(old in one for one in before) - 1, edit
        assert new not in before, edit
        assert new in edit.request, edit


def test_every_part_that_is_the_word_changes() -> None:
    """One compound that stays would contradict a request that says everywhere."""
    for edit in edits_of(change_all_of_word):
        changed = _changed(edit)
        assert len(changed) > 1, edit
        old, new = min(changed, key=lambda pair: len(pair[0]))
        assert [one.replace(old, new) for one, _ in changed] == [two for _, two in changed], edit
        assert old not in edit.answer, edit
        assert old in edit.request, edit
        assert new in edit.request, edit


def test_nothing_but_strings_changes_and_python_stays_valid() -> None:
    """A branch that moves, or quotes that are lost, would break the program of the user."""
    for make in (change_lone_word, change_all_of_word):
        for edit in edits_of(make):
            assert _LITERAL.sub("@", edit.text.body) == _LITERAL.sub("@", edit.answer), edit
            if edit.text.language == "python":
                ast.parse(edit.text.body)
                ast.parse(edit.answer)


def test_a_told_divisor_leads_to_the_branch_that_changes() -> None:
    """A place in words that fits another branch would teach to edit the wrong twin."""
    told = 0
    for edit in edits_of(change_lone_word, 300):
        number = re.search(r"\b(?:multiples? of|divisible by|divided by) (\d+)", edit.request)
        if number:
            ((old, _),) = _changed(edit)
            lines = edit.text.body.split("\n")
            place = next(i for i, line in enumerate(lines) if old in _literals(line))
            near = " ".join(lines[max(0, place - 1) : place + 1])
            assert re.search(rf"\b{number[1]}\b", near), edit
            told += 1
    assert told > 5
