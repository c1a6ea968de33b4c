"""Edits of SQL told as people speak of the rows, not of the clauses.

Invariant: source and answer are written by one function, so only what is told differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.demos import described_queries_wordings as say
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


@dataclass(frozen=True, slots=True)
class _Table:
    """A table: its text column, its date and number columns, and the values of its state."""

    name: str
    text: str
    dates: str
    numbers: str
    state: str
    states: tuple[str, ...]
    names: tuple[str, ...]


_TABLES = tuple(
    _Table(name, text, dates, numbers, state, tuple(states.split()), tuple(names.split("; ")))
    for name, text, dates, numbers, state, states, names in (
        ("orders", "customer", "created_at", "total", "status", "open paid shipped cancelled",
         "Berg; Bergmann; Costa; Diaz; Nowak"),
        ("products", "name", "added_on", "price", "category", "garden kitchen office toys",
         "Lamp; Desk lamp; Chair; Vase; Rug"),
        ("bookings", "guest", "arrival", "nights", "room_type", "single double suite family",
         "Adler; Ahmed; Baker; Blake; Clarke"),
        ("employees", "surname", "hired_on", "salary", "office", "north south east west",
         "Carter; Cohen; Dahl; Davies; Evans"),
        ("departments", "title", "founded", "headcount", "site", "harbor center airport campus",
         "Sales; Presales; Support; Legal; Design"),
        ("books", "title", "published", "pages", "genre", "crime poetry travel history",
         "Iron Winter; Salt; Night Trains; Paper Birds; Salt Road"),
        ("invoices", "client", "due_on", "amount", "state", "draft sent settled overdue",
         "Acme; Acme North; Orbit; Lumen; Vertex"),
        ("tickets", "subject", "opened_at", "priority", "status", "new waiting solved closed",
         "Login; Login page; Export; Printer; Search"),
        ("films", "title", "released", "minutes", "language", "english french german danish",
         "Harbor; Old Harbor; The Ridge; Storm; Plum"),
        ("members", "surname", "joined_on", "visits", "plan", "basic family student gold",
         "Frank; Garcia; Haas; Hansen; Ito"),
        ("courses", "title", "starts_on", "seats", "level", "beginner medium advanced expert",
         "Yoga; Yoga plus; Piano; Drawing; Judo"),
        ("trips", "city", "departs_on", "distance", "vehicle", "bus train ship plane",
         "Bern; Berlin; Lyon; Oslo; Turin"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Query:
    table: _Table
    columns: tuple[str, ...]
    where: tuple[tuple[str, str, str], ...] = ()
    order: str = ""
    limit: str = ""

    def write(self, style: str, label: str) -> str:
        parts = [f"SELECT {', '.join(self.columns)}", f"FROM {self.table.name}"]
        if self.where:
            parts.append("WHERE " + " AND ".join(" ".join(one) for one in self.where))
        parts += [f"ORDER BY {self.order}"] * bool(self.order)
        parts += [f"LIMIT {self.limit}"] * bool(self.limit)
        head = f"-- {label}\n" if label else ""
        text = (" " if "line" in style else "\n").join(parts) + ";"
        if "lower" in style:
            for word in ("SELECT", "FROM", "WHERE", "AND", "ORDER BY", "LIMIT", "DESC"):
                text = text.replace(word, word.lower())
        return head + text


_STYLES = ("line", "lines", "lines", "lines", "lower line", "lower")
_LABELS = ("{} for the start page", "{} of the report", "weekly {}", "{} for the export", "all {}")


class _Drawn:
    """One to three queries on different tables, and which one is spoken of."""

    def __init__(self, context: Context) -> None:
        random = context.random
        count = max(1, min(4, round(context.size / 130)))
        tables = random.sample(_TABLES, count)
        self.style = random.choice(_STYLES)
        self.queries = [_draw_query(context, table) for table in tables]
        has_labels = context.chance(0.5)
        self.labels = [random.choice(_LABELS).format(one.name) if has_labels else ""
                       for one in tables]  # fmt: skip
        self.index = random.randrange(count)
        others = [one.name for i, one in enumerate(tables) if i != self.index]
        self.twin = f"the query on {random.choice(others)}" if others else "the list of columns"
        names = ["the {} query", "the query on {}", "the list of {}", "the {}"]
        self.said = random.choice(names).format(self.query.table.name)
        if count > 1 and context.chance(0.3):
            self.said = "the " + ("first", "second", "third", "fourth")[self.index] + " query"

    @property
    def query(self) -> _Query:
        return self.queries[self.index]

    def edit(
        self, context: Context, kind: str, request: str, new: _Query, old: _Query
    ) -> Edit | None:
        texts = []
        for one in (old, new):
            queries = [*self.queries[: self.index], one, *self.queries[self.index + 1 :]]
            written = [query.write(self.style, label)
                       for query, label in zip(queries, self.labels, strict=True)]  # fmt: skip
            texts.append("\n\n".join(written))
        return make_edit(context, kind, request, "sql", (texts[0], texts[1]))

    def slots(self) -> dict[str, str]:
        return {"query": self.said, "Query": _capital(self.said), "twin": self.twin,
                "table": self.query.table.name}  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _draw_query(context: Context, table: _Table) -> _Query:
    random = context.random
    columns = ("id", table.text, table.dates, table.numbers)
    where = random.sample(_conditions(context, table), random.choice((0, 1, 1, 2)))
    order = random.choice(("", table.text, f"{table.dates} DESC", table.numbers))
    limit = random.choice(("", "", "10", "20", "25", "50", "100"))
    kept = columns if context.chance(0.7) else (*columns, table.state)
    return _Query(table, kept, tuple(where), order, limit)


def _conditions(context: Context, table: _Table) -> list[tuple[str, str, str]]:
    random = context.random
    return [
        (table.state, "=", f"'{random.choice(table.states)}'"),
        (table.numbers, random.choice((">", "<", ">=", "<=")), str(random.randrange(2, 90))),
        (table.dates, ">=", f"'{random.randrange(2015, 2025)}-{random.randrange(2, 13):02}-01'"),
    ]


def order_by_words(context: Context) -> Edit | None:
    """Sort one query: newest first, by name; another query keeps its order."""
    random, drawn = context.random, _Drawn(context)
    old, table = drawn.query, drawn.query.table
    if context.chance(0.55):
        old = replace(old, order="")
    order, wishes = random.choice((
        (f"{table.dates} DESC", ("latest first ({})", "by {}, the most recent on top",
                                 "with the latest {} at the top")),
        (table.dates, ("earliest first ({})", "by {}, starting with the earliest",
                       "chronologically by {}")),
        (table.text, ("alphabetically by {}", "from A to Z by {}", "in alphabetical order of {}")),
        (f"{table.text} DESC", ("by {} from Z to A", "in reverse alphabetical order of {}")),
        (f"{table.numbers} DESC", ("highest {} first", "by {}, the biggest first",
                                   "by {} in falling order")),
        (table.numbers, ("lowest {} first", "by {}, the smallest first", "by {} in rising order")),
    ))  # fmt: skip
    wish = random.choice(wishes).format(context.coded(order.split()[0]))
    request = tell(
        context, say.ORDER, reasons=say.ORDER_REASONS, stays=say.ORDER_STAYS,
        wish=wish, **drawn.slots(),
    )  # fmt: skip
    return drawn.edit(context, "order by words", request, replace(old, order=order), old)


_COUNTS = {3: "three", 5: "five", 7: "seven", 10: "ten", 12: "twelve", 15: "fifteen", 30: "thirty"}


def limit_by_words(context: Context) -> Edit | None:
    """Let one query return a told number of rows; another query keeps its limit."""
    random, drawn = context.random, _Drawn(context)
    old = drawn.query
    if context.chance(0.5):
        old = replace(old, limit="")
    number = random.choice([*_COUNTS, 40, 60, 200, 8, 500])
    said = _COUNTS.get(number, str(number)) if context.chance(0.4) else str(number)
    request = tell(
        context, say.LIMIT, reasons=say.LIMIT_REASONS, stays=say.LIMIT_STAYS,
        n=said, **drawn.slots(),
    )  # fmt: skip
    return drawn.edit(context, "limit by words", request, replace(old, limit=str(number)), old)


def change_condition_by_words(context: Context) -> Edit | None:
    """Change one condition: a bound that counts too, another bound, date or state."""
    random, drawn = context.random, _Drawn(context)
    table = drawn.query.table
    conditions = _conditions(context, table)
    place = random.randrange(3)
    old = conditions[place]
    new, wishes = (_other_state, _other_bound, _other_date)[place](context, table, old)
    kept = [place] if context.chance(0.3) else sorted({place, random.randrange(3)})
    if context.chance(0.3):
        kept.reverse()
    before = replace(drawn.query, where=tuple(conditions[i] for i in kept))
    after = replace(before, where=tuple(new if i == place else conditions[i] for i in kept))
    wish = random.choice(wishes)
    twins = [" ".join(conditions[i]) for i in kept if i != place]
    slots = drawn.slots() | ({"twin": f"`{twins[0]}`"} if twins else {})
    request = tell(
        context, say.CONDITION, reasons=say.CONDITION_REASONS, stays=say.CONDITION_STAYS,
        wish=wish, Wish=_capital(wish), column=context.coded(old[0], bare=0.1), **slots,
    )  # fmt: skip
    return drawn.edit(context, "change condition by words", request, after, before)


_Changed = tuple[tuple[str, str, str], tuple[str, ...]]


def _other_state(context: Context, table: _Table, old: tuple[str, str, str]) -> _Changed:
    was = old[2].strip("'")
    new = context.random.choice([one for one in table.states if one != was])
    return (old[0], "=", f"'{new}'"), (
        f"only {table.name} with {old[0]} {new} instead of {was} should be listed",
        f"we want the {table.name} with {old[0]} {new}, no longer those with {was}",
        f"the {table.name} should be those with {old[0]} {new} and not {was}",
    )


_OTHER_OPERATORS = {">": ">=", "<": "<=", ">=": ">", "<=": "<"}


def _other_bound(context: Context, table: _Table, old: tuple[str, str, str]) -> _Changed:
    column, operator, value = old
    if context.chance(0.6):
        new = (column, _OTHER_OPERATORS[operator], value)
        if operator in ("<", ">"):
            return new, (
                f"{table.name} with {column} exactly {value} should be listed as well",
                f"{table.name} with exactly {value} as {column} belong to it too",
                f"the value {value} for {column} should count too when we select {table.name}",
            )
        return new, (
            f"{table.name} with {column} exactly {value} should not be listed any more",
            f"exactly {value} as {column} is no longer enough for the {table.name}"
            if operator == ">=" else
            f"exactly {value} as {column} is already too much for the {table.name}",
        )  # fmt: skip
    more = str(int(value) + context.random.choice((1, 2, 5, 10, 25)))
    bound = {">": "more than", "<": "less than", ">=": "at least", "<=": "at most"}[operator]
    return (column, operator, more), (
        f"{table.name} should have {bound} {more} as {column}",
        f"the {table.name} we list must have {bound} {more} as {column}",
        f"the bound of {column} for {table.name} is {more} now, no longer {value}",
    )


def _other_date(context: Context, table: _Table, old: tuple[str, str, str]) -> _Changed:
    year = context.random.choice([one for one in range(2014, 2026) if str(one) not in old[2]])
    column = old[0]
    return (column, ">=", f"'{year}-01-01'"), (
        f"the {table.name} since the start of {year} are wanted ({column})",
        f"the condition on {column} should go back to the beginning of {year} for the {table.name}",
        f"we want {table.name} from 1 January {year} on, by {column}",
    )


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
    tables = random.sample(_TABLES, count)
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


def _columns(table: _Table, context: Context) -> list[str]:
    columns = [f"{table.text} TEXT NOT NULL", f"{table.dates} DATE NOT NULL",
               f"{table.numbers} INTEGER DEFAULT 0", f"{table.state} VARCHAR(30)"]  # fmt: skip
    kept = context.random.sample(columns, context.random.randrange(2, 5))
    return ["id INTEGER PRIMARY KEY", *sorted(kept, key=columns.index)]


def change_inserted(context: Context) -> Edit | None:
    """Change one or two values of one inserted row; the other rows keep theirs."""
    random = context.random
    table = random.choice(_TABLES)
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


def _draw_row(context: Context, table: _Table, name: str) -> list[str]:
    random = context.random
    day = (
        f"'20{random.randrange(18, 26)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}'"
    )
    return [f"'{name}'", f"'{random.choice(table.states)}'", str(random.randrange(1, 95)), day]


def _insert(
    table: _Table, columns: Sequence[str], rows: Sequence[Sequence[str]], style: str
) -> str:
    head = f"INSERT INTO {table.name} ({', '.join(columns)})"
    values = [f"({', '.join(row)})" for row in rows]
    if style == "statements":
        return "\n".join(f"{head} VALUES {one};" for one in values)
    return f"{head} VALUES\n  " + ",\n  ".join(values) + ";"
