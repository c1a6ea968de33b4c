"""Pairs of edits of style sheets and of queries, recomputed from the texts alone."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter

from lib.engine.adapter.tasks.demos.pairs.breakpoint_edits import change_breakpoint
from lib.engine.adapter.tasks.demos.pairs.query_edits import left_join, set_limit
from lib.engine.adapter.tasks.demos.pairs.rule_edits import style_two_rules
from lib.engine.adapter.tasks.demos.pairs.selector_edits import rename_class
from lib.engine.adapter.tasks.demos.pairs.table_edits import add_told_column, exchange_rows
from lib.engine.adapter.tasks.demos.pairs.variable_edits import introduce_variable
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import changed_lines, edits_of, exchanged_lines


def _selectors(text: str) -> list[str]:
    return re.findall(r"^\s*([^\s/{}][^{}]*?) \{$", text, re.MULTILINE)


def _tables(text: str) -> dict[str, list[tuple[str, str, int]]]:
    database = sqlite3.connect(":memory:")
    database.executescript(text)
    names = re.findall(r"create table (\w+)", text, re.IGNORECASE)
    found = {}
    for name in names:
        rows = database.execute("select name, type, [notnull] from pragma_table_info(?)", (name,))
        found[name] = [(row[0], row[1].lower(), row[2]) for row in rows]
    database.close()
    return found


def test_new_declarations_are_the_last_of_their_rules_and_are_told() -> None:
    """A declaration in the midst of a rule, or in its twin, would be another style sheet."""
    for edit in edits_of(style_two_rules):
        gone, come = exchanged_lines(edit)
        assert len(gone) <= 1 <= len(come) <= 2, edit
        assert _selectors(edit.text.body) == _selectors(edit.answer)
        for line in come:
            name, value = line.strip().rstrip(";").split(": ")
            assert name in edit.request, edit
            assert value in edit.request, edit
            if not gone or name not in gone[0]:
                assert re.search(rf"^{re.escape(line)}\n\}}", edit.answer, re.MULTILINE), edit


def test_breakpoints_change_but_widths_of_elements_stay() -> None:
    """A container that becomes narrower with the breakpoint is the mistake of a blind replace."""
    for edit in edits_of(change_breakpoint):
        gone, come = changed_lines(edit)
        assert len(gone) == len(come)
        pairs = list(zip(gone, come, strict=True))
        queries = [(old, new) for old, new in pairs if "@media" in old]
        others = [(old, new) for old, new in pairs if "@media" not in old]
        assert queries, edit
        assert len(others) <= 1, edit
        for old, new in queries:
            assert re.sub(r"\d+px", "", old) == re.sub(r"\d+px", "", new)
            assert re.findall(r"\d+px", new)[0] in edit.request, edit
        assert all(old[0].isspace() and old[1:2] != "@" for old, _ in others), edit


def test_variables_are_resolved_to_the_sheet_as_it_was() -> None:
    """If a similar value went through the variable, the page would look different."""
    for edit in edits_of(introduce_variable):
        used = Counter(re.findall(r"var\((--[\w-]+)\)", edit.answer))
        ((name, _),) = used.items()
        root = edit.answer.partition("}")[0].strip().split("\n")
        line, rest = root[-1], edit.answer.partition("}")[2]
        value = line.strip().removeprefix(f"{name}: ").removesuffix(";")
        assert value in edit.request, edit
        assert not re.search(rf"(?<![\w.#-]){re.escape(value)}(?![\w-])", rest), edit
        resolved = rest.replace(f"var({name})", value)
        assert resolved == edit.text.body.partition("}")[2], edit


def test_longer_class_names_stay_and_blocks_only_move() -> None:
    """`.card-title` that becomes `.tile-title` would lose its element."""
    for edit in edits_of(rename_class):
        before, after = Counter(_selectors(edit.text.body)), Counter(_selectors(edit.answer))
        gone, come = (before - after).elements(), (after - before).elements()
        olds, news = (Counter(re.findall(r"\.[\w-]+", " ".join(some))) for some in (gone, come))
        ((old, count),), ((new, same),) = (olds - news).items(), (news - olds).items()
        assert count == same
        assert old not in re.findall(r"\.[a-z][\w-]*", edit.answer), edit
        renamed = re.sub(rf"{re.escape(old)}(?![\w-])", new, edit.text.body)
        if renamed != edit.answer:
            last = edit.answer.rpartition("\n\n")[2]
            assert last in renamed, edit
            kept = [line for line in renamed.replace(last, "", 1).split("\n") if line]
            rest = edit.answer.removesuffix("\n\n" + last)
            assert kept == [line for line in rest.split("\n") if line], edit


def test_only_numbers_or_the_order_of_the_told_query_change() -> None:
    """The same number in a condition or in the other query must stay."""
    for edit in edits_of(set_limit):
        before, after = edit.text.body.split(";"), edit.answer.split(";")
        changed = [i for i, old in enumerate(before) if old != after[i]]
        assert len(changed) == 1, edit
        if len(before) == 3:
            assert f"{('first', 'second')[changed[0]]} query" in edit.request.lower(), edit
        old, new = (text[changed[0]].split() for text in (before, after))
        assert len(old) == len(new)
        where = [i for i, word in enumerate(old) if word != new[i]]
        assert sum(old[i - 1].lower() in ("limit", "offset") for i in where) == 1, edit
        assert all(new[i] in edit.request for i in where), edit


def test_one_table_gets_one_column_with_the_told_constraint() -> None:
    """NOT NULL copied from the neighbours would refuse rows that were to be allowed."""
    for edit in edits_of(add_told_column):
        before, after = _tables(edit.text.body), _tables(edit.answer)
        (table,) = (name for name in before if before[name] != after[name])
        (column,) = (one for one in after[table] if one not in before[table])
        at = after[table].index(column)
        assert [one for one in after[table] if one != column] == before[table], edit
        assert f"`{column[0]}`" in edit.request, edit
        assert f"`{after[table][at - 1][0]}`" in edit.request, edit
        free = ("nullable", "may be NULL", "without NOT NULL", "no NOT NULL", "optional", "empty",
                "no constraint", "NULL is allowed", "being allowed", "can be NULL")  # fmt: skip
        assert column[2] == (not any(word in edit.request for word in free)), edit


def _rows(edit: Edit, text: str) -> list[str]:
    return re.findall(r"^\s+(\(.*\))[,;]$", text, re.MULTILINE)


def test_rows_go_and_come_last_with_the_right_marks() -> None:
    """A comma before the semicolon, or a row in the wrong INSERT, would break the script."""
    for edit in edits_of(exchange_rows):
        gone = [row for row in _rows(edit, edit.text.body) if row not in _rows(edit, edit.answer)]
        come = [row for row in _rows(edit, edit.answer) if row not in _rows(edit, edit.text.body)]
        assert len(gone) <= 1, edit
        assert len(come) <= 1, edit
        assert all(row in edit.request and f"{row};" in edit.answer for row in come), edit
        assert all(row.split("'")[1] in edit.request for row in gone), edit
        assert not re.search(r",\s*;|\)\s*\(\d|;\s*\(", edit.answer), edit
        kept = [line for line in edit.text.body.split("\n") if not line.startswith(" ")]
        assert kept == [line for line in edit.answer.split("\n") if not line.startswith(" ")]


def test_one_query_gets_one_left_join() -> None:
    """The join of the other query must stay as it is."""
    for edit in edits_of(left_join):
        before, after = edit.text.body.split("\n\n"), edit.answer.split("\n\n")
        (at,) = (i for i in range(2) if before[i] != after[i])
        assert f"{('first', 'second')[at]} query" in edit.request.lower(), edit
        old, new = before[at].split("\n"), after[at].split("\n")
        assert new[2].lower() == f"left {old[2].lower()}", edit
        assert new[2][0].isupper() == old[2][0].isupper()
        column = re.sub(r"coalesce\(([\w.]+), '[^']*'\)", r"\1", new[0], flags=re.IGNORECASE)
        assert column == old[0], edit
        assert new[3] == old[3] or new[3].split(" ", 2)[2].rstrip(";") in edit.request, edit
