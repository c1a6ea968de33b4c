"""A drawn nested JSON document: its places in words, and an edit of one of them.

Invariant: words for a place fit one object or list of the document only.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from random import Random
from typing import Any

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.manifests.json_style import draw_style
from lib.engine.adapter.tasks.manifests.json_trees import (
    Path,
    draw_value,
    find_templates,
    value_at,
    walk,
    with_value_at,
)
from lib.engine.adapter.tasks.manifests.templates import matches
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

LABELS = ("name", "title", "sku", "id", "src", "day")
"""Keys by which an item of a list is told, the first that it has."""


@dataclass(slots=True)
class Document:
    """A drawn document with the template that it was drawn from."""

    context: Context
    template: dict[str, Any]
    value: dict[str, Any]

    @property
    def random(self) -> Random:
        """The task's only source of chance."""
        return self.context.random

    def at(self, path: Path) -> Any:
        """Return what stands at a path of the document."""
        return value_at(self.value, path)

    def pick(self, kind: type) -> Path | None:
        """Return the path of an object or a list, often of an empty one; None without any."""
        paths = [path for path, value in walk(self.value) if isinstance(value, kind)]
        if not paths:
            return None
        empty = [path for path in paths if not self.at(path)]
        return self.random.choice(empty if empty and self.context.chance(0.4) else paths)

    def show(self, value: Any) -> str:
        """Return a value as people write it into a request."""
        if isinstance(value, str):
            return self.context.quoted(value, bare=0.2)
        text = json.dumps(value, ensure_ascii=False)
        return f"`{text}`" if isinstance(value, dict) or self.context.chance(0.4) else text

    def name(self, path: Path) -> str | None:
        """Return words for an object or a list, or nothing when they would fit another one."""
        if not path:
            return self.random.choice(("the outermost object", "the top-level object"))
        last = path[-1]
        if isinstance(last, int):
            return self._item(path)
        outer = [step for step in path[:-1] if isinstance(step, int)]
        word = self.context.coded(last)
        if outer:
            item = self._item(path[: path.index(outer[-1]) + 1])
            return f"{word} of {item}" if item else None
        simple = all(re.fullmatch(r"[A-Za-z_]+", str(step)) for step in path)
        if simple and len(path) > 1 and self.context.chance(0.4):
            return f"`{'.'.join(map(str, path))}`"
        if sum(other[-1:] == (last,) for other, _ in walk(self.value)) > 1:
            return f"{word} of {self.context.coded(str(path[-2]))}" if len(path) > 1 else None
        noun = "list" if isinstance(self.at(path), list) else "part"
        return self.random.choice((word, word, f"the {word} {noun}"))

    def _item(self, path: Path) -> str | None:
        holder = self.at(path)
        field = next((key for key in LABELS if key in holder), None)
        if field is None:
            return None
        told, noun = holder[field], _singular(str(path[-2]))
        same = [1 for other, value in walk(self.value) if other[-1:] == (field,) and value == told]
        if len(same) > 1:
            return None
        shown = f"`{told}`" if field != "name" else self.context.quoted(str(told), bare=0.3)
        choices = [f"the {noun} with the {field} {shown}", f"the {noun} whose {field} is {shown}"]
        if isinstance(told, str):
            choices += [f"the {noun} {shown}"] * 2
        return self.random.choice(choices)

    def redrawn(self, key: str, old: Any) -> Any:
        """Return another value that this key may have, or the old one."""
        written = old if isinstance(old, str) else "=" + json.dumps(old)
        known = find_templates(self.template, key)
        fitting = [one for one in known if isinstance(one, str) and matches(one, written)]
        for template in fitting * 4:
            new = draw_value(self.random, Slots(self.random), template)
            if new != old and type(new) in (type(old), float, int):
                return new
        return old

    def edit(self, request: str, path: Path, new: Any) -> Edit | None:
        """Return the edit that puts this value at the path."""
        style = draw_style(self.random, is_small=len(json.dumps(self.value)) < 260)
        body = style.write(self.value)
        answer = style.write(with_value_at(self.value, path, new))
        noun = self.random.choice(DOCUMENT_NAMES["json"])
        text = Text(body=body, language="json", noun=noun)
        if answer == body:
            return None
        return Edit(kind="nested json value", request=request, text=text, answer=answer)


def _singular(word: str) -> str:
    word = {"menu": "dish", "lines": "order line"}.get(word, word)
    return word.removesuffix("s") if not word.endswith("ss") else word
