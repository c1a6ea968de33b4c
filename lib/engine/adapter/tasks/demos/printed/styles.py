"""How one program is written: its language, quotes, indentation and the verb that says a label.

Invariant: a style is drawn once for a program, so that all its lines agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lib.engine.adapter.tasks.phrasing import Context

_PYTHON_OUT = {
    "print": "print(@)", "return": "return @", "assign": "label = @", "yield": "yield @",
    "append": "out.append(@)",
}  # fmt: skip
_SCRIPT_OUT = {
    "print": "console.log(@)", "log": "console.log(@)", "return": "return @",
    "assign": "label = @", "show": "alert(@)", "push": "out.push(@)",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How one program is written."""

    language: str
    mark: str
    step: str
    end: str
    verb: str

    @property
    def is_python(self) -> bool:
        return self.language == "python"

    def quote(self, label: str) -> str:
        return f"{self.mark}{label}{self.mark}"

    def out(self, label: str) -> str:
        """Return the statement that says a label."""
        return self.out_raw(self.quote(label))

    def out_raw(self, value: str) -> str:
        patterns = _PYTHON_OUT if self.is_python else _SCRIPT_OUT
        return patterns[self.verb].replace("@", value) + self.end

    def test(self, test: str) -> str:
        test = re.sub("@(.*?)@", lambda match: self.quote(match[1]), test)
        if self.is_python:
            return test
        test = re.sub(r"not (\S+ % \d+)", r"!(\1)", test).replace(" and ", " && ")
        return test.replace(" == ", " === ").replace(" != ", " !== ")


def draw_style(context: Context) -> Style:
    """Return the style of a program that says its labels with one verb."""
    random = context.random
    language = random.choice(("python", "python", "javascript", "javascript", "typescript"))
    verbs = list(_PYTHON_OUT if language == "python" else _SCRIPT_OUT)
    verb = random.choice((*verbs, "return", "print", "print"))
    is_python = language == "python"
    step = "    " if is_python else random.choice(("  ", "  ", "    ", "\t"))
    end = "" if is_python or context.chance(0.2) else ";"
    return Style(language=language, mark=random.choice('""\''), step=step, end=end, verb=verb)


def indent_lines(style: Style, lines: Sequence[str]) -> list[str]:
    """Return the lines one step further in."""
    return [style.step + line if line else line for line in lines]


def write_block(style: Style, head: str, lines: Sequence[str]) -> list[str]:
    """Return a block of these lines under its head."""
    if style.is_python:
        return [f"{head}:", *indent_lines(style, lines)]
    return [f"{head} {{", *indent_lines(style, lines), "}"]


def write_name(style: Style, name: str) -> str:
    """Return a name of snake case as the language writes it."""
    return name if style.is_python else re.sub("_(.)", lambda match: match[1].upper(), name)
