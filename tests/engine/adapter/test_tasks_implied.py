"""Edits that follow from the text, and the same content in another form, recomputed another way."""

from __future__ import annotations

import ast
import json
import re

from lib.engine.adapter.tasks.edits.converted_edits import number_list, write_comprehension
from lib.engine.adapter.tasks.edits.implied_edits import bump_version, fix_key, remove_unused_import
from tests.engine.adapter.drawing import changed_lines, edits_of


def test_one_part_of_one_version_goes_up_by_one_and_what_follows_is_zero() -> None:
    """A dependency that is raised too, or 1.9.3 -> 2.9.3, would be no release of the project."""
    for edit in edits_of(bump_version):
        (before,), (after,) = changed_lines(edit)
        old, new = (
            [int(part) for part in re.findall(r"(\d+)\.(\d+)\.(\d+)", line)[0]]
            for line in (before, after)
        )
        place = next(i for i in range(3) if old[i] != new[i])
        assert new == [*old[:place], old[place] + 1, 0, 0][:3], edit
        assert ("major", "minor", "patch")[place] in edit.request, edit
        assert re.match(r"\W*(version|__version__)\b", before), edit


def test_the_import_that_goes_was_the_only_unused_one() -> None:
    """With two unused imports nobody could know which one is meant."""
    for edit in edits_of(remove_unused_import):
        (gone,), come = changed_lines(edit)
        assert come == []
        lines = [line for line in edit.text.body.split("\n") if re.match(r"import|from", line)]
        unused = []
        for line in lines:
            name = re.findall(r"\w+", line.partition(" from ")[0] if "{" in line else line)[-1]
            if len(re.findall(rf"\b{name}\b", edit.text.body.replace(line, ""))) == 0:
                unused.append(line)
        assert unused == [gone], edit


def test_one_key_is_mended_and_no_value_changes() -> None:
    for edit in edits_of(fix_key):
        if edit.text.language == "json":
            before, after = json.loads(edit.text.body), json.loads(edit.answer)
        else:
            before, after = (
                dict(line.split(": ") for line in text.split("\n"))
                for text in (edit.text.body, edit.answer)
            )
        assert list(before.values()) == list(after.values())
        assert len(before.keys() - after.keys()) == 1


def test_only_the_told_list_changes_its_marks() -> None:
    """Items that change with their marks, or a second list, would be more than was asked."""
    for edit in edits_of(number_list):
        gone, come = changed_lines(edit)
        marks = r"^(?:-|\d+\.) "
        assert [re.sub(marks, "", line) for line in gone] == [
            re.sub(marks, "", line) for line in come
        ]
        numbered = come if come[0].startswith("1.") else gone
        assert [line.split(".")[0] for line in numbered] == [
            str(i) for i in range(1, 1 + len(numbered))
        ]
        (head,) = re.findall(rf"^#+ (.*)\n\n{re.escape(gone[0])}$", edit.text.body, re.MULTILINE)
        assert head in edit.request, edit


def test_one_loop_becomes_a_comprehension_of_the_same_parts() -> None:
    """A condition that is lost, or another function that changes, would be another program."""
    for edit in edits_of(write_comprehension):
        before, after = ast.parse(edit.text.body).body, ast.parse(edit.answer).body
        changed = [
            (old, new) for old, new in zip(before, after, strict=True)
            if ast.dump(old) != ast.dump(new)
        ]  # fmt: skip
        ((old, new),) = changed
        assert isinstance(old, ast.FunctionDef)
        assert isinstance(new, ast.FunctionDef)
        assert old.name in edit.request
        (loop,) = (node for node in ast.walk(old) if isinstance(node, ast.For))
        (short,) = (node for node in ast.walk(new) if isinstance(node, ast.ListComp))
        (call,) = (
            node for node in ast.walk(loop)
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".append")
        )  # fmt: skip
        assert ast.dump(call.args[0]) == ast.dump(short.elt)
        tests = [ast.dump(node.test) for node in loop.body if isinstance(node, ast.If)]
        assert tests == [ast.dump(one) for one in short.generators[0].ifs]
