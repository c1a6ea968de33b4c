"""Edits of JavaScript and TypeScript, checked by their text rather than by their parts."""

from __future__ import annotations

import re

import pytest

from lib.engine.adapter.tasks.scripts.arrow_edits import edit_arrow
from lib.engine.adapter.tasks.scripts.async_edits import edit_async
from lib.engine.adapter.tasks.scripts.edits import SCRIPT_EDITS
from lib.engine.adapter.tasks.scripts.import_edits import edit_imports
from lib.engine.adapter.tasks.scripts.move_edits import move_statement
from lib.engine.adapter.tasks.scripts.property_edits import rename_property
from lib.engine.adapter.tasks.scripts.type_edits import edit_type_member
from lib.engine.adapter.tasks.scripts.var_edits import edit_var
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import Make, changed_lines, draw_context, edits_of

COUNT = 60
MAKERS = tuple(make for _, make in SCRIPT_EDITS)


def lines_of(edit: Edit) -> tuple[list[str], list[str]]:
    return edit.text.body.split("\n"), edit.answer.split("\n")


def bare_changed_lines(edit: Edit) -> tuple[list[str], list[str]]:
    """Return the lines that go and those that come, without their indentation."""
    gone, come = changed_lines(edit)
    return [line.strip() for line in gone], [line.strip() for line in come]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("split", ["train", "held-out"])
def test_texts_are_whole_and_really_change(make: Make, split: str) -> None:
    """An unfilled slot, a mark of ours or a bracket too few would be learnt as code."""
    for edit in edits_of(make, COUNT, split):
        assert edit.answer != edit.text.body, edit
        assert edit.text.language in ("javascript", "typescript"), edit
        for text in (edit.text.body, edit.answer):
            assert not re.search(r"[~«»‹›¤§¶]|@!| (?:\n|$)|\n\n\n|\n\Z", text), edit
            assert all(text.count(a) == text.count(b) for a, b in ("()", "[]", "{}")), edit
        assert not re.search(r"[~«»‹›¤§¶]|\{\w*\} ?$|\.\.$", edit.request), edit


@pytest.mark.parametrize("make", MAKERS)
def test_texts_are_many_and_the_same_each_time(make: Make) -> None:
    """Few texts would be memorised; others on another machine could not be checked."""
    bodies = {edit.text.body for edit in edits_of(make)}
    assert len(bodies) > COUNT - 3
    once, again = (make(draw_context("x")) for _ in range(2))
    assert once == again


def named(edit: Edit, names: list[str]) -> list[str]:
    """Return which of the names the request speaks of."""
    return [one for one in names if re.search(rf"(?<![\w.]){re.escape(one)}(?!\w)", edit.request)]


def test_async_and_await_come_or_go_where_told_only() -> None:
    """Another function or call made async would be an edit that nobody asked for."""
    for edit in edits_of(edit_async):
        gone, come = bare_changed_lines(edit)
        assert len(gone) == len(come), edit
        heads = 0
        for old, new in zip(gone, come, strict=True):
            plain = [
                re.sub(r"\b(?:async|await) |Promise<(.*?)>(?= [={])", r"\1", x) for x in (old, new)
            ]
            assert plain[0] == plain[1], edit
            if "async" in old + new:
                heads += 1
                assert named(edit, re.findall(r"\w+(?=\(| = )", old)), edit
            added = new.count("await") - old.count("await")
            if added > 0:
                call = re.search(r"await ([\w.]+)\(", new)
                assert call, edit
                assert call[1] in edit.request, edit
        assert heads == (edit.kind != "add await"), edit
        types = [line.partition(": Promise<")[1] for line in (*gone, *come)]
        if "Promise" in edit.request:
            assert any(types), edit


def test_one_function_becomes_an_arrow_or_a_declaration() -> None:
    """The told name must be the only one whose form changes, and its body must stay."""
    for edit in edits_of(edit_arrow):
        gone, come = bare_changed_lines(edit)
        arrow = r"^(?:export )?const (\w+) = .*=>"
        other = (
            r"^(?:export )?(?:async )?function (\w+)|^(?:export )?const (\w+) = (?:async )?function"
        )
        before, after = (
            {kind: re.findall(pattern, text, re.MULTILINE) for kind, pattern in
             (("arrow", arrow), ("other", other))}
            for text in (edit.text.body, edit.answer)
        )  # fmt: skip
        shifted = set(map(str, before["other"])) ^ set(map(str, after["other"]))
        if edit.kind == "arrow braces":
            assert before == after, edit
            longer, shorter = sorted((gone, come), key=len, reverse=True)
            value = shorter[0].partition("=> ")[2].rstrip(";")
            value = value[1:-1] if value.startswith("({") else value
            assert longer[1].rstrip(";") == f"return {value}", edit
        else:
            assert len(shifted) == 1, edit
            name = re.search(r"\w+", shifted.pop())
            assert name, edit
            assert name[0] in edit.request, edit
            assert len(gone) - len(come) in (-2, 0, 2), edit


