"""What a program about one variable says, and when.

Invariant: pure values; the cases stand in the order of the lines.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text that is said, and when."""

    label: str
    test: str = ""
    """In Python; empty for the rest of all cases."""
    key: str = ""
    places: tuple[str, ...] = ()
    """When it is said, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The cases of a program about one variable."""

    kind: str
    """`division`, `range`, `keys` or `words`."""
    cases: tuple[Case, ...]
    name: str = "n"
    counts: bool = False
    """Whether the program says the number itself in all other cases."""
