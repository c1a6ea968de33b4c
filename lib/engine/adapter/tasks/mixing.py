"""Which edits are drawn how often, and on which texts.

Invariant: a kind that finds no place in a text gets another text, so the weights are the shares.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

from lib.engine.adapter.tasks.class_edits import edit_class
from lib.engine.adapter.tasks.code_edits import add_import, delete_piece, move_piece
from lib.engine.adapter.tasks.combined_edits import ask_for_nothing, join_edits
from lib.engine.adapter.tasks.counted_comments import LANGUAGES as COMMENTED
from lib.engine.adapter.tasks.counted_comments import remove_counted_comments
from lib.engine.adapter.tasks.css_edits import change_rule, set_css_value
from lib.engine.adapter.tasks.docstring_edits import (
    add_docstring,
    remove_comments,
    remove_docstring,
    remove_told_docstring,
)
from lib.engine.adapter.tasks.entry_edits import edit_entries
from lib.engine.adapter.tasks.fact_edits import correct_fact
from lib.engine.adapter.tasks.functions.edits import FUNCTION_EDITS
from lib.engine.adapter.tasks.grouped.edits import edit_groups
from lib.engine.adapter.tasks.json_edits import edit_json, make_json_text, rename_json_key
from lib.engine.adapter.tasks.letter_edits import (
    change_name,
    change_tense,
    edit_letter,
    edit_paragraphs,
)
from lib.engine.adapter.tasks.library import make_text
from lib.engine.adapter.tasks.line_edits import (
    comment_out,
    delete_line,
    insert_at_end,
    insert_line,
    swap_lines,
)
from lib.engine.adapter.tasks.list_edits import edit_list
from lib.engine.adapter.tasks.manifests.edits import MANIFEST_EDITS
from lib.engine.adapter.tasks.message_edits import edit_message
from lib.engine.adapter.tasks.paragraph_edits import edit_told_paragraph
from lib.engine.adapter.tasks.parameter_edits import change_type, edit_signature
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.place_edits import put_block, put_line
from lib.engine.adapter.tasks.plain_css_edits import edit_plain_css
from lib.engine.adapter.tasks.print_edits import edit_prints
from lib.engine.adapter.tasks.prose_edits import (
    add_sentence,
    change_case,
    change_spelling,
    delete_sentence,
)
from lib.engine.adapter.tasks.record_edits import edit_records
from lib.engine.adapter.tasks.rename_edits import rename, rename_inside
from lib.engine.adapter.tasks.replace_edits import replace_in_line, replace_phrase, replace_string
from lib.engine.adapter.tasks.route_edits import edit_routes
from lib.engine.adapter.tasks.scoped_edits import change_inside
from lib.engine.adapter.tasks.scripts.edits import SCRIPT_EDITS
from lib.engine.adapter.tasks.section_edits import (
    add_comment,
    edit_element,
    edit_section,
    uncomment,
)
from lib.engine.adapter.tasks.setting_edits import edit_setting
from lib.engine.adapter.tasks.several_edits import add_changes
from lib.engine.adapter.tasks.sheets.edits import SHEET_EDITS
from lib.engine.adapter.tasks.sql_edits import edit_query, edit_table
from lib.engine.adapter.tasks.statement_edits import change_calls, delete_matching, replace_line
from lib.engine.adapter.tasks.statements.edits import STATEMENT_EDITS
from lib.engine.adapter.tasks.style_edits import (
    change_condition,
    change_declarations,
    change_indentation,
    change_quotes,
    interpolate,
)
from lib.engine.adapter.tasks.template_edits import fill_template
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.told_prose.edits import PROSE_EDITS
from lib.engine.adapter.tasks.typo_edits import fix_typos
from lib.engine.adapter.tasks.value_edits import change_value, set_named_value

Maker = Callable[[Context, Text], Edit | None]
Entry = tuple[float, Callable[[Context], Edit | None]]
Weighted = TypeVar("Weighted", bound=tuple[Any, ...])

_CODE = ["python", "javascript", "typescript"]
_ALL = [*_CODE, "css", "sql", "yaml", "toml", "env", "html", "markdown", "json", "text"]
_PUT = [*_ALL, "json", "yaml", "sql", "sql"]
_LANGUAGE_WEIGHTS = {
    "python": 20, "javascript": 11, "typescript": 11, "css": 9, "sql": 7, "yaml": 7, "toml": 4,
    "env": 3, "html": 5, "markdown": 5, "text": 22, "json": 4,
}  # fmt: skip

_MAKERS: tuple[tuple[float, Maker, list[str]], ...] = (
    (12, replace_phrase, _ALL),
    (3, replace_in_line, _ALL),
    (4, replace_string, _CODE),
    (11, rename, [*_CODE, "css", "sql", "yaml", "toml", "html", "env"]),
    (1.5, rename_inside, _CODE),
    (6, set_named_value, [*_CODE, "yaml", "toml", "env"]),
    (4, set_css_value, ["css"]),
    (9, change_value, _ALL),
    (4, insert_line, _ALL),
    (2, insert_at_end, _ALL),
    (4, delete_line, _ALL),
    (1.5, swap_lines, _ALL),
    (1, comment_out, [*_CODE, "sql", "yaml", "toml", "env"]),
    (3.5, remove_docstring, ["python"]),
    (1.5, add_docstring, ["python"]),
    (2, remove_comments, [*_CODE, "css", "sql", "yaml", "toml", "html", "env"]),
    (2.5, delete_piece, [*_CODE, "css", "sql", "yaml", "toml", "markdown"]),
    (1.5, move_piece, [*_CODE, "css", "toml", "markdown"]),
    (1, add_import, ["python"]),
    (4, change_rule, ["css"]),
    (7, fix_typos, ["text", "text", "text", "markdown"]),
    (5, add_sentence, ["text"]),
    (2, delete_sentence, ["text"]),
    (1.5, change_spelling, ["text"]),
    (1, change_case, ["text", "markdown"]),
    (2.5, ask_for_nothing, _ALL),
    (5, edit_signature, _CODE),
    (1.5, change_type, ["typescript", "python", "sql"]),
    (0.7, change_quotes, _CODE),
    (1.5, change_declarations, ["javascript", "typescript"]),
    (1.5, interpolate, _CODE),
    (1.5, change_condition, [*_CODE, "sql"]),
    (1.5, replace_line, [*_CODE, "css", "yaml"]),
    (1.5, delete_matching, [*_CODE, "css", "html"]),
    (1.5, change_calls, _CODE),
    (0.5, change_indentation, [*_CODE, "css", "html"]),
    (3, edit_letter, ["text"]),
    (3, change_name, ["text"]),
    (1.5, edit_paragraphs, ["text"]),
    (1, change_tense, ["text"]),
    (2.5, change_inside, [*_CODE, "css", "css", "yaml", "toml", "sql"]),
    (3, edit_section, ["yaml", "toml"]),
    (1.5, add_comment, _CODE),
    (2, edit_element, ["html", "html", "javascript", "typescript"]),
    (0.7, uncomment, [*_CODE, "yaml", "env"]),
    (1.5, rename_json_key, ["json"]),
)
_OWN_TEXT: tuple[Entry, ...] = (
    (7, fill_template),
    (6, edit_json),
    (6, edit_routes),
    (6, edit_class),
    (4, edit_records),
    (4, edit_list),
    (2.5, edit_prints),
    (3, edit_query),
    (2, edit_table),
)
_PLAIN: tuple[Entry, ...] = (
    (6, edit_plain_css),
    (6, edit_setting),
)
"""Drawn for everyday tasks only."""
_FURTHER: tuple[tuple[float, Maker, list[str]], ...] = (
    (14, put_line, _PUT),
    (3.5, put_block, [*_CODE, "css", "css", "sql", "toml", "yaml", "markdown", "text"]),
    (6, correct_fact, ["text", "text", "text", "markdown"]),
)
_FURTHER_OWN: tuple[Entry, ...] = (
    *_PLAIN,
    (4, edit_entries),
)
"""Drawn for wide tasks only."""
_FOCUSED: tuple[Entry, ...] = (
    (20, edit_groups),
    (3, edit_message),
    (2.5, edit_told_paragraph),
    (1.5, remove_told_docstring),
    (3, fill_template),
    (2.5, lambda context: remove_counted_comments(context, _drawn(context, COMMENTED))),
    (2.5, lambda context: add_import(context, _drawn(context, ["python"]))),
    (4, lambda context: put_line(context, _drawn(context, _PUT))),
    (2.5, lambda context: fix_typos(context, _drawn(context, ["text"]))),
)
"""Drawn besides all others for focused tasks."""
_FOCUSED_SHARE = 0.5
_OFTEN: tuple[Entry, ...] = ((1, edit_groups),)
"""Drawn besides all others where several changes are wanted."""
_OFTEN_SHARE = 0.5
_MORE_OFTEN: tuple[Entry, ...] = (
    (2, edit_class),
    (1, edit_routes),
    (1.5, fill_template),
    (1, edit_list),
    (0.5, edit_records),
)
_ASKED: tuple[tuple[float, tuple[Entry, ...]], ...] = (
    (20, FUNCTION_EDITS),
    (20, SCRIPT_EDITS),
    (9, STATEMENT_EDITS),
    (10, SHEET_EDITS),
    (20, MANIFEST_EDITS),
    (24, PROSE_EDITS),
    (15, _MORE_OFTEN),
)
"""Drawn besides all others for asked tasks."""
_ASKED_SHARE = 0.7
_SEVERAL_SHARE = 0.45
"""Of those tasks, how many ask for more than one change where a text has place for it."""
_EVERYDAY: dict[Callable[..., Edit | None], float] = {
    fix_typos: 1.5, add_import: 2, remove_comments: 1.5, edit_routes: 1.5, edit_class: 1.3,
    set_css_value: 1.3, insert_line: 1.2, edit_prints: 1.5, replace_phrase: 0.8,
    replace_in_line: 0.5, delete_line: 0.5, delete_sentence: 1.5, swap_lines: 0.2,
    comment_out: 0.5, move_piece: 0.3, change_case: 0.5, change_indentation: 0.3,
    change_quotes: 0.5, edit_paragraphs: 0.5,
}  # fmt: skip
"""How much more often a maker is drawn when everyday edits are wanted."""

_TRIES = 15
"""New texts for the same kind, so that kinds which often find no place keep their share."""
_OWN_SHARE = 0.3
"""Share of the kinds that make their text and their edit together."""
_TWO_EDITS = 0.06
_JOINABLE = (
    replace_phrase, replace_string, rename, set_named_value, set_css_value, change_value,
    insert_line, delete_line, change_rule, remove_docstring, delete_sentence,
)  # fmt: skip

_ALONE = (fix_typos, ask_for_nothing, change_indentation, change_quotes, swap_lines)
_SECOND = tuple(entry for entry in (*_MAKERS, *_FURTHER) if entry[1] not in _ALONE)
"""What may be asked for beside another change of the same text."""


def draw_size(random: Random) -> int:
    """Draw the wanted length of a source, characters: log-normal, a few long ones."""
    if random.random() < 0.08:
        return round(random.uniform(1800, 4200))
    return round(min(max(random.lognormvariate(math.log(420), 0.8), 60), 2600))


def make_edit(context: Context) -> Edit | None:
    """Return one edit, or None where no drawn text had a place for the drawn kind."""
    if not context.several:
        return _make_one(context)
    if context.asked and context.chance(_ASKED_SHARE):
        edit = _make_of(context, _pick(context, _ASKED)[1])
    elif context.chance(_OFTEN_SHARE):
        edit = _make_of(context, _OFTEN)
    else:
        edit = _make_one(context)
    if edit is not None and context.chance(_SEVERAL_SHARE):
        first = edit
        makers = [entry for entry in _SECOND if first.text.language in entry[2]]
        return _first(lambda: _add_changes(context, first, makers)) or edit
    return edit


def _make_of(context: Context, entries: Sequence[Entry]) -> Edit | None:
    make = _pick(context, entries)[1]
    return _first(lambda: make(context))


def _pick(context: Context, entries: Sequence[Weighted]) -> Weighted:
    return context.random.choices(entries, weights=[entry[0] for entry in entries])[0]


def _add_changes(
    context: Context, first: Edit, makers: Sequence[tuple[float, Maker, list[str]]]
) -> Edit | None:
    def make() -> Edit | None:
        return _pick(context, makers)[1](context, first.text)

    return add_changes(context, first, make) if makers else None


def _make_one(context: Context) -> Edit | None:
    if context.focused and context.chance(_FOCUSED_SHARE):
        _, make = context.random.choices(_FOCUSED, weights=[entry[0] for entry in _FOCUSED])[0]
        return _first(lambda: make(context))
    if context.chance(_OWN_SHARE):
        further = _FURTHER_OWN if context.wide else _PLAIN if context.everyday else ()
        entries = (*_OWN_TEXT, *further)
        _, make_own = context.random.choices(entries, weights=_weights(context, entries))[0]
        return _first(lambda: make_own(context))
    makers = (*_MAKERS, *_FURTHER) if context.wide else _MAKERS
    weights = _weights(context, makers)
    _, maker, languages = context.random.choices(makers, weights=weights)[0]
    edit = _first(lambda: maker(context, _drawn(context, languages)))
    if edit is not None and not edit.is_no_op and context.chance(_TWO_EDITS):
        return _first(lambda: _add_second(context, edit)) or edit
    return edit


def _weights(context: Context, entries: Sequence[tuple[Any, ...]]) -> list[float]:
    factors = _EVERYDAY if context.everyday else {}
    return [entry[0] * factors.get(entry[1], 1) for entry in entries]


def _drawn(context: Context, languages: list[str]) -> Text:
    return _text(context, _language(context, languages))


def _text(context: Context, language: str) -> Text:
    return make_json_text(context) if language == "json" else make_text(context, language)


def _first(make: Callable[[], Edit | None]) -> Edit | None:
    """Return the first edit of a few tries: a drawn text may have no place for the kind."""
    return next((edit for _ in range(_TRIES) if (edit := make()) is not None), None)


def _add_second(context: Context, first: Edit) -> Edit | None:
    text = replace(first.text, body=first.answer, pieces=())
    fitting = [entry for entry in _MAKERS if text.language in entry[2] and entry[1] in _JOINABLE]
    if not fitting or first.kind == "fix typos":
        return None
    weights = [weight for weight, _, _ in fitting]
    second = context.random.choices(fitting, weights=weights)[0][1](context, text)
    return second and join_edits(context, first, second)


def _language(context: Context, languages: list[str]) -> str:
    weights = [_LANGUAGE_WEIGHTS[language] for language in languages]
    return context.random.choices(languages, weights=weights)[0]
