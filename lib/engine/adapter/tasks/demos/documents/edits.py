"""How often each edit of a document is drawn.

Invariant: each maker stands here once, with its weight beside all others of `demos`.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.demos.documents.detail_edits import correct_detail
from lib.engine.adapter.tasks.demos.documents.heading_edits import change_heading
from lib.engine.adapter.tasks.demos.documents.list_edits import move_name
from lib.engine.adapter.tasks.demos.documents.person_edits import correct_person
from lib.engine.adapter.tasks.demos.documents.sentence_edits import (
    add_told_sentence,
    drop_told_sentence,
)
from lib.engine.adapter.tasks.demos.documents.spelling_edits import fix_misspelled
from lib.engine.adapter.tasks.demos.documents.step_edits import drop_step, insert_step
from lib.engine.adapter.tasks.demos.documents.table_edits import add_row, change_cell, drop_row
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

DOCUMENT_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
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
)
