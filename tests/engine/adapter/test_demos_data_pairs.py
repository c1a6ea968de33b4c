"""Edits of JSON and YAML with a twist, compared as parsed data and as sets of lines."""

from __future__ import annotations

import json
import re
from typing import Any

from lib.engine.adapter.tasks.demos.pairs.entry_edits import switch_and_add
from lib.engine.adapter.tasks.demos.pairs.json_edits import add_dependency, drop_key, lift_key
from lib.engine.adapter.tasks.demos.pairs.record_edits import append_and_set, rename_entry_key
from lib.engine.adapter.tasks.demos.pairs.scale_edits import scale_and_limit
from lib.engine.adapter.tasks.demos.pairs.service_edits import drop_service, rename_service
from lib.engine.adapter.tasks.demos.pairs.step_edits import add_named_step
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import changed_lines, edits_of, exchanged_lines

Pairs = list[tuple[str, Any]]


def _load(text: str) -> Pairs:
    """Objects become lists of pairs, so that the order counts."""
    loaded: Pairs = json.loads(text, object_pairs_hook=list)
    return loaded


def _paths(edit: Edit) -> tuple[dict[str, Any], dict[str, Any]]:
    before, after = (dict(_walk(json.loads(text), "")) for text in (edit.text.body, edit.answer))
    return before, after


def _walk(value: Any, path: str) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [pair for key, one in value.items() for pair in _walk(one, f"{path}/{key}")]
    if isinstance(value, list):
        return [pair for i, one in enumerate(value) for pair in _walk(one, f"{path}/{i}")]
    return [(path, value)]


def test_a_step_comes_as_two_lines_beside_the_told_neighbour() -> None:
    """A step at another place would run in another order."""
    for edit in edits_of(add_named_step):
        gone, come = changed_lines(edit)
        steps = [line for line in come if line.strip()]
        assert gone == []
        assert len(steps) == 2, edit
        name, command = (line.split(": ", 1)[1].strip('"') for line in steps)
        assert name in edit.request, edit
        assert command in edit.request, edit
        assert len(steps[0]) - len(steps[0].lstrip("- ")) == len(steps[1]) - len(steps[1].lstrip())
        assert f": {name}\n" not in edit.text.body.replace('"', "")


def test_a_dropped_service_is_named_nowhere_and_no_list_stays_empty() -> None:
    """A dependency on a service that is gone does not start; one named alike must stay."""
    for edit in edits_of(drop_service):
        before, after = (
            set(re.findall(r"^  ([\w-]+):$", text.split("\nvolumes:")[0], re.MULTILINE))
            for text in (edit.text.body, edit.answer)
        )
        (name,) = before - after
        assert name in edit.request, edit
        assert not re.search(rf"^ *(- )?{name}:?$", edit.answer, re.MULTILINE), edit
        assert not re.search(r"depends_on:\n(?! *-)", edit.answer + "\n"), edit
        assert exchanged_lines(edit)[1] == []


def test_a_renamed_service_keeps_images_volumes_and_databases() -> None:
    for edit in edits_of(rename_service):
        gone, come = changed_lines(edit)
        (old,) = [line.strip(" :") for line in gone if re.fullmatch(r"  [\w-]+:", line)]
        (new,) = [line.strip(" :") for line in come if re.fullmatch(r"  [\w-]+:", line)]
        assert old in edit.request, edit
        assert new in edit.request, edit
        text = re.sub(rf"(?m)^(  |\s*- ){old}(?=:?$)", rf"\g<1>{new}", edit.text.body)
        text = re.sub(rf"(//|@){old}(?=:\d)", rf"\g<1>{new}", text)
        assert text == edit.answer, edit


