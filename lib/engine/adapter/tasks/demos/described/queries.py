"""Queries on tables, of which one is spoken of.

Invariant: no two queries of a text are on the same table.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.engine.adapter.tasks.demos.described.tables import TABLES, Table
from lib.engine.adapter.tasks.demos.telling import capital
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


@dataclass(frozen=True, slots=True)
class Query:
    """A SELECT on one table; a condition is its column, operator and value."""

    table: Table
    columns: tuple[str, ...]
    where: tuple[tuple[str, str, str], ...] = ()
    order: str = ""
    limit: str = ""

    def write(self, style: str, label: str) -> str:
        """Return the query, under a comment where it has a label."""
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


class DrawnQueries:
    """One to three queries on different tables, and which one is spoken of."""

    def __init__(self, context: Context) -> None:
        random = context.random
        count = max(1, min(4, round(context.size / 130)))
        tables = random.sample(TABLES, count)
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
    def query(self) -> Query:
        """The one that is spoken of."""
        return self.queries[self.index]

    def edit(
        self, context: Context, kind: str, request: str, new: Query, old: Query
    ) -> Edit | None:
        """Return the edit that makes the new query of the old one, between the others."""
        texts = []
        for one in (old, new):
            queries = [*self.queries[: self.index], one, *self.queries[self.index + 1 :]]
            written = [query.write(self.style, label)
                       for query, label in zip(queries, self.labels, strict=True)]  # fmt: skip
            texts.append("\n\n".join(written))
        return make_edit(context, kind, request, "sql", (texts[0], texts[1]))

    def slots(self) -> dict[str, str]:
        """Return what requests call the query, its table and another query."""
        return {"query": self.said, "Query": capital(self.said), "twin": self.twin,
                "table": self.query.table.name}  # fmt: skip


def _draw_query(context: Context, table: Table) -> Query:
    random = context.random
    columns = ("id", table.text, table.dates, table.numbers)
    where = random.sample(draw_conditions(context, table), random.choice((0, 1, 1, 2)))
    order = random.choice(("", table.text, f"{table.dates} DESC", table.numbers))
    limit = random.choice(("", "", "10", "20", "25", "50", "100"))
    kept = columns if context.chance(0.7) else (*columns, table.state)
    return Query(table, kept, tuple(where), order, limit)


def draw_conditions(context: Context, table: Table) -> list[tuple[str, str, str]]:
    """Return a condition on the state, one on the number and one on the date of a table."""
    random = context.random
    return [
        (table.state, "=", f"'{random.choice(table.states)}'"),
        (table.numbers, random.choice((">", "<", ">=", "<=")), str(random.randrange(2, 90))),
        (table.dates, ">=", f"'{random.randrange(2015, 2025)}-{random.randrange(2, 13):02}-01'"),
    ]
