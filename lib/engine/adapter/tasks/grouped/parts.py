"""A text of several like parts, before it is written: settings, lists, tables of groups.

Invariant: plain values; how they are written is the business of a form.
"""

from __future__ import annotations

from dataclasses import dataclass

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Field:
    """A key that all groups of a theme may have."""

    key: str
    spoken: str
    kind: str
    """What its values are; of `_DRAWS`."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What the groups of one table are, and which keys they have."""

    singular: str
    plural: str
    names: tuple[str, ...]
    fields: tuple[Field, ...]


@dataclass(slots=True)
class Group:
    """One named block of keys and values."""

    name: str
    values: dict[str, Value]
    form: str = ""
    """Of a declared type: interface, type, enum, class, ..."""


@dataclass(slots=True)
class Setting:
    """A single key with its value."""

    name: str
    value: Value


@dataclass(slots=True)
class Listing:
    """A list of items."""

    name: str
    items: list[str]


@dataclass(slots=True)
class Table:
    """Groups of the same sort."""

    name: str
    groups: list[Group]
    theme: Theme


Part = Setting | Listing | Table
