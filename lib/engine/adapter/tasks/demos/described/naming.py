"""How people name entries, and join what they say of them.

Invariant: nothing here depends on what is edited.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context


def likeness(one: str, other: str) -> int:
    """Return how much two names look alike."""
    parts = (one[:3] == other[:3], one[-3:].lower() == other[-3:].lower())
    return sum(parts) + (one.lower() in other.lower() or other.lower() in one.lower())


def joined(parts: list[str]) -> str:
    """Return the parts with `and` before the last one."""
    return " and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def named(context: Context, name: str) -> str:
    """Return the name of an entry, perhaps quoted."""
    return context.quoted(name, bare=0.5) if context.chance(0.3) else name
