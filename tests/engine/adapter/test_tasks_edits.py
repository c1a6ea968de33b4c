"""Single kinds, recomputed by another way than the generator's."""

from __future__ import annotations

import ast
import difflib
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from lib.engine.adapter.tasks import SPLITS, EditTask, make_tasks
from lib.engine.adapter.tasks.phrasing import Variety
from tests.engine.adapter.drawing import instructions_of


@cache
def all_tasks() -> tuple[EditTask, ...]:
    usual = (task for split in SPLITS for task in make_tasks(21, 2500, split))
    return (
        *usual,
        *make_tasks(22, 2000, variety=Variety.EVERYDAY),
        *make_tasks(23, 2500, variety=Variety.WIDE),
        *make_tasks(24, 2500, variety=Variety.FRESH),
        *make_tasks(25, 2500, variety=Variety.FOCUSED),
    )


def tasks_of(*kinds: str) -> Iterator[EditTask]:
    found = [task for task in all_tasks() if task.kind in kinds]
    assert len(found) > 3, f"too few tasks of {kinds}"
    yield from found


def changed_lines(task: EditTask) -> tuple[list[str], list[str]]:
    """Return the lines that went and the lines that came."""
    lines = list(difflib.ndiff(task.source.split("\n"), task.answer.split("\n")))
    gone = [line[2:] for line in lines if line.startswith("- ")]
    come = [line[2:] for line in lines if line.startswith("+ ")]
    return gone, come


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w$-]+|[^\w\s]", text)


def test_a_rename_changes_one_word_wherever_it_stands_and_no_longer_name() -> None:
    for task in tasks_of(
        "rename variable", "rename function", "rename class", "rename parameter", "rename method"
    ):
        before, after = words_of(task.source), words_of(task.answer)
        assert len(before) == len(after), task
        pairs = {(old, new) for old, new in zip(before, after, strict=True) if old != new}
        assert len(pairs) == 1, task
        old, new = pairs.pop()
        assert old not in after, task
        assert new not in before, task


def test_a_rename_inside_leaves_the_other_functions_alone() -> None:
    for task in tasks_of("rename inside"):
        gone, come = changed_lines(task)
        old = set(words_of("\n".join(gone))) - set(words_of("\n".join(come)))
        assert len(old) == 1, task
        assert old.pop() in words_of(task.answer), task


def test_replacing_all_leaves_none_and_replacing_one_changes_one_line() -> None:
    for task in tasks_of("replace one", "replace string", "change number", "change city"):
        gone, come = changed_lines(task)
        assert len(gone) == len(come) == 1, task
    for task in tasks_of("replace all"):
        gone, come = changed_lines(task)
        assert len(gone) == len(come), task
        assert sum(map(len, gone)) != 0, task


@pytest.mark.parametrize("kind", ["set json key", "add json key", "remove json key"])
def test_json_differs_by_one_key(kind: str) -> None:
    for task in tasks_of(kind):
        before, after = json.loads(task.source), json.loads(task.answer)
        changes = list(find_changes(before, after))
        assert len(changes) == 1, task
        assert changes[0].split()[0] == kind.split()[0], task


def find_changes(before: Any, after: Any) -> Iterator[str]:
    """Yield one line for every key that was set, added or removed at any depth."""
    if not (isinstance(before, dict) and isinstance(after, dict)):
        if before != after:
            yield "set value"
        return
    yield from (f"add {key}" for key in after if key not in before)
    yield from (f"remove {key}" for key in before if key not in after)
    for key in before:
        if key in after:
            yield from find_changes(before[key], after[key])


def test_a_removed_docstring_leaves_the_code_as_it_was() -> None:
    for task in tasks_of("remove docstring", "remove told docstring"):
        assert dump_without_docstrings(task.source) == dump_without_docstrings(task.answer), task
        assert task.answer.count('"""') < task.source.count('"""'), task


def dump_without_docstrings(code: str) -> str:
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                node.body = node.body[1:]
    return ast.dump(tree)


def test_removed_comments_leave_the_code_as_it_was() -> None:
    for task in tasks_of(
        "remove comments", "remove comment", "remove counted comments", "remove told comment"
    ):
        if task.language == "python":
            assert ast.dump(ast.parse(task.source)) == ast.dump(ast.parse(task.answer)), task
        assert len(task.answer) < len(task.source), task


def test_style_changes_keep_the_meaning() -> None:
    for task in tasks_of("change quotes", "change indentation", "add comment"):
        if task.language == "python":
            assert ast.dump(ast.parse(task.source)) == ast.dump(ast.parse(task.answer)), task


def test_an_f_string_says_what_the_concatenation_said() -> None:
    shown = 0
    for task in tasks_of("interpolate string"):
        if task.language != "python":
            continue
        gone, come = changed_lines(task)
        left = re.search(r"\((.*)\)|(?:=|return) (.*)", gone[0])
        right = re.search(r"\((.*)\)|(?:=|return) (.*)", come[0])
        if left is None or right is None:
            continue
        names = set(re.findall(r"\b[a-z_]\w*\b", re.sub(r"(['\"]).*?\1", "", gone[0])))
        expressions = [match[1] or match[2] for match in (left, right)]
        values = {name: f"<{name}>" for name in names}
        try:
            said = [eval(text, {"__builtins__": {}}, dict(values)) for text in expressions]  # noqa: S307
        except (AttributeError, TypeError, SyntaxError):
            continue
        assert said[0] == said[1], task
        shown += 1
    assert shown, "no f-string could be evaluated"


