"""Changes of what a SELECT returns: its columns, their names, DISTINCT.

Invariant: a column that another clause needs by its name stays or is renamed there, too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.phrasing import Phrases
from lib.engine.adapter.tasks.statements.selects import Change, Select
from lib.engine.adapter.tasks.statements.writing import cut, put

_ADD = Phrases(
    "add {new} after {near} in the select list", "also select {new}, right after {near}",
    "put {new} behind {near} in the SELECT", "select {new} after {near}",
    "insert the column {new} after {near} in the select list",
    "in the select list, add {new} after {near}", "We now need {new}, select it after {near}.",
    "add {new} to the selected columns, after {near}",
    casual=("The select list lacks {new}, it belongs right behind {near}.",
            "Right after {near} I would like to see {new} in the select list.",
            "Also {new}, directly after {near} in the SELECT.",
            "We can't work without {new}, so select it behind {near}.",
            "Why is {new} not selected? Its place is after {near}!",
            "First {near}, then {new}, the other columns as they are."),
)  # fmt: skip
_ADD_LAST = Phrases(
    "add {new} at the end of the select list", "also select {new} as the last column",
    "append {new} to the select list", "return {new} as well, as the last column",
    "add {new} as the last selected column", "put {new} last in the select list",
    "We also need {new}. Add it as the last column of the SELECT.",
    casual=("One more column at the end: {new}.", "The last column should be {new}, it is missing.",
            "And {new}, that one comes last in the select list.",
            "Somebody asked for {new}, so the result should have it as its last column.",
            "Could the result have {new} as well, at the end?",
            "Behind all the other columns I need {new}."),
)  # fmt: skip


def add_column(select: Select) -> Change | None:
    """Select one more column."""
    new = select.draw_unused()
    if new is None or select.query.group:
        return None
    at = select.random.randrange(1, len(select.query.columns) + 1)
    near = select.query.columns[at - 1].split(" AS ")[-1]
    is_last = at == len(select.query.columns) and select.context.chance(0.6)
    request = select.say(_ADD_LAST if is_last else _ADD, new=new, near=near)
    return request, replace(select.query, columns=put(select.query.columns, at, new))


def add_total(select: Select) -> Change | None:
    """Select one more aggregate."""
    table, column = select.random.choice(select.drawing.pool)
    if not select.query.group or column.kind not in ("int", "money"):
        return None
    function = select.random.choice(("SUM", "AVG", "MAX", "MIN"))
    name = select.random.choice((f"{function.lower()}_{column.name}", f"{column.name}_stat"))
    new = f"{function}({select.drawing.name(table, column.name)}) AS {name}"
    if any(one.startswith(new.split(" AS ")[0]) for one in select.query.columns):
        return None
    request = select.say(_ADD_LAST, new=new)
    return request, replace(select.query, columns=(*select.query.columns, new))


_DROP = Phrases(
    "remove {old} from the select list", "do not select {old} any more",
    "drop {old} from the SELECT columns", "take {old} out of the select list",
    "stop returning {old}", "leave {old} out of the selected columns",
    "the result should not have the column {old} any more, drop it from the SELECT",
    "we no longer need {old} in the output, remove it from the select list",
    "delete {old} from the columns after SELECT", "in the select list, remove {old}",
    casual=("No {old} in the select list, please.",
            "Nobody looks at {old}, the result can do without that column.",
            "The columns are fine except for {old}, no need to select that.",
            "Why do we select {old}? That is one column too many!",
            "Too much in the result, and {old} is what I don't want there.",
            "The columns can stay, all but {old}. That one goes."),
)  # fmt: skip


def drop_column(select: Select) -> Change | None:
    """Select one column less; where it is used elsewhere it stays."""
    if len(select.query.columns) < 2:
        return None
    at = select.random.randrange(len(select.query.columns))
    expression, _, name = select.query.columns[at].partition(" AS ")
    rest = " ".join((*select.query.order, select.query.having))
    if select.query.distinct and expression in rest:
        return None  # what distinct rows are sorted by has to be selected
    if name and re.search(rf"\b{name}\b", rest):
        return None  # the name would be left without a column
    request = select.say(_DROP, old=name or expression)
    return request, replace(select.query, columns=cut(select.query.columns, at))


_RENAME = Phrases(
    "rename the result column {old} to {new} everywhere", "call {expression} {new}",
    "use the name {new} instead of {old}", "{old} should be called {new}",
    "rename {old} to {new}", "change AS {old} to AS {new} and its uses",
    "let {expression} be returned as {new} instead of {old}",
    casual=("The name {old} says nothing, {new} would be better.",
            "Not {old} but {new} as the column name, wherever it is used.",
            "Nobody understands {old}. Make that {new}.",
            "For {expression} I would prefer the name {new} to {old}.", "Column {old} -> {new}.",
            "The report expects {new}, and here it is called {old}."),
)  # fmt: skip


def rename_column(select: Select) -> Change | None:
    """Give a result column another name."""
    named = [column for column in select.query.columns if " AS " in column]
    if not named:
        return None
    expression, old = select.random.choice(named).split(" AS ")
    new = select.random.choice(("{}_value", "sum_of_{}", "{}_all", "my_{}", "result_{}"))
    if "COUNT" in expression:
        new = select.random.choice(("row_count", "cnt", "how_many", "amount_of_rows"))
    elif "(" not in expression:
        new = select.random.choice(("{}_label", "display_{}", "{}_text"))
    new = new.format(old)
    pattern = re.compile(rf"(?<![\w.']){old}(?![\w.'(])")
    changed = select.query.mapped(lambda part: pattern.sub(new, part))
    if changed.where != select.query.where or changed.group != select.query.group:
        return None
    return select.say(_RENAME, old=old, new=new, expression=expression), changed


_DISTINCT = Phrases(
    "add DISTINCT", "select only distinct rows with DISTINCT", "make it a SELECT DISTINCT",
    "use SELECT DISTINCT", "remove duplicate rows with DISTINCT",
    "the result has duplicates, add DISTINCT after SELECT", "return unique rows, use DISTINCT",
    casual=("Half of the rows come twice, DISTINCT please.",
            "No duplicates in the result, so it has to be DISTINCT.",
            "SELECT DISTINCT, not just SELECT.",
            "I see the same row again and again, shouldn't that be DISTINCT?",
            "Each row only once, with DISTINCT."),
)  # fmt: skip
_ALL_ROWS = Phrases(
    "remove DISTINCT", "drop the DISTINCT", "use a plain SELECT without DISTINCT",
    "take out DISTINCT", "delete the DISTINCT", "we don't need DISTINCT any more, remove it",
    casual=("Just SELECT, no DISTINCT.", "The DISTINCT hides rows that we need to see.",
            "Duplicates are fine here, so no DISTINCT.", "Why DISTINCT? We want all the rows!",
            "We can do without DISTINCT now."),
)  # fmt: skip


def change_distinct(select: Select) -> Change | None:
    """Add or remove DISTINCT."""
    if select.query.group:
        return None
    request = select.say(_ALL_ROWS if select.query.distinct else _DISTINCT, coded=False)
    return request, replace(select.query, distinct=not select.query.distinct)
