"""Changes of conditions: of the rows, of dates, of groups.

Invariant: the request names one condition, by its text or by a column that it alone is on.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.phrasing import Phrases
from lib.engine.adapter.tasks.statements.selects import Change, Select
from lib.engine.adapter.tasks.statements.values import NUMBERS, draw_date, draw_literal
from lib.engine.adapter.tasks.statements.writing import cut, swap

_CONDITION = Phrases(
    "change the condition {old} to {new}", "replace {old} by {new}",
    "the condition {old} should be {new}", "use {new} instead of {old}",
    "it should be {new} instead of {old}", "make it {new} where it says {old}",
    "change {old} to {new} in the WHERE clause", "filter by {new} rather than {old}",
    "{old} is wrong, it must be {new}", "swap the condition {old} for {new}",
    casual=("Not {old} but {new}.", "It says {old}, we meant {new}.",
            "Who wrote {old}? That has to be {new}!",
            "The rows are the wrong ones, because {old} ought to be {new}.",
            "Condition {old} -> {new}.", "From now on it's {new} where we had {old}.",
            "I would expect {new} there, not {old}."),
)  # fmt: skip
_VALUE = Phrases(
    "in the condition on {name}, use {value}", "change the value for {name} to {value}",
    "set the value that {name} is compared with to {value}",
    "compare {name} with {value}", "use {value} in the filter on {name}",
    "the filter on {name} should use {value} instead of {old_value}",
    "change {old_value} to {value} in the condition on {name}",
    casual=("For {name} it's {value} now, no longer {old_value}.",
            "The value {old_value} for {name} is outdated, {value} is right.",
            "Why {old_value} in the filter on {name}? We said {value}!",
            "Filter on {name}: {value} instead of {old_value}.",
            "We only changed our mind about {name}: {value}, not {old_value}.",
            "I'd like to have {value} where {name} is compared with {old_value}."),
)  # fmt: skip


def change_condition(select: Select) -> Change | None:
    """Compare in another way or with another value."""
    if not select.query.where:
        return None
    at = select.random.randrange(len(select.query.where))
    old = select.query.where[at]
    match = re.match(r"(\S+) (=|<>|>=|<=|>|<) (\S+)$", old)
    if not match:
        return None
    column = select.column(match[1])
    value = draw_literal(select.random, column)
    operator = select.random.choice({"=": ("<>",), "<>": ("=",)}.get(match[2], (">", ">=", "<")))
    if column.kind == "date":
        operator = {">=": ">", "<=": "<", "<": "<=", ">": ">="}[match[2]]
    drawn = select.random.random()
    if drawn < 0.35:
        new = f"{match[1]} {operator} {match[3]}"
    elif drawn < 0.8:
        new = f"{match[1]} {match[2]} {value}"
    else:
        new = f"{match[1]} {operator} {value}"
    if new in select.query.where:
        return None
    where = swap(select.query.where, at, new)
    is_only = sum(one.startswith(match[1] + " ") for one in select.query.where) == 1
    if is_only and match[2] == new.split(" ")[1] and select.context.chance(0.5):
        request = select.say(_VALUE, name=match[1], value=value, old_value=match[3])
    else:
        request = select.say(_CONDITION, old=old, new=new)
    return request, replace(select.query, where=where)


_ADD = Phrases(
    "add {clause} at the end of the WHERE clause", "append {clause} to the WHERE clause",
    "extend the WHERE clause with {clause}", "add {clause} as the last condition",
    "also require {new}, at the end of the WHERE", "put {clause} at the end of WHERE",
    "we only want rows with {new}, add that as the last condition",
    "add one more condition at the end: {clause}", "filter by {new} too, after {near}",
    casual=("One more condition at the end: {new}.",
            "Too many rows. Only those with {new}, as the last condition.",
            "At the end of the WHERE I miss {clause}.",
            "All the conditions we have, and {new} as well, behind {near}.",
            "It also has to hold that {new}, last in the WHERE.",
            "Could we narrow it down with {clause} at the end?",
            "The last condition should be {new}, after those that are there."),
)  # fmt: skip


def add_condition(select: Select) -> Change | None:
    """Add a condition at the end of the WHERE clause."""
    if not select.query.where or " AND " in select.query.where[-1]:
        return None
    drawn = select.drawing.draw_conditions(*select.random.choice(select.drawing.pool))
    new = drawn[0]
    named = [one.split()[0] for one in select.query.where]
    if len(drawn) > 1 or " AND " in new or new.split()[0] in named:
        return None
    request = select.say(_ADD, clause=f"AND {new}", new=new, near=select.query.where[-1])
    return request, replace(select.query, where=(*select.query.where, new))


_DROP = Phrases(
    "remove the condition {old}", "drop the filter {old}", "delete {old} from the WHERE",
    "we don't need {old} any more, remove it", "take out the condition {old}",
    "stop filtering by {old}", "the condition {old} should go", "leave out {old}",
    casual=("No more {old}.", "Without {old}, please, the other conditions are fine.",
            "We lose rows because of {old}, that condition can go.",
            "Why {old}? We want those rows, too!", "The condition {old} is one too many.",
            "It does not matter any longer whether {old}, so not in the WHERE."),
)  # fmt: skip


def drop_condition(select: Select) -> Change | None:
    """Remove one condition of several."""
    if len(select.query.where) < 2:
        return None
    at = select.random.randrange(len(select.query.where))
    request = select.say(_DROP, old=select.query.where[at])
    return request, replace(select.query, where=cut(select.query.where, at))


_DATES = Phrases(
    "change the period of {name} to {new} until {end}",
    "move the date range to {new} and {end}", "use the dates {new} and {end} for {name}",
    "the range of {name} should go from {new} to {end}",
    "set the bounds of {name} to {new} and {end}",
    "change {old} to {new} and {old_end} to {end}",
    "report on {new} to {end} instead of {old} to {old_end}",
    casual=("From {new} to {end}, that is the period for {name} now.",
            "The old period is over, {name} runs from {new} to {end}.",
            "Not {old} to {old_end} but {new} to {end}.",
            "We need it for {new} until {end}, I mean {name}.",
            "New bounds for {name}: {new} and {end}.",
            "Why does it still say {old} and {old_end}? It's {new} and {end} this time!"),
)  # fmt: skip


def move_dates(select: Select) -> Change | None:
    """Move a range of dates."""
    where = list(select.query.where)
    found = [
        (i, date) for i, one in enumerate(where) for date in re.findall(r"'(\d{4}-\d\d-\d\d)'", one)
    ]
    if len(found) != 2:
        return None
    (place, old), (end_place, old_end) = found
    if old == old_end:
        return None
    name = where[place].split()[0]
    first, last = sorted((draw_date(select.random), draw_date(select.random)))
    if where[end_place].split()[0] != name or first == last or {first, last} & {old, old_end}:
        return None
    where[place] = where[place].replace(f"'{old}'", f"'{first}'")
    where[end_place] = where[end_place].replace(f"'{old_end}'", f"'{last}'")
    coded = select.context.coded(name)
    request = select.context.say(_DATES, name=coded, new=first, end=last, old=old, old_end=old_end)
    return request, replace(select.query, where=tuple(where))


_HAVING = Phrases(
    "change the HAVING condition to {new}", "replace {old} by {new} in the HAVING clause",
    "the HAVING clause should say {new}", "use HAVING {new}",
    "keep only groups with {new}", "in the HAVING clause use {new} instead of {old}",
    "it should be HAVING {new}, not {old}",
    casual=("HAVING {new}, no longer {old}.",
            "Only groups with {new} are of interest now, not those with {old}.",
            "The HAVING is outdated: it says {old}, we need {new}.",
            "I'd like to see {new} in the HAVING clause, not {old}.",
            "Why do we keep the groups with {old}? It's {new} we want!"),
)  # fmt: skip


def change_having(select: Select) -> Change | None:
    """Change the condition on the groups."""
    if not select.query.having:
        return None
    left, operator, _ = select.query.having.rsplit(" ", 2)
    new = f"{left} {select.random.choice((operator, operator, '<', '>='))} "
    new += str(select.random.choice(NUMBERS[1:17]))
    if new == select.query.having:
        return None
    return select.say(_HAVING, old=select.query.having, new=new), replace(select.query, having=new)
