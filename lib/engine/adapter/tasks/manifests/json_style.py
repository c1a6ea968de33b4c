"""How a nested JSON document is written.

Invariant: source and answer are written by the same rules, so that only the told place differs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random
from typing import Any


@dataclass(frozen=True, slots=True)
class Style:
    """How a document is written; the rules hold for source and answer alike."""

    indent: str
    is_compact: bool
    are_lists_inline: bool
    are_items_inline: bool

    def write(self, value: Any, depth: int = 0, *, in_list: bool = False) -> str:
        """Return the JSON text of a value."""
        if not isinstance(value, dict | list) or not value:
            return json.dumps(value, ensure_ascii=False)
        if self.is_compact or self._is_inline(value, in_list=in_list):
            text = json.dumps(value, ensure_ascii=False)
            is_spaced = isinstance(value, dict) and not self.is_compact
            return f"{{ {text[1:-1]} }}" if is_spaced else text
        inner = "\n" + self.indent * (depth + 1)
        if isinstance(value, dict):
            parts = [f"{json.dumps(k)}: {self.write(v, depth + 1)}" for k, v in value.items()]
        else:
            parts = [self.write(item, depth + 1, in_list=True) for item in value]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        return f"{opening}{inner}{(',' + inner).join(parts)}\n{self.indent * depth}{closing}"

    def _is_inline(self, value: dict[str, Any] | list[Any], *, in_list: bool) -> bool:
        children = value.values() if isinstance(value, dict) else value
        if any(isinstance(child, dict | list) for child in children):
            return False
        if isinstance(value, dict):
            return self.are_items_inline and in_list
        return self.are_lists_inline


def draw_style(random: Random, *, is_small: bool) -> Style:
    """Return a style; only a small document may be on one line."""
    return Style(
        indent=random.choice(("  ", "  ", "    ", "\t")),
        is_compact=is_small and random.random() < 0.15,
        are_lists_inline=random.random() < 0.5,
        are_items_inline=random.random() < 0.5,
    )
