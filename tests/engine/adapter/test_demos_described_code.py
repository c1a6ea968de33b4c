"""Edits of code that are told by what they mean, recomputed by parsing and by comparing lines."""

from __future__ import annotations

import ast
import re

import pytest

from lib.engine.adapter.tasks.demos.described.function_edits import (
    hint_parameters,
    move_border,
    rename_method,
)
from lib.engine.adapter.tasks.demos.described.log_edits import (
    change_log_level,
    drop_debug_prints,
    drop_logs,
)
from lib.engine.adapter.tasks.demos.described.script_edits import await_promise, use_template
from lib.engine.adapter.tasks.demos.described.type_edits import (
    add_described_property,
    name_type,
    widen_union,
)
from tests.engine.adapter.drawing import Make, changed_lines, edits_of

_PYTHON = (
    hint_parameters,
    move_border,
    change_log_level,
    drop_debug_prints,
    rename_method,
)


@pytest.mark.parametrize("make", _PYTHON)
def test_python_can_be_parsed_before_and_after(make: Make) -> None:
    """Code that does not parse would teach to break programs."""
    for edit in edits_of(make):
        ast.parse(edit.text.body)
        ast.parse(edit.answer)
        assert not re.search(r"[~@]", edit.text.body + edit.request), edit


def test_hints_come_to_the_told_signature_only() -> None:
    """A changed default, or a second function that gets hints, would be more than was asked."""
    for edit in edits_of(hint_parameters):
        (gone,), (come,) = changed_lines(edit)
        assert come.startswith(gone.split("(")[0]), edit
        assert come.split("(")[0].removeprefix("def ") in edit.request, edit
        function = ast.parse(come + " ...").body[0]
        old = ast.parse(gone + " ...").body[0]
        assert isinstance(function, ast.FunctionDef)
        assert isinstance(old, ast.FunctionDef)
        for new_one, old_one in zip(function.args.args, old.args.args, strict=True):
            assert old_one.annotation is None or ast.dump(new_one) == ast.dump(old_one)
        assert list(map(ast.dump, function.args.defaults)) == list(map(ast.dump, old.args.defaults))


def test_a_border_moves_by_one_equals_sign_in_the_told_direction() -> None:
    """`>=` for what is to be excluded would be the opposite of the request."""
    for edit in edits_of(move_border):
        (gone,), (come,) = changed_lines(edit)
        assert gone.replace("=", "") == come.replace("=", ""), edit
        assert abs(len(gone) - len(come)) == 1
        request = edit.request
        number = re.search(r"exactly ([\d.]+\d|\d)", edit.request)
        assert number
        assert re.search(rf"[<>]=? {re.escape(number[1])}\b", come), edit
        if re.search(
            r"should also|should already|as well|, too|inclusive|likewise|included", request
        ):
            assert len(come) > len(gone), edit
        if re.search(r"no longer|must not|strict|any more|excluded|NOT|not yet|cannot", request):
            assert len(come) < len(gone), edit


def test_one_log_call_changes_its_level() -> None:
    """A second call, or a changed message, would be another log."""
    for edit in edits_of(change_log_level):
        (gone,), (come,) = changed_lines(edit)
        level = r"\.(debug|info|warning|error|critical)\("
        assert re.sub(level, ".x(", gone) == re.sub(level, ".x(", come), edit
        (new,) = re.findall(level, come)
        assert new in edit.request, edit


def test_every_debug_print_goes_and_real_output_stays() -> None:
    """One left behind, or an invoice that is no longer printed, would be wrong."""
    debug = r'print\(("DEBUG|"debug|"XXX|"!!!|"---|">>>|f"DEBUG|f"\{\w+=\})'
    for edit in edits_of(drop_debug_prints):
        kept = [line for line in edit.text.body.split("\n") if not re.search(debug, line)]
        assert "\n".join(kept) == edit.answer, edit


