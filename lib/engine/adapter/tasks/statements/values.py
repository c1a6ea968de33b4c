"""Values of columns, as SQL writes them.

Invariant: a value is drawn from the kind of its column, so an exchanged one fits its column, too.
"""

from __future__ import annotations

from random import Random

from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.statements.domains import Column

NUMBERS = (1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120, 150, 200, 500)


def draw_date(random: Random) -> str:
    """Return a day, as `2024-05-01`."""
    return f"20{random.randrange(19, 27)}-{random.randrange(1, 13):02}-{random.choice((1, 15)):02}"


def draw_literal(random: Random, column: Column) -> str:
    """Return a value of the column as SQL."""
    slots = Slots(random)
    if column.kind == "word":
        return f"'{random.choice(column.values)}'"
    if column.kind == "flag":
        return random.choice(("TRUE", "FALSE"))
    if column.kind == "date":
        return f"'{draw_date(random)}'"
    if column.kind == "money":
        return f"{random.choice(NUMBERS)}{random.choice(('', '.50', '.00', '.90'))}"
    if "year" in column.name or column.name == "founded":
        return str(random.randrange(1960, 2025))
    patterns = {"person": "'~First~ ~Last~'", "email": "'~email~'"}
    if column.kind in patterns:
        return slots.fill(patterns[column.kind])
    if column.kind == "title":
        return slots.fill(random.choice(("'~Adj~ ~Item~'", "'~Word~ ~Item~'", "'~Word~'")))
    return str(random.choice(NUMBERS) if column.kind == "int" else random.randrange(1, 400))
