"""A SELECT, of two in some texts, is changed in one part.

Invariant: of two queries the request says which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.statements.column_changes import (
    add_column,
    add_total,
    change_distinct,
    drop_column,
    rename_column,
)
from lib.engine.adapter.tasks.statements.condition_changes import (
    add_condition,
    change_condition,
    change_having,
    drop_condition,
    move_dates,
)
from lib.engine.adapter.tasks.statements.domains import DOMAINS
from lib.engine.adapter.tasks.statements.order_changes import (
    add_sort,
    change_direction,
    change_limit,
    drop_clause,
    drop_sort,
)
from lib.engine.adapter.tasks.statements.queries import Query
from lib.engine.adapter.tasks.statements.query_drawing import QueryDrawing
from lib.engine.adapter.tasks.statements.selects import Change, Select
from lib.engine.adapter.tasks.statements.table_changes import (
    change_join,
    rename_alias,
    rename_table,
)
from lib.engine.adapter.tasks.statements.writing import NTHS, place_request, swap
from lib.engine.adapter.tasks.texts import Edit

_PLACES = ("in the {nth} query", "in the {nth} SELECT", "in the query on {table}",
           "in the query that reads {table}", "in the {table} query")  # fmt: skip
_CHANGES: tuple[Callable[[Select], Change | None], ...] = (
    change_limit, change_limit, change_direction, change_direction, add_sort, drop_sort,
    add_column, add_column, add_total, drop_column, drop_column, change_join, change_join,
    rename_alias, change_condition, change_condition, change_condition, add_condition,
    drop_condition, drop_condition, change_distinct, move_dates, move_dates, rename_table,
    rename_column, change_having, drop_clause,
)  # fmt: skip


def edit_select(context: Context) -> Edit | None:
    """Change one part of a SELECT, of two in some texts."""
    random = context.random
    is_pair = context.size > 300 and context.chance(0.35)
    domains = random.sample(DOMAINS, 2 if is_pair else 1)
    drawings = [QueryDrawing(context, domain) for domain in domains]
    queries = [drawing.draw() for drawing in drawings]
    if is_pair:
        style = queries[0]
        queries[1] = replace(queries[1], is_lower=style.is_lower, layout=style.layout)
        queries = [replace(query, closing=";") for query in queries]
    at = random.randrange(len(queries))
    query = queries[at] = _with_twin_of_limit(context, queries[at])
    made = random.choice(_CHANGES)(Select(context, drawings[at], query))
    if made is None:
        return None
    request, changed = made
    if is_pair:
        place = random.choice(_PLACES).format(nth=NTHS[at], table=query.table)
        request = place_request(context, request, place)
    sources = tuple(one.write() for one in queries)
    source, answer = "\n\n".join(sources), "\n\n".join(swap(sources, at, changed.write()))
    return make_edit(context, "select part", request, "sql", (source, answer))


def _with_twin_of_limit(context: Context, query: Query) -> Query:
    """Let a condition compare with the number of the LIMIT, which is then to be told apart."""
    if not query.limit or not context.chance(0.6):
        return query
    having = re.sub(r"\d+$", query.limit, query.having)
    where = tuple(re.sub(r" ([<>]=?) [\d.]+$", rf" \1 {query.limit}", one) for one in query.where)
    return replace(query, having=having, where=where)
