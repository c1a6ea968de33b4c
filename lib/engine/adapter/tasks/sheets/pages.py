"""How a page is written: as HTML, or as a component.

Invariant: a page writes the same trees in the same way, so an edit of an element is an edit of the
text and of nothing else in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.sheets.nodes import Node

_EMPTY = ("img", "input")
"""Elements without a closing tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How a page is written: as HTML, or as a component."""

    indent: str
    quote: str
    slash: str
    component: str

    def attribute(self, name: str, value: str) -> str:
        """Return one attribute as it is written."""
        if self.component:
            name = {"class": "className", "for": "htmlFor"}.get(name, name)
        return f"{name}={self.quote}{value}{self.quote}" if value else name

    def write(self, roots: list[Node]) -> str:
        """Return the page."""
        inner = "\n".join(self.node(root) for root in roots)
        if not self.component:
            return inner
        if len(roots) > 1:
            inner = "<>\n" + re.sub(r"(?m)^", self.indent, inner) + "\n</>"
        inner = re.sub(r"(?m)^", self.indent * 2, inner)
        return f"{self.component} {{\n{self.indent}return (\n{inner}\n{self.indent});\n}}"

    def node(self, node: Node) -> str:
        """Return one element."""
        words = [node.tag, *(self.attribute(*pair) for pair in node.attributes.items())]
        opening = " ".join(words)
        if node.tag in _EMPTY:
            return f"<{opening}{self.slash}>"
        children = [self.node(child) for child in node.children]
        if node.is_inline or not children:
            return f"<{opening}>{node.text}{''.join(children)}</{node.tag}>"
        inner = re.sub(r"(?m)^", self.indent, "\n".join(children))
        return f"<{opening}>\n{inner}\n</{node.tag}>"


def draw_page(context: Context) -> Page:
    """Draw how a page is written."""
    random = context.random
    is_component = context.chance(0.25)
    name = random.choice(("Header", "Page", "Shop", "Sidebar", "Start", "Panel", "Overview", "App"))
    heads = (f"function {name}()", f"export default function {name}()", f"export function {name}()")
    return Page(
        indent=random.choice(("  ", "  ", "    ")),
        quote='"' if is_component or context.chance(0.85) else "'",
        slash=" /" if is_component or context.chance(0.25) else "",
        component=random.choice(heads) if is_component else "",
    )
