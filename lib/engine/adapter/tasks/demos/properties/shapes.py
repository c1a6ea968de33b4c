"""How a text that declares properties is written.

Invariant: a shape is drawn once, so that source and answer agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

LIST_LIKE = ("record", "row", "repr")
"""Kinds of methods from which a field can go without a question about what is left."""
LANGUAGES = {
    "fields": "typescript", "defaults": "typescript", "parameters": "typescript",
    "unpacked": "typescript", "interface": "typescript", "alias": "typescript",
    "plain class": "javascript", "hidden": "javascript", "factory": "javascript",
    "init": "python", "dataclass": "python", "dataclass defaults": "python",
    "named tuple": "python", "typed dict": "python",
}  # fmt: skip
TYPES = {
    "typescript": {"s": "string", "i": "number", "f": "number", "b": "boolean"},
    "python": {"s": "str", "i": "int", "f": "float", "b": "bool"},
}
FREE_FORMS = ("interface", "alias", "factory", "typed dict")
"""Forms whose methods are functions beside the declaration."""
_EMPTY = {"s": "{q}{q}", "i": "0", "f": "0", "b": "false"}
_EMPTY_PYTHON = {"s": "{q}{q}", "i": "0", "f": "0.0", "b": "False"}


def snake(name: str) -> str:
    """`postCode` -> `post_code`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


@dataclass(frozen=True, slots=True)
class Field:
    """A property. Methods know it by its `key`, which stays when its `name` changes."""

    key: str
    name: str
    type: str
    sample: str


@dataclass(frozen=True, slots=True)
class Method:
    """What a method does with which fields."""

    kind: str
    name: str
    keys: tuple[str, ...]
    pattern: str = ""
    is_getter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a text is written; drawn once, so that source and answer agree."""

    form: str
    owner: str
    methods: tuple[Method, ...]
    indent: str
    end: str
    quote: str
    is_tall: bool
    """One parameter, or one entry of an object, on each line."""
    modifier: str
    is_exported: bool
    has_hints: bool
    note: str

    @property
    def is_python(self) -> bool:
        """Whether names are in snake case."""
        return LANGUAGES[self.form] == "python"

    @property
    def variable(self) -> str:
        """What a function calls one of the owners."""
        name = self.owner[0].lower() + self.owner[1:]
        return snake(name) if self.is_python else name

    def head(self, kind: str) -> str:
        """Return `export class Name `."""
        return f"{'export ' if self.is_exported else ''}{kind} {self.owner} "

    def call(self, start: str, arguments: list[str], end: str, level: int = 1) -> list[str]:
        """Return `start(arguments)end` on one line, or with an argument on each."""
        margin = self.indent * level
        if not self.is_tall:
            return [f"{margin}{start}({', '.join(arguments)}){end}"]
        inner = [f"{margin}{self.indent}{argument}," for argument in arguments]
        return [f"{margin}{start}(", *inner, f"{margin}){end}"]

    def declare(self, fields: list[Field]) -> list[str]:
        """Return `name: type` of each field."""
        return [f"{field.name}: {self.name_type(field)}" for field in fields]

    def name_type(self, field: Field) -> str:
        return TYPES[LANGUAGES[self.form]][field.type]

    def empty(self, field: Field) -> str:
        """Return the value of a field that is not filled."""
        return (_EMPTY_PYTHON if self.is_python else _EMPTY)[field.type].format(q=self.quote)

    def sample(self, field: Field) -> str:
        return f"{self.quote}{field.sample}{self.quote}" if field.type == "s" else field.sample


Form = Callable[[Shape, list[Field]], list[str]]
"""Writes the lines of a shape with these fields."""
