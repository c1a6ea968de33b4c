"""Values of an experiment file, checked one by one.

Invariant: a reader returns its default when the value is wrong, and the fault is noted; so all
faults of a file are found in one go.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from decimal import Decimal

from lib.experiments.document import Entry, describe


def blame_unknown(entry: Entry, known: Collection[str]) -> dict[str, Entry]:
    """Return the members of a mapping; names that mean nothing here are faults."""
    members = dict(entry.items())
    for name, member in members.items():
        if name not in known:
            member.blame(f"is not known. Known here: {', '.join(known)}.")
    return members


def read_text(members: Mapping[str, Entry], name: str, default: str = "") -> str:
    """Return a text that is not empty."""
    entry = members.get(name)
    if entry is None:
        return default
    if isinstance(entry.value, str) and entry.value.strip():
        return entry.value
    if isinstance(entry.value, int | float) and not isinstance(entry.value, bool):
        return str(entry.value)
    entry.blame(f"is {describe(entry.value)}, but must be a text.")
    return default


def read_count(members: Mapping[str, Entry], name: str, default: int, least: int, most: int) -> int:
    """Return a whole number from `least` to `most`."""
    value = read_integer(members, name, default, least, most)
    return default if value is None else value


def read_integer(
    members: Mapping[str, Entry], name: str, default: int | None, least: int, most: int
) -> int | None:
    """Return a whole number from `least` to `most`, or `None` where the file says null."""
    entry = members.get(name)
    if entry is None:
        return default
    value = entry.value
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
        return value
    entry.blame(f"is {describe(value)}, but must be a whole number from {least} to {most:,}.")
    return default


def read_number(
    members: Mapping[str, Entry], name: str, default: float | None, least: float, most: float
) -> float | None:
    """Return a number from `least` to `most`, or `None` where the file says null."""
    entry = members.get(name)
    if entry is None:
        return default
    value = entry.value
    if value is None:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and math.isfinite(value) and least <= value <= most:
        return float(value)
    entry.blame(f"is {describe(value)}, but must be a number from {least:g} to {most:g}.")
    return default


def read_money(members: Mapping[str, Entry], name: str) -> Decimal | None:
    """Return an amount in USD above 0."""
    value = read_number(members, name, None, 0.000001, 1_000_000)
    return None if value is None else Decimal(str(value))


def read_flag(members: Mapping[str, Entry], name: str, default: bool) -> bool:
    """Return true or false."""
    entry = members.get(name)
    if entry is None:
        return default
    if isinstance(entry.value, bool):
        return entry.value
    entry.blame(f"is {describe(entry.value)}, but must be true or false.")
    return default
