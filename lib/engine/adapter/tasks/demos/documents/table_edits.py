"""A row of a Markdown table comes or goes, or a cell changes.

Invariant: text and answer are written by the same function from rows before and after.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.demos.documents import table_wordings as wordings
from lib.engine.adapter.tasks.demos.documents.list_texts import TABLES
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


class _Table:
    """A Markdown table whose rows follow an order or none."""

    def __init__(self, context: Context) -> None:
        random = context.random
        self.title, self.order, self.key, keys, columns = random.choice(TABLES)
        self.columns = [self.key, *(name for name, _ in columns)]
        wanted = min(len(keys), max(4, context.size // 55))
        places = sorted(random.sample(range(len(keys)), wanted))
        if not self.order:
            random.shuffle(places)
        self.rows = [[keys[i], *(random.choice(pool) for _, pool in columns)] for i in places]
        self.pools = [keys, *(pool for _, pool in columns)]
        self.is_padded = context.chance(0.4)
        self.has_title = context.chance(0.6)
        self.note = random.choice(wordings.NOTES) if context.chance(0.4) else ""

    def write(self, rows: Sequence[Sequence[str]]) -> str:
        """Return the text; a column is as wide as the widest value that it could have."""
        widths = [
            max(3, *(len(one) for one in (name, *pool))) if self.is_padded else 3
            for name, pool in zip(self.columns, self.pools, strict=True)
        ]
        lines = [self.columns, ["-" * width for width in widths], *rows]
        table = "\n".join(_write_row(line, widths if self.is_padded else []) for line in lines)
        blocks = [f"## {self.title}"] if self.has_title else []
        return "\n\n".join([*blocks, table, *([self.note] if self.note else [])])


def _write_row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)] if widths else cells
    )
    return f"| {' | '.join(padded)} |"


def add_row(context: Context) -> Edit | None:
    """Put a row in its place: by the order of the rows, or where it is told."""
    random = context.random
    table = _Table(context)
    place = random.randrange(1, len(table.rows))
    if not table.order and context.chance(0.4):
        place = len(table.rows) - 1
    row, rows = table.rows[place], [*table.rows[:place], *table.rows[place + 1 :]]
    before = rows[place - 1][0]
    if place == len(rows) and not table.order:
        where = random.choice(("at the end", "at the bottom", "as the last row"))
    elif table.order and context.chance(0.65):
        where = random.choice(wordings.IN_ORDER).format(order=table.order)
    else:
        where = random.choice(wordings.AFTER_ROW).format(before=before)
    request = tell(context, wordings.ADD_ROW, reasons=wordings.TABLE_REASONS,
                   stays=wordings.ROW_STAYS, key=row[0], where=where,
                   row=_tell_row(context, row))  # fmt: skip
    pair = table.write(rows), table.write(table.rows)
    return make_edit(context, "add row", request, "markdown", pair)


def _tell_row(context: Context, row: Sequence[str]) -> str:
    first, *others = row
    return context.random.choice((
        f"{first}: {', '.join(others)}", f"{first}, {', '.join(others)}",
        " | ".join(row), f"{first} ({', '.join(others)})", f"{first} - {', '.join(others)}",
    ))  # fmt: skip


def change_cell(context: Context) -> Edit | None:
    """Change the cell of a told row and column."""
    random = context.random
    table = _Table(context)
    place, column = random.randrange(len(table.rows)), random.randrange(1, len(table.columns))
    row = table.rows[place]
    if sum(row[column] in cell for cell in row) > 1:
        return None  # the old value alone would not tell the cell
    new = random.choice([one for one in table.pools[column] if one != row[column]])
    rows = [list(one) for one in table.rows]
    rows[place][column] = new
    twin = random.choice([one for one in table.rows if one is not row])[0]
    request = tell(context, wordings.CELL, reasons=wordings.TABLE_REASONS,
                   stays=wordings.CELL_STAYS, key=row[0], old=row[column], new=new, twin=twin,
                   column=table.columns[column].lower())  # fmt: skip
    pair = table.write(table.rows), table.write(rows)
    return make_edit(context, "change cell", request, "markdown", pair)


def drop_row(context: Context) -> Edit | None:
    """Remove a told row."""
    random = context.random
    table = _Table(context)
    row = random.choice(table.rows)
    twin = random.choice([one for one in table.rows if one is not row])[0]
    request = tell(context, wordings.DROP_ROW, reasons=wordings.TABLE_REASONS,
                   stays=wordings.CELL_STAYS, key=row[0], twin=twin,
                   column=table.key.lower())  # fmt: skip
    pair = table.write(table.rows), table.write([one for one in table.rows if one is not row])
    return make_edit(context, "drop row", request, "markdown", pair)
