"""A column of a CREATE TABLE, of two in some texts, is added, removed or defined anew.

Invariant: the request names the column, and of two tables the one that is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.statements.domains import DOMAINS, Column
from lib.engine.adapter.tasks.statements.tables import Create, draw_create
from lib.engine.adapter.tasks.statements.writing import (
    cut,
    place_request,
    put,
    spell,
    swap,
)
from lib.engine.adapter.tasks.texts import Edit

_PHRASES = {
    "after": Phrases(
        "add a column {new} after {near}", "add {new} right after {near}",
        "insert the column {new} below {near}", "after {near}, add {new}",
        "put a new column {new} behind {near}", "we now need {new}, add it after {near}",
        "add the column {new}, directly after {near}",
    ),
    "end": Phrases(
        "add {new} as the last column", "add a column {new} at the end",
        "append the column {new}", "put {new} at the end of the column list",
        "add {new} after the last column", "we now need a column {new}, add it at the end",
        "the last column should be {new}, add it",
    ),
    "drop": Phrases(
        "drop the column {name}", "remove the column {name}", "delete the {name} column",
        "take out {name}", "we don't store {name} any more, remove the column",
        "remove {name}", "the column {name} should go", "leave out the column {name}",
    ),
    "type": Phrases(
        "change the type of {name} to {new}", "make {name} {new}", "use {new} for {name}",
        "{name} should be {new}, not {old}", "the type of {name} should be {new}",
        "store {name} as {new} instead of {old}", "change {name} from {old} to {new}",
    ),
    "constraint": Phrases(
        "add {new} to {name}", "add {new} to the column {name}", "make {name} {new}",
        "the column {name} should also be {new}", "put {new} on {name}",
        "{name} needs {new}, add it at the end of its definition", "append {new} to {name}",
    ),
    "free": Phrases(
        "remove {old} from {name}", "drop {old} from the column {name}",
        "take the {old} off {name}", "the column {name} should no longer have {old}",
        "delete {old} after {name}", "{name} does not need {old} any more, remove it",
    ),
    "rename": Phrases(
        "rename the column {name} to {new}", "rename {name} to {new}",
        "call the column {new} instead of {name}", "{name} should be called {new}",
        "change the column name {name} to {new}", "the column {name} is now called {new}",
        "use the name {new} for {name}",
    ),
}  # fmt: skip
_KINDS = ("after", "after", "end", "drop", "type", "type", "constraint", "constraint",
          "free", "rename")  # fmt: skip
_OTHER_TYPES = {
    "id": ("BIGINT", "INTEGER", "SMALLINT"), "int": ("BIGINT", "SMALLINT", "NUMERIC(6, 1)"),
    "money": ("NUMERIC(12, 2)", "DECIMAL(12, 4)", "INTEGER"), "date": ("TIMESTAMP", "DATE"),
    "person": ("VARCHAR(150)", "VARCHAR(60)", "TEXT"), "title": ("VARCHAR(150)", "VARCHAR(255)"),
    "email": ("VARCHAR(320)", "VARCHAR(120)", "TEXT"), "word": ("VARCHAR(50)", "CHAR(10)"),
    "flag": ("SMALLINT", "INTEGER", "CHAR(1)"),
}  # fmt: skip
_DEFAULTS = {"int": ("0", "1"), "money": ("0", "0.00"), "flag": ("TRUE", "FALSE")}
_MORE_COLUMNS = (
    "notes TEXT", "deleted_at TIMESTAMP", "phone VARCHAR(20)", "is_archived BOOLEAN DEFAULT FALSE",
    "sort_order INTEGER NOT NULL DEFAULT 0", "external_id BIGINT", "slug VARCHAR(80) UNIQUE",
    "last_seen DATE", "weight NUMERIC(6, 3)", "updated_by INTEGER", "locale CHAR(5)",
    "description TEXT", "retries SMALLINT DEFAULT 3", "source VARCHAR(40) NOT NULL",
)  # fmt: skip


def edit_create_table(context: Context) -> Edit | None:
    """Change one column of a CREATE TABLE, which often has a second table beside it."""
    random = context.random
    domain = random.choice(DOMAINS)
    is_pair = context.size > 220 and context.chance(0.6)
    tables = random.sample(domain, 2 if is_pair else 1)
    count = max(2, min(8, context.size // (70 if is_pair else 35)))
    drawn = [draw_create(context, table, count) for table in tables]
    if is_pair:
        drawn = [replace(one, end=";") for one in drawn]
    at = random.randrange(len(drawn))
    kind = random.choice(_KINDS)
    made = _change_create(context, drawn[at], kind)
    if made is None:
        return None
    values, changed = made
    is_lower, indent = context.chance(0.25), random.choice(("  ", "  ", "    "))
    shown = {name: context.coded(spell(value, is_lower)) for name, value in values.items()}
    request = context.say(_PHRASES[kind], **shown)
    if is_pair:
        name = drawn[at].table.name
        places = ("in the table {}", "in {}", "in the {} table", "in CREATE TABLE {}")
        request = place_request(context, request, random.choice(places).format(name))
    sources = tuple(one.write(indent, is_lower) for one in drawn)
    answers = swap(sources, at, changed.write(indent, is_lower))
    return make_edit(
        context, "table part", request, "sql", ("\n\n".join(sources), "\n\n".join(answers))
    )


def _change_create(
    context: Context, create: Create, kind: str
) -> tuple[dict[str, str], Create] | None:
    """Return what the request names, and the changed table."""
    random, columns = context.random, create.columns
    at = random.randrange(1, len(columns))
    name, definition = columns[at].split(" ", 1)
    if kind in ("after", "end"):
        new = random.choice(_MORE_COLUMNS)
        if any(column.split()[0] == new.split()[0] for column in columns):
            return None
        if kind == "end" and create.rules:
            return None  # whether the constraints come after it would be a guess
        place = len(columns) if kind == "end" else at + 1
        values = {"new": new, "near": name}
        return values, replace(create, columns=put(columns, place, new))
    if kind in ("drop", "rename") and any(f"({name})" in rule for rule in create.rules):
        return None
    if kind == "drop":
        return {"name": name}, replace(create, columns=cut(columns, at))
    changed = _redefined(context, kind, create, name, definition)
    if changed is None:
        return None
    values, line = changed
    return {"name": name, **values}, replace(create, columns=swap(columns, at, line))


def _redefined(
    context: Context, kind: str, create: Create, name: str, definition: str
) -> tuple[dict[str, str], str] | None:
    """Return what the request names besides the column, and its new definition."""
    random = context.random
    held = next(
        (c for c in create.table.columns if c.name == name),
        Column(name, "title" if "TEXT" in definition else "date"),
    )
    if kind == "rename":
        new = random.choice(("{}_value", "{}_new", "main_{}", "{}_old", "current_{}", "ext_{}"))
        new = new.format(name)
        return {"new": new}, f"{new} {definition}"
    rest = re.sub(r"^\w+(\([\d, ]+\))?", "", definition)
    old = definition.removesuffix(rest)
    if kind == "type":
        new = random.choice(_OTHER_TYPES[held.kind])
        if new == old or "DEFAULT" in rest:
            return None
        return {"new": new, "old": old}, f"{name} {new}{rest}"
    if kind == "free":
        return ({"old": rest.strip()}, f"{name} {old}") if rest else None
    options = ["NOT NULL"] if not rest else []
    options += ["UNIQUE"] if "UNIQUE" not in rest and held.kind in ("email", "title") else []
    if "DEFAULT" not in rest and "UNIQUE" not in rest:
        own = tuple(f"'{value}'" for value in held.values[:2])
        options += [f"DEFAULT {default}" for default in _DEFAULTS.get(held.kind, own)]
    if not options:
        return None
    new = random.choice(options)
    return {"new": new}, f"{name} {definition} {new}"
