"""One told place of a text of several like parts is changed, and no other.

Invariant: a request names the group or the list, and the key or the item, so there is one answer;
the values of the other groups are often the same.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.grouped.changes import (
    add_group,
    add_pair,
    move_group,
    remove_group,
    remove_key,
    rename_group,
    rename_key,
    set_all,
    set_setting,
    set_value,
)
from lib.engine.adapter.tasks.grouped.draft import Draft
from lib.engine.adapter.tasks.grouped.drawing import (
    Palette,
    draw_document,
    draw_rules,
    draw_table,
    draw_theme,
    draw_types,
)
from lib.engine.adapter.tasks.grouped.forms import draw_form
from lib.engine.adapter.tasks.grouped.list_changes import edit_list
from lib.engine.adapter.tasks.grouped.phrases import BOTH
from lib.engine.adapter.tasks.grouped.tables import draw_table_form, rules_form, types_form
from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit, Text

_LANGUAGES = (
    "json", "json", "json", "yaml", "yaml", "yaml", "toml", "python", "python", "javascript",
    "javascript", "typescript", "markdown", "markdown", "text",
)  # fmt: skip
_TWO, _MORE_OFTEN_TWO = 0.15, 0.45
"""Share of the requests that ask for two changes, and that share where several are wanted."""

Change = Callable[[Context, Draft], str | None]


def _change_list(context: Context, draft: Draft) -> str | None:
    return edit_list(context, draft.lists)


_ROW_CHANGES: tuple[Change, ...] = (set_value, remove_group, add_group, move_group)
"""Those that leave all groups with the same keys."""
_CHANGES: tuple[Change, ...] = (
    *(set_value,) * 5, set_all, set_setting, *(add_pair,) * 3, remove_key, remove_key, rename_key,
    remove_group, remove_group, add_group, rename_group, move_group, *(_change_list,) * 6,
)  # fmt: skip


def edit_groups(context: Context) -> Edit | None:
    """Change one or two places of a text of several like parts."""
    draft = draw_draft(context)
    source, before = draft.text, draft.contents
    changes = [change for change in _CHANGES if change in _ROW_CHANGES or not draft.form.has_rows]
    request = context.random.choice(changes)(context, draft)
    if request is None or draft.text == source:
        return None
    kind = "change group"
    if context.chance(_MORE_OFTEN_TWO if context.several else _TWO) and ". " not in request:
        middle = draft.contents
        second = context.random.choice(changes)(context, draft)
        if second is None or ". " in second:
            return None
        if _touched(before, middle) & _touched(middle, draft.contents):
            return None
        request, kind = context.say(BOTH, a=request, b=second), "change two groups"
    language = draft.form.language
    noun = context.random.choice(DOCUMENT_NAMES[language])
    text = Text(body=source, language=language, noun=noun)
    return Edit(kind=kind, request=request, text=text, answer=draft.text)


def _touched(old: dict[str, object], new: dict[str, object]) -> set[str]:
    """Names of the groups, lists and settings that differ."""
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}


def draw_draft(context: Context) -> Draft:
    """Draw a text and how it is written."""
    random, palette = context.random, Palette(context)
    kind = random.random()
    if kind < 0.25:
        return Draft([draw_rules(context, palette)], rules_form(random), palette)
    if kind < 0.4:
        language = random.choice(("typescript", "typescript", "python", "sql"))
        return Draft([draw_types(context, language)], types_form(random, language), palette)
    if kind < 0.55:
        table = draw_table(context, palette, draw_theme(context), even=True)
        return Draft([table], draw_table_form(random), palette)
    parts = draw_document(context, palette)
    return Draft(parts, draw_form(random, random.choice(_LANGUAGES)), palette)
