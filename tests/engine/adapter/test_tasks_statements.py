"""SQL statements that are edited in one part, run and compared in a database."""

from __future__ import annotations

import re
import sqlite3

from lib.engine.adapter.tasks.statements.domains import DOMAINS
from lib.engine.adapter.tasks.statements.row_edits import edit_insert
from lib.engine.adapter.tasks.statements.select_edits import edit_select
from lib.engine.adapter.tasks.statements.table_edits import edit_create_table
from lib.engine.adapter.tasks.statements.update_edits import edit_update
from tests.engine.adapter.drawing import changed_lines, edits_of

COUNT = 100


def statements(sql: str) -> list[str]:
    return [part.strip() for part in sql.split(";") if part.strip()]


def schema_for(script: str) -> sqlite3.Connection:
    """Return a database with every table of the domains that the script could mean."""
    names = set(re.findall(r"(?i)\b(?:from|join|update)\s+(\w+)", script))
    database = sqlite3.connect(":memory:")
    columns: dict[str, list[str]] = {}
    for domain in DOMAINS:
        for table in domain:
            columns.setdefault(table.name, []).extend(column.name for column in table.columns)
            link = table.link[1:]
            holder = table.name if table.link.startswith(">") else domain[0].name
            if link:
                columns.setdefault(holder, []).append(link)
    for name in sorted(names):
        base = max((known for known in columns if known in name), key=len)
        listed = ", ".join(dict.fromkeys(["id", *columns[base]]))
        database.execute(f"CREATE TABLE {name} ({listed})")
    return database


def test_every_select_still_runs_and_differs_in_one_statement() -> None:
    """A lost comma, a wrong keyword or an alias renamed at one place only would not run."""
    for edit in edits_of(edit_select, COUNT):
        before, after = statements(edit.text.body), statements(edit.answer)
        assert len(before) == len(after), edit
        assert sum(a != b for a, b in zip(before, after, strict=True)) == 1, edit
        for script in (*before, *after):
            query = re.sub(r"(?is)^.*?(?=\bselect\b)", "", script)
            schema_for(query).execute(query)


def test_a_changed_limit_leaves_the_same_number_elsewhere() -> None:
    """The twin of the number, in HAVING or WHERE, would change with it."""
    shown = 0
    for edit in edits_of(edit_select, COUNT):
        gone, come = changed_lines(edit)
        if "limit" not in edit.request.lower() or "\n" not in edit.text.body or not come:
            continue
        if re.fullmatch(r"(?i)\s*limit \d+;?", come[0]):
            assert len(gone) == len(come) == 1, edit
            number = re.search(r"\d+", come[0])
            assert number, edit
            assert number[0] in edit.request, edit
            shown += 1
    assert shown > 2


def test_one_column_of_one_table_changes() -> None:
    """The column of the same name in the other table would change, too, or a comma be wrong."""
    for edit in edits_of(edit_create_table, COUNT):
        tables = []
        for script in (edit.text.body, edit.answer):
            database = sqlite3.connect(":memory:")
            database.executescript(script)
            master = "SELECT name FROM sqlite_master WHERE type = 'table'"
            names = [row[0] for row in database.execute(master)]
            tables.append(
                {
                    name: [row[1:] for row in database.execute(f"PRAGMA table_info({name})")]
                    for name in names
                }
            )
        before, after = tables
        differing = [name for name in before if before[name] != after[name]]
        assert list(before) == list(after), edit
        if "unique" not in edit.request.lower():  # not part of what the database reports
            assert len(differing) == 1, edit
            name = differing[0]
            old, new = before[name], after[name]
            assert abs(len(old) - len(new)) <= 1, edit
            if len(old) == len(new):
                assert sum(a != b for a, b in zip(old, new, strict=True)) == 1, edit
            elif len(tables[0]) > 1:
                assert name in edit.request, edit


def rows_of(script: str) -> list[tuple[object, ...]]:
    database = sqlite3.connect(":memory:")
    match = re.search(r"(?i)insert into (\w+)", script)
    assert match
    first = re.search(r"(?i)values\s*\(([^)]*)\)", script)
    named = re.search(r"(?i)insert into \w+ \(([^)]*)\)", script)
    assert first
    columns = named[1] if named else ", ".join(f"c{i}" for i in range(first[1].count(",") + 1))
    database.execute(f"CREATE TABLE {match[1]} ({columns})")
    database.executescript(script)
    return list(database.execute(f"SELECT * FROM {match[1]} ORDER BY rowid"))  # noqa: S608


def test_one_row_of_an_insert_changes() -> None:
    """A row with the same value would change instead, or the statement lose its comma."""
    for edit in edits_of(edit_insert, COUNT):
        before, after = rows_of(edit.text.body), rows_of(edit.answer)
        if len(before) == len(after):
            ((old, new),) = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
            values = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
            assert len(values) in (1, 2), edit
            known = ("true", "false")  # the database reads them as numbers
            said = edit.request.lower()
            assert all(str(b).lower() in said or any(word in said for word in known)
                       or f"{b:g}" in said for _, b in values), edit  # fmt: skip
        else:
            longer, shorter = sorted((before, after), key=len, reverse=True)
            assert len(longer) == len(shorter) + 1, edit
            places = [i for i in range(len(longer)) if longer[:i] + longer[i + 1 :] == shorter]
            assert places, edit
        assert edit.text.body.endswith(";") == edit.answer.endswith(";"), edit


def test_one_update_or_delete_changes_and_all_run() -> None:
    """Another statement on the same table would change, or the remaining SET list not run."""
    removed = 0
    for edit in edits_of(edit_update, COUNT):
        before, after = statements(edit.text.body), statements(edit.answer)
        for script in after:
            if script not in ("BEGIN", "COMMIT"):
                schema_for(re.sub(r"(?m)^--.*\n", "", script)).execute(script)
        if len(before) == len(after):
            assert sum(a != b for a, b in zip(before, after, strict=True)) == 1, edit
        else:
            removed += 1
            assert [part for part in before if part in after] == after, edit
    assert removed


def test_both_splits_are_said_in_their_own_words() -> None:
    """A held-out core that is used in training would make the check worthless."""
    for make in (edit_select, edit_create_table, edit_insert, edit_update):
        assert len(edits_of(make, COUNT, "held-out")) == COUNT
        assert len({edit.text.body for edit in edits_of(make, COUNT)}) == 100
        assert all(not edit.text.body.endswith("\n") for edit in edits_of(make, COUNT))
