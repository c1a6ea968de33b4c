"""An UPDATE or a DELETE, of several in most texts, is changed or removed.

Invariant: the name of a statement is its place or what it alone has, so there is one answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.statements.domains import DOMAINS, Column, Table
from lib.engine.adapter.tasks.statements.values import draw_literal
from lib.engine.adapter.tasks.statements.writing import NTHS, cut, spell, swap
from lib.engine.adapter.tasks.texts import Edit

_PHRASES = {
    "set": Phrases(
        "{statement} should set {column} to {new}", "set {column} to {new} in {statement}",
        "in {statement}, change {column} to {new}", "let {statement} set {column} to {new}",
        "change {column} from {old} to {new} in {statement}",
        "in {statement}, use {new} instead of {old} for {column}",
    ),
    "where": Phrases(
        "in {statement}, change the condition {old} to {new}",
        "{statement} should use {new} instead of {old}", "use {new} in {statement}, not {old}",
        "change {old} to {new} in {statement}", "replace {old} by {new} in {statement}",
        "the condition of {statement} should say {new} instead of {old}",
    ),
    "add set": Phrases(
        "in {statement}, also set {new} at the end of the SET list",
        "{statement} should also set {new}, after the other columns",
        "add {new} as the last assignment in {statement}", "also set {new} in {statement}, last",
        "append {new} to the SET list of {statement}",
        "let {statement} set {new} as well, as the last column",
    ),
    "drop set": Phrases(
        "in {statement}, do not set {column} any more", "remove {column} from {statement}",
        "{statement} should not touch {column}, remove the assignment",
        "drop the assignment of {column} in {statement}",
        "take {column} out of the SET list of {statement}",
        "stop setting {column} in {statement}",
    ),
    "and": Phrases(
        "add {clause} at the end of the condition in {statement}",
        "in {statement}, append {clause} to the WHERE clause",
        "{statement} should also require {new}, as its last condition",
        "extend the WHERE of {statement} with {clause}",
        "in {statement}, add {clause} at the end of the WHERE",
        "put {clause} at the end of the WHERE clause of {statement}",
    ),
    "drop": Phrases(
        "remove {statement}", "delete {statement} completely", "drop {statement}",
        "we don't need {statement} any more, remove it", "take out {statement}",
        "get rid of {statement}", "leave out {statement}",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Statement:
    """An UPDATE (with `sets`) or a DELETE."""

    table: Table
    sets: tuple[str, ...]
    where: tuple[str, ...]

    @property
    def word(self) -> str:
        """What the statement begins with."""
        return "UPDATE" if self.sets else "DELETE"

    def write(self, layout: str, indent: str) -> str:
        """Return the statement in one of three layouts."""
        gap = " " if layout == "line" else "\n"
        inner = f"\n{indent}" if layout == "columns" else " "
        head = "UPDATE" if self.sets else "DELETE FROM"
        sets = f"{gap}SET {f',{inner}'.join(self.sets)}" if self.sets else ""
        return f"{head} {self.table.name}{sets}{gap}WHERE {f'{inner}AND '.join(self.where)};"


def _compare(context: Context, column: Column) -> str:
    """Draw a condition on the column."""
    random = context.random
    operators = ("<", ">", "<=", ">=") if column.kind in ("int", "money", "date") else ("=",)
    return f"{column.name} {random.choice(operators)} {draw_literal(random, column)}"


def _draw_statement(context: Context, table: Table) -> _Statement:
    random = context.random
    columns = random.sample(table.columns, len(table.columns))
    split = random.choice((1, 1, 2, 3)) if context.chance(0.65) else 0
    sets = [f"{column.name} = {draw_literal(random, column)}" for column in columns[:split]]
    where = [f"id = {random.randrange(1, 500)}"]
    if context.chance(0.6) and split < len(columns):
        free = columns[split : split + random.choice((1, 1, 2))]
        where = [_compare(context, column) for column in free]
    return _Statement(table, tuple(sets), tuple(where))


def edit_update(context: Context) -> Edit | None:
    """Change or remove one UPDATE or DELETE of several."""
    random = context.random
    domain = random.choice(DOMAINS)
    count = max(1, min(5, round(context.size / 110)))
    tables = [random.choice(domain) for _ in range(count)]
    statements = tuple(_draw_statement(context, table) for table in tables)
    at = random.randrange(count)
    place = _name_statement(context, statements, at)
    kind = random.choice(("set", "where", *_PHRASES))
    made = _change_statement(context, statements[at], kind)
    if made is None or (kind == "drop" and count == 1):
        return None
    values, changed = made
    layout, indent = random.choice(("line", "clauses", "columns")), random.choice(("  ", "    "))
    is_lower = context.chance(0.25)
    gap = random.choice(("\n", "\n\n")) if layout == "line" else "\n\n"
    opening = random.choice(("", "", "", "BEGIN;\n\n", f"-- clean up {tables[0].name}\n"))
    if place.endswith(" statement") or kind == "drop":
        opening = ""  # BEGIN would count as a statement, and a comment could go with its statement
    closing = "\n\nCOMMIT;" if opening.startswith("BEGIN") else ""
    shown = {
        name: value if name == "column" else context.coded(spell(value, is_lower))
        for name, value in values.items()
    }
    request = context.say(_PHRASES[kind], statement=place, **shown)
    after = cut(statements, at) if kind == "drop" else swap(statements, at, changed)
    source, answer = (
        opening + gap.join(spell(one.write(layout, indent), is_lower) for one in group) + closing
        for group in (statements, after)
    )
    return make_edit(context, "update or delete", request, "sql", (source, answer))


def _name_statement(context: Context, statements: tuple[_Statement, ...], at: int) -> str:
    """Return what people call one of the statements."""
    told, random = statements[at], context.random
    if len(statements) == 1:
        return random.choice(("the statement", f"the {told.word}"))
    others = [one for i, one in enumerate(statements) if i != at]
    name = f"the {told.word} {'of' if told.sets else 'on'} {told.table.name}"
    choices = [f"the {NTHS[at]} statement"]
    if at == len(statements) - 1:
        choices.append("the last statement")
    if all(one.word != told.word for one in others):
        choices += [f"the {told.word}", f"the {told.word} statement"]
    if all(one.table != told.table for one in others):
        choices += [f"the statement on {told.table.name}", name]
    elif all(one.table != told.table or one.word != told.word for one in others):
        choices += [name, name]
    elif all(told.where[0] not in one.where for one in others):
        choices += [f"{name} where {told.where[0]}"] * 2
    return random.choice(choices)


def _change_statement(
    context: Context, statement: _Statement, kind: str
) -> tuple[dict[str, str], _Statement] | None:
    """Return what the request names and the changed statement."""
    random, columns = context.random, statement.table.columns
    named = [part.split()[0] for part in (*statement.sets, *statement.where)]
    free = [column for column in columns if column.name not in named]
    if kind == "drop":
        return {}, statement
    if kind == "where":
        return _change_where(context, statement)
    if kind in ("and", "add set"):
        if not free or not (statement.sets or kind == "and"):
            return None
        column = random.choice(free)
        if kind == "and":
            new = _compare(context, column)
            values = {"new": new, "clause": f"AND {new}"}
            return values, replace(statement, where=(*statement.where, new))
        new = f"{column.name} = {draw_literal(random, column)}"
        return {"new": new}, replace(statement, sets=(*statement.sets, new))
    if len(statement.sets) < (2 if kind == "drop set" else 1):
        return None
    at = random.randrange(len(statement.sets))
    name, old = statement.sets[at].split(" = ")
    if kind == "drop set":
        return {"column": name}, replace(statement, sets=cut(statement.sets, at))
    new = draw_literal(random, next(column for column in columns if column.name == name))
    sets = swap(statement.sets, at, f"{name} = {new}")
    return {"column": name, "old": old, "new": new}, replace(statement, sets=sets)


def _change_where(
    context: Context, statement: _Statement
) -> tuple[dict[str, str], _Statement] | None:
    """Compare with another value."""
    at = context.random.randrange(len(statement.where))
    old = statement.where[at]
    name, operator, _ = old.split(" ", 2)
    column = next((one for one in statement.table.columns if one.name == name), Column(name, "id"))
    new = f"{name} {operator} {draw_literal(context.random, column)}"
    return {"old": old, "new": new}, replace(statement, where=swap(statement.where, at, new))