def test_methods_of_other_objects_keep_the_name() -> None:
    """A renamed list.append would break the program."""
    for edit in edits_of(rename_method):
        gone, come = changed_lines(edit)
        (old,) = (line.split("(")[0].split()[-1] for line in gone if "def " in line)
        (new,) = (line.split("(")[0].split()[-1] for line in come if "def " in line)
        meant = rf"(?<!['\"]\.)\b{old}\("  # a method of a literal is one of str
        assert [re.sub(meant, f"{new}(", line) for line in gone] == come, edit
        left = re.findall(rf"(\w+)\.{old}\(", edit.answer)
        renamed = re.findall(rf"(\w+)\.{new}\(", edit.answer)
        assert not {*left} & {*renamed}, edit
        assert new in edit.request


def test_a_union_gains_one_string_at_its_end() -> None:
    """A string in the middle, or in another union, would not be what was asked."""
    for edit in edits_of(widen_union):
        before, after = edit.text.body, edit.answer
        start = next(i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
        start = after.rfind("|", 0, start + 4) if after[start] != "|" else start
        added = re.match(r"\| (['\"])(\w+)\1", after[start:])
        assert added, edit
        assert added[2] in edit.request
        assert re.match(r";?(\n|$)", after[start + added.end() :])
        assert len(after) - len(before) in (len(added[0]) + 1, len(added[0]) + 3)


def test_a_property_has_the_told_type_and_place() -> None:
    """A property in the other type, or on the wrong side, would be misplaced."""
    for edit in edits_of(add_described_property):
        gone, (line,) = changed_lines(edit)
        assert gone == []
        match = re.match(r"  (readonly )?(\w+)(\??): (\w+)(\[\])?( \| null)?[;,]?$", line)
        assert match, edit
        told = [bool(match[i]) for i in (1, 3, 5, 6)]
        words = ("readonly", "optional", "array of", "nullable")
        assert told == [word in edit.request for word in words], edit
        assert match[2] in edit.request
        lines = edit.answer.split("\n")
        places = [i for i, one in enumerate(lines) if one == line]
        near = [re.findall(r"\w+", lines[i + j])[0] for i in places for j in (-1, 1)
                if re.search(r"\w+\??:", lines[i + j])]  # fmt: skip
        assert any(name in edit.request for name in near), edit


def test_one_any_becomes_the_told_type() -> None:
    for edit in edits_of(name_type):
        (gone,), (come,) = changed_lines(edit)
        assert gone.count("any") == come.count("any") + 1
        (name, kind) = next(
            (name, kind)
            for name, kind in re.findall(r"(\w+): ([\w\[\]]+)", come)
            if f"{name}: {kind}" not in gone
        )
        assert re.sub(rf"\b{name}: {re.escape(kind)}", f"{name}: any", come) == gone
        assert name in edit.request
        assert kind.removesuffix("[]") in edit.request


def test_one_function_awaits_under_the_told_name() -> None:
    """A value under another name, or a second async function, would not be asked for."""
    for edit in edits_of(await_promise):
        gone, come = changed_lines(edit)
        assert (len(gone), len(come)) == (2, 3)
        assert come[0] == re.sub(r"function", "async function", gone[0])
        call, old, result, end = re.findall(
            r"  return (.*)\.then\(\((\w+)\) => (.*)\)(;?)$", gone[1]
        )[0]
        (new,) = re.findall(r"const (\w+) = await", come[1])
        assert come[1] == f"  const {new} = await {call}{end}"
        renamed = re.sub(rf"(?<![.\w]){old}\b", new, result)
        assert come[2] == f"  return {renamed}{end}"
        assert new in edit.request


def test_a_template_says_what_the_concatenation_said() -> None:
    """A lost space would change what people read."""
    for edit in edits_of(use_template):
        (gone,), (come,) = changed_lines(edit)
        (literal,) = re.findall(r"`(.*)`", come)
        pieces = [one for one in re.split(r"(\$\{.*?\})", literal) if one]
        mark = '"' if '"' in gone else "'"
        joined = " + ".join(
            one[2:-1] if one.startswith("${") else f"{mark}{one}{mark}" for one in pieces
        )
        assert come.replace(f"`{literal}`", joined) == gone, edit


def test_every_console_log_goes_and_nothing_else() -> None:
    for edit in edits_of(drop_logs):
        kept = [line for line in edit.text.body.split("\n") if "console.log" not in line]
        assert "\n".join(kept) == edit.answer, edit
