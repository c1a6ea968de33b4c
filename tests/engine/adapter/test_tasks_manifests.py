"""Edits of YAML, TOML and .env files, checked by parsers and on the lines that differ."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable

import pytest
import yaml

from lib.engine.adapter.tasks.manifests.comment_edits import edit_manifest_comments
from lib.engine.adapter.tasks.manifests.entry_edits import edit_manifest_entry
from lib.engine.adapter.tasks.manifests.list_edits import edit_manifest_list
from lib.engine.adapter.tasks.manifests.value_edits import edit_manifest_value
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import edits_of, exchanged_lines

MAKERS = (
    edit_manifest_value,
    edit_manifest_list,
    edit_manifest_entry,
    edit_manifest_comments,
)


def block_starts(text: str) -> list[str]:
    """Return where each line stands: its indentation and the key or the item that it starts."""
    return re.findall(r"^ *(?:- )?[\w./\[\]\"'-]+(?=:|=| =|$)", text, re.MULTILINE)


@pytest.mark.parametrize("make", MAKERS)
def test_text_and_answer_are_well_formed(make: Callable[[Context], Edit | None]) -> None:
    """A model would learn to write broken files."""
    edits = edits_of(make)
    assert len(edits) >= 60
    for edit in edits:
        for text in (edit.text.body, edit.answer):
            assert not re.search(r"[<~]|\s$|\t|\n\n\n", text), edit
            assert text.count("[") == text.count("]"), edit
            if edit.text.language == "toml":
                tomllib.loads(text)
            elif edit.text.language == "env":
                assert all(re.match(r"$|#|[A-Z_]+=\S", line) for line in text.split("\n")), edit
            else:
                assert all(yaml.safe_load_all(text)), edit


def test_a_value_changes_on_one_line_and_keeps_its_quotes() -> None:
    """A changed quote or a second changed line would be noise that the request does not tell."""
    for edit in edits_of(edit_manifest_value):
        gone, come = exchanged_lines(edit)
        old, new = edit.text.body.split("\n"), edit.answer.split("\n")
        assert sum(a != b for a, b in zip(old, new, strict=True)) == 1, edit
        for mark in "\"'[]#:=":
            assert gone[0].count(mark) == come[0].count(mark), edit
        assert re.split(r"[:=]", gone[0])[0] == re.split(r"[:=]", come[0])[0] or (
            re.fullmatch(r" *- .\d+:\d+.(  ?#.*)?", come[0])
        ), edit
        if "cron" not in gone[0] and not re.search(r"true|false", gone[0]):
            value = re.split(r": |=", come[0].partition(" #")[0])[-1].strip(" -\"'")
            told = (value, value.partition(":")[0], value.rpartition(":")[2])
            assert any(part in edit.request for part in told if part), edit


def test_many_values_have_a_twin() -> None:
    """Without the same key elsewhere, the told place would not have to be found."""
    twins = []
    for edit in edits_of(edit_manifest_value):
        key = re.split(r"[:=]", exchanged_lines(edit)[0][0])[0].strip(" -")
        twins.append(len(re.findall(rf"\b{re.escape(key)}\b ?[:=]", edit.text.body)) > 1)
    assert sum(twins) / len(twins) > 0.4


def test_a_list_gains_loses_or_moves_one_item() -> None:
    """Only one list may change, and only by the told item."""
    for edit in edits_of(edit_manifest_list):
        gone, come = exchanged_lines(edit)
        pieces = [re.split(r"[\[\],]\s*", "\n".join(lines)) for lines in (gone, come)]
        old, new = (Counter(filter(None, map(str.strip, piece))) for piece in pieces)
        assert sum((new - old).values()) <= 1, edit
        removed = re.search(
            r"remove|drop|delete|take|need|rid|strike|not have|longer|go", edit.request
        )
        assert sum((old - new).values()) <= 1 or removed, edit
        assert edit.text.body.count("]") == edit.answer.count("]"), edit
        for item in new - old:
            assert item.strip("- \"'").partition(":")[0] in edit.request, edit


def test_a_list_keeps_one_style_of_quotes() -> None:
    """A new item in other quotes than its neighbours would teach a style of its own."""
    for edit in edits_of(edit_manifest_list):
        for line in exchanged_lines(edit)[1]:
            inline = re.search(r"\[(.*)\]", line)
            if inline:
                assert len({i[0] for i in inline[1].split(", ") if i[0] in "\"'"} | {""}) <= 2, edit
                marked = [item[0] in "\"'" for item in inline[1].split(", ")]
                assert all(marked) or not any(marked), edit


def test_an_entry_comes_goes_or_is_renamed_in_place() -> None:
    """Lines outside of the told block stay, in their order."""
    for edit in edits_of(edit_manifest_entry):
        old, new = edit.text.body.split("\n"), edit.answer.split("\n")
        if len(old) == len(new):
            pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
            renamed = {re.search(r"[\w-]+(?=\W*:?$)", b) is not None for _, b in pairs}
            assert renamed, edit
            assert re.search(r"name|call|key|becomes", edit.request), edit
            continue
        longer, shorter = (old, new) if len(old) > len(new) else (new, old)
        start = next((i for i, line in enumerate(shorter) if line != longer[i]), len(shorter))
        rest = len(shorter) - start
        assert longer[len(longer) - rest :] == shorter[start:], edit
        assert len(block_starts("\n".join(longer))) > len(block_starts("\n".join(shorter))), edit


def test_comments_go_and_come_without_touching_values() -> None:
    """`#` inside of a value is no comment, and the values stay as they are."""
    kept_marks = 0
    for edit in edits_of(edit_manifest_comments):
        comment = re.compile(r"^\s*#.*\n?|[ ]+#[ \w-].*$", re.MULTILINE)
        bare = [comment.sub("", text).split() for text in (edit.text.body, edit.answer)]
        assert bare[0] == bare[1], edit
        if edit.text.language == "yaml":
            before, after = (list(yaml.safe_load_all(t)) for t in (edit.text.body, edit.answer))
            assert before == after, edit
        kept_marks += "#" in "".join(bare[0])
        gone, come = exchanged_lines(edit)
        assert all("#" in line for line in gone) or len(come) == 1, edit
        if re.search(r"\b(add|put|write|append|insert|place)\b", edit.request) and come:
            assert len(come) == 1, edit
            assert come[0].rpartition("# ")[2] in edit.request, edit
    assert kept_marks > 3, "too few texts hold a # that is no comment"
