"""One query is sorted, limited or selects other rows, told as people speak of the rows.

Invariant: source and answer are written by one function, so only what is told differs.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.demos.described import query_wordings as say
from lib.engine.adapter.tasks.demos.described.queries import DrawnQueries, draw_conditions
from lib.engine.adapter.tasks.demos.described.tables import Table
from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


def order_by_words(context: Context) -> Edit | None:
    """Sort one query: newest first, by name; another query keeps its order."""
    random, drawn = context.random, DrawnQueries(context)
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
    random, drawn = context.random, DrawnQueries(context)
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
    random, drawn = context.random, DrawnQueries(context)
    table = drawn.query.table
    conditions = draw_conditions(context, table)
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
        wish=wish, Wish=capital(wish), column=context.coded(old[0], bare=0.1), **slots,
    )  # fmt: skip
    return drawn.edit(context, "change condition by words", request, after, before)


_Changed = tuple[tuple[str, str, str], tuple[str, ...]]


def _other_state(context: Context, table: Table, old: tuple[str, str, str]) -> _Changed:
    was = old[2].strip("'")
    new = context.random.choice([one for one in table.states if one != was])
    return (old[0], "=", f"'{new}'"), (
        f"only {table.name} with {old[0]} {new} instead of {was} should be listed",
        f"we want the {table.name} with {old[0]} {new}, no longer those with {was}",
        f"the {table.name} should be those with {old[0]} {new} and not {was}",
    )


_OTHER_OPERATORS = {">": ">=", "<": "<=", ">=": ">", "<=": "<"}


def _other_bound(context: Context, table: Table, old: tuple[str, str, str]) -> _Changed:
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


def _other_date(context: Context, table: Table, old: tuple[str, str, str]) -> _Changed:
    year = context.random.choice([one for one in range(2014, 2026) if str(one) not in old[2]])
    column = old[0]
    return (column, ">=", f"'{year}-01-01'"), (
        f"the {table.name} since the start of {year} are wanted ({column})",
        f"the condition on {column} should go back to the beginning of {year} for the {table.name}",
        f"we want {table.name} from 1 January {year} on, by {column}",
    )
