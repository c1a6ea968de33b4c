"""Changes of the order and the number of rows, and clauses that go as a whole.

Invariant: the request says what is sorted, limited or removed, and the other clauses stay.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.phrasing import Phrases
from lib.engine.adapter.tasks.statements.selects import Change, Select
from lib.engine.adapter.tasks.statements.writing import cut, swap

_LIMIT = Phrases(
    "change the LIMIT to {new}", "change the limit from {old} to {new}",
    "return {new} rows instead of {old}", "set LIMIT {new}", "show only {new} rows",
    "the LIMIT should be {new}, not {old}", "we want {new} rows now, so adjust the LIMIT",
    "make it LIMIT {new}", "use a limit of {new}", "cap the result at {new} rows",
    casual=("Only {new} rows, not {old}.", "LIMIT {new}, please.",
            "I don't want {old} rows, {new} is right.",
            "The page shows {new} rows now, so the query should return as many.",
            "Why do I get {old} rows? I asked for {new}!", "We settled on {new} as the LIMIT.",
            "Limit {old} -> {new}."),
)  # fmt: skip


def change_limit(select: Select) -> Change | None:
    """Set the number of rows."""
    new = str(select.random.choice((1, 5, 10, 15, 20, 30, 40, 50, 100, 200, 250, 1000)))
    if not select.query.limit or new == select.query.limit:
        return None
    request = select.say(_LIMIT, coded=False, new=new, old=select.query.limit)
    return request, replace(select.query, limit=new)


_DIRECTION = Phrases(
    "sort {name} {new} instead of {old}", "make the sort order of {name} {word}",
    "order {name} {word}", "change the sort direction of {name} to {new}",
    "turn {name} into {new} in the ORDER BY", "{name} should be sorted {word}",
    "in the ORDER BY, make {name} {new}", "we need {name} in {word} order, change ORDER BY",
    "reverse the sort order of {name}, it should be {new}", "sort by {name} {word}",
    casual=("Rather {new} than {old} for {name}.", "It should be {new} for {name} from now on.",
            "The order of {name} is the wrong way round, {new} would be right.",
            "Why is {name} sorted like that? I need {new} there!",
            "So {name} is {old} now, but {new} makes more sense.",
            "The users expect {name} {new} and not {old}."),
)  # fmt: skip


def change_direction(select: Select) -> Change | None:
    """Sort one column the other way round."""
    if not select.query.order:
        return None
    at = select.random.randrange(len(select.query.order))
    name, _, old = select.query.order[at].partition(" ")
    new = "ASC" if old == "DESC" else "DESC"
    word = "descending" if new == "DESC" else "ascending"
    if word == "ascending" and select.context.chance(0.3):
        return None  # rarer, as with people
    values = {"new": select.spell(new), "old": select.spell(old or "ASC"), "word": word}
    request = select.context.say(_DIRECTION, name=select.context.coded(name), **values)
    if word == "ascending" and "ASC" not in request.upper().split():
        request += f" ({select.spell(new)})"  # otherwise the word could be left out
    order = swap(select.query.order, at, f"{name} {new}")
    return request, replace(select.query, order=order)


_ADD_SORT = Phrases(
    "add {new} as the last sort column", "sort by {new} as well, after {near}",
    "append {new} to the ORDER BY", "add {new} at the end of the ORDER BY clause",
    "also sort by {new}, last", "after {near}, sort by {new}",
    "ties should be sorted by {new}, add it at the end of ORDER BY",
    casual=("Where rows are still equal, {new} decides, last in the ORDER BY.",
            "The ORDER BY is too short, {new} is missing after {near}.",
            "Sort it as before, and then by {new}.",
            "I would like to have {new} as one more sort column, behind {near}.",
            "One more for the end of the ORDER BY: {new}.",
            "Why does the order end with {near}? After that comes {new}!"),
)  # fmt: skip


def add_sort(select: Select) -> Change | None:
    """Sort by one more column."""
    free = select.query.group or select.query.columns
    names = [name for name in free if " " not in name]
    names = [name for name in names if name not in " ".join(select.query.order)]
    if not select.query.order or not names:
        return None
    new = select.random.choice(names) + select.random.choice(("", " DESC", " ASC"))
    near = select.query.order[-1].split()[0]
    request = select.say(_ADD_SORT, new=new, near=near)
    return request, replace(select.query, order=(*select.query.order, new))


_DROP_SORT = Phrases(
    "remove {old} from the ORDER BY", "do not sort by {old} any more, keep {near}",
    "drop the sort column {old}", "sort by {near} only", "take {old} out of the sorting",
    "in the ORDER BY, delete {old}", "leave only {near} in ORDER BY",
    casual=("No {old} in the ORDER BY, please.", "Only {near} matters for the order.",
            "The order by {old} helps nobody, {near} is enough.",
            "Why do we sort by {old}? It should only be {near}!",
            "Just {near} in the ORDER BY, without {old}."),
)  # fmt: skip


def drop_sort(select: Select) -> Change | None:
    """Sort by one column less."""
    if len(select.query.order) < 2:
        return None
    at = select.random.randrange(len(select.query.order))
    order = cut(select.query.order, at)
    old, near = select.query.order[at].split()[0], order[0].split()[0]
    return select.say(_DROP_SORT, old=old, near=near), replace(select.query, order=order)


_DROP_CLAUSE = Phrases(
    "remove the {name} clause", "drop the whole {name} clause", "delete the {name} part",
    "leave out the {name} clause", "the {name} clause should go",
    "we don't need the {name} clause any more, remove it", "take the {name} clause out",
    casual=("No {name} clause, please.", "Without the {name} clause it would be right.",
            "The {name} clause is not wanted any more.",
            "Why is there a {name} clause? We never asked for that!",
            "We can do without the {name} clause, the whole of it."),
)  # fmt: skip


def drop_clause(select: Select) -> Change | None:
    """Remove a whole clause."""
    without = {
        "WHERE": replace(select.query, where=()),
        "HAVING": replace(select.query, having=""),
        "ORDER BY": replace(select.query, order=()),
        "LIMIT": replace(select.query, limit=""),
    }
    name = select.random.choice(list(without))
    if without[name] == select.query:
        return None
    return select.say(_DROP_CLAUSE, coded=False, name=name), without[name]
