"""A drawn manifest: where its entries stand, in words, and what may stand there instead.

Invariant: words for a place fit one entry of the text only; every line outside of the told place,
and the quotes, the indentation and the comments inside of it, stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.manifests.entries import Entry
from lib.engine.adapter.tasks.manifests.shapes import Shape, values_for
from lib.engine.adapter.tasks.manifests.templates import expand
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit, Text

BLOCK_NOUNS = {
    "services": "service", "jobs": "job", "containers": "container", "tasks": "task",
    "paths": "path", "weeks": "week", "nav": "section", "lists": "list", "products": "product",
    "stock": "product", "steps": "step", "ports": "port",
}  # fmt: skip
"""What one block below such a key is called."""


@dataclass(slots=True)
class Manifest:
    """A drawn text, its lines and its entries."""

    context: Context
    shape: Shape
    lines: list[str]
    entries: list[Entry]

    @property
    def random(self) -> Random:
        """The task's only source of chance."""
        return self.context.random

    @property
    def body(self) -> str:
        """The whole text."""
        return "\n".join(self.lines)

    def edit(self, kind: str, request: str, lines: list[str]) -> Edit | None:
        """Return the edit that leaves these lines, or None when it changes nothing."""
        language = self.shape.language
        noun = self.random.choice(DOCUMENT_NAMES[language])
        text = Text(body=self.body, language=language, noun=noun)
        if lines == self.lines:
            return None
        return Edit(kind=kind, request=request, text=text, answer="\n".join(lines))

    def with_value(self, entry: Entry, value: str) -> list[str]:
        """Return the lines with another value of this entry; a comment behind it stays."""
        line = self.lines[entry.line]
        changed = line[: entry.at] + value + line[entry.at + len(entry.value) :]
        return [*self.lines[: entry.line], changed, *self.lines[entry.line + 1 :]]

    def with_lines(self, at: int, added: list[str]) -> list[str]:
        """Return the lines with further ones at this place."""
        return [*self.lines[:at], *added, *self.lines[at:]]

    def draw_values(self, entry: Entry) -> list[str]:
        """Return other values that this entry may have, those that stand elsewhere first."""
        old = entry.bare_value
        if entry.key in ("name", "title") and len(entry.path) > 1:
            return []
        templates = values_for(self.shape, entry.key, old)
        drawn = [expand(self.random, template) for template in templates for _ in range(3)]
        others = [e.bare_value for e in self.entries if e.key == entry.key]
        known = [value for value in others if value in drawn]
        return [value for value in (known or drawn) + drawn if value != old and "~" not in value]

    def place(self, entry: Entry) -> str | None:
        """Return words for where the only such entry stands; they may be empty. None if not."""
        same = [one for one in self.entries if one.key == entry.key and one.line != entry.line]
        if not same and (not entry.path or self.context.chance(0.3)):
            return ""
        path = [(i, label) for i, label in enumerate(entry.path) if not label.isdigit()]
        single = [i for i, label in path if not any(label in one.path for one in same)]
        if single:
            return self._owner(entry.path, self.random.choice(single[-2:]))
        for i, inner in path[::-1]:
            for j, outer in path[:i]:
                if not any(inner in one.path and outer in one.path for one in same):
                    return f"{self._owner(entry.path, i)} of {self._owner(entry.path, j)}"
        return None

    def _owner(self, path: tuple[str, ...], i: int) -> str:
        label = self.context.coded(path[i])
        if i and path[i - 1] in BLOCK_NOUNS:
            return f"the {label} {BLOCK_NOUNS[path[i - 1]]}"
        if i == 0 and self.shape.noun == "task":
            return f"the {label} play"
        if i == 0 and self.shape.noun == "resource":
            return f"the {path[0]}"
        if path[i].startswith("["):
            return self.random.choice((f"`{path[i]}`", path[i], f"the {path[i]} section"))
        if i == 0 and self.shape.noun in ("job", "section") and len(path) == 1:
            return self.random.choice((f"the {label} {self.shape.noun}", label))
        return self.random.choice((label, f"the {label} block", f"the {label} part"))
