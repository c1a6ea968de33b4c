"""One property replaced, removed or added, recomputed from the words of source and answer."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import replace

from lib.engine.adapter.tasks.demos.properties.addition_wordings import ADD
from lib.engine.adapter.tasks.demos.properties.edits import (
    add_property,
    remove_property,
    replace_property,
)
from lib.engine.adapter.tasks.demos.properties.removal_wordings import REMOVE
from lib.engine.adapter.tasks.demos.properties.replacement_wordings import REPLACE
from lib.engine.adapter.tasks.phrasing import Variety
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import draw_context, edits_of

_COUNT = 60
_TYPES = {"string", "number", "boolean", "str", "int", "float", "bool", "true", "false",
          "True", "False", "0", "1", "5"}  # fmt: skip
_MODIFIERS = "private|public|readonly"


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def _check_python(edit: Edit) -> None:
    if edit.text.language == "python":
        ast.parse(edit.text.body)
        ast.parse(edit.answer)


def test_every_occurrence_of_one_word_becomes_another_and_nothing_else_changes() -> None:
    """An old name that is left, or a similar one that changes, would be a broken class."""
    for edit in edits_of(replace_property, _COUNT):
        _check_python(edit)
        gone = _words(edit.text.body) - _words(edit.answer)
        come = _words(edit.answer) - _words(edit.text.body)
        (old, times), (new, new_times) = *gone.items(), *come.items()
        assert times == new_times == len(re.findall(rf"\b{old}\b", edit.text.body))
        assert new not in _words(edit.text.body)
        before, after = (re.split(r"(\w+)", text) for text in (edit.text.body, edit.answer))
        pairs = {(a, b) for a, b in zip(before, after, strict=True) if a != b}
        assert pairs == {(old, new)}
        for name in (old, new):
            assert re.search(rf"\b{name}\b", edit.request), edit.request


def test_a_removed_property_is_gone_and_all_other_words_stay_in_order() -> None:
    """What only stood beside the property must survive, and no reference to it may."""
    for edit in edits_of(remove_property, _COUNT):
        _check_python(edit)
        gone = (_words(edit.text.body).keys() - _words(edit.answer).keys()) - _TYPES
        (old,) = [word for word in gone if re.search(rf"\b{word}\b", edit.request)]
        for line in edit.text.body.split("\n"):
            # A value of the property may go with it, on a line that names it.
            assert old in _words(line) or not _words(line).keys() & gone, line
        left = iter(re.findall(r"\w+", edit.text.body))
        assert all(word in left for word in re.findall(r"\w+", edit.answer))
        lines = Counter(edit.answer.split("\n")) - Counter(edit.text.body.split("\n"))
        named = [line for line in edit.text.body.split("\n") if re.search(rf"\b{old}\b", line)]
        assert sum(lines.values()) <= len(named)


def test_an_added_property_follows_the_told_one_and_has_the_told_type() -> None:
    """With another place or type, the request would not have said what the answer has."""
    for edit in edits_of(add_property, _COUNT):
        _check_python(edit)
        (new,) = (_words(edit.answer).keys() - _words(edit.text.body).keys()) - _TYPES
        (kind,) = set(re.findall(rf"\b{new}: (\w+)", edit.answer))
        before = rf"(\w+): \w+\W(?:\W|{_MODIFIERS})*{new}:"
        near = {found[1] for found in re.finditer(before, edit.answer)}
        assert len(near) == 1, edit.answer
        for word in (new, kind, *near):
            assert re.search(rf"\b{word}\b", edit.request), (edit.request, edit.answer)
        gone = Counter(edit.text.body.split("\n")) - Counter(edit.answer.split("\n"))
        assert all(re.search(rf"\b{near.copy().pop()}\b", line) for line in gone)


def test_there_are_many_wordings_and_none_twice() -> None:
    """Few or equal wordings would teach the words instead of the wish."""
    for phrases in (REPLACE, REMOVE, ADD):
        cores = (*phrases.train, *phrases.held_out)
        assert len(set(cores)) == len(cores) >= 20
        assert len(set(phrases.casual)) == len(phrases.casual) >= 35


def test_a_removal_never_names_a_replacement() -> None:
    """Only the slot `new` tells the two kinds apart for sure."""
    removing = (*REMOVE.train, *REMOVE.held_out, *REMOVE.casual)
    assert not any("{new}" in one for one in removing)


def test_casual_requests_name_what_goes_and_what_comes_in_both_splits() -> None:
    """The casual half is not drawn by the other tests; without a name it asks for nothing."""
    for make in (replace_property, remove_property, add_property):
        for split in ("train", "held-out"):
            for seed in range(150):
                edit = make(replace(draw_context(seed, split), variety=Variety.CASUAL))
                if edit is None:
                    continue
                before, after = _words(edit.text.body), _words(edit.answer)
                changed = (before.keys() ^ after.keys()) - _TYPES
                named = [one for one in changed if re.search(rf"\b{one}\b", edit.request)]
                assert len(named) == (2 if make is replace_property else 1), edit.request
                assert not re.search(r"[{}]", edit.request), edit.request