def test_inserted_and_deleted_lines_are_the_only_difference() -> None:
    for task in tasks_of("insert line", "insert at end", "add css property", "add comment"):
        gone, come = changed_lines(task)
        assert gone in ([], [""]), task
        assert len([line for line in come if line]) == 1, task
        assert come[0].strip() in instructions_of(task) or task.kind != "insert line", task
    for task in tasks_of("delete line", "remove css property"):
        gone, come = changed_lines(task)
        assert len(gone) >= 1, task
        assert not [line for line in come if line], task


def test_an_added_route_is_the_only_difference_and_is_what_was_asked() -> None:
    for task in tasks_of("add route"):
        gone, come = changed_lines(task)
        assert not [line for line in gone if line], task
        path = re.search(r'"(/[^"]*)"', "\n".join(come))
        assert path is not None, task
        assert path[1] in instructions_of(task), task


def test_swapped_and_moved_lines_are_the_same_lines() -> None:
    for task in tasks_of("swap lines", "swap record", "swap paragraph", "move block"):
        assert sorted(task.source.split("\n")) == sorted(task.answer.split("\n")), task
    for task in tasks_of("sort item", "move item"):
        assert sorted(words_of(task.source)) == sorted(words_of(task.answer)), task


def test_filled_templates_hold_every_given_value() -> None:
    for task in tasks_of("fill template", "fill one slot", "fill some slots"):
        gone, come = changed_lines(task)
        assert gone, task
        assert len(gone) == len(come), task


def test_corrected_words_are_common_spellings_elsewhere() -> None:
    """Fixing typos changes words only, never their number or what stands between them."""
    for task in tasks_of("fix typos"):
        before, after = task.source.split(), task.answer.split()
        assert len(before) == len(after), task
        wrong = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
        assert 0 < len(wrong) <= len(before) / 2, task
        for a, b in wrong:
            assert difflib.SequenceMatcher(None, a, b).ratio() > 0.5, (a, b)


def test_plain_words_change_one_line_and_keep_the_type_of_its_value() -> None:
    for task in tasks_of("plain css", "plain value", "turn on or off"):
        gone, come = changed_lines(task)
        assert len(gone) == len(come) == 1, task
        before, after = words_of(gone[0]), words_of(come[0])
        assert before[0] == after[0], task
        if task.kind == "turn on or off":
            pair = {before[-1], after[-1]} if task.language in ("yaml", "env") else set(before)
            assert pair & {"true", "false", "True", "False"}, task
        else:
            assert before.count('"') == after.count('"'), task
            assert set(after) - set(before) <= set(words_of(instructions_of(task))), task


def test_sentences_are_added_or_deleted_whole() -> None:
    for task in tasks_of("append sentence", "insert sentence"):
        new = [w for w in task.answer.split() if w not in task.source.split()]
        assert all(word in instructions_of(task) for word in new), task
    for task in tasks_of("delete sentence"):
        assert len(task.answer) < len(task.source), task
        assert "  " not in task.answer or "  " in task.source, task


def test_a_line_or_block_that_was_put_is_the_only_difference() -> None:
    for task in tasks_of("put line"):
        gone, come = changed_lines(task)
        assert (gone, len(come)) == ([], 1), task
        said = come[0].strip().rstrip(",").removeprefix("- ")
        assert said in instructions_of(task), task
    for task in tasks_of("put block"):
        gone, come = changed_lines(task)
        assert not gone, task
        assert all(line in instructions_of(task) for line in come), task


def test_a_corrected_fact_is_told_and_stood_once() -> None:
    for task in tasks_of("correct fact"):
        gone, come = changed_lines(task)
        assert len(gone) == len(come) == 1, task
        said = set(words_of(instructions_of(task)))
        assert set(words_of(come[0])) - set(words_of(gone[0])) <= said, task


def test_every_entry_changes_in_the_same_way() -> None:
    for task in tasks_of(
        "remove in entries", "add in entries", "rename in entries", "set in entries"
    ):
        said = instructions_of(task)
        _, come = changed_lines(task)
        if task.kind == "set in entries":
            assert len({line.strip().rstrip(",") for line in come}) == 1, task
        before, after = (
            Counter(keys_of_entries(json.loads(text))) for text in (task.source, task.answer)
        )
        for key in {*(before - after), *(after - before)}:
            assert key in said, task
            assert 0 in (before[key], after[key]), task


def keys_of_entries(data: Any) -> Iterator[str]:
    """Yield the keys of all objects that stand in a list, those of objects within them not."""
    for value in data.values() if isinstance(data, dict) else data:
        if isinstance(data, list) and isinstance(value, dict):
            yield from value
        if isinstance(value, dict | list):
            yield from keys_of_entries(value)
