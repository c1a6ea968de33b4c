"""How often each described edit is drawn.

Invariant: each maker stands here once, with its weight beside all others of `demos`.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.demos.described.function_edits import (
    hint_parameters,
    move_border,
    rename_method,
)
from lib.engine.adapter.tasks.demos.described.log_edits import (
    change_log_level,
    drop_debug_prints,
    drop_logs,
)
from lib.engine.adapter.tasks.demos.described.pipeline_edits import add_step, drop_key_block
from lib.engine.adapter.tasks.demos.described.query_edits import (
    change_condition_by_words,
    limit_by_words,
    order_by_words,
)
from lib.engine.adapter.tasks.demos.described.record_edits import (
    append_record,
    drop_record,
    move_item,
    update_record,
)
from lib.engine.adapter.tasks.demos.described.script_edits import await_promise, use_template
from lib.engine.adapter.tasks.demos.described.setting_edits import change_in_section, extend_list
from lib.engine.adapter.tasks.demos.described.table_edits import add_column, change_inserted
from lib.engine.adapter.tasks.demos.described.type_edits import (
    add_described_property,
    name_type,
    widen_union,
)
from lib.engine.adapter.tasks.demos.described.value_edits import convert_values, flip_switch
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

DESCRIBED_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
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
)
