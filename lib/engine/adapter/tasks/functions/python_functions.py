"""Python functions that can be written with and without types and docstring.

Invariant: however a function is written, its name, its parameters and its lines are the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.functions.function_texts import FUNCTIONS
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots

_HEAD = re.compile(r"^((?:async )?def )(\w+)\((.*)\) -> (.*):$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter with its type; the default is empty where it has none."""

    name: str
    kind: str
    default: str = ""

    def write(self, *, typed: bool) -> str:
        """Return the parameter as it stands in a signature."""
        if typed:
            return f"{self.name}: {self.kind}" + (f" = {self.default}" if self.default else "")
        return self.name + (f"={self.default}" if self.default else "")


@dataclass(frozen=True, slots=True)
class Function:
    """A function of one of the texts."""

    start: str
    """What stands before the name: `def` or `async def`."""
    name: str
    parameters: tuple[Parameter, ...]
    returns: str
    docstrings: tuple[str, ...]
    """The one that is written, and another that would fit."""
    lines: tuple[str, ...]

    def head(self, written: list[str], returns: str) -> str:
        """Return the signature with these parameters and this return type, which may be empty."""
        arrow = f" -> {returns}" if returns else ""
        return f"{self.start}{self.name}({', '.join(written)}){arrow}:"

    def write(self, *, typed: bool, documented: bool = False) -> str:
        """Return the code, with or without its types and its docstring."""
        written = [parameter.write(typed=typed) for parameter in self.parameters]
        docstring = [f'    """{self.docstrings[0]}"""'] if documented else []
        head = self.head(written, self.returns if typed else "")
        return "\n".join([head, *docstring, *self.lines])


def draw_function(context: Context) -> Function:
    """Return one of the functions, its slots filled."""
    code = Slots(context.random).fill(context.random.choice(FUNCTIONS))
    head, docstring, *lines = code.split("\n")
    ((start, name, written, returns),) = _HEAD.findall(head)
    docstrings = docstring.strip().strip('"').split("|")
    context.random.shuffle(docstrings)
    parameters = tuple(_parse_parameter(part) for part in written.split(", "))
    return Function(start, name, parameters, returns, tuple(docstrings), tuple(lines))


def _parse_parameter(written: str) -> Parameter:
    name, _, rest = written.partition(": ")
    kind, _, default = rest.partition(" = ")
    return Parameter(name, kind, default)
