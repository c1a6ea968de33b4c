"""How often each edit of a style sheet or a page is drawn.

Invariant: each maker stands here once, with its whole weight.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.sheets.element_edits import edit_told_element
from lib.engine.adapter.tasks.sheets.rule_edits import edit_told_rule
from lib.engine.adapter.tasks.sheets.variable_edits import edit_css_variables
from lib.engine.adapter.tasks.texts import Edit

SHEET_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (4, edit_told_rule),
    (2, edit_css_variables),
    (2.5, edit_told_element),
)
