"""Edits of functions, checked by parsing and by lines instead of by the generator's marks."""

from __future__ import annotations

import ast
import re

import pytest

from lib.engine.adapter.tasks.functions.attributes import edit_attribute
from lib.engine.adapter.tasks.functions.comments import edit_told_comment
from lib.engine.adapter.tasks.functions.constants import edit_constant
from lib.engine.adapter.tasks.functions.docstrings import edit_told_docstring
from lib.engine.adapter.tasks.functions.guards import edit_guard
from lib.engine.adapter.tasks.functions.imports import edit_import
from lib.engine.adapter.tasks.functions.ladders import edit_ladder
from lib.engine.adapter.tasks.functions.parameters import edit_parameter
from lib.engine.adapter.tasks.functions.signatures import edit_told_signature
from lib.engine.adapter.tasks.soundness import is_sound, is_well_formed
from tests.engine.adapter.drawing import Make, changed_lines, edits_of

MAKERS: tuple[Make, ...] = (
    edit_parameter, edit_constant, edit_told_signature, edit_ladder, edit_told_docstring,
    edit_told_comment, edit_import, edit_attribute, edit_guard,
)  # fmt: skip


@pytest.mark.parametrize("make", MAKERS)
def test_texts_parse_before_and_after_and_the_same_seed_gives_the_same_edit(make: Make) -> None:
    """Broken code or a text that depends on more than the seed would get into the training."""
    first, second = list(edits_of(make, 30)), list(edits_of.__wrapped__(make, 30))
    assert first == second
    assert len({edit.text.body for edit in first}) == 30
    for edit in first:
        assert is_well_formed(edit.text), edit
        assert is_sound(edit), edit
        assert edit.answer != edit.text.body, edit
        assert not edit.text.body.endswith("\n"), edit
        assert not re.search(r"~\w+~|[«»\0]|\{[LPET]\}|\{args\}", edit.text.body + edit.answer), (
            edit
        )


def test_a_literal_moves_into_the_signature_or_into_one_new_line() -> None:
    """Another use of the same number would change, or the default would differ from it."""
    for edit in edits_of(edit_parameter):
        gone, come = changed_lines(edit)
        assert len(gone) == len(come) == 2, edit
        declared = re.search(r"(\w+)(?:: \w+)? ?= ?(\S.*?)\)(?:\s|:|$)", come[0])
        assert declared, edit
        name, value = declared.groups()
        assert re.sub(rf"\b{name}\b", value.replace("\\", r"\\"), come[1]) == gone[1], edit
        assert all(part in edit.request for part in (name, value)), edit
    for edit in edits_of(edit_constant):
        _, come = changed_lines(edit)
        (line,) = [one for one in come if re.match(r"(const )?[A-Z_]+ = ", one)]
        name, _, value = line.removeprefix("const ").removesuffix(";").partition(" = ")
        head, _, tail = edit.answer.partition(line)
        assert len(re.findall(rf"\b{name}\b", edit.answer)) == 2, edit
        back = head + re.sub(rf"\b{name}\b", value.replace("\\", r"\\"), tail)
        assert back.split() == edit.text.body.split(), edit
        assert name in edit.request, edit


def test_a_signature_changes_in_one_line_and_in_one_function() -> None:
    """More than the told annotation, default or star would change."""
    for edit in edits_of(edit_told_signature):
        (gone,), (come,) = changed_lines(edit)
        nodes = []
        for line in (gone, come):
            (node,) = ast.parse(line + " ...").body
            assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            nodes.append(node)
        old, new = nodes
        assert old.name in edit.request, edit
        all_of = [[*one.args.args, *one.args.kwonlyargs] for one in nodes]
        assert [a.arg for a in all_of[0]] == [a.arg for a in all_of[1]], edit
        changes = {
            "return": ast.dump(old.returns or old.args) != ast.dump(new.returns or old.args),
            "annotate": [a.annotation is None for a in all_of[0]]
            != [a.annotation is None for a in all_of[1]],
            "default": len(old.args.defaults) != len(new.args.defaults) and not new.args.kwonlyargs,
            "keyword": bool(new.args.kwonlyargs),
        }
        (kind,) = [word for word, is_changed in changes.items() if is_changed]
        assert kind in edit.kind, edit


