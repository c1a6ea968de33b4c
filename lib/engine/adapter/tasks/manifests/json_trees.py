"""Draws values of nested JSON, and finds and replaces them by their path.

Invariant: nothing here changes a value in place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

from lib.engine.adapter.tasks.manifests.templates import expand
from lib.engine.adapter.tasks.slots import Slots

Path = tuple[str | int, ...]
"""The keys and places in lists that lead to a value."""


def draw_value(random: Random, slots: Slots, template: Any) -> Any:
    """Return a value drawn from a template; a text that starts with `=` is no string."""
    if isinstance(template, dict):
        items = [(k, v) for k, v in template.items() if k[0] != "?" or random.random() < 0.5]
        return {key.removeprefix("?"): draw_value(random, slots, value) for key, value in items}
    if isinstance(template, list) and template and isinstance(template[0], dict):
        count = random.randrange(2, len(template) + 1)
        return [draw_value(random, slots, item) for item in random.sample(template, count)]
    if isinstance(template, list):
        drawn = re.split(r", |\n", expand(random, template[0])) if template else []
        return [slots.fill(item) for item in drawn]
    value = slots.fill(expand(random, template))
    return json.loads(value[1:]) if value.startswith("=") else value


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield each path of a document with what stands there."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from walk(inner, (*path, i))


def find_templates(template: Any, key: str) -> list[Any]:
    """Return what a template holds for this key, at any depth."""
    return [
        inner for path, inner in walk(template) if path and str(path[-1]).removeprefix("?") == key
    ]


def value_at(value: Any, path: Path) -> Any:
    """Return what stands at a path."""
    for step in path:
        value = value[step]
    return value


def with_value_at(value: Any, path: Path, new: Any) -> Any:
    """Return a copy with another value at a path that exists."""
    if not path:
        return new
    changed = with_value_at(value[path[0]], path[1:], new)
    if isinstance(value, dict):
        return {**value, path[0]: changed}
    return [changed if i == path[0] else item for i, item in enumerate(value)]
