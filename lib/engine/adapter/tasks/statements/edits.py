"""How often each edit of a statement is drawn.

Invariant: each maker stands here once, with its whole weight.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.statements.row_edits import edit_insert
from lib.engine.adapter.tasks.statements.select_edits import edit_select
from lib.engine.adapter.tasks.statements.table_edits import edit_create_table
from lib.engine.adapter.tasks.statements.update_edits import edit_update
from lib.engine.adapter.tasks.texts import Edit

STATEMENT_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (4, edit_select),
    (2, edit_create_table),
    (2, edit_insert),
    (1.5, edit_update),
)
