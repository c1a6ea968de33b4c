"""Draws queries of a domain.

Invariant: every name that a query uses is of one of its tables, so that it would run.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.statements.domains import Column, Table
from lib.engine.adapter.tasks.statements.queries import Join, Query
from lib.engine.adapter.tasks.statements.values import NUMBERS, draw_date, draw_literal

_OPENINGS = ("-- {0} report\n", "-- used by the {1} page\n", "-- {0} of the last months\n",
             "CREATE VIEW {1}_{0} AS\n", "-- TODO: check the {1} filter\n",
             "/* {0}, refreshed every night */\n", "CREATE VIEW v_{0} AS\n")  # fmt: skip
_Parts = tuple[tuple[str, ...], tuple[str, ...], str, tuple[str, ...]]
"""Columns, groups, the condition on the groups, and the order."""


class QueryDrawing:
    """Draws one query of a domain."""

    def __init__(self, context: Context, tables: tuple[Table, ...]) -> None:
        self.random, self.context = context.random, context
        count = min(len(tables) - 1, self.random.choice((0, 1, 1, 2, 2, 3)))
        if context.size < 160:
            count = min(count, 1)
        others = self.random.sample(tables[1:], count)
        self.tables = [tables[0], *others]
        self.naming = self.random.choice(("alias", "alias", "as", "full"))
        if not others and context.chance(0.7):
            self.naming = "bare"
        self.pool = [(table, column) for table in self.tables for column in table.columns]

    def name(self, table: Table, column: str) -> str:
        """Return how the query names a column."""
        prefix = {"full": table.name, "bare": ""}.get(self.naming, table.alias)
        return f"{prefix}.{column}" if prefix else column

    def draw(self) -> Query:
        """Return a query."""
        random, chance = self.random, self.context.chance
        main, aliased = self.tables[0], self.naming in ("alias", "as")
        is_grouped = chance(0.45)
        columns, group, having, order = self._grouped() if is_grouped else self._plain()
        layout = random.choice(("clauses", "clauses", "columns", "short", "blocks", "river"))
        if self.context.size < 260 and chance(0.5):
            layout = "line"
        opening = ""
        if chance(0.3):
            words = (main.name, random.choice(("admin", "monthly", "active", "overview", "top")))
            opening = random.choice(_OPENINGS).format(*words)
        return Query(
            columns=columns,
            table=main.name,
            alias=main.alias if aliased else "",
            joins=tuple(self._join(table, aliased) for table in self.tables[1:]),
            where=self._where(),
            group=group,
            having=having,
            order=order,
            limit=str(random.choice((3, 5, 10, 10, 20, 25, 50, 100))) if chance(0.65) else "",
            distinct=not is_grouped and chance(0.15),
            layout=layout,
            indent=random.choice(("  ", "  ", "    ")),
            is_lower=chance(0.3),
            has_as=self.naming == "as",
            opening=opening,
            closing=random.choice((";", ";", ";", "")),
        )

    def _join(self, table: Table, aliased: bool) -> Join:
        main, key = self.tables[0], table.link[1:]
        sides = [self.name(main, key), self.name(table, "id")]
        if table.link[0] == ">":
            sides = [self.name(table, key), self.name(main, "id")]
        if self.context.chance(0.5):
            sides.reverse()
        kind = self.random.choice(("JOIN", "JOIN", "LEFT JOIN", "INNER JOIN"))
        return Join(kind, table.name, table.alias if aliased else "", " = ".join(sides))

    def _plain(self) -> _Parts:
        random = self.random
        count = random.randrange(2, 4 if self.context.size < 200 else 7)
        drawn = random.sample(self.pool, min(count, len(self.pool)))
        names = [self.name(table, column.name) for table, column in drawn]
        columns = [
            f"{name} AS {table.name.rstrip('s')}_{column.name}"
            if column.kind in ("person", "title") and self.context.chance(0.3)
            else name
            for (table, column), name in zip(drawn, names, strict=True)
        ]
        if self.context.chance(0.4):
            columns.insert(0, self.name(self.tables[0], "id"))
        order = [self._sorting(name) for name in random.sample(names, random.choice((0, 1, 1, 2)))]
        return tuple(columns), (), "", tuple(order)

    def _grouped(self) -> _Parts:
        random = self.random
        keys = [self.name(t, c.name) for t, c in self.pool if c.kind in ("word", "person", "title")]
        measures = [self.name(t, c.name) for t, c in self.pool if c.kind in ("int", "money")]
        group = random.sample(keys, min(len(keys), random.choice((1, 1, 2))))
        totals = ["COUNT(*) AS " + random.choice(("total", "entries", "number_of_rows", "n"))]
        for measure in random.sample(measures, min(len(measures), random.choice((1, 1, 2)))):
            function = random.choice(("SUM", "AVG", "MAX", "MIN"))
            short = {"SUM": "total", "AVG": "avg", "MAX": "highest", "MIN": "lowest"}[function]
            totals.append(f"{function}({measure}) AS {short}_{measure.split('.')[-1]}")
        totals = random.sample(totals, random.randrange(1, len(totals) + 1))
        results = [total.split(" AS ") for total in totals]
        having = ""
        if self.context.chance(0.5):
            having = f"{results[0][0]} {random.choice(('>', '>='))} {random.choice(NUMBERS[:17])}"
        sortable = [results[0][1], *group]
        order = [self._sorting(name) for name in sortable[: random.choice((0, 1, 1, 2))]]
        return (*group, *totals), tuple(group), having, tuple(order)

    def _sorting(self, name: str) -> str:
        return name + self.random.choice(("", " DESC", " DESC", " ASC"))

    def _where(self) -> tuple[str, ...]:
        random = self.random
        count = random.choice((0, 1, 1, 2, 2, 3) if self.context.size > 150 else (0, 1, 1, 2))
        drawn = random.sample(self.pool, min(count, len(self.pool)))
        conditions: list[str] = []
        for table, column in drawn:
            conditions += self.draw_conditions(table, column)
        return tuple(conditions)

    def draw_conditions(self, table: Table, column: Column) -> list[str]:
        """Return one condition on the column, of dates often two."""
        random, name = self.random, self.name(table, column.name)
        value = draw_literal(random, column)
        if column.kind == "date" and random.random() < 0.6:
            first, last = sorted((draw_date(random), draw_date(random)))
            if random.random() < 0.4:
                return [f"{name} BETWEEN '{first}' AND '{last}'"]
            return [f"{name} >= '{first}'", f"{name} {random.choice(('<', '<='))} '{last}'"]
        if column.kind == "word" and random.random() < 0.25:
            chosen = random.sample(column.values, 2)
            return [f"{name} IN ('{chosen[0]}', '{chosen[1]}')"]
        if column.kind in ("person", "title", "email"):
            start = random.choice("ABCDEFGHKLMNPRSTW")
            return [random.choice((f"{name} LIKE '{start}%'", f"{name} IS NOT NULL"))]
        if column.kind in ("word", "flag", "id"):
            return [f"{name} {random.choice(('=', '=', '=', '<>'))} {value}"]
        return [f"{name} {random.choice(('>', '<', '>=', '<='))} {value}"]
