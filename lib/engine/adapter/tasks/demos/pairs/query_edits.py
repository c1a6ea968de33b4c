"""The limit, the order, the condition or the join of a query changes.

Invariant: both texts are written from the same parts; only what is told differs.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.engine.adapter.tasks.demos.pairs import query_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import ask_politely
from lib.engine.adapter.tasks.demos.pairs.query_themes import NUMBERS, ORDINALS, Theme, draw_theme
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


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


def _draw_query(context: Context, theme: Theme, limit: int) -> _Query:
    random = context.random
    columns = ["id", f"{theme.one}_id", theme.number, theme.text, theme.date]
    where = []
    if context.chance(0.75):
        number = limit if context.chance(0.6) else random.choice(NUMBERS)
        where.append(f"{theme.number} {random.choice(('>', '>=', '<', '<='))} {number}")
    if context.chance(0.4):
        where.append(f"{theme.text} = '{random.choice(theme.texts)}'")
    offset = random.choice((*NUMBERS, limit, limit, 2 * limit)) if context.chance(0.5) else 0
    picked = random.sample(columns, random.randrange(3, 6))
    shown = ", ".join(column for column in columns if column in picked)
    return _Query(shown, theme.table, where, _draw_order(context, theme), limit, offset,
                  context.chance(0.15))  # fmt: skip


def _draw_order(context: Context, theme: Theme) -> str:
    random = context.random
    return random.choice((theme.number, theme.date, theme.text)) + random.choice((" DESC", " ASC"))


def set_limit(context: Context) -> Edit | None:
    """Change LIMIT or OFFSET of one query, and perhaps its order or its condition."""
    random, theme = context.random, draw_theme(context)
    limit, new = random.sample(NUMBERS, 2)
    count = 2 if context.chance(0.5) else 1
    queries = [_draw_query(context, theme, limit) for _ in range(count)]
    source = theme.case("\n\n".join(one.write() for one in queries))
    told = random.randrange(count)
    query = queries[told]
    place = f"the {ORDINALS[told]} query" if count == 2 else "the query"
    if query.offset and context.chance(0.4):
        values = {"word": "OFFSET", "old": str(query.offset), "new": str(new)}
        query.offset = new
        parts = [context.say(wordings.LIMIT, query=place, **values)]
    else:
        values = {"old": str(limit), "new": str(new), "query": place}
        query.limit = new
        parts = [context.say(wordings.BEST, **values) if context.chance(0.3) else
                 context.say(wordings.LIMIT, word="LIMIT", **values)]  # fmt: skip
    if context.chance(0.35):
        old, query.order = query.order, _draw_order(context, theme)
        if old == query.order:
            return None
        order = context.coded(theme.case(query.order))
        parts.append(context.say(wordings.ORDER, query=place, order=order,
                                 old=f"`{theme.case(old)}`"))  # fmt: skip
    elif query.where and query.where[0].startswith(theme.number + " ") and context.chance(0.5):
        old = query.where[0]
        query.where[0] = old.rpartition(" ")[0] + f" {random.choice(NUMBERS)}"
        if old == query.where[0]:
            return None
        parts.append(context.say(wordings.CONDITION, column=theme.number, query=place,
                                 old=f"`{old}`",
                                 condition=context.coded(query.where[0])))  # fmt: skip
    request = ask_politely(
        context, parts, wordings.LIMIT_REASONS, wordings.LIMIT_STAYS, items=theme.table
    )
    answer = theme.case("\n\n".join(one.write() for one in queries))
    return make_edit(context, "set limit", request, "sql", (source, answer))


def left_join(context: Context) -> Edit | None:
    """Make one join of one of two queries a LEFT JOIN; wrap a column or sort differently."""
    random, theme = context.random, draw_theme(context)
    is_long = context.chance(0.7)
    a, b = (theme.table, theme.parent) if is_long else (theme.table[0], theme.parent[0] + "2")
    selected = [f"{a}.id", f"{a}.{theme.number}", f"{b}.{theme.name}", f"{b}.{theme.detail}"]
    told = random.randrange(2)
    orders = random.sample((f"{a}.{theme.date}", f"{a}.id DESC", f"{a}.{theme.number} DESC"), 3)
    queries, answers, call, form = [], [], "", random.random()
    column = random.choice(selected[2:])
    for number in range(2):
        columns = list(selected[random.randrange(2) :])
        order, join = orders[number], "JOIN"
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
    query, twin = f"the {ORDINALS[told]} query", f"the {ORDINALS[1 - told]} query"
    parts = [context.say(wordings.LEFT, table=context.coded(theme.parent), query=query,
                         left=theme.case("LEFT JOIN"))]  # fmt: skip
    if form < 0.4:
        parts.append(context.say(wordings.COALESCE, column=f"`{column}`", query=query,
                                 call=f"`{theme.case(call)}`"))  # fmt: skip
    elif form < 0.7:
        parts.append(context.say(wordings.ORDER, query=query, order=f"`{theme.case(orders[2])}`",
                                 old=f"`{theme.case(orders[told])}`"))  # fmt: skip
    request = ask_politely(context, parts, wordings.JOIN_REASONS, wordings.JOIN_STAYS, twin=twin)
    pair = [theme.case("\n\n".join(some)) for some in (queries, answers)]
    return make_edit(context, "left join", request, "sql", (pair[0], pair[1]))


def _joined(theme: Theme, columns: list[str], names: tuple[str, str], join: str, order: str) -> str:
    first, second = names
    tables = [f"{table} {name}" if name != table else table for table, name in
              ((theme.table, first), (theme.parent, second))]  # fmt: skip
    return "\n".join((
        f"SELECT {', '.join(columns)}", f"FROM {tables[0]}",
        f"{join} {tables[1]} ON {second}.id = {first}.{theme.one}_id", f"ORDER BY {order};",
    ))  # fmt: skip
