"""A table gets a column, or loses and gets rows.

Invariant: both texts are written from the same parts; the other table and statements stay.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.pairs import table_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import ask_politely
from lib.engine.adapter.tasks.demos.pairs.query_themes import NUMBERS, draw_theme
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_COLUMNS = (
    ("phone", "TEXT"), ("note", "TEXT"), ("rating", "INTEGER"), ("is_active", "BOOLEAN"),
    ("checked_at", "TIMESTAMP"), ("archived_on", "DATE"), ("language", "VARCHAR(8)"),
    ("fee", "NUMERIC(8, 2)"), ("position", "SMALLINT"), ("contact", "VARCHAR(120)"),
    ("origin", "TEXT"), ("batch", "INTEGER"), ("color_code", "CHAR(7)"), ("seen_on", "DATE"),
)  # fmt: skip


def add_told_column(context: Context) -> Edit | None:
    """Add a column after the told one of one of two tables, NOT NULL exactly if that is told."""
    random, theme = context.random, draw_theme(context)
    required = (" NOT NULL", " NOT NULL", "")
    reference = f"{theme.one}_id INTEGER NOT NULL" + random.choice(
        ("", f" REFERENCES {theme.parent} (id)"))  # fmt: skip
    shared = random.choice(("", "created_at TIMESTAMP NOT NULL", "created_by INTEGER NOT NULL"))
    extra = [shared] if shared else []
    key = random.choice(("id INTEGER PRIMARY KEY", "id BIGINT PRIMARY KEY"))
    parent = [key, f"{theme.name} TEXT" + random.choice(required),
              f"{theme.detail} VARCHAR(60)" + random.choice(required), *extra]  # fmt: skip
    child = [key, reference, f"{theme.number} INTEGER" + random.choice(required),
             f"{theme.text} TEXT" + random.choice(required),
             f"{theme.date} DATE", *extra]  # fmt: skip
    tables = [(theme.parent, parent), (theme.table, child)]
    indent = random.choice(("  ", "    ", "\t"))
    told = random.randrange(2)
    at = random.randrange(len(tables[told][1]))
    name, kind = random.choice(_COLUMNS)
    is_required = context.chance(0.4)
    column = f"{name} {kind}" + (" NOT NULL" if is_required else "")
    changed = [*tables[told][1][: at + 1], column, *tables[told][1][at + 1 :]]
    after = [(table, changed if i == told else lines) for i, (table, lines) in enumerate(tables)]
    pair = tuple(
        theme.case("\n\n".join(_create(table, lines, indent) for table, lines in one))
        for one in (tables, after)
    )
    phrases = wordings.REQUIRED if is_required else wordings.NULLABLE
    parts = [context.say(phrases, name=f"`{name}`", type=theme.case(kind),
                         table=context.coded(tables[told][0]),
                         after=f"`{tables[told][1][at].split()[0]}`")]  # fmt: skip
    request = ask_politely(
        context,
        parts,
        wordings.COLUMN_REASONS,
        wordings.COLUMN_STAYS,
        twin=f"`{tables[1 - told][0]}`",
    )
    return make_edit(context, "add told column", request, "sql", (pair[0], pair[1]))


def _create(table: str, lines: list[str], indent: str) -> str:
    body = ",\n".join(indent + line for line in lines)
    return f"CREATE TABLE {table} (\n{body}\n);"


def exchange_rows(context: Context) -> Edit | None:
    """Take a row out of an INSERT and put another one last; statements that name it stay."""
    random, theme = context.random, draw_theme(context)
    names = random.sample(theme.names, len(theme.names))
    fresh = names.pop()
    first, limit = random.choice((1, 1, 10, 101)), random.choice(NUMBERS)
    names = names[: random.randrange(3, 5)]
    rows = [f"({first + i}, '{one}', '{random.choice(theme.details)}')"
            for i, one in enumerate(names)]  # fmt: skip
    new = f"({first + len(rows)}, '{fresh}', '{random.choice(theme.details)}')"
    gone = random.randrange(len(rows))
    form = random.random()
    kept = rows if form < 0.15 else [*rows[:gone], *rows[gone + 1 :]]
    kept = kept if 0.15 <= form < 0.3 else [*kept, new]
    key, table = context.quoted(names[gone]), context.coded(theme.parent)
    parts = [] if form < 0.15 else [context.say(wordings.GO, key=key, table=table)]
    if not 0.15 <= form < 0.3:
        parts.append(context.say(wordings.COME, row=f"`{new}`", table=table))
    head = f"INSERT INTO {theme.parent} (id, {theme.name}, {theme.detail})"
    head += random.choice((" VALUES\n", "\nVALUES\n"))
    indent = random.choice(("  ", "    "))
    where = f"WHERE {theme.name} = '{names[gone]}';"
    others = [
        " ".join(("UPDATE", theme.parent, "SET", theme.detail, f"= '{theme.details[0]}'", where)),
        " ".join(("SELECT id FROM", theme.parent, where)),
        f"INSERT INTO {theme.table} (id, {theme.one}_id, {theme.text}) VALUES\n"
        f"{indent}(1, {first}, '{theme.texts[0]}'),\n{indent}(2, {first + len(rows)}, "
        f"'{theme.texts[1]}');",
        " ".join(("DELETE FROM", theme.table, "WHERE", theme.number, "<", f"{limit};")),
    ]
    others = random.sample(others, random.randrange(1, 3))
    at, gap = random.randrange(len(others) + 1), random.choice(("\n", "\n\n"))
    inserts = [head + ",\n".join(indent + row for row in some) + ";" for some in (rows, kept)]
    pair = [theme.case(gap.join([*others[:at], one, *others[at:]])) for one in inserts]
    request = ask_politely(
        context, parts, wordings.ROWS_REASONS, wordings.ROWS_STAYS, table=theme.parent
    )
    return make_edit(context, "exchange rows", request, "sql", (pair[0], pair[1]))
