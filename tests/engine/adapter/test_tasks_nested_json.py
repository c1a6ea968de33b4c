"""Edits of nested JSON, checked on the parsed documents and on the lines that differ."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import unified_diff
from random import Random
from typing import Any

from lib.engine.adapter.tasks.manifests.nested_json_edits import edit_nested_json
from lib.engine.adapter.tasks.manifests.wording import mark_name
from lib.engine.adapter.tasks.phrasing import Context
from tests.engine.adapter.drawing import edits_of


def changed_holders(before: Any, after: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each object or list whose own keys, items or plain values differ."""
    if isinstance(before, dict) and isinstance(after, dict) and list(before) == list(after):
        pairs = [(before[key], after[key]) for key in before]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = list(zip(before, after, strict=True))
        if sorted(map(json.dumps, before)) == sorted(map(json.dumps, after)) and before != after:
            yield before, after
            return
    else:
        if before != after:
            yield before, after
        return
    plain = [(a, b) for a, b in pairs if not isinstance(a, dict | list)]
    if any(a != b or type(a) is not type(b) for a, b in plain):
        yield before, after
    for one, other in pairs:
        if isinstance(one, dict | list):
            yield from changed_holders(one, other)


def test_exactly_one_object_or_list_changes() -> None:
    """A second changed place, or a broken document, would teach to touch what was not told."""
    for edit in edits_of(edit_nested_json, 150):
        before, after = json.loads(edit.text.body), json.loads(edit.answer)
        places = list(changed_holders(before, after))
        assert len(places) == 1, edit
        assert len(places[0][0]) - len(places[0][1]) in (-1, 0, 1), edit


def test_only_few_lines_change_and_the_rest_keeps_its_form() -> None:
    """A document that is written anew in another style would differ in all its lines."""
    for edit in edits_of(edit_nested_json, 150):
        old, new = edit.text.body.split("\n"), edit.answer.split("\n")
        diff = list(unified_diff(old, new, lineterm="", n=0))[2:]
        gone = [line for line in diff if line.startswith("-")]
        assert len(gone) <= 8 or "\n" not in edit.text.body, edit
        kept = [line.rstrip(",") for line in new if f"+{line}" not in diff]
        assert set(kept) <= {line.rstrip(",") for line in old}, edit


def test_the_new_value_and_the_key_stand_in_the_request() -> None:
    """Otherwise the request would not say what the answer does."""
    for edit in edits_of(edit_nested_json, 150):
        before, after = json.loads(edit.text.body), json.loads(edit.answer)
        ((old, new),) = changed_holders(before, after)
        if isinstance(old, list):
            told = [item for item in new if item not in old]
        elif len(new) >= len(old):
            told = [v for k, v in new.items() if k not in old or old[k] != v]
            told = [v for v in told if v not in old.values()]
        else:
            told = list(old.keys() - new.keys())
        for value in told:
            if not isinstance(value, bool):
                shown = value if isinstance(value, str) else json.dumps(value)
                assert shown in edit.request, edit


def test_only_a_key_at_the_start_of_a_request_gets_marks() -> None:
    """A description that holds a marked value would get a second pair of marks."""
    assert mark_name("port should be 80", "port") == "`port` should be 80"
    description = "the icon `sun.svg`"
    assert mark_name(f"{description} is wrong", description) == f"{description} is wrong"


def test_many_changed_keys_have_a_twin() -> None:
    """Without the same key elsewhere, the told place would not have to be found."""
    twins = []
    for edit in edits_of(edit_nested_json, 150):
        ((old, new),) = changed_holders(json.loads(edit.text.body), json.loads(edit.answer))
        if isinstance(old, dict) and list(old) == list(new):
            (key,) = [key for key in old if old[key] != new[key]]
            twins.append(edit.text.body.count(f'"{key}":') > 1)
    assert len(twins) > 40
    assert sum(twins) / len(twins) > 0.4


def test_the_same_seed_draws_the_same_task() -> None:
    """Tasks must be the same on every machine."""
    twice = [Random("x 3") for _ in range(2)]  # noqa: S311 nothing secret
    one, other = (
        edit_nested_json(Context(random=random, split="train", size=300)) for random in twice
    )
    assert one == other
