"""All edits of scripts, and how often each is drawn beside the others.

Invariant: a maker makes its own text and answers None where that has no place for the change.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.scripts.arrow_edits import edit_arrow
from lib.engine.adapter.tasks.scripts.async_edits import edit_async
from lib.engine.adapter.tasks.scripts.import_edits import edit_imports
from lib.engine.adapter.tasks.scripts.move_edits import move_statement
from lib.engine.adapter.tasks.scripts.property_edits import rename_property
from lib.engine.adapter.tasks.scripts.type_edits import edit_type_member
from lib.engine.adapter.tasks.scripts.var_edits import edit_var
from lib.engine.adapter.tasks.texts import Edit

SCRIPT_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (3, edit_async),
    (2, edit_arrow),
    (2, edit_var),
    (3.5, edit_type_member),
    (2.5, move_statement),
    (3.5, rename_property),
    (2.5, edit_imports),
)
"""Each with its weight."""
