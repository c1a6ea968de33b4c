"""Changes of the tables of a SELECT: how they are joined and what they are called.

Invariant: a renamed table or alias is renamed wherever the query names it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.phrasing import Phrases
from lib.engine.adapter.tasks.statements.queries import Query
from lib.engine.adapter.tasks.statements.selects import Change, Select
from lib.engine.adapter.tasks.statements.writing import swap

_JOIN = Phrases(
    "turn the join with {table} into {new}", "make the join on {table} {new}",
    "use {new} for {table}", "change {old} {table} to {new}",
    "join {table} with {new} instead of {old}", "the join with {table} should be {new}",
    "replace {old} by {new} for the table {table}", "{table} should come in with {new}",
    casual=("For {table} it has to be {new}, not {old}.",
            "The {old} with {table} gives us the wrong rows, it should be {new}.",
            "Why {old} for {table}? We need {new} there!",
            "I would expect {new} when {table} comes in.", "As for {table}, that is {new} now."),
)  # fmt: skip


def change_join(select: Select) -> Change | None:
    """Change the kind of one join."""
    if not select.query.joins:
        return None
    at = select.random.randrange(len(select.query.joins))
    old = select.query.joins[at]
    new = select.random.choice([k for k in ("LEFT JOIN", "INNER JOIN") if k != old.kind])
    article = "an" if new.startswith("I") else "a"
    values = {"old": select.spell(old.kind), "new": f"{article} {select.spell(new)}"}
    request = select.context.say(_JOIN, table=select.context.coded(old.table), **values)
    joins = swap(select.query.joins, at, replace(old, kind=new))
    return request, replace(select.query, joins=joins)


_ALIAS = Phrases(
    "rename the alias {old} to {new}", "use the alias {new} for {table} instead of {old}",
    "change the alias of {table} from {old} to {new}", "call {table} {new} instead of {old}",
    "the alias {old} should be {new}", "give {table} the alias {new} instead of {old}",
    "replace the alias {old} by {new} everywhere",
    casual=("The alias {old} is confusing, {new} would be clearer.",
            "For {table} we say {new}, not {old}.",
            "Nobody knows what {old} stands for. Let {table} be {new}.", "Alias {old} -> {new}.",
            "Could {table} have {new} as its alias instead of {old}?",
            "Not {old} as the alias but {new}, wherever it is used."),
)  # fmt: skip


def rename_alias(select: Select) -> Change | None:
    """Give a table another alias."""
    named = [(select.query.table, select.query.alias)]
    named += [(join.table, join.alias) for join in select.query.joins]
    table, old = select.random.choice(named)
    new = select.random.choice((table[:3], table[:4], old + "1", table.rstrip("s")))
    taken = ["in", "as", "on", "or", "all", *(alias for _, alias in named)]
    if not old or new in taken:
        return None
    return select.say(_ALIAS, old=old, new=new, table=table), _renamed(select.query, old, new)


_TABLE = Phrases(
    "rename the table {old} to {new} everywhere", "the table {old} is now called {new}",
    "use {new} instead of {old} as the table, everywhere",
    "change the table name {old} to {new}", "{old} was renamed to {new}, adapt the query",
    "replace the table {old} by {new} wherever it is named",
    "we renamed the table {old}, it is {new} now",
    casual=("There is no table {old} any more, it is {new}.", "The table is {new}, not {old}.",
            "Table {old} -> {new}, everywhere.",
            "Since the migration {old} is {new}, the query has to know that.",
            "Why does it still read {old}? The table is called {new}!",
            "We have {new} in place of the table {old} now, so please name that."),
)  # fmt: skip


def rename_table(select: Select) -> Change | None:
    """Give a table another name."""
    named = [select.query.table, *(join.table for join in select.query.joins)]
    old = select.random.choice(named)
    new = select.random.choice(("archived_{}", "{}_2024", "all_{}", "app_{}", "{}_v2", "crm_{}"))
    new = new.format(old)
    changed = _renamed(select.query, old, new)
    if re.search(rf"\b{old}\b", changed.write()):
        return None  # a comment or a view names it, too
    return select.say(_TABLE, old=old, new=new), changed


def _renamed(query: Query, old: str, new: str) -> Query:
    """Return the query with a table or an alias called otherwise."""
    pattern = re.compile(rf"(?<![\w.']){old}(?=\.)|^{old}$")
    return query.mapped(lambda part: pattern.sub(new, part))
