"""What people call one element of a page.

Invariant: a name means one element alone.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.sheets.nodes import Node, walk, words_of

_NTHS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
CALLED = {"a": "link", "li": "list item", "img": "image", "input": "input", "button": "button",
           "option": "option", "tr": "row", "td": "cell", "p": "paragraph", "label": "label",
           "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading",
           "th": "column header",
           "dt": "term", "dd": "description", "span": "span"}  # fmt: skip


def name_element(context: Context, roots: list[Node], told: Node) -> list[str]:
    """Return what people call the element; each name means it alone."""
    called, words = CALLED[told.tag], words_of(told)
    if told.tag == "tr":
        # Whether the head counts as the first row would be a guess.
        return [f"the row {context.quoted(words)}", f"the table row of {context.quoted(words)}"]
    same = [node for _, node in walk(roots) if CALLED.get(node.tag) == called]
    at = next(i for i, node in enumerate(same) if node is told)
    names = [f"the {called}"] if len(same) == 1 else []
    if len(same) > 1 and at < len(_NTHS):
        names.append(f"the {_NTHS[at]} {called}")
        if told is same[-1]:
            names.append(f"the last {called}")
    if told.tag == "input":
        names += [f"the input {context.quoted(told.attributes['id'])}"] * 3
    alike = [node for node in same if words_of(node) == words]
    if words and len(words) < 40 and len(alike) == 1:
        names = [f"the {called} {context.quoted(words, bare=0.3)}"] * 3 + names
        names += [f"the {context.quoted(words, bare=0)} {called}"]
    for root in roots:
        inside = [node for node in alike if any(node is one for _, one in walk([root]))]
        alone = [one.tag for _, one in walk(roots)].count(root.tag) == 1
        if words and len(alike) > 1 and len(inside) == 1 and inside[0] is told and alone:
            names += [f"the {called} {context.quoted(words, bare=0.3)} in the {root.tag}"] * 4
    return names
