"""Draws the text of a manifest from one of the shapes, in one of the styles people write in.

Invariant: a style changes quotes and indentation only, for the whole text alike.
"""

from __future__ import annotations

import re
from random import Random

from lib.engine.adapter.tasks.manifests.content_shapes import (
    COURSE,
    NAV,
    OPENAPI,
    OUTLINE,
    PRODUCTS,
    RECIPE,
)
from lib.engine.adapter.tasks.manifests.deployment_shapes import (
    ANSIBLE,
    COMPOSE,
    KUBERNETES,
    KUBERNETES_SET,
)
from lib.engine.adapter.tasks.manifests.settings_shapes import (
    CARGO,
    ENV,
    PYPROJECT,
    SETTINGS,
    SETTINGS_TOML,
)
from lib.engine.adapter.tasks.manifests.shapes import Shape
from lib.engine.adapter.tasks.manifests.templates import expand
from lib.engine.adapter.tasks.manifests.workflow_shapes import (
    GITLAB,
    NODE_WORKFLOW,
    PYTHON_WORKFLOW,
)
from lib.engine.adapter.tasks.scanning import indent_of
from lib.engine.adapter.tasks.slots import Slots

_SHAPES = (
    COMPOSE, COMPOSE, NODE_WORKFLOW, PYTHON_WORKFLOW, GITLAB, KUBERNETES, KUBERNETES_SET,
    NAV, OUTLINE, ANSIBLE, OPENAPI, SETTINGS, SETTINGS, PRODUCTS, RECIPE, COURSE,
    PYPROJECT, CARGO, SETTINGS_TOML, ENV,
)  # fmt: skip


def make_body(random: Random, size: int) -> tuple[Shape, str]:
    """Return the shape of a text and a text of about this size, in characters."""
    shape = random.choice(_SHAPES)
    head = expand(random, shape.head)
    parts = [head] if head else []
    gap = "\n\n" if shape.language == "toml" else random.choice(("\n", "\n\n"))
    if shape.blocks[0].startswith("  - ") or "---" in shape.blocks[0]:
        gap = "\n"
    count = 0
    blocks = random.sample(shape.blocks, len(shape.blocks))
    while blocks and (count < shape.least or sum(map(len, parts)) < size * 0.8):
        parts.append(expand(random, blocks.pop()))
        count += 1
    if head.endswith(":"):
        parts = ["\n".join(parts[:2]), *parts[2:]]
    body = Slots(random).fill(gap.join(parts)).removesuffix("\n---")
    return shape, _restyle(random, shape, body)


def _restyle(random: Random, shape: Shape, body: str) -> str:
    if "'" not in body and random.random() < 0.35:
        body = body.replace('"', "'")
    if shape.language != "yaml":
        return body
    lines = body.split("\n")
    style = random.random()
    if style < 0.2 and not re.search(r"^\s*- [^\n]+?:( |$)", body, re.MULTILINE):
        return "\n".join(indent_of(line) + line for line in lines)
    return "\n".join(_dedent_lists(lines)) if style > 0.75 else body


def _dedent_lists(lines: list[str]) -> list[str]:
    """Return the lines with the dash of each list below the first letter of its key."""
    depths: list[int] = []
    result = []
    for line in lines:
        depth = len(indent_of(line))
        is_item = line.lstrip().startswith("- ")
        if line.strip():
            while depths and (depth < depths[-1] or (depth == depths[-1] and not is_item)):
                depths.pop()
        if is_item and depth and (not depths or depths[-1] < depth):
            depths.append(depth)
        result.append(line[2 * len(depths) :] if line.strip() else line)
    return result
