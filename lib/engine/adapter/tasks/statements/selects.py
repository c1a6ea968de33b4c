"""A drawn query that is to be changed.

Invariant: the query itself stays; a change returns another one.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.statements.domains import Column
from lib.engine.adapter.tasks.statements.queries import Query
from lib.engine.adapter.tasks.statements.query_drawing import QueryDrawing
from lib.engine.adapter.tasks.statements.writing import spell

Change = tuple[str, Query]
"""The core of the request, and the changed query."""


@dataclass(frozen=True, slots=True)
class Select:
    """A query with what it was drawn from."""

    context: Context
    drawing: QueryDrawing
    query: Query

    @property
    def random(self) -> Random:
        """What the change is drawn with."""
        return self.context.random

    def spell(self, code: str) -> str:
        """Return code with its keywords in the case of the query."""
        return spell(code, self.query.is_lower)

    def say(self, phrases: Phrases, *, coded: bool = True, **values: str) -> str:
        """Return the request; the values are code in the case of the query."""
        shown = {name: self.spell(value) for name, value in values.items()}
        if coded:
            shown = {name: self.context.coded(value) for name, value in shown.items()}
        return self.context.say(phrases, **shown)

    def draw_unused(self) -> str | None:
        """Draw the name of a column that the select list does not have."""
        used = [column.split(" AS ")[0] for column in self.query.columns]
        names = [self.drawing.name(table, column.name) for table, column in self.drawing.pool]
        free = [name for name in names if name not in used]
        return self.random.choice(free) if free else None

    def column(self, name: str) -> Column:
        """Return the column that the query calls by this name."""
        return next(
            column
            for table, column in self.drawing.pool
            if self.drawing.name(table, column.name) == name
        )
