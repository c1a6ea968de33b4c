"""How often each edit of a told style is drawn.

Invariant: each maker stands here once, with its weight beside all others of `demos`.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.demos.styles.add_edits import add_told_style
from lib.engine.adapter.tasks.demos.styles.change_edits import change_told_style
from lib.engine.adapter.tasks.demos.styles.remove_edits import remove_told_style
from lib.engine.adapter.tasks.demos.styles.variable_edits import use_variable
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

STYLE_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (6.5, change_told_style),
    (2.8, add_told_style),
    (2.8, remove_told_style),
    (0.9, use_variable),
)
