"""Ordinary edits with a twist, and how often each is drawn. Invariant: values only."""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.demos.pairs.breakpoint_edits import change_breakpoint
from lib.engine.adapter.tasks.demos.pairs.class_edits import (
    add_shown_field,
    rename_and_move,
    rename_one_sided,
)
from lib.engine.adapter.tasks.demos.pairs.declaration_edits import declare_properly
from lib.engine.adapter.tasks.demos.pairs.entry_edits import switch_and_add
from lib.engine.adapter.tasks.demos.pairs.guide_edits import drop_step_rename, move_section
from lib.engine.adapter.tasks.demos.pairs.json_edits import add_dependency, drop_key, lift_key
from lib.engine.adapter.tasks.demos.pairs.page_edits import register_page
from lib.engine.adapter.tasks.demos.pairs.parameter_edits import pass_parameter
from lib.engine.adapter.tasks.demos.pairs.person_edits import replace_person
from lib.engine.adapter.tasks.demos.pairs.plan_edits import reschedule
from lib.engine.adapter.tasks.demos.pairs.query_edits import left_join, set_limit
from lib.engine.adapter.tasks.demos.pairs.recipe_edits import change_recipe
from lib.engine.adapter.tasks.demos.pairs.record_edits import append_and_set, rename_entry_key
from lib.engine.adapter.tasks.demos.pairs.rule_edits import style_two_rules
from lib.engine.adapter.tasks.demos.pairs.scale_edits import scale_and_limit
from lib.engine.adapter.tasks.demos.pairs.selector_edits import rename_class
from lib.engine.adapter.tasks.demos.pairs.sentence_edits import fix_and_add
from lib.engine.adapter.tasks.demos.pairs.service_edits import drop_service, rename_service
from lib.engine.adapter.tasks.demos.pairs.step_edits import add_named_step
from lib.engine.adapter.tasks.demos.pairs.table_edits import add_told_column, exchange_rows
from lib.engine.adapter.tasks.demos.pairs.template_edits import fill_and_edit
from lib.engine.adapter.tasks.demos.pairs.union_edits import extend_union
from lib.engine.adapter.tasks.demos.pairs.variable_edits import introduce_variable
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

PAIR_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (2.5, rename_one_sided),
    (2.5, add_shown_field),
    (2.5, rename_and_move),
    (1.5, declare_properly),
    (3, pass_parameter),
    (2.5, extend_union),
    (2.5, register_page),
    (2, add_dependency),
    (2, drop_key),
    (2, rename_entry_key),
    (2.5, append_and_set),
    (1.5, lift_key),
    (2, change_recipe),
    (2, replace_person),
    (2, move_section),
    (2, drop_step_rename),
    (2, reschedule),
    (2, fix_and_add),
    (2, set_limit),
    (1.5, add_told_column),
    (2, exchange_rows),
    (1.5, left_join),
    (2, style_two_rules),
    (2, change_breakpoint),
    (2, introduce_variable),
    (2, rename_class),
    (5, fill_and_edit),
    (2, add_named_step),
    (2, drop_service),
    (2, rename_service),
    (2, scale_and_limit),
    (2, switch_and_add),
)
"""Weight beside those of `demos.edits`, and maker."""
