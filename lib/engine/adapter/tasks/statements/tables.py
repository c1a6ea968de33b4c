"""CREATE TABLE statements, and how they are drawn.

Invariant: the columns come before the rules on them, each on its own, so that one can be changed.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.statements.domains import Table
from lib.engine.adapter.tasks.statements.writing import spell

_TYPES = {
    "id": ("INTEGER NOT NULL", "BIGINT NOT NULL", "INT"),
    "int": ("INTEGER", "INT", "SMALLINT", "INTEGER NOT NULL", "INT DEFAULT 0"),
    "money": ("NUMERIC(10, 2)", "DECIMAL(8, 2)", "NUMERIC(10, 2) NOT NULL", "REAL"),
    "date": ("DATE", "TIMESTAMP", "TIMESTAMP NOT NULL", "TIMESTAMP DEFAULT CURRENT_TIMESTAMP"),
    "person": ("VARCHAR(100) NOT NULL", "TEXT NOT NULL", "VARCHAR(80)", "TEXT"),
    "title": ("VARCHAR(200) NOT NULL", "TEXT NOT NULL", "TEXT", "VARCHAR(120)"),
    "email": ("VARCHAR(255) NOT NULL", "TEXT", "VARCHAR(255) UNIQUE", "TEXT NOT NULL"),
    "word": ("VARCHAR(20)", "TEXT NOT NULL", "VARCHAR(30) NOT NULL", "TEXT"),
    "flag": ("BOOLEAN", "BOOLEAN NOT NULL", "BOOLEAN DEFAULT TRUE", "BOOLEAN DEFAULT FALSE"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Create:
    """A CREATE TABLE. `rules` are the lines after the columns."""

    table: Table
    columns: tuple[str, ...]
    rules: tuple[str, ...]
    head: str
    end: str
    is_line: bool

    def write(self, indent: str, is_lower: bool) -> str:
        """Return the statement."""
        lines = (*self.columns, *self.rules)
        if self.is_line:
            return spell(f"{self.head} ({', '.join(lines)}){self.end}", is_lower)
        inner = f",\n{indent}".join(lines)
        return spell(f"{self.head} (\n{indent}{inner}\n){self.end}", is_lower)


def draw_create(context: Context, table: Table, count: int) -> Create:
    """Return a statement for the table with up to `count` of its columns, and a shared one."""
    random = context.random
    chosen = sorted(random.sample(range(len(table.columns)), min(count, len(table.columns))))
    columns = [
        f"{table.columns[i].name} {random.choice(_TYPES[table.columns[i].kind])}" for i in chosen
    ]
    columns.insert(0, random.choice(("id SERIAL PRIMARY KEY", "id INTEGER PRIMARY KEY",
                                     "id BIGINT PRIMARY KEY", "id INT NOT NULL")))  # fmt: skip
    shared = random.choice(("created_at TIMESTAMP", "updated_at TIMESTAMP NOT NULL", "notes TEXT"))
    if all(column.split()[0] != shared.split()[0] for column in columns):
        columns.append(shared)
    rules = []
    if columns[0].endswith("NOT NULL"):
        rules.append("PRIMARY KEY (id)")
    for column in columns:
        name = column.split()[0]
        if name.endswith("_id") and context.chance(0.4):
            rules.append(f"FOREIGN KEY ({name}) REFERENCES {name[:-3]}s (id)")
    head = random.choice(("CREATE TABLE", "CREATE TABLE", "CREATE TABLE IF NOT EXISTS"))
    return Create(
        table=table, columns=tuple(columns), rules=tuple(rules), head=f"{head} {table.name}",
        end=random.choice((";", ";", ";", "")), is_line=len(columns) < 5 and context.chance(0.3),
    )  # fmt: skip
