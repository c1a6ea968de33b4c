"""A SELECT: its clauses, and how they are written.

Invariant: the layout depends on nothing that an edit changes, so an edit of a clause is an edit of
the text and of nothing else in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.statements.writing import spell

_Clauses = list[tuple[str, tuple[str, ...], str]]
"""Of each clause: its keyword, its parts, and what separates these."""


@dataclass(frozen=True, slots=True)
class Join:
    """One joined table."""

    kind: str
    table: str
    alias: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A SELECT and the style in which it is written."""

    columns: tuple[str, ...]
    table: str
    alias: str
    joins: tuple[Join, ...]
    where: tuple[str, ...]
    group: tuple[str, ...]
    having: str
    order: tuple[str, ...]
    limit: str
    distinct: bool
    layout: str
    indent: str
    is_lower: bool
    has_as: bool
    opening: str
    closing: str

    def write(self) -> str:
        """Return the statement."""
        clauses = [clause for clause in self._clauses() if clause[1]]
        write = {"line": _write_line, "blocks": _write_blocks, "river": _write_river}
        body = write.get(self.layout, _write_clauses)(self, clauses)
        return self.opening + spell(body, self.is_lower) + self.closing

    def _clauses(self) -> _Clauses:
        return [
            ("SELECT DISTINCT" if self.distinct else "SELECT", self.columns, ","),
            ("FROM", (self._named(self.table, self.alias),), ","),
            *(
                (join.kind, (f"{self._named(join.table, join.alias)} ON {join.on}",), ",")
                for join in self.joins
            ),
            ("WHERE", self.where, " AND"),
            ("GROUP BY", self.group, ","),
            ("HAVING", (self.having,) if self.having else (), ","),
            ("ORDER BY", self.order, ","),
            ("LIMIT", (self.limit,) if self.limit else (), ","),
        ]

    def _named(self, table: str, alias: str) -> str:
        return f"{table}{' AS' * self.has_as} {alias}" if alias else table

    def mapped(self, change: Callable[[str], str]) -> Query:
        """Return the query with every piece of code changed."""
        return replace(
            self,
            columns=tuple(map(change, self.columns)),
            table=change(self.table),
            alias=change(self.alias),
            joins=tuple(
                Join(j.kind, change(j.table), change(j.alias), change(j.on)) for j in self.joins
            ),
            where=tuple(map(change, self.where)),
            group=tuple(map(change, self.group)),
            having=change(self.having),
            order=tuple(map(change, self.order)),
        )


def _write_line(_: Query, clauses: _Clauses) -> str:
    return " ".join(f"{word} {f'{mark} '.join(parts)}" for word, parts, mark in clauses)


def _write_river(_: Query, clauses: _Clauses) -> str:
    lines = []
    for word, parts, mark in clauses:
        first, *rest = word.split()
        start = " ".join((first.rjust(6), *rest))
        joined = "\n   AND ".join(parts) if word == "WHERE" else f"{mark} ".join(parts)
        lines.append(f"{start} {joined}")
    return "\n".join(lines)


def _write_blocks(query: Query, clauses: _Clauses) -> str:
    lines = []
    for word, parts, mark in clauses:
        if word == "LIMIT" or "JOIN" in word:
            lines.append(f"{query.indent if 'JOIN' in word else ''}{word} {parts[0]}")
        elif word == "WHERE":
            lines.append(f"{word}\n{query.indent}" + f"\n{query.indent}AND ".join(parts))
        else:
            lines.append(f"{word}\n{query.indent}" + f"{mark}\n{query.indent}".join(parts))
    return "\n".join(lines)


def _write_clauses(query: Query, clauses: _Clauses) -> str:
    lines = []
    for word, parts, mark in clauses:
        if word.startswith("SELECT") and query.layout == "columns":
            lines.append(f"{word}\n{query.indent}" + f",\n{query.indent}".join(parts))
        elif word == "WHERE" and query.layout != "short":
            lines.append(f"{word} " + f"\n{query.indent}AND ".join(parts))
        else:
            lines.append(f"{word} {f'{mark} '.join(parts)}")
    return "\n".join(lines)
