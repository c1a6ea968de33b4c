"""Edits of one told place among several like it, recomputed by another way than the generator's."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

from lib.engine.adapter.tasks.grouped.changes import add_group
from lib.engine.adapter.tasks.grouped.edits import draw_draft
from lib.engine.adapter.tasks.phrasing import Context, Variety
from tests.engine.adapter.drawing import instructions_of
from tests.engine.adapter.test_tasks_edits import changed_lines, tasks_of


def test_counted_comments_go_as_whole_lines() -> None:
    for task in tasks_of("remove counted comments", "remove told comment"):
        gone, come = changed_lines(task)
        assert not come, task
        assert all(re.match(r"\s*(#|//|--|/\*|<!--)", line) for line in gone), task
        if task.kind == "remove told comment":
            assert len(gone) == 1, task
        else:
            said = instructions_of(task)
            count = re.search(r"\b(two|both|2|three|3|four|4)\b", said)
            numbers = {"two": 2, "both": 2, "three": 3, "four": 4}
            assert not count or numbers.get(count[0], count[0]) in (len(gone), str(len(gone))), task


def test_one_group_of_json_changes_as_told_and_often_has_a_twin() -> None:
    """A value that is set stands elsewhere, too, in many of the texts."""
    twins = []
    for task in tasks_of("change group"):
        if task.language != "json":
            continue
        before, after = json.loads(task.source), json.loads(task.answer)
        said = instructions_of(task)
        places = list(differing_places(before, after))
        if not re.search(r"every|each|all of them|move|put .* instead|rename|call|name", said):
            assert len(places) <= 1, task
        gone, come = changed_lines(task)
        if len(gone) == len(come) == 1:
            value = gone[0].partition(": ")[2].strip(" ,{}")
            twins.append(task.source.count(value) > 1)
    assert len(twins) > 20
    assert sum(twins) / len(twins) > 0.3


def test_a_group_with_a_renamed_key_is_no_model_for_another() -> None:
    """Nobody knows what the values of a key are that no theme has; this once stopped a training."""
    for seed in range(200):
        random = Random(seed)  # noqa: S311
        context = Context(random=random, split="train", size=400, variety=Variety.FOCUSED)
        draft = draw_draft(context)
        for table in draft.tables:
            for group in table.groups:
                group.values = {"unheard": 1}
        assert add_group(context, draft) is None


def differing_places(before: Any, after: Any, path: str = "") -> Iterator[str]:
    """Yield the path of each object or list whose own keys, items or plain values differ."""
    if isinstance(before, dict) and isinstance(after, dict) and list(before) == list(after):
        own = [key for key in before if plain(before[key]) != plain(after[key])]
        if own:
            yield path
        for key in before:
            if isinstance(before[key], dict | list):
                yield from differing_places(before[key], after[key], f"{path}/{key}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        if [plain(one) for one in before] != [plain(one) for one in after]:
            yield path
        for i, (old, new) in enumerate(zip(before, after, strict=True)):
            if isinstance(old, dict | list):
                yield from differing_places(old, new, f"{path}/{i}")
    elif before != after:
        yield path


def plain(value: Any) -> Any:
    return type(value) if isinstance(value, dict | list) else value


def test_a_changed_message_keeps_the_quotes_of_the_code() -> None:
    for task in tasks_of("change message"):
        gone, come = changed_lines(task)
        assert len(gone) == len(come) == 1, task
        for mark in "\"'":
            assert gone[0].count(mark) == come[0].count(mark), task
        if task.language == "python":
            old, new = (
                {node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)}
                for text in (task.source, task.answer)
            )
            assert len(old - new) == len(new - old) == 1, task
            assert all(str(value) in instructions_of(task) for value in {*old} ^ {*new}), task


def test_one_told_paragraph_changes_at_its_start_or_end() -> None:
    numbers = {"first": 0, "1": 0, "second": 1, "2": 1, "third": 2, "3": 2, "fourth": 3, "4": 3}
    nths = "first|second|third|fourth|last"
    for task in tasks_of("add to paragraph", "delete from paragraph"):
        before, after = task.source.strip().split("\n\n"), task.answer.strip().split("\n\n")
        assert len(before) == len(after), task
        (place,) = (i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b)
        told = re.search(f"({nths}) paragraph|paragraph (\\d)", instructions_of(task))
        assert told is not None, task
        word = told[1] or told[2]
        assert place == numbers.get(word, len(before) - 1), task
        longer, shorter = sorted((before[place], after[place]), key=len, reverse=True)
        assert longer.startswith(shorter) or longer.endswith(shorter), task


def test_slots_that_are_to_stay_do() -> None:
    shown = 0
    for task in tasks_of("fill some slots"):
        kept = re.search(r"(?:keep|leave|touch|but not) (.*?)(?: for later| exactly|\.|$)",
                         instructions_of(task), re.IGNORECASE)  # fmt: skip
        slots = re.findall(r"[\[{<%$@#_(]+ ?\w+ ?[\]}>%@#_)]*", kept[1]) if kept else []
        shown += bool(slots)
        assert all(slot.strip() in task.answer for slot in slots), task
    assert shown > 5, "too few requests name what stays"
