"""The edits of one told place of a manifest or a nested JSON document.

Invariant: each draws its own text, or returns None where that text has no place for it.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.manifests.comment_edits import edit_manifest_comments
from lib.engine.adapter.tasks.manifests.entry_edits import edit_manifest_entry
from lib.engine.adapter.tasks.manifests.list_edits import edit_manifest_list
from lib.engine.adapter.tasks.manifests.nested_json_edits import edit_nested_json
from lib.engine.adapter.tasks.manifests.value_edits import edit_manifest_value
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

MANIFEST_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (3, edit_manifest_value),
    (2.5, edit_manifest_list),
    (3, edit_manifest_entry),
    (1.5, edit_manifest_comments),
    (5, edit_nested_json),
)
"""Weight and maker of each."""
