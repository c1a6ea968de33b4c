"""A row of an INSERT is changed, added or removed.

Invariant: a row is called by its number or by a value that it alone has, so there is one answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.statements.domains import DOMAINS, Column
from lib.engine.adapter.tasks.statements.values import draw_literal
from lib.engine.adapter.tasks.statements.writing import NTHS, cut, put, spell, swap
from lib.engine.adapter.tasks.texts import Edit

_PHRASES = {
    "value": Phrases(
        "change the {column} of {row} to {new}", "set {column} to {new} for {row}",
        "the {column} of {row} should be {new}", "in {row}, change {column} from {old} to {new}",
        "{column} of {row} is wrong, it should be {new}", "let {column} be {new} in {row}",
        "use {new} as the {column} of {row}", "update the {column} in {row} to {new}",
    ),
    "two": Phrases(
        "in {row}, set {column} to {new} and {column2} to {new2}",
        "change the {column} of {row} to {new} and its {column2} to {new2}",
        "the {column} of {row} should be {new} and the {column2} {new2}",
        "set {column} to {new} and {column2} to {new2} in {row}",
        "update {row}: {column} is {new} and {column2} is {new2}",
        "in {row}, {column} should be {new} and {column2} should be {new2}",
    ),
    "end": Phrases(
        "add the row {new} at the end", "append the row {new}", "add {new} as the last row",
        "insert one more row at the end: {new}", "put the row {new} after the last one",
        "we also need the row {new}, add it at the end", "add a row {new} at the end",
    ),
    "after": Phrases(
        "add the row {new} after {row}", "insert {new} after {row}", "after {row}, add {new}",
        "put the row {new} right after {row}", "add {new} below {row}",
        "we also need {new}, directly after {row}",
    ),
    "drop": Phrases(
        "remove {row}", "delete {row}", "drop {row}", "take out {row}",
        "{row} should not be inserted any more, remove it", "leave out {row}",
        "get rid of {row}",
    ),
}  # fmt: skip
_Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Insert:
    """An INSERT of several rows, or one INSERT for each row."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[_Row, ...]
    layout: str
    indent: str
    end: str
    is_lower: bool

    def row(self, row: _Row) -> str:
        """Return one row as it is written."""
        return spell(f"({', '.join(row)})", self.is_lower)

    def write(self) -> str:
        """Return the statement."""
        names = f" ({', '.join(self.columns)})" if self.layout != "unnamed" else ""
        head = spell("INSERT INTO", self.is_lower) + f" {self.table}{names}"
        values = spell("VALUES", self.is_lower)
        rows = [self.row(row) for row in self.rows]
        if self.layout == "each":
            return "\n".join(f"{head} {values} {row};" for row in rows)
        if self.layout == "line":
            return f"{head} {values} {', '.join(rows)}{self.end}"
        gap = "\n" if self.layout == "own line" else " "
        return f"{head}{gap}{values}\n{self.indent}" + f",\n{self.indent}".join(rows) + self.end


def edit_insert(context: Context) -> Edit | None:
    """Change, add or remove one row of an INSERT."""
    random = context.random
    table = random.choice([one for domain in DOMAINS for one in domain])
    width = random.choice((2, 3, 3, 4))
    chosen = sorted(random.sample(range(len(table.columns)), min(len(table.columns), width)))
    columns = tuple(table.columns[i] for i in chosen)
    count = max(2, min(8, context.size // 55))
    start, has_id = random.randrange(1, 60), context.chance(0.5)
    rows = [_draw_row(context, columns, has_id, start + i) for i in range(count + 1)]
    if any(row in rows[:i] for i, row in enumerate(rows)):
        return None
    layouts = ("own line", "same line", "same line", "unnamed", "each")
    insert = _Insert(
        table=table.name,
        columns=(("id",) if has_id else ()) + tuple(column.name for column in columns),
        rows=tuple(rows[:count]),
        layout=random.choice(("line", *layouts) if count < 4 else layouts),
        indent=random.choice(("  ", "  ", "    ", "")),
        end=random.choice((";", ";", "")),
        is_lower=context.chance(0.25),
    )
    kind, at = random.choice(("value", "value", *_PHRASES)), random.randrange(count)
    made = _change_rows(context, insert, columns, kind, at, rows[count])
    if made is None:
        return None
    values, new_rows = made
    if insert.layout == "unnamed" and "column" in values:
        return None  # nothing says which column is meant
    if insert.layout == "each" and kind in ("end", "after"):
        return None  # a row would have to be a statement
    shown = {
        name: value if name.startswith("column") else context.coded(spell(value, insert.is_lower))
        for name, value in values.items()
    }
    request = context.say(_PHRASES[kind], row=_name_row(context, insert, at), **shown)
    answer = replace(insert, rows=new_rows).write()
    return make_edit(context, "insert rows", request, "sql", (insert.write(), answer))


def _change_rows(
    context: Context, insert: _Insert, columns: tuple[Column, ...], kind: str, at: int, spare: _Row
) -> tuple[dict[str, str], tuple[_Row, ...]] | None:
    """Return what the request names and the changed rows."""
    if kind == "drop":
        return {}, cut(insert.rows, at)
    if kind in ("end", "after"):
        place = len(insert.rows) if kind == "end" else at + 1
        return {"new": insert.row(spare)}, put(insert.rows, place, spare)
    row = list(insert.rows[at])
    values: dict[str, str] = {}
    shift = len(row) - len(columns)
    places = context.random.sample(range(len(columns)), 2 if kind == "two" else 1)
    for mark, place in zip(("", "2"), sorted(places), strict=False):
        old, new = row[place + shift], draw_literal(context.random, columns[place])
        if context.chance(0.3):
            new = context.random.choice(insert.rows)[place + shift]  # as it is in a twin
        if new == old or "NULL" in (old, new):
            return None
        values |= {f"column{mark}": columns[place].name, f"new{mark}": new, f"old{mark}": old}
        row[place + shift] = new
    return values, swap(insert.rows, at, tuple(row))


def _draw_row(context: Context, columns: tuple[Column, ...], has_id: bool, number: int) -> _Row:
    values = [draw_literal(context.random, column) for column in columns]
    if context.chance(0.12):
        values[-1] = "NULL"
    return (str(number), *values) if has_id else tuple(values)


def _name_row(context: Context, insert: _Insert, at: int) -> str:
    """Return what people call a row: its number, its place, or a text that it alone has."""
    row, random = insert.rows[at], context.random
    choices = [f"the {NTHS[at]} row"]
    if at == len(insert.rows) - 1:
        choices.append("the last row")
    for value in row:
        alone = [value in other for other in insert.rows].count(True) == 1
        if value.startswith("'") and alone:
            choices += [f"the row with {value}"] * 2
    if insert.columns[0] == "id" and insert.layout != "unnamed":
        choices += [f"the row with id {row[0]}", f"the row with the id {row[0]}"]
    return random.choice(choices)
