"""Elements of a page, as trees.

Invariant: only attributes, texts and children; how a tree is written is the business of a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Node:
    """An element: written on one line when it holds only text."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: list[Node]
    is_inline: bool = False


def make_node(tag: str, text: str = "", **attributes: str) -> Node:
    """Return an element without children; `class_` stands for the attribute `class`."""
    named = {key.rstrip("_"): value for key, value in attributes.items()}
    return Node(tag=tag, attributes=named, text=text, children=[])


def make_group(tag: str, children: list[Node], **attributes: str) -> Node:
    """Return an element whose children stand on lines of their own."""
    node = make_node(tag, **attributes)
    node.children = children
    return node


def make_row(tag: str, children: list[Node]) -> Node:
    """Return an element whose children stand on its line."""
    node = make_group(tag, children)
    node.is_inline = True
    return node


def walk(nodes: list[Node]) -> Iterator[tuple[list[Node], Node]]:
    """Yield every element with the list that holds it."""
    for node in nodes:
        yield nodes, node
        yield from walk(node.children)


def words_of(node: Node) -> str:
    """Return what a reader sees of an element."""
    if node.tag == "tr" and node.children:
        return node.children[0].text
    return node.text or node.attributes.get("alt", "") or "".join(map(words_of, node.children))
