"""What people try first, and how often each is drawn. Invariant: values only."""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.demos.added_routes import (
    add_route,
    change_route,
    remove_route,
)
from lib.engine.adapter.tasks.demos.described_python import (
    change_log_level,
    drop_debug_prints,
    hint_parameters,
    move_border,
    rename_method,
)
from lib.engine.adapter.tasks.demos.described_queries import (
    add_column,
    change_condition_by_words,
    change_inserted,
    limit_by_words,
    order_by_words,
)
from lib.engine.adapter.tasks.demos.described_records import (
    append_record,
    convert_values,
    drop_record,
    flip_switch,
    move_item,
    update_record,
)
from lib.engine.adapter.tasks.demos.described_scripts import (
    add_described_property,
    await_promise,
    drop_logs,
    name_type,
    use_template,
    widen_union,
)
from lib.engine.adapter.tasks.demos.described_settings import (
    add_step,
    change_in_section,
    drop_key_block,
    extend_list,
)
from lib.engine.adapter.tasks.demos.filled_templates import (
    blank_out,
    change_slot_style,
    fill_in,
)
from lib.engine.adapter.tasks.demos.plain_styles import (
    add_told_style,
    change_told_style,
    remove_told_style,
    use_variable,
)
from lib.engine.adapter.tasks.demos.printed_words import (
    change_all_of_word,
    change_lone_word,
)
from lib.engine.adapter.tasks.demos.replaced_properties import (
    add_property,
    remove_property,
    replace_property,
)
from lib.engine.adapter.tasks.demos.told_documents import (
    add_told_sentence,
    correct_detail,
    correct_person,
    drop_told_sentence,
    fix_misspelled,
)
from lib.engine.adapter.tasks.demos.told_lists import (
    add_row,
    change_cell,
    change_heading,
    drop_row,
    drop_step,
    insert_step,
    move_name,
)
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

DEMO_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (11.4, replace_property),
    (2.3, remove_property),
    (2.3, add_property),
    (6.5, change_told_style),
    (2.8, add_told_style),
    (2.8, remove_told_style),
    (0.9, use_variable),
    (12.8, change_lone_word),
    (3.2, change_all_of_word),
    (9.7, fill_in),
    (1.2, change_slot_style),
    (1.2, blank_out),
    (1.5, update_record),
    (1.5, drop_record),
    (1.2, append_record),
    (1.2, move_item),
    (0.9, convert_values),
    (1.5, flip_switch),
    (1, drop_key_block),
    (1, extend_list),
    (1, add_step),
    (1, change_in_section),
    (1.2, order_by_words),
    (0.6, limit_by_words),
    (1.2, change_condition_by_words),
    (0.9, add_column),
    (0.9, change_inserted),
    (1.2, hint_parameters),
    (1.2, move_border),
    (0.8, change_log_level),
    (0.8, drop_debug_prints),
    (0.8, rename_method),
    (0.9, widen_union),
    (1.4, add_described_property),
    (0.9, name_type),
    (0.9, await_promise),
    (0.9, use_template),
    (0.9, drop_logs),
    (3.8, correct_detail),
    (3, drop_told_sentence),
    (3, add_told_sentence),
    (3, fix_misspelled),
    (3, correct_person),
    (1.2, insert_step),
    (0.9, drop_step),
    (1.2, add_row),
    (1.2, change_cell),
    (0.6, drop_row),
    (1.2, move_name),
    (0.6, change_heading),
    (10.4, add_route),
    (3.5, change_route),
    (2.1, remove_route),
)
"""Weight beside the others here, and maker."""
