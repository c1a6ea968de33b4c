"""How requests name places, lists and values of a manifest.

Invariant: words say where one entry stands, or are None where they would fit another one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.manifests.entries import Entry
from lib.engine.adapter.tasks.manifests.manifest import Manifest
from lib.engine.adapter.tasks.phrasing import Context


def name_where(manifest: Manifest, place: str) -> str:
    """Return a place with its preposition; nothing where the place is empty."""
    return f"{manifest.random.choice(('in', 'in', 'of', 'under', 'for'))} {place}" if place else ""


def name_list(manifest: Manifest, entry: Entry) -> str | None:
    """Return words for a list, or None where they would fit another one."""
    path = entry.path[:-1] if entry.path[-1:] == (entry.key,) else entry.path
    place = manifest.place(replace(entry, path=path))
    if place is None:
        return None
    word = manifest.context.coded(entry.key)
    name = manifest.random.choice((word, f"the {word} list", f"the list {word}"))
    return f"{name} {name_where(manifest, place)}".strip()


def show_value(context: Context, value: str) -> str:
    """Return a value as people write it into a request."""
    is_plain = re.fullmatch(r"[\w.%-]+", value) and context.chance(0.5)
    return value if is_plain else context.coded(value)


def mark_name(request: str, *names: object) -> str:
    """Return the request with a name that it starts with in backticks: it is no sentence word."""
    for name in map(str, names):
        is_key = name[:1].islower() and not name.startswith("the ")
        if is_key and re.match(re.escape(name) + r"[ ,:]", request):
            return f"`{name}`{request[len(name) :]}"
    return request


def drop_place(request: str) -> str:
    """Return the request without its place, for which `@` stands."""
    return request.removeprefix("@, ").replace(" @", "")
