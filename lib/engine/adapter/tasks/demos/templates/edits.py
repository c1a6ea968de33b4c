"""How often each edit of a template is drawn.

Invariant: each maker stands here once, with its weight beside all others of `demos`.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.demos.templates.fill_edits import fill_in
from lib.engine.adapter.tasks.demos.templates.slot_edits import blank_out, change_slot_style
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

TEMPLATE_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (9.7, fill_in),
    (1.2, change_slot_style),
    (1.2, blank_out),
)
