"""How a single table is written: rows of values, rules of a stylesheet, declared types.

Invariant: a form writes the same table in the same way, so an edit of the table is an edit of the
text and of nothing else in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from random import Random

from lib.engine.adapter.tasks.grouped.forms import SPOKEN_FLAGS, Form, plain, title
from lib.engine.adapter.tasks.grouped.parts import Group, Part, Table, Value

Rows = Sequence[Sequence[Value]]


def draw_table_form(random: Random) -> Form:
    """Return one of the forms of a table whose groups have the same keys."""
    return random.choice(_ROW_FORMS)(random)


def _written(write: Callable[[Table], str]) -> Callable[[Sequence[Part]], str]:
    return lambda parts: "\n\n".join(write(part) for part in parts if isinstance(part, Table))


def _rows_form(
    language: str,
    write: Callable[[str, Sequence[str], Rows, str], str],
    flags: tuple[str, str] = SPOKEN_FLAGS,
) -> Callable[[Random], Form]:
    """A form that writes a table by its name, its keys, its rows and an indent."""

    def draw(random: Random) -> Form:
        indent = " " * random.choice((2, 4))

        def write_table(table: Table) -> str:
            keys = ["name", *table.groups[0].values]
            rows = [[group.name, *group.values.values()] for group in table.groups]
            return write(table.name, keys, rows, indent)

        return Form(
            language,
            _written(write_table),
            lambda key, value: f"{key} {plain(value)}",
            has_rows=True,
            flags=flags,
        )

    return draw


def _write_commas(name: str, keys: Sequence[str], rows: Rows, indent: str) -> str:
    return "\n".join((",".join(keys), *(",".join(map(plain, row)) for row in rows)))


def _write_bars(name: str, keys: Sequence[str], rows: Rows, indent: str) -> str:
    lines = [map(title, keys), ("---" for _ in keys), *(map(plain, row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _write_html(name: str, keys: Sequence[str], rows: Rows, indent: str) -> str:
    lines = ["".join(f"<th>{title(key)}</th>" for key in keys)]
    lines += ["".join(f"<td>{plain(cell)}</td>" for cell in row) for row in rows]
    return "\n".join(("<table>", *(f"{indent}<tr>{line}</tr>" for line in lines), "</table>"))


def _write_inserts(name: str, keys: Sequence[str], rows: Rows, indent: str) -> str:
    lines = ",\n".join(f"{indent}({', '.join(map(_sql, row))})" for row in rows)
    return f"INSERT INTO {name} ({', '.join(keys)}) VALUES\n{lines};"


def _sql(value: Value) -> str:
    if isinstance(value, bool):
        return _SQL_FLAGS[value]
    return f"'{value}'" if isinstance(value, str) else str(value)


_SQL_FLAGS = ("FALSE", "TRUE")


def _variables_form(random: Random) -> Form:
    """Groups as variables of the environment: `MONDAY_OPEN=09:00`."""
    quote = '"' if random.random() < 0.2 else ""

    def write(table: Table) -> str:
        blocks = [
            "\n".join(
                f"{group.name}_{key}".upper() + f"={quote}{plain(value)}{quote}"
                for key, value in group.values.items()
            )
            for group in table.groups
        ]
        return ("\n\n" if quote else "\n").join(blocks)

    return Form(
        "env",
        _written(write),
        lambda key, value: f"{key.upper()}={plain(value)}",
        has_rows=True,
        flags=SPOKEN_FLAGS,
    )


_ROW_FORMS: tuple[Callable[[Random], Form], ...] = (
    _rows_form("text", _write_commas),
    _rows_form("markdown", _write_bars),
    _rows_form("html", _write_html),
    *[_rows_form("sql", _write_inserts, _SQL_FLAGS)] * 2,
    _variables_form,
)


def rules_form(random: Random) -> Form:
    """Return a form for the rules of a stylesheet."""
    indent = " " * random.choice((2, 2, 4))

    def write(table: Table) -> str:
        return "\n\n".join(
            "\n".join((f"{group.name} {{", *_lines(group, indent + "{}: {};"), "}"))
            for group in table.groups
        )

    return Form("css", _written(write), lambda key, value: f"{key}: {value};")


def _lines(group: Group, pattern: str) -> list[str]:
    return [pattern.format(key, value) for key, value in group.values.items()]


def types_form(random: Random, language: str) -> Form:
    """Return a form for declared types."""
    pattern, gap, write = _TYPES[language]
    if language == "typescript":
        write = partial(write, head=random.choice(("", "export ")))

    def write_table(table: Table) -> str:
        return gap.join(write(group) for group in table.groups)

    return Form(language, _written(write_table), pattern.format)


def _write_class(group: Group) -> str:
    if group.form == "enum":
        rows = [f'    {key.upper()} = "{value}"' for key, value in group.values.items()]
        return "\n".join((f"class {group.name}(Enum):", *rows))
    return "\n".join(("@dataclass", f"class {group.name}:", *_lines(group, "    {}: {}")))


def _write_type(group: Group, head: str = "") -> str:
    if group.form == "enum":
        rows = [f'  {key.capitalize()} = "{value}",' for key, value in group.values.items()]
        return "\n".join((f"{head}enum {group.name} {{", *rows, "}"))
    is_interface = group.form == "interface"
    opening = f"interface {group.name} {{" if is_interface else f"type {group.name} = {{"
    closing = "}" if is_interface else "};"
    return "\n".join((head + opening, *_lines(group, "  {}: {};"), closing))


def _write_columns(group: Group) -> str:
    columns = ",\n".join(_lines(group, "    {} {}"))
    return f"CREATE TABLE {group.name} (\n{columns}\n);"


_TYPES: dict[str, tuple[str, str, Callable[..., str]]] = {
    "python": ("{}: {}", "\n\n\n", _write_class),
    "typescript": ("{}: {};", "\n\n", _write_type),
    "sql": ("{} {}", "\n\n", _write_columns),
}
"""How a key is written, what stands between types, and how one is written."""