def test_one_step_of_a_ladder_changes() -> None:
    """A twin with the same numbers would change along, or steps would lose their order."""
    twins = 0
    for edit in edits_of(edit_ladder, 80):
        gone, come = changed_lines(edit)
        if edit.kind in ("change threshold", "change branch result"):
            assert len(gone) == len(come) == 1, edit
            old, new = (re.findall(r"\w+(?:\.\d+)?", line) for line in (gone[0], come[0]))
            if edit.kind == "change threshold":
                ((a, b),) = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
                assert b in edit.request, edit
                assert "case" in gone[0] or int(a) != int(b), edit
                twins += len(re.findall(rf"\b{a}\b", edit.text.body)) > 1
        elif edit.kind == "add branch":
            lines = edit.answer.split("\n")
            assert len(come) - len(gone) in (1, 2, 3), edit
            assert len(lines) > len(edit.text.body.split("\n")), edit
        else:
            assert len(gone) - len(come) in (1, 2, 3), edit
            assert all(line.lstrip("} ").startswith(("if", "case")) for line in come), edit
    assert twins > 8


def test_one_docstring_or_comment_changes() -> None:
    """The docstring or the comment of a neighbour would change, or code with it."""
    for edit in edits_of(edit_told_docstring):
        before, after = docstrings(edit.text.body), docstrings(edit.answer)
        assert list(before) == list(after), edit
        (name,) = [name for name in before if before[name] != after[name]]
        told = after[name] or before[name]
        assert name in edit.request or str(told) in edit.request, edit
        assert len(changed_lines(edit)[0]) <= 1, edit
        if edit.kind != "remove one docstring":
            assert str(after[name]) in edit.request, edit
    for edit in edits_of(edit_told_comment):
        assert ast.dump(ast.parse(edit.text.body)) == ast.dump(ast.parse(edit.answer)), edit
        gone, come = changed_lines(edit)
        assert len(gone) <= 1, edit
        assert len(come) <= 1, edit
        assert all(line.strip().startswith("# ") for line in gone + come), edit
        assert all(line.strip("# ") in edit.request for line in come), edit


def docstrings(code: str) -> dict[str, str | None]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    nodes = [node for node in ast.parse(code).body if isinstance(node, kinds)]
    return {node.name: ast.get_docstring(node) for node in nodes}


def test_imports_change_as_told() -> None:
    """An import that is used would go, or the order of the imports would be lost."""
    for edit in edits_of(edit_import, 90):
        gone, come = changed_lines(edit)
        before, after = (
            [line for line in code.split("\n") if re.match("import|from", line)]
            for code in (edit.text.body, edit.answer)
        )  # fmt: skip
        if edit.kind == "swap import":
            assert len(gone) == len(come) == 2, edit
            assert gone[0] in edit.request, edit
            assert come[0] in edit.request, edit
        elif edit.kind == "remove told import":
            assert not come, edit
            name = gone[0].split()[-1]
            assert not re.search(rf"\b{name}\b", edit.answer.partition("\n\n")[2]), edit
        else:
            assert not gone, edit
            (new,) = come
            assert new in edit.request, edit
            if edit.kind == "add sorted import":
                assert after == sorted(before + come), edit
            else:
                assert after[after.index(new) - 1] in edit.request, edit


def test_an_attribute_changes_in_every_use_and_nothing_else_does() -> None:
    """A longer name that contains it would change, or a use would keep the old name."""
    for edit in edits_of(edit_attribute):
        pairs = set()
        before, after = (re.findall(r"\w+|\W", code) for code in (edit.text.body, edit.answer))
        for old, new in zip(before, after, strict=True):
            if old != new:
                pairs.add((old, new))
        ((old, new),) = pairs
        assert old not in after, edit
        assert new not in before, edit
        assert old in edit.request, edit
        assert new in edit.request, edit
        for node in ast.walk(ast.parse(edit.text.body)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert old == node.value or not re.search(rf"\b{old}\b", node.value), edit


def test_one_line_of_a_guarded_function_changes() -> None:
    """A twin line would change, or the new line would not be the one that was told."""
    for edit in edits_of(edit_guard, 80):
        (gone,), (come,) = changed_lines(edit)
        assert len(gone) - len(gone.lstrip()) == len(come) - len(come.lstrip()), edit
        new = come.strip().removeprefix("if ").removesuffix(":").removeprefix("return ")
        called = new.partition("(")[0]
        assert new in edit.request or (edit.kind == "log for print" and called in edit.request), (
            edit
        )
        if edit.kind == "log for print":
            assert gone.partition("(")[2] == come.partition("(")[2], edit