def test_only_keywords_of_declarations_change() -> None:
    """A variable that is assigned again must never get const, nor an untold one change."""
    for edit in edits_of(edit_var):
        before, after = lines_of(edit)
        assert len(before) == len(after), edit
        for old, new in zip(before, after, strict=True):
            keyword = r"\b(var|let|const)\b"
            assert re.sub(keyword, "", old) == re.sub(keyword, "", new), edit
            if old == new:
                continue
            name = re.search(r"(?:var|let|const) (\w+)", new)
            assert name is not None, edit
            again = rf"(?<!let )(?<!var )(?<!const )\b{name[1]}\b(?: [-+]?= |\+\+|--)"
            if "const" in new:
                assert not re.search(again, edit.answer), edit
            told = re.search(r"\bvars?\b", edit.request) and re.search(
                r"every|all|each|get rid|modernize|instead of var|any more|no more|from var",
                edit.request, re.IGNORECASE,
            )  # fmt: skip
            assert told or named(edit, [name[1]]), edit


def test_one_member_of_the_told_type_changes() -> None:
    """A property of the same name in another type must stay as it is."""
    opening = r"^(?:export )?(?:interface|type|class|enum) (\w+)"
    for edit in edits_of(edit_type_member):
        before, after = (re.split(r"\n\n(?=\S)", text) for text in (edit.text.body, edit.answer))
        assert len(before) == len(after), edit
        places = [i for i, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        assert len(places) == 1, edit
        name = re.search(opening, before[places[0]], re.MULTILINE)
        assert name, edit
        assert named(edit, [name[1]]), edit
        assert len(re.findall(rf"(?:interface|type|class|enum) {name[1]}\b", edit.text.body)) == 1
        gone, come = bare_changed_lines(edit)
        assert len(come) - len(gone) in (0, 1), edit
        assert len(gone) <= 1, edit


def test_a_moved_line_is_the_told_one() -> None:
    """Nothing may be lost, written twice or changed on the way."""
    for edit in edits_of(move_statement):
        before, after = lines_of(edit)
        assert sorted(before) == sorted(after), edit
        moves: list[str] = []
        for i, line in enumerate(before):
            rest = before[:i] + before[i + 1 :]
            places = [k for k in range(len(before)) if [*rest[:k], line, *rest[k:]] == after]
            moves += [line.strip().rstrip(";")] * len(places)
        assert any(line in edit.request for line in moves), edit


def test_a_property_is_renamed_as_a_whole_word() -> None:
    """Names that only contain it, strings, and the other class must stay."""
    twins = 0
    for edit in edits_of(rename_property):
        words = [re.findall(r"\w+|\W", text) for text in (edit.text.body, edit.answer)]
        assert len(words[0]) == len(words[1]), edit
        pairs = {(a, b) for a, b in zip(*words, strict=True) if a != b}
        assert len(pairs) == 1, edit
        ((old, new),) = pairs
        assert named(edit, [old]), edit
        assert named(edit, [new]), edit
        assert new not in words[0], edit
        told = re.search(r"in (?:the class )?`?([A-Z]\w+)`?", edit.request)
        blocks = zip(
            *(re.split(r"\n\n(?=\S)", x) for x in (edit.text.body, edit.answer)), strict=True
        )
        for block, changed in blocks:
            if told and not block.startswith(f"class {told[1]} "):
                assert block == changed, edit
            else:
                code = re.sub(r"([\"'])[^\"'\n]*\1", "", changed)
                assert not re.search(rf"(?<!\w){old}(?!\w)", code), edit
        twins += edit.text.body.count(old) > words[0].count(old) or told is not None
    assert twins > COUNT / 3


def test_one_import_changes_as_told() -> None:
    """The names that stay keep their order, and the code below keeps its lines."""
    pattern = r"^(?:import|const) (\{[^}]*\}|\w+) (?:from |= require\()([\"'])(.*?)\2\)?;?$"
    for edit in edits_of(edit_imports):
        before, after = (
            {path: re.findall(r"\w+", names) for names, _, path in
             re.findall(pattern, text, re.MULTILINE)}
            for text in (edit.text.body, edit.answer)
        )  # fmt: skip
        new, lost = [p for p in after if p not in before], [p for p in before if p not in after]
        for path in (*new, *lost):
            assert path in edit.request, edit
        if lost:
            assert before[lost[0]] == after[new[0]], edit
        elif not new:
            (path,) = (path for path in before if before[path] != after[path])
            longer, shorter = sorted((before[path], after[path]), key=len, reverse=True)
            (name,) = [one for one in longer if one not in shorter]
            assert name in edit.request, edit
            assert [one for one in longer if one != name] == shorter, edit
        rests = [re.search(r"\n\n.*", x, re.DOTALL) for x in (edit.text.body, edit.answer)]
        assert rests[0], edit
        assert rests[1], edit
        assert rests[0][0] == rests[1][0], edit
