"""Steps with results, and how they are written: as branches, as cases, as a table.

Invariant: a form writes the same rows in the same way, so an edit of the rows is an edit of the
text and of nothing else in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps with results, written as branches or as a table."""

    what: str
    variable: str
    comparison: str
    rows: tuple[tuple[str, str], ...]
    """(number, result)."""
    otherwise: str
    form: str
    """Of `_FORMS`."""
    mark: str
    """The quote of its strings."""

    @property
    def name(self) -> str:
        """The function's name; a table has it in upper case."""
        return camel(self.what) if self.is_script else self.what.replace(" ", "_")

    @property
    def is_script(self) -> bool:
        """Whether it is written in JavaScript or TypeScript."""
        return self.form in ("script", "script guards", "switch")

    @property
    def is_table(self) -> bool:
        """Whether its steps are data instead of branches."""
        return self.form in ("table", "dict")

    @property
    def is_equal(self) -> bool:
        """Whether each result belongs to one number; else to a range, and the order counts."""
        return self.comparison == "=="

    def shown(self, result: str) -> str:
        """Return the result as it is written in the code."""
        return result if re.fullmatch(r"[\d.]+", result) else self.mark + result + self.mark

    def case(self, number: str) -> str:
        """Return the words of the code that tell one step."""
        if self.form in ("match", "switch"):
            return f"case {number}"
        if self.is_table:
            return number
        comparison = "===" if self.is_equal and self.is_script else self.comparison
        return f"{self.variable} {comparison} {number}"

    def write(self) -> str:
        """Return the code."""
        return _FORMS[self.form](self)


def camel(name: str) -> str:
    """Return the words as a name of a script."""
    return re.sub(r" (\w)", lambda match: match[1].upper(), name)


def _write_branches(ladder: Ladder) -> str:
    lines = [f"def {ladder.name}({ladder.variable}):"]
    for i, (number, result) in enumerate(ladder.rows):
        word = "if" if i == 0 or ladder.form == "guards" else "elif"
        lines += [f"    {word} {ladder.case(number)}:", f"        return {ladder.shown(result)}"]
    last = f"return {ladder.shown(ladder.otherwise)}"
    lines += ["    " + last] if ladder.form == "guards" else ["    else:", "        " + last]
    return "\n".join(lines)


def _write_prints(ladder: Ladder) -> str:
    mark = ladder.mark
    lines = [f"{ladder.variable} = int(input({mark}{ladder.variable.title()}: {mark}))"]
    for i, (number, result) in enumerate(ladder.rows):
        lines += [f"{'elif' if i else 'if'} {ladder.case(number)}:"]
        lines += [f"    print({ladder.shown(result)})"]
    return "\n".join([*lines, "else:", f"    print({ladder.shown(ladder.otherwise)})"])


def _write_match(ladder: Ladder) -> str:
    lines = [f"def {ladder.name}({ladder.variable}):", f"    match {ladder.variable}:"]
    for number, result in (*ladder.rows, ("_", ladder.otherwise)):
        lines += [f"        case {number}:", f"            return {ladder.shown(result)}"]
    return "\n".join(lines)


def _write_table(ladder: Ladder) -> str:
    table = ladder.name.upper()
    rows = [f"    ({number}, {ladder.shown(result)})," for number, result in ladder.rows]
    head = [f"def {ladder.name}({ladder.variable}):"]
    return "\n".join([f"{table} = [", *rows, "]", "", *head, *_loop(ladder, table)])


def _write_dict(ladder: Ladder) -> str:
    table, otherwise = ladder.name.upper(), ladder.shown(ladder.otherwise)
    rows = [f"    {number}: {ladder.shown(result)}," for number, result in ladder.rows]
    lines = [f"    return {table}.get({ladder.variable}, {otherwise})"]
    if not ladder.is_equal:
        lines = _loop(ladder, f"{table}.items()")
    head = [f"def {ladder.name}({ladder.variable}):"]
    return "\n".join([f"{table} = {{", *rows, "}", "", *head, *lines])


def _loop(ladder: Ladder, source: str) -> list[str]:
    return [
        f"    for limit, result in {source}:",
        f"        if {ladder.variable} {ladder.comparison} limit:",
        "            return result",
        f"    return {ladder.shown(ladder.otherwise)}",
    ]


def _write_script(ladder: Ladder) -> str:
    lines = [f"function {ladder.name}({ladder.variable}) {{"]
    guards = ladder.form == "script guards"
    for i, (number, result) in enumerate(ladder.rows):
        start = "if" if i == 0 or guards else "} else if"
        lines += [f"  {start} ({ladder.case(number)}) {{", f"    return {ladder.shown(result)};"]
        lines += ["  }"] * guards
    last = f"return {ladder.shown(ladder.otherwise)};"
    end = [f"  {last}", "}"] if guards else ["  } else {", f"    {last}", "  }", "}"]
    return "\n".join([*lines, *end])


def _write_switch(ladder: Ladder) -> str:
    lines = [f"function {ladder.name}({ladder.variable}) {{", f"  switch ({ladder.variable}) {{"]
    for number, result in ladder.rows:
        lines += [f"    case {number}:", f"      return {ladder.shown(result)};"]
    last = ["    default:", f"      return {ladder.shown(ladder.otherwise)};", "  }", "}"]
    return "\n".join([*lines, *last])


_FORMS: dict[str, Callable[[Ladder], str]] = {
    "elif": _write_branches, "guards": _write_branches, "prints": _write_prints,
    "table": _write_table, "dict": _write_dict, "match": _write_match,
    "script": _write_script, "script guards": _write_script, "switch": _write_switch,
}  # fmt: skip
