"""Edits of numbered steps, tables, lists of names and headings, told by what an entry is about.

Invariant: text and answer are written by the same function from entries before and after.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.demos import told_list_wordings as wordings
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.demos.told_document_texts import LISTS, STEPS, TABLES, THEMES
from lib.engine.adapter.tasks.demos.told_documents import draw_document
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import FIRST_NAMES

_MARKS = ("{}. ", "{}. ", "{}. ", "{}) ", "Step {}: ", "({}) ", "- ", "* ")
_INTROS = ("This is how it works:", "Do it in this order:", "You need about half an hour.",
           "Please follow these steps.", "Easier than it looks!", "Steps:")  # fmt: skip
_OUTROS = ("That's it!", "Good luck!", "Questions? Ask in the office.", "Done.",
           "If something goes wrong, start again.", "Written down for beginners.")  # fmt: skip
_AFTERWARDS = ("Put everything back in its place.", "Wash your hands.", "Tell the others.",
               "Take a break.", "Write down what you have learned.", "Tidy up.")  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


class _StepText:
    """What stands around the steps, and how they are marked."""

    def __init__(self, context: Context) -> None:
        random = context.random
        self.title, self.steps = random.choice(STEPS)
        self.mark = random.choice(_MARKS)
        self.is_markdown = context.chance(0.5)
        self.intro = random.choice(_INTROS) if context.chance(0.5) else ""
        self.outro = random.choice(_OUTROS) if context.chance(0.4) else ""
        self.later = random.sample(_AFTERWARDS, 2) if context.chance(0.35) else []
        wanted = min(len(self.steps) - 1, max(3, context.size // 60))
        self.kept = sorted(random.sample(range(len(self.steps)), wanted))

    def write(self, steps: Sequence[int]) -> str:
        """Return the text with these steps."""
        title = f"# {self.title}" if self.is_markdown else self.title
        later = ["Afterwards:", self._write_list(self.later)] if self.later else []
        blocks = [title, self.intro, self._write_list([self.steps[i][1] for i in steps])]
        return "\n\n".join(block for block in [*blocks, *later, self.outro] if block)

    def _write_list(self, steps: Sequence[str]) -> str:
        return "\n".join(self.mark.format(i) + step for i, step in enumerate(steps, start=1))

    def name(self, context: Context, place: int) -> str:
        """Return how the kept step is told."""
        by_number = "{}" in self.mark and not self.later and context.chance(0.4)
        forms = ("step {n}", "number {n}", "the {th} step") if by_number else (
            "the step about {topic}", "the part about {topic}", "the one on {topic}",
            "the step concerning {topic}", "the step with {topic}")  # fmt: skip
        return context.random.choice(forms).format(
            n=place + 1, th=_ORDINALS[place], topic=self.steps[self.kept[place]][0]
        )


def insert_step(context: Context) -> Edit | None:
    """Put a quoted step after a told one; the later ones are counted on."""
    random = context.random
    text = _StepText(context)
    place = random.randrange(len(text.kept))
    first = text.kept[place] + 1
    last = text.kept[place + 1] if place + 1 < len(text.kept) else len(text.steps)
    if first == last:
        return None
    new = random.randrange(first, last)
    told = text.name(context, place)
    request = tell(context, wordings.INSERT_STEP, reasons=wordings.STEP_REASONS,
                   stays=wordings.INSERT_STAYS, after=told,
                   new=context.quoted(text.steps[new][1]))  # fmt: skip
    pair = text.write(text.kept), text.write(sorted([*text.kept, new]))
    return make_edit(context, "insert step", request, _language(text), pair)


def drop_step(context: Context) -> Edit | None:
    """Remove a told step; the later ones are counted anew."""
    random = context.random
    text = _StepText(context)
    place = random.randrange(len(text.kept))
    twin = text.steps[random.choice([i for i in text.kept if i != text.kept[place]])][0]
    request = tell(context, wordings.DROP_STEP, reasons=wordings.STEP_REASONS,
                   stays=wordings.DROP_STEP_STAYS, step=text.name(context, place),
                   twin=twin)  # fmt: skip
    left = [i for i in text.kept if i != text.kept[place]]
    return make_edit(
        context, "drop step", request, _language(text), (text.write(text.kept), text.write(left))
    )


def _language(text: _StepText) -> str:
    return "markdown" if text.is_markdown else "text"


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


def move_name(context: Context) -> Edit | None:
    """Move a person from one comma list to the end of another."""
    random = context.random
    source, target, *facts = random.choice(LISTS)
    names = random.sample(FIRST_NAMES, random.randrange(5, 11))
    cut = random.randrange(2, len(names) - 1)
    lists = {source: names[:cut], target: names[cut:]}
    name = random.choice(names[:cut])
    labels = [source, target] if context.chance(0.5) else [target, source]
    head, mark = random.choice(wordings.LIST_HEADS), random.choice(("{}: ", "**{}:** ", "- {}: "))
    others = random.sample(wordings.LIST_TAILS, random.randrange(3))
    after = [one.format(name=random.choice([name, *names])) for one in others]
    moved = {source: [one for one in names[:cut] if one != name], target: [*names[cut:], name]}

    def write(drawn: dict[str, list[str]]) -> str:
        lines = [mark.format(label) + ", ".join(drawn[label]) for label in labels]
        return "\n\n".join([head, "\n".join(lines), *after])

    fact = random.choice(facts).format(name=name)
    request = tell(context, wordings.MOVE, reasons=wordings.MOVE_REASONS,
                   stays=wordings.MOVE_STAYS, name=name, source=source, target=target,
                   fact=fact, Fact=fact[0].upper() + fact[1:])  # fmt: skip
    language = "markdown" if "*" in mark else random.choice(("text", "email"))
    return make_edit(context, "move name", request, language, (write(lists), write(moved)))


_LEVELS = {"#": ("a first-level heading", "a level 1 heading"),
           "###": ("a third-level heading", "a level 3 heading"),
           "####": ("a fourth-level heading", "a level 4 heading")}  # fmt: skip


def change_heading(context: Context) -> Edit | None:
    """Change the words or the level of a told heading; the same words in the text stay."""
    random = context.random
    document = draw_document(
        context, random.choice([theme for theme in THEMES if theme.has_headings])
    )
    headings = [heading for heading, _ in document.parts if heading]
    if len(headings) < 2:
        return None
    old = random.choice(headings)
    twin = random.choice([heading for heading in headings if heading != old])
    text = document.write()
    (section,) = (one for one in document.theme.sections if one.headings[:1] == (old,))
    if context.chance(0.7):
        new = random.choice(section.headings[1:])
        request = tell(context, wordings.HEADING, reasons=wordings.HEADING_REASONS,
                       stays=wordings.HEADING_STAYS, old=context.quoted(old),
                       new=context.quoted(new), twin=twin)  # fmt: skip
        line = f"## {new}"
    else:
        marks = random.choice(sorted(_LEVELS))
        request = tell(context, wordings.LEVEL, reasons=wordings.HEADING_REASONS,
                       stays=wordings.HEADING_STAYS, old=context.quoted(old), twin=twin,
                       level=random.choice(_LEVELS[marks]), marks=marks)  # fmt: skip
        line = f"{marks} {old}"
    answer = "\n".join(line if one == f"## {old}" else one for one in text.split("\n"))
    return make_edit(context, "change heading", request, "markdown", (text, answer))
