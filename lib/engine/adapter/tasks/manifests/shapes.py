"""Sorts of manifests, and what their keys and lists may hold.

Invariant: a shape holds templates only; another value of a key is drawn from the template that the
old one came from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.manifests.templates import matches


@dataclass(frozen=True, slots=True)
class Shape:
    """One sort of text: what it starts with and the blocks it is made of."""

    language: str
    noun: str
    """What a block is called: service, job, section."""
    head: str
    blocks: tuple[str, ...]
    least: int = 2
    """How many blocks a text has at least."""

    def lines(self) -> list[str]:
        """Return all lines that a text of this shape may hold, not yet expanded."""
        return "\n".join((self.head, *self.blocks)).split("\n")


def make_yaml_shape(noun: str, head: str, *blocks: str, least: int = 2) -> Shape:
    """Return a shape in YAML; newlines around its parts do not count."""
    stripped = tuple(block.strip("\n") for block in blocks)
    return Shape("yaml", noun, head.strip("\n"), stripped, least)


def make_toml_shape(head: str, *blocks: str) -> Shape:
    """Return a shape in TOML, of sections."""
    return Shape("toml", "section", head, blocks)


def items_for(shape: Shape, key: str) -> list[str]:
    """Return what the shape's lists of this key may hold, as it is written there."""
    last = ""
    found: list[str] = []
    for line in shape.lines():
        match = re.match(r'\??\s*(?:- )?"?([\w./-]+)"?\s*[:=]', line)
        last = match[1] if match else last
        pool = re.search(r"<\*([^<>]*)>", line)
        if pool and last == key:
            found += pool[1].split("|")
    return list(dict.fromkeys(found))


def values_for(shape: Shape, key: str, old: str) -> list[str]:
    """Return the templates of this key that the old value may have come from, without quotes."""
    found = []
    for line in shape.lines():
        match = re.match(rf"\??\s*(?:- )?{re.escape(key)}\s*[:=]\s*(.+)$", line)
        if match and "<*" not in match[1]:
            template = match[1].strip("\"'")
            if matches(template, old):
                found.append(template)
    return found
