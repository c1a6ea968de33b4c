"""Ordinary edits with a twist, and how often each is drawn. Invariant: values only."""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.demos.pairs.class_pairs import (
    add_shown_field,
    declare_properly,
    rename_and_move,
    rename_one_sided,
)
from lib.engine.adapter.tasks.demos.pairs.code_pairs import (
    extend_union,
    pass_parameter,
    register_page,
)
from lib.engine.adapter.tasks.demos.pairs.json_pairs import (
    add_dependency,
    append_and_set,
    drop_key,
    lift_key,
    rename_entry_key,
)
from lib.engine.adapter.tasks.demos.pairs.prose_pairs import (
    change_recipe,
    drop_step_rename,
    fix_and_add,
    move_section,
    replace_person,
    reschedule,
)
from lib.engine.adapter.tasks.demos.pairs.query_pairs import (
    add_told_column,
    exchange_rows,
    left_join,
    set_limit,
)
from lib.engine.adapter.tasks.demos.pairs.style_pairs import (
    change_breakpoint,
    introduce_variable,
    rename_class,
    style_two_rules,
)
from lib.engine.adapter.tasks.demos.pairs.template_pairs import (
    fill_and_edit,
)
from lib.engine.adapter.tasks.demos.pairs.yaml_pairs import (
    add_named_step,
    drop_service,
    rename_service,
    scale_and_limit,
    switch_and_add,
)
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
