"""What told prose, lists and forms are asked to become, and how often.

Invariant: a maker returns None where the text that it drew has no place for its change.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.fact_changes import edit_told_fact
from lib.engine.adapter.tasks.told_prose.form_changes import fill_form
from lib.engine.adapter.tasks.told_prose.list_changes import edit_told_bullet
from lib.engine.adapter.tasks.told_prose.mail_changes import edit_mail_part
from lib.engine.adapter.tasks.told_prose.paragraph_changes import edit_told_paragraph_of_prose
from lib.engine.adapter.tasks.told_prose.sentence_changes import edit_told_sentence
from lib.engine.adapter.tasks.told_prose.typo_fixes import edit_told_typo
from lib.engine.adapter.tasks.told_prose.word_changes import edit_word_everywhere

PROSE_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (2, edit_word_everywhere),
    (4, edit_told_sentence),
    (2, edit_told_paragraph_of_prose),
    (4, edit_told_fact),
    (2, edit_mail_part),
    (4, edit_told_bullet),
    (2, edit_told_typo),
    (5, fill_form),
)
"""Each with its weight."""
