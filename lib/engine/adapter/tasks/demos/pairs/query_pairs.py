"""Ordinary edits of queries and tables, mostly of two parts, beside numbers and names much alike.

Invariant: both texts are written from the same parts; only what is told differs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.demos.pairs import query_pair_wordings as words
from lib.engine.adapter.tasks.demos.pairs.style_pairs import ask
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_THEMES = (
    "orders total status placed_on|open,paid,sent|customers customer name city|"
    "Lind,Baker,Okafor,Moreau,Ito|Oslo,Lyon,Porto,Graz",
    "loans days state due_on|out,late,back|books book title shelf|"
    "Emma,Dune,Ulysses,Persuasion,Middlemarch|north,south,attic,hall",
    "visits minutes mood started_on|calm,busy,loud|rooms room label wing|"
    "Atlas,Birch,Cedar,Delta,Ember|east,west,annex,tower",
    "payments amount method paid_on|card,cash,bank|invoices invoice code region|"
    "A-17,B-20,C-31,D-44,E-58|nordic,alpine,coastal,central",
    "grades points subject given_on|maths,art,music|pupils pupil nickname class_name|"
    "Mia,Tom,Aisha,Jonas,Lena|3a,3b,4a,4c",
    "shipments weight carrier left_on|rail,road,air|depots depot name country|"
    "Kiel,Nantes,Turin,Ghent,Malmo|DE,FR,IT,BE",
    "reviews stars source written_on|app,web,mail|films film title genre|"
    "Solaris,Amelie,Fargo,Alien,Heat|drama,comedy,crime,fantasy",
    "bookings nights channel arrives_on|phone,site,agent|hotels hotel name town|"
    "Seeblick,Aurora,Bellevue,Krone,Astoria|Bern,Linz,Como,Nice",
    "readings level unit taken_on|bar,volt,lux|sensors sensor serial site|"
    "S-11,S-24,S-37,S-42,S-53|roof,cellar,yard,garage",
    "tickets priority queue opened_on|sales,tech,legal|agents agent name team|"
    "Nora,Felix,Priya,Marek,Yuki|red,blue,gold,gray",
)  # fmt: skip
_NUMBERS = (3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 100, 200, 250)
_ORDINALS = ("first", "second")


@dataclass(frozen=True, slots=True)
class _Theme:
    """Two tables: each row of `table` belongs to one of `parent`."""

    table: str
    number: str
    text: str
    date: str
    texts: tuple[str, ...]
    parent: str
    one: str
    name: str
    detail: str
    names: tuple[str, ...]
    details: tuple[str, ...]
    is_low: bool

    def case(self, sql: str) -> str:
        """Return the SQL with its keywords in the case of this text; quoted values stay."""
        if not self.is_low:
            return sql
        parts = re.split(r"('[^']*')", sql)
        return "".join(part if part[:1] == "'" else part.lower() for part in parts)


def _draw_theme(context: Context) -> _Theme:
    main, texts, parent, names, details = context.random.choice(_THEMES).split("|")
    table, number, text, date = main.split()
    other, one, name, detail = parent.split()
    return _Theme(table, number, text, date, tuple(texts.split(",")), other, one, name, detail,
                  tuple(names.split(",")), tuple(details.split(",")),
                  context.chance(0.25))  # fmt: skip


@dataclass(slots=True)
class _Query:
    """A query of one table, whose parts are changed one by one."""

    columns: str
    table: str
    where: list[str]
    order: str
    limit: int
    offset: int
    is_short: bool

    def write(self) -> str:
        """Return the query."""
        parts = [f"SELECT {self.columns}", f"FROM {self.table}"]
        parts += ["WHERE " + " AND ".join(self.where)] if self.where else []
        parts += [f"ORDER BY {self.order}", f"LIMIT {self.limit}"]
        parts[-1] += f" OFFSET {self.offset}" if self.offset else ""
        return (" " if self.is_short else "\n").join(parts) + ";"


def _draw_query(context: Context, theme: _Theme, limit: int) -> _Query:
    random = context.random
    columns = ["id", f"{theme.one}_id", theme.number, theme.text, theme.date]
    where = []
    if context.chance(0.75):
        number = limit if context.chance(0.6) else random.choice(_NUMBERS)
        where.append(f"{theme.number} {random.choice(('>', '>=', '<', '<='))} {number}")
    if context.chance(0.4):
        where.append(f"{theme.text} = '{random.choice(theme.texts)}'")
    offset = random.choice((*_NUMBERS, limit, limit, 2 * limit)) if context.chance(0.5) else 0
    picked = random.sample(columns, random.randrange(3, 6))
    shown = ", ".join(column for column in columns if column in picked)
    return _Query(shown, theme.table, where, _draw_order(context, theme), limit, offset,
                  context.chance(0.15))  # fmt: skip


def _draw_order(context: Context, theme: _Theme) -> str:
    random = context.random
    return random.choice((theme.number, theme.date, theme.text)) + random.choice((" DESC", " ASC"))


def set_limit(context: Context) -> Edit | None:
    """Change LIMIT or OFFSET of one query, and perhaps its order or its condition."""
    random, theme = context.random, _draw_theme(context)
    limit, new = random.sample(_NUMBERS, 2)
    count = 2 if context.chance(0.5) else 1
    queries = [_draw_query(context, theme, limit) for _ in range(count)]
    source = theme.case("\n\n".join(one.write() for one in queries))
    told = random.randrange(count)
    query = queries[told]
    place = f"the {_ORDINALS[told]} query" if count == 2 else "the query"
    if query.offset and context.chance(0.4):
        values = {"word": "OFFSET", "old": str(query.offset), "new": str(new)}
        query.offset = new
        parts = [context.say(words.LIMIT, query=place, **values)]
    else:
        values = {"old": str(limit), "new": str(new), "query": place}
        query.limit = new
        parts = [context.say(words.BEST, **values) if context.chance(0.3) else
                 context.say(words.LIMIT, word="LIMIT", **values)]  # fmt: skip
    if context.chance(0.35):
        old, query.order = query.order, _draw_order(context, theme)
        if old == query.order:
            return None
        order = context.coded(theme.case(query.order))
        parts.append(context.say(words.ORDER, query=place, order=order, old=f"`{theme.case(old)}`"))
    elif query.where and query.where[0].startswith(theme.number + " ") and context.chance(0.5):
        old = query.where[0]
        query.where[0] = old.rpartition(" ")[0] + f" {random.choice(_NUMBERS)}"
        if old == query.where[0]:
            return None
        parts.append(context.say(words.CONDITION, column=theme.number, query=place, old=f"`{old}`",
                                 condition=context.coded(query.where[0])))  # fmt: skip
    request = ask(context, parts, words.LIMIT_REASONS, words.LIMIT_STAYS, items=theme.table)
    answer = theme.case("\n\n".join(one.write() for one in queries))
    return make_edit(context, "set limit", request, "sql", (source, answer))


_COLUMNS = (
    ("phone", "TEXT"), ("note", "TEXT"), ("rating", "INTEGER"), ("is_active", "BOOLEAN"),
    ("checked_at", "TIMESTAMP"), ("archived_on", "DATE"), ("language", "VARCHAR(8)"),
    ("fee", "NUMERIC(8, 2)"), ("position", "SMALLINT"), ("contact", "VARCHAR(120)"),
    ("origin", "TEXT"), ("batch", "INTEGER"), ("color_code", "CHAR(7)"), ("seen_on", "DATE"),
)  # fmt: skip


def add_told_column(context: Context) -> Edit | None:
    """Add a column after the told one of one of two tables, NOT NULL exactly if that is told."""
    random, theme = context.random, _draw_theme(context)
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
    phrases = words.REQUIRED if is_required else words.NULLABLE
    parts = [context.say(phrases, name=f"`{name}`", type=theme.case(kind),
                         table=context.coded(tables[told][0]),
                         after=f"`{tables[told][1][at].split()[0]}`")]  # fmt: skip
    request = ask(context, parts, words.COLUMN_REASONS, words.COLUMN_STAYS,
                  twin=f"`{tables[1 - told][0]}`")  # fmt: skip
    return make_edit(context, "add told column", request, "sql", (pair[0], pair[1]))


def _create(table: str, lines: list[str], indent: str) -> str:
    body = ",\n".join(indent + line for line in lines)
    return f"CREATE TABLE {table} (\n{body}\n);"


def exchange_rows(context: Context) -> Edit | None:
    """Take a row out of an INSERT and put another one last; statements that name it stay."""
    random, theme = context.random, _draw_theme(context)
    names = random.sample(theme.names, len(theme.names))
    fresh = names.pop()
    first, limit = random.choice((1, 1, 10, 101)), random.choice(_NUMBERS)
    names = names[: random.randrange(3, 5)]
    rows = [f"({first + i}, '{one}', '{random.choice(theme.details)}')"
            for i, one in enumerate(names)]  # fmt: skip
    new = f"({first + len(rows)}, '{fresh}', '{random.choice(theme.details)}')"
    gone = random.randrange(len(rows))
    form = random.random()
    kept = rows if form < 0.15 else [*rows[:gone], *rows[gone + 1 :]]
    kept = kept if 0.15 <= form < 0.3 else [*kept, new]
    key, table = context.quoted(names[gone]), context.coded(theme.parent)
    parts = [] if form < 0.15 else [context.say(words.GO, key=key, table=table)]
    if not 0.15 <= form < 0.3:
        parts.append(context.say(words.COME, row=f"`{new}`", table=table))
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
    request = ask(context, parts, words.ROWS_REASONS, words.ROWS_STAYS, table=theme.parent)
    return make_edit(context, "exchange rows", request, "sql", (pair[0], pair[1]))


def left_join(context: Context) -> Edit | None:
    """Make one join of one of two queries a LEFT JOIN; wrap a column or sort differently."""
    random, theme = context.random, _draw_theme(context)
    is_long = context.chance(0.7)
    a, b = (theme.table, theme.parent) if is_long else (theme.table[0], theme.parent[0] + "2")
    selected = [f"{a}.id", f"{a}.{theme.number}", f"{b}.{theme.name}", f"{b}.{theme.detail}"]
    told = random.randrange(2)
    queries, answers, orders = [], [], random.sample((f"{a}.{theme.date}", f"{a}.id DESC",
                                          f"{a}.{theme.number} DESC"), 3)  # fmt: skip
    call, form = "", random.random()
    column = random.choice(selected[2:])
    for number in range(2):
        columns = list(selected[random.randrange(2) :])
        order, join = orders[number % 2], "JOIN"
        source = _joined(theme, columns, (a, b), join, order)
        if number == told:
            join = "LEFT JOIN"
            if form < 0.4:
                call = f"COALESCE({column}, '{random.choice(('none', 'unknown', '-', 'n/a'))}')"
                columns[columns.index(column)] = call
            elif form < 0.7:
                order = orders[2]
        queries.append(source)
        answers.append(_joined(theme, columns, (a, b), join, order))
    query, twin = f"the {_ORDINALS[told]} query", f"the {_ORDINALS[1 - told]} query"
    parts = [context.say(words.LEFT, table=context.coded(theme.parent), query=query,
                         left=theme.case("LEFT JOIN"))]  # fmt: skip
    if form < 0.4:
        parts.append(context.say(words.COALESCE, column=f"`{column}`", query=query,
                                 call=f"`{theme.case(call)}`"))  # fmt: skip
    elif form < 0.7:
        parts.append(context.say(words.ORDER, query=query, order=f"`{theme.case(orders[2])}`",
                                 old=f"`{theme.case(orders[told])}`"))  # fmt: skip
    request = ask(context, parts, words.JOIN_REASONS, words.JOIN_STAYS, twin=twin)
    pair = [theme.case("\n\n".join(some)) for some in (queries, answers)]
    return make_edit(context, "left join", request, "sql", (pair[0], pair[1]))


def _joined(
    theme: _Theme, columns: list[str], names: tuple[str, str], join: str, order: str
) -> str:
    first, second = names
    tables = [f"{table} {name}" if name != table else table for table, name in
              ((theme.table, first), (theme.parent, second))]  # fmt: skip
    return "\n".join((
        f"SELECT {', '.join(columns)}", f"FROM {tables[0]}",
        f"{join} {tables[1]} ON {second}.id = {first}.{theme.one}_id", f"ORDER BY {order};",
    ))  # fmt: skip
