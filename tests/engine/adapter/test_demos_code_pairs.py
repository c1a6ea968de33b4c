"""Edits of code in two places that belong together, checked another way than they are made."""

from __future__ import annotations

import ast
import re

import pytest

from lib.engine.adapter.tasks.demos.pairs.class_edits import (
    add_shown_field,
    rename_and_move,
    rename_one_sided,
)
from lib.engine.adapter.tasks.demos.pairs.declaration_edits import declare_properly
from lib.engine.adapter.tasks.demos.pairs.page_edits import register_page
from lib.engine.adapter.tasks.demos.pairs.parameter_edits import pass_parameter
from lib.engine.adapter.tasks.demos.pairs.union_edits import extend_union
from tests.engine.adapter.drawing import Make, changed_lines, edits_of, exchanged_lines

_ALL = (
    add_shown_field, declare_properly, extend_union, pass_parameter, register_page,
    rename_and_move, rename_one_sided,
)  # fmt: skip


@pytest.mark.parametrize("make", _ALL)
def test_python_parses_and_other_code_is_balanced(make: Make) -> None:
    """Code that does not parse would teach broken code."""
    for edit in edits_of(make):
        for text in (edit.text.body, edit.answer):
            assert text == text.rstrip("\n")
            assert "{k}" not in text
            assert "@l" not in text
            if edit.text.language == "python":
                ast.parse(text)
            else:
                for pair in ("()", "[]", "{}"):
                    assert text.count(pair[0]) == text.count(pair[1]), text


def test_a_parameter_comes_into_one_function_only() -> None:
    """A twin that changes too would be more than was asked."""
    for edit in edits_of(pass_parameter):
        gone, come = changed_lines(edit)
        assert len(gone) == len(come) <= 2, edit
        before, after = (re.split(r"\n\n+", text) for text in (edit.text.body, edit.answer))
        ((old, new),) = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        name = re.findall(r"(?:def|function) (\w+)", old)[0]
        assert name in edit.request, edit
        head, new_head = old.split("\n")[0], new.split("\n")[0]
        if head != new_head:
            inside = head[: head.rindex(")")]
            assert new_head.startswith(inside + ", "), edit
            assert new_head[len(inside) + 2 : new_head.rindex(")")] in edit.request, edit


def test_a_union_grows_at_its_end_and_keeps_its_members() -> None:
    for edit in edits_of(extend_union):
        unions = [
            {
                name: re.findall(r"[\"'](\w+)[\"']", members)
                for name, members in re.findall(r"type (\w+) =([^;]+);", text)
            }
            for text in (edit.text.body, edit.answer)
        ]
        grown = [name for name in unions[0] if unions[0][name] != unions[1][name]]
        assert len(grown) <= 1, edit
        for name in grown:
            assert unions[1][name][:-1] == unions[0][name], edit
            assert name in edit.request, edit
        cases = [
            re.findall(r"(?:case|===) [\"'](\w+)[\"']", text)
            for text in (edit.text.body, edit.answer)
        ]
        assert cases[1][: len(cases[0])] == cases[0], edit
        assert [case for case in cases[1][len(cases[0]) :] if case not in edit.request] == []


def test_an_entry_and_its_import_come_and_nothing_goes() -> None:
    """Only the comma of what was the last entry may change."""
    for edit in edits_of(register_page):
        gone, come = exchanged_lines(edit)
        assert len(come) - len(gone) in (1, 2), edit
        assert all(f"{line}," in come for line in gone), edit
        for line in come:
            assert line.rstrip(",") in gone or line.strip().rstrip(",") in edit.request, edit


def test_the_raw_type_keeps_its_property() -> None:
    """What comes from outside cannot be renamed."""
    for edit in edits_of(rename_one_sided):
        reads = [re.findall(r"\braw\.\w+", text) for text in (edit.text.body, edit.answer)]
        assert reads[0] == reads[1], edit
        pattern = r"(?:class|interface) ((?:Api|Raw|Remote)\w+)(?::| \{)\n((?: +.*\n)+)"
        assert re.findall(pattern, edit.text.body) == re.findall(pattern, edit.answer) != []
        gone, come = changed_lines(edit)
        assert len(gone) == len(come) == 3, edit
        words = [re.findall(r"\w+", "\n".join(lines)) for lines in (gone, come)]
        changed = {pair for pair in zip(*words, strict=True) if pair[0] != pair[1]}
        ((old, new),) = changed
        assert old in edit.request
        assert new in edit.request


def test_a_field_comes_into_one_class_and_its_label() -> None:
    for edit in edits_of(add_shown_field):
        before, after = (re.split(r"(?=\bclass )", text) for text in (edit.text.body, edit.answer))
        ((old, new),) = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        assert old.split()[1].rstrip(":") in edit.request, edit
        gone, come = exchanged_lines(edit)
        assert len(gone) <= 1, edit
        labels = [line for line in come if "return" in line]
        assert len(labels) == len(gone), edit
        for line, label in zip(gone, labels, strict=True):
            inner = line.strip().removeprefix("return").strip(' f"`;')
            assert inner in label, edit
        fields = [line.strip().rstrip(";") for line in come if "return" not in line]
        assert all(field in edit.request for field in fields), edit
        if fields:
            head = new.split("\n\n")[0].split("\n")
            assert head[-1].strip().rstrip(";") == fields[0], edit


def test_a_renamed_class_leaves_the_longer_name_and_each_method_whole() -> None:
    for edit in edits_of(rename_and_move):
        words = [sorted(re.findall(r"\w+", text)) for text in (edit.text.body, edit.answer)]
        gone, come = set(words[0]) - set(words[1]), set(words[1]) - set(words[0])
        assert len(gone) == len(come) <= 1, edit
        before = edit.text.body
        for old, new in zip(gone, come, strict=True):
            assert old in edit.request
            assert new in edit.request
            before = re.sub(rf"\b{old}\b", new, before)
        assert sorted(before.split("\n")) == sorted(edit.answer.split("\n")), edit
        blocks = [re.findall(r"(?m)^ +(?:def )?(\w+)\(.*[:{]$", one) for one in
                  (before, edit.answer)]  # fmt: skip
        if before != edit.answer:
            assert blocks[0] != blocks[1], edit
            assert any(
                [x for x in blocks[0] if x != name] == [x for x in blocks[1] if x != name]
                and name in edit.request
                for name in blocks[0]
            ), edit


def test_let_is_what_is_assigned_again_and_const_the_rest() -> None:
    """A const that is assigned again would throw."""
    for edit in edits_of(declare_properly):
        for source, function in zip(
            edit.text.body.split("\n\n"), edit.answer.split("\n\n"), strict=True
        ):
            assert re.sub(r"\b(?:let|const) ", "var ", function) == source, edit
            for kind, name in re.findall(r"\b(let|const) (\w+)", function):
                sets = re.findall(rf"\b{name}(?: [+-]?= |\+\+)", function)
                declared = len(re.findall(rf"\b{kind} {name} = ", function))
                assert (kind == "let") == (len(sets) > declared), (name, edit)
