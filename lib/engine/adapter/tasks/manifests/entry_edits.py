"""An entry of a manifest is added, copied, removed or renamed.

Invariant: lines outside of the told block stay, in their order.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.manifests.additions import add_step, add_variable
from lib.engine.adapter.tasks.manifests.block_edits import copy_block, remove_block, rename_block
from lib.engine.adapter.tasks.manifests.blocks import (
    find_references,
    find_step_lists,
    find_variable_blocks,
)
from lib.engine.adapter.tasks.manifests.drawing import draw_manifest
from lib.engine.adapter.tasks.manifests.manifest import Manifest
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


def edit_manifest_entry(context: Context) -> Edit | None:
    """Add, copy, remove or rename a variable, a step or a whole block."""
    manifest = draw_manifest(context, comments=0.1)
    if manifest is None:
        return None
    changes: list[Callable[[Manifest], Edit | None]] = [copy_block, remove_block, rename_block]
    if manifest.shape.language == "env" or find_variable_blocks(manifest):
        changes += [add_variable] * 6
    if find_step_lists(manifest):
        changes += [add_step] * 4
    if find_references(manifest):
        changes += [rename_block] * 2
    return context.random.choice(changes)(manifest)
