"""Which edits there are, and how often each is drawn beside those of its table.

Invariant: values only, and the drawing of a text in one of some languages.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.counted_comments import LANGUAGES as COMMENTED
from lib.engine.adapter.tasks.counted_comments import remove_counted_comments
from lib.engine.adapter.tasks.edits.class_edits import edit_class
from lib.engine.adapter.tasks.edits.code_edits import add_import, delete_piece, move_piece
from lib.engine.adapter.tasks.edits.combined_edits import ask_for_nothing
from lib.engine.adapter.tasks.edits.converted_edits import number_list, write_comprehension
from lib.engine.adapter.tasks.edits.css_edits import change_rule, set_css_value
from lib.engine.adapter.tasks.edits.docstring_edits import (
    add_docstring,
    remove_comments,
    remove_docstring,
    remove_told_docstring,
)
from lib.engine.adapter.tasks.edits.entry_edits import edit_entries
from lib.engine.adapter.tasks.edits.fact_edits import correct_fact
from lib.engine.adapter.tasks.edits.implied_edits import bump_version, fix_key, remove_unused_import
from lib.engine.adapter.tasks.edits.json_edits import edit_json, make_json_text, rename_json_key
from lib.engine.adapter.tasks.edits.letter_edits import (
    change_name,
    change_tense,
    edit_letter,
    edit_paragraphs,
)
from lib.engine.adapter.tasks.edits.line_edits import (
    comment_out,
    delete_line,
    insert_at_end,
    insert_line,
    swap_lines,
)
from lib.engine.adapter.tasks.edits.list_edits import edit_list
from lib.engine.adapter.tasks.edits.message_edits import edit_message
from lib.engine.adapter.tasks.edits.paragraph_edits import edit_told_paragraph
from lib.engine.adapter.tasks.edits.parameter_edits import change_type, edit_signature
from lib.engine.adapter.tasks.edits.place_edits import put_block, put_line
from lib.engine.adapter.tasks.edits.plain_css_edits import edit_plain_css
from lib.engine.adapter.tasks.edits.print_edits import edit_prints
from lib.engine.adapter.tasks.edits.prose_edits import (
    add_sentence,
    change_case,
    change_spelling,
    delete_sentence,
)
from lib.engine.adapter.tasks.edits.record_edits import edit_records
from lib.engine.adapter.tasks.edits.rename_edits import rename, rename_inside
from lib.engine.adapter.tasks.edits.replace_edits import (
    replace_in_line,
    replace_phrase,
    replace_string,
)
from lib.engine.adapter.tasks.edits.route_edits import edit_routes
from lib.engine.adapter.tasks.edits.scoped_edits import change_inside
from lib.engine.adapter.tasks.edits.section_edits import (
    add_comment,
    edit_element,
    edit_section,
    uncomment,
)
from lib.engine.adapter.tasks.edits.setting_edits import edit_setting
from lib.engine.adapter.tasks.edits.sql_edits import edit_query, edit_table
from lib.engine.adapter.tasks.edits.statement_edits import (
    change_calls,
    delete_matching,
    replace_line,
)
from lib.engine.adapter.tasks.edits.style_edits import (
    change_condition,
    change_declarations,
    change_indentation,
    change_quotes,
    interpolate,
)
from lib.engine.adapter.tasks.edits.template_edits import fill_template
from lib.engine.adapter.tasks.edits.typo_edits import fix_typos
from lib.engine.adapter.tasks.edits.value_edits import change_value, set_named_value
from lib.engine.adapter.tasks.functions.edits import FUNCTION_EDITS
from lib.engine.adapter.tasks.grouped.edits import edit_groups
from lib.engine.adapter.tasks.library import make_text
from lib.engine.adapter.tasks.manifests.edits import MANIFEST_EDITS
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.scripts.edits import SCRIPT_EDITS
from lib.engine.adapter.tasks.sheets.edits import SHEET_EDITS
from lib.engine.adapter.tasks.statements.edits import STATEMENT_EDITS
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.told_prose.edits import PROSE_EDITS

Maker = Callable[[Context, Text], Edit | None]
Entry = tuple[float, Callable[[Context], Edit | None]]

_CODE = ["python", "javascript", "typescript"]
_ALL = [*_CODE, "css", "sql", "yaml", "toml", "env", "html", "markdown", "json", "text"]
_PUT = [*_ALL, "json", "yaml", "sql", "sql"]
_LANGUAGE_WEIGHTS = {
    "python": 20, "javascript": 11, "typescript": 11, "css": 9, "sql": 7, "yaml": 7, "toml": 4,
    "env": 3, "html": 5, "markdown": 5, "text": 22, "json": 4,
}  # fmt: skip

MAKERS: tuple[tuple[float, Maker, list[str]], ...] = (
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
"""Weight, maker, and the languages of the texts that it may get."""
OWN_TEXT: tuple[Entry, ...] = (
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
"""Weight, and a maker that makes text and edit together."""
PLAIN: tuple[Entry, ...] = (
    (6, edit_plain_css),
    (6, edit_setting),
)
"""Drawn for everyday tasks only."""
FURTHER: tuple[tuple[float, Maker, list[str]], ...] = (
    (14, put_line, _PUT),
    (3.5, put_block, [*_CODE, "css", "css", "sql", "toml", "yaml", "markdown", "text"]),
    (6, correct_fact, ["text", "text", "text", "markdown"]),
)
FURTHER_OWN: tuple[Entry, ...] = (
    *PLAIN,
    (4, edit_entries),
)
"""Drawn for wide tasks only."""
FOCUSED: tuple[Entry, ...] = (
    (20, edit_groups),
    (3, edit_message),
    (2.5, edit_told_paragraph),
    (1.5, remove_told_docstring),
    (3, fill_template),
    (2.5, lambda context: remove_counted_comments(context, draw_text(context, COMMENTED))),
    (2.5, lambda context: add_import(context, draw_text(context, ["python"]))),
    (4, lambda context: put_line(context, draw_text(context, _PUT))),
    (2.5, lambda context: fix_typos(context, draw_text(context, ["text"]))),
)
"""Drawn besides all others for focused tasks."""
OFTEN: tuple[Entry, ...] = ((1, edit_groups),)
"""Drawn besides all others where several changes are wanted."""
_MORE_OFTEN: tuple[Entry, ...] = (
    (2, edit_class),
    (1, edit_routes),
    (1.5, fill_template),
    (1, edit_list),
    (0.5, edit_records),
)
ASKED: tuple[tuple[float, tuple[Entry, ...]], ...] = (
    (20, FUNCTION_EDITS),
    (20, SCRIPT_EDITS),
    (9, STATEMENT_EDITS),
    (10, SHEET_EDITS),
    (20, MANIFEST_EDITS),
    (24, PROSE_EDITS),
    (15, _MORE_OFTEN),
)
"""Drawn besides all others for asked tasks."""
BALANCED: tuple[tuple[float, tuple[Entry, ...]], ...] = (
    (16, FUNCTION_EDITS),
    (16, SCRIPT_EDITS),
    (9, STATEMENT_EDITS),
    (11, SHEET_EDITS),
    (14, MANIFEST_EDITS),
    (32, PROSE_EDITS),
    (12, _MORE_OFTEN),
    (7, ((1, fill_template),)),
    (6, ((1, lambda context: fix_typos(context, draw_text(context, ["text"]))),)),
)
"""Drawn instead of `ASKED` for balanced tasks."""
_IMPLIED: tuple[Entry, ...] = (
    (1, bump_version),
    (1, remove_unused_import),
    (0.7, fix_key),
    (1, number_list),
    (1, write_comprehension),
)
CASUAL = (*BALANCED, (8, _IMPLIED))
"""Drawn instead of `BALANCED` for casual tasks."""
EVERYDAY: dict[Callable[..., Edit | None], float] = {
    fix_typos: 1.5, add_import: 2, remove_comments: 1.5, edit_routes: 1.5, edit_class: 1.3,
    set_css_value: 1.3, insert_line: 1.2, edit_prints: 1.5, replace_phrase: 0.8,
    replace_in_line: 0.5, delete_line: 0.5, delete_sentence: 1.5, swap_lines: 0.2,
    comment_out: 0.5, move_piece: 0.3, change_case: 0.5, change_indentation: 0.3,
    change_quotes: 0.5, edit_paragraphs: 0.5,
}  # fmt: skip
"""How much more often a maker is drawn when everyday edits are wanted."""
JOINABLE = (
    replace_phrase, replace_string, rename, set_named_value, set_css_value, change_value,
    insert_line, delete_line, change_rule, remove_docstring, delete_sentence,
)  # fmt: skip
"""What is joined to another edit, rarely, where several changes are not wanted."""

_ALONE = (fix_typos, ask_for_nothing, change_indentation, change_quotes, swap_lines)
SECOND = tuple(entry for entry in (*MAKERS, *FURTHER) if entry[1] not in _ALONE)
"""What may be asked for beside another change of the same text."""


def draw_text(context: Context, languages: list[str]) -> Text:
    """Draw a text in one of the languages."""
    weights = [_LANGUAGE_WEIGHTS[language] for language in languages]
    (language,) = context.random.choices(languages, weights=weights)
    return make_json_text(context) if language == "json" else make_text(context, language)
