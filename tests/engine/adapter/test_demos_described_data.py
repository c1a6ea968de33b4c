"""Edits of records, settings and SQL told in plain words, checked on the texts themselves."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable

import pytest

from lib.engine.adapter.tasks.demos.described.pipeline_edits import add_step, drop_key_block
from lib.engine.adapter.tasks.demos.described.query_edits import (
    change_condition_by_words,
    limit_by_words,
    order_by_words,
)
from lib.engine.adapter.tasks.demos.described.record_edits import (
    append_record,
    drop_record,
    move_item,
    update_record,
)
from lib.engine.adapter.tasks.demos.described.setting_edits import change_in_section, extend_list
from lib.engine.adapter.tasks.demos.described.table_edits import add_column, change_inserted
from lib.engine.adapter.tasks.demos.described.value_edits import convert_values, flip_switch
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import changed_lines, edits_of, exchanged_lines

_SAME_COUNT = (
    update_record, flip_switch, change_in_section,
    change_inserted,
)  # fmt: skip
_MORE = (append_record, add_step, add_column)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w.-]+", text)


@pytest.mark.parametrize("make", _SAME_COUNT)
def test_only_one_entry_changes_and_the_request_tells_the_value(
    make: Callable[[Context], Edit | None],
) -> None:
    """A twin that changes too, or a value that nobody told, would be another edit."""
    for edit in edits_of(make):
        before, after = edit.text.body.split("\n"), edit.answer.split("\n")
        assert len(before) == len(after), edit
        places = [i for i, line in enumerate(before) if line != after[i]]
        assert 1 <= len(places) <= 2
        assert places[-1] - places[0] <= 3, edit
        came = _words(after[places[0]])
        new = [word for word in came if word not in _words(before[places[0]])]
        if make is not flip_switch and len(before) > 1:
            assert all(word in edit.request for word in new), edit


def test_an_entry_goes_and_the_others_stay_in_their_order() -> None:
    """A comma that is left over breaks the list."""
    for edit in edits_of(drop_record):
        names_before, names_after = (
            _entries(text) for text in (edit.text.body, edit.answer)
        )  # fmt: skip
        assert len(names_before) == len(names_after) + 1, edit
        rest = iter(names_before)
        assert all(name in rest for name in names_after), edit
        if edit.text.language == "json":
            json.loads(edit.answer)


def _entries(text: str) -> list[str]:
    """One text for each entry of a list, whatever writes it."""
    if text[0] in "[{":
        data = json.loads(text)
        if isinstance(data, dict):
            lists = [one for one in data.values() if isinstance(one, list)]
            data = lists[0] if lists else list(data.items())
        return [json.dumps(one) for one in data]
    return re.split(r"\n  (?=\S)", text)[1:]


@pytest.mark.parametrize("make", _MORE)
def test_what_is_added_is_told_and_nothing_goes(make: Callable[[Context], Edit | None]) -> None:
    """An addition that loses or changes a line would not only add."""
    for edit in edits_of(make):
        gone, come = exchanged_lines(edit)
        commas = {line.rstrip(",") for line in come}
        assert all(line.rstrip(",") in commas or len(gone) == 1 for line in gone), edit
        before, after = _words(edit.text.body), _words(edit.answer)
        matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
        assert all(tag in ("equal", "insert") for tag, *_ in matcher.get_opcodes()), edit
        if edit.text.language == "json":
            assert len(_entries(edit.answer)) == len(_entries(edit.text.body)) + 1


def test_a_moved_item_is_the_only_one_that_leaves_its_place() -> None:
    for edit in edits_of(move_item):
        assert sorted(_words(edit.text.body)) == sorted(_words(edit.answer)), edit
        if edit.text.language == "json":
            before, after = _entries(edit.text.body), _entries(edit.answer)
            assert any(
                [x for x in before if x != one] == [x for x in after if x != one] for one in before
            ), edit


def test_converted_values_are_of_one_key_and_keep_their_content() -> None:
    """A converted twin, or 12 for "21", would spoil the data."""
    for edit in edits_of(convert_values):
        before, after = (_pairs(text) for text in (edit.text.body, edit.answer))
        changed = {old[0] for old, new in zip(before, after, strict=True) if old != new}
        (key,) = changed
        assert key in edit.request
        for (name, old), (_, new) in zip(before, after, strict=True):
            if name == key:
                assert old != new, edit
                swapped = {'"yes"': "true", "yes": "true", '"no"': "false", "no": "false"}
                assert swapped.get(old, old.strip('"')) == new.strip('"'), edit


def _pairs(text: str) -> list[tuple[str, str]]:
    return re.findall(r'"?(\w+)"?: ("?[^",{}\n]+"?)', text)


def test_only_one_block_of_one_service_goes() -> None:
    """The same key of another service is still needed."""
    for edit in edits_of(drop_key_block):
        gone, come = changed_lines(edit)
        assert come == []
        heads = [line for line in edit.text.body.split("\n") if re.fullmatch(r" +\w+:", line)]
        keys = {line for line in gone if line in heads}
        assert len(keys) == 1, edit
        (key,) = keys
        body = edit.text.body.split("\n")
        assert edit.answer.split("\n").count(key) == body.count(key) - 1 >= 1


def test_one_list_gets_one_item_in_the_form_of_the_others() -> None:
    for edit in edits_of(extend_list):
        before, after = (
            [word for word in _words(text) if word != "-"] for text in (edit.text.body, edit.answer)
        )
        (new,) = [word for word in after if word not in before] or [""]
        assert len(after) == len(before) + 1
        assert new in edit.request
        assert edit.answer.count("'") % 2 == edit.answer.count('"') % 2 == 0


@pytest.mark.parametrize(
    ("make", "clause"),
    [
        (order_by_words, "order by"),
        (limit_by_words, "limit"),
        (change_condition_by_words, ""),
    ],
)
def test_only_one_clause_of_one_query_changes(
    make: Callable[[Context], Edit | None], clause: str
) -> None:
    """Another query of the script has its own order, limit and conditions."""
    for edit in edits_of(make):
        before, after = (text.split(";") for text in (edit.text.body, edit.answer))
        ((old, new),) = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        parts = [
            re.split(r"\s+(?=(?:from|where|and|order by|limit)\b)", one.lower())
            for one in (old, new)
        ]
        gone = [part for part in parts[0] if part not in parts[1]]
        come = [part for part in parts[1] if part not in parts[0]]
        assert len(come) == 1, edit
        assert len(gone) <= 1
        assert come[0].startswith(clause or ("where", "and")), edit
