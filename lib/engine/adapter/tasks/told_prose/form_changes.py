"""A form is filled or changed as told.

Invariant: the kinds of changes are drawn with fixed shares, whatever form is drawn.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.form_filling import fill, fill_but_one, fill_one
from lib.engine.adapter.tasks.told_prose.forms import draw_form
from lib.engine.adapter.tasks.told_prose.slot_changes import drop_line, rename_slot


def fill_form(context: Context) -> Edit | None:
    """Fill slots of a form, or drop the line of one, or rename one."""
    form = draw_form(context)
    if form is None:
        return None
    kind = context.random.random()
    if kind < 0.4:
        return fill(context, form)
    if kind < 0.55:
        return fill_but_one(context, form)
    if kind < 0.8:
        return fill_one(context, form)
    return drop_line(context, form) if kind < 0.9 else rename_slot(context, form)