def test_only_replicas_and_a_limit_of_one_block_change() -> None:
    """A limit under the requests, or at the twin, would be another sizing."""
    for edit in edits_of(scale_and_limit):
        gone, come = changed_lines(edit)
        replicas = [line for line in come if "replica" in line]
        memory = [line for line in come if "memory" in line]
        assert len(gone) == len(replicas) <= 1
        assert len(come) == len(replicas) + len(memory) > 0, edit
        assert all(line.split(": ")[1] in edit.request for line in come), edit
        lines = edit.answer.split("\n")
        body = edit.text.body.split("\n")
        for line in memory:
            places = [i for i, one in enumerate(lines) if one == line and "limits:" in lines[i - 2]]
            assert any(len(_differing([*lines[:i], *lines[i + 1 :]], body)) <= 1 for i in places)
            assert all(re.match(r" *cpus?:", lines[i - 1]) for i in places), edit


def _differing(lines: list[str], others: list[str]) -> list[str]:
    return [a for a, b in zip(lines, others, strict=True) if a != b]


def test_one_entry_switches_and_gets_a_key_at_its_level() -> None:
    for edit in edits_of(switch_and_add):
        gone, come = changed_lines(edit)
        assert len(gone) <= 1
        assert 1 <= len(come) <= 2
        assert all(line.split(": ")[1] in edit.request for line in come), edit
        assert len({len(line) - len(line.lstrip()) for line in gone + come}) == 1, edit


def test_a_package_goes_into_the_told_group_and_place() -> None:
    for edit in edits_of(add_dependency):
        before, after = json.loads(edit.text.body), json.loads(edit.answer)
        (group,) = [key for key in after if before[key] != after[key]]
        (name,) = after[group].keys() - before[group].keys()
        names = list(after[group])
        is_last = re.search(r"\b(last|end|after all)\b", edit.request)
        assert names[-1] == name if is_last else names == sorted(names), edit
        assert [one for one in names if one != name] == list(before[group])
        assert f"`{group}`" in edit.request
        assert after[group][name] in edit.request


def test_a_dropped_key_leaves_those_that_begin_alike() -> None:
    for edit in edits_of(drop_key):
        before, after = _paths(edit)
        lost = sorted(before.keys() - after.keys())
        assert lost
        assert not after.keys() - before.keys()
        assert all(before[path] == value for path, value in after.items())
        keys = lost[0].split("/")
        common = next(i for i in range(len(keys), 0, -1)
                      if all(path.split("/")[:i] == keys[:i] for path in lost))  # fmt: skip
        assert any(key in edit.request for key in keys[1:common]), edit


def test_a_key_is_renamed_in_one_list_only() -> None:
    for edit in edits_of(rename_entry_key):
        before, after = _paths(edit)
        assert list(before.values()) == list(after.values())
        changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
        assert {a.split("/")[1] for a, _ in changed} <= set(re.findall(r"`(\w+)`", edit.request))
        assert len({(a.split("/")[1], a.split("/")[3], b.split("/")[3]) for a, b in changed}) == 1
        assert [int(a.split("/")[2]) for a, _ in changed] == list(range(len(changed)))
        assert len(json.loads(edit.text.body)[changed[0][0].split("/")[1]]) == len(changed)


def test_an_entry_comes_last_and_one_value_is_set() -> None:
    for edit in edits_of(append_and_set):
        before, after = _paths(edit)
        assert before.keys() <= after.keys()
        assert len([path for path in before if before[path] != after[path]]) <= 1
        new = after.keys() - before.keys()
        assert len(new) in (0, 3)
        assert len({path.rsplit("/", 1)[0] for path in new}) <= 1
        changed = [path for path in after if path in new or before[path] != after[path]]
        assert changed
        assert all(json.dumps(after[path]) in edit.request for path in changed), edit


def test_a_block_moves_directly_behind_its_parent() -> None:
    for edit in edits_of(lift_key):
        before, after = (dict(_load(text)) for text in (edit.text.body, edit.answer))
        if "settings" in before:
            before, after = dict(before["settings"]), dict(after["settings"])
        (moved,) = after.keys() - before.keys()
        parent = list(after)[list(after).index(moved) - 1]
        assert dict(before[parent])[moved] == after[moved]
        assert moved not in dict(after[parent])
        rest = [pair for pair in before[parent] if pair[0] != moved]
        assert sum(a != b for a, b in zip(rest, after[parent], strict=True)) <= 1
        assert all(after[key] == before[key] for key in before if key != parent)
