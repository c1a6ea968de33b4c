"""A table gets a column, and an inserted row other values.

Invariant: source and answer are written by one function, so only what is told differs.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.demos.described import table_wordings as say
from lib.engine.adapter.tasks.demos.described.tables import TABLES, Table
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_NEW_COLUMNS = (
    ("note", "TEXT"), ("remark", "TEXT"), ("updated_at", "TIMESTAMP"), ("phone", "VARCHAR(40)"),
    ("country", "VARCHAR(60)"), ("discount", "INTEGER"), ("rating", "INTEGER"),
    ("archived_on", "DATE"), ("color", "VARCHAR(20)"), ("weight", "REAL"), ("website", "TEXT"),
    ("parent_id", "INTEGER"), ("sort_key", "INTEGER"), ("checked_by", "VARCHAR(80)"),
)  # fmt: skip
_NULLS = (
    ("", ("may be null", "can be empty", "nullable", "not required")),
    (" NOT NULL", ("NOT NULL", "must not be null", "required (NOT NULL)")),
)


def add_column(context: Context) -> Edit | None:
    """Add a column to one of several tables, last or after a told one."""
    random = context.random
    count = max(2, min(5, round(context.size / 140)))
    tables = random.sample(TABLES, count)
    name, kind = random.choice(_NEW_COLUMNS)
    end, saids = random.choice(_NULLS)
    written = [_columns(table, context) for table in tables]
    index = random.randrange(count)
    place = len(written[index]) if context.chance(0.5) else random.randrange(2, len(written[index]))
    more = [*written[index]]
    more.insert(place, f"{name} {kind}{end}")
    near = written[index][place - 1].split()[0]
    where = (
        random.choice(("as the last column", "at the end of that table", "as its last column"))
        if place == len(written[index])
        else random.choice(("right after {}", "directly behind {}", "just below {}")).format(
            context.coded(near, bare=0.1)
        )
    )
    request = tell(
        context, say.COLUMN, reasons=say.COLUMN_REASONS, stays=say.COLUMN_STAYS,
        table=context.coded(tables[index].name, bare=0.6), column=context.coded(name),
        type=f"{kind}, {random.choice(saids)}", where=where,
        twin=random.choice([one.name for i, one in enumerate(tables) if i != index]),
    )  # fmt: skip
    indent = random.choice(("  ", "    "))
    texts = [
        "\n\n".join(
            f"CREATE TABLE {table.name} (\n{indent}" + f",\n{indent}".join(columns) + "\n);"
            for table, columns in zip(tables, its, strict=True)
        )
        for its in (written, [*written[:index], more, *written[index + 1 :]])
    ]
    return make_edit(context, "add column by words", request, "sql", (texts[0], texts[1]))


def _columns(table: Table, context: Context) -> list[str]:
    columns = [f"{table.text} TEXT NOT NULL", f"{table.dates} DATE NOT NULL",
               f"{table.numbers} INTEGER DEFAULT 0", f"{table.state} VARCHAR(30)"]  # fmt: skip
    kept = context.random.sample(columns, context.random.randrange(2, 5))
    return ["id INTEGER PRIMARY KEY", *sorted(kept, key=columns.index)]


def change_inserted(context: Context) -> Edit | None:
    """Change one or two values of one inserted row; the other rows keep theirs."""
    random = context.random
    table = random.choice(TABLES)
    names = random.sample(table.names, max(2, min(5, round(context.size / 70))))
    rows = [_draw_row(context, table, name) for name in names]
    index = random.randrange(len(rows))
    columns = (table.text, table.state, table.numbers, table.dates)
    places = sorted(random.sample((1, 2, 3), 1 if context.chance(0.6) else 2))
    fresh = _draw_row(context, table, names[index])
    new = [fresh[i] if i in places else value for i, value in enumerate(rows[index])]
    if any(new[i] == rows[index][i] for i in places):
        return None
    request = tell(
        context, say.INSERTED, reasons=say.INSERTED_REASONS, stays=say.INSERTED_STAYS,
        name=context.quoted(names[index], bare=0.7), table=table.name,
        change=" and ".join(f"{columns[i]} to {new[i].strip(chr(39))}" for i in places),
        pairs=", ".join(f"{columns[i]} {new[i].strip(chr(39))}" for i in places),
        old=" and ".join(f"{columns[i]} {rows[index][i].strip(chr(39))}" for i in places),
        twin=random.choice([one for one in names if one != names[index]]),
    )  # fmt: skip
    style = random.choice(("rows", "rows", "statements"))
    after = [*rows[:index], new, *rows[index + 1 :]]
    pair = (_insert(table, columns, rows, style), _insert(table, columns, after, style))
    return make_edit(context, "change inserted", request, "sql", pair)


def _draw_row(context: Context, table: Table, name: str) -> list[str]:
    random = context.random
    day = (
        f"'20{random.randrange(18, 26)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}'"
    )
    return [f"'{name}'", f"'{random.choice(table.states)}'", str(random.randrange(1, 95)), day]


def _insert(table: Table, columns: Sequence[str], rows: Sequence[Sequence[str]], style: str) -> str:
    head = f"INSERT INTO {table.name} ({', '.join(columns)})"
    values = [f"({', '.join(row)})" for row in rows]
    if style == "statements":
        return "\n".join(f"{head} VALUES {one};" for one in values)
    return f"{head} VALUES\n  " + ",\n  ".join(values) + ";"
