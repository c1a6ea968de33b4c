"""The lists of a manifest: how they are found and written, and what further items they may have.

Invariant: a list is written as it was, inline or not, with one style of quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.manifests.entries import Entry
from lib.engine.adapter.tasks.manifests.manifest import Manifest
from lib.engine.adapter.tasks.manifests.shapes import items_for
from lib.engine.adapter.tasks.manifests.wording import show_value
from lib.engine.adapter.tasks.scanning import indent_of
from lib.engine.adapter.tasks.words import split_words

_PAGES = (
    ("FAQ", "faq"), ("Glossary", "glossary"), ("Contact", "contact"), ("Upgrade", "upgrade"),
    ("Examples", "examples"), ("Security", "security"), ("Support", "support"),
    ("License", "license"), ("Known issues", "known-issues"), ("Contributing", "contributing"),
)  # fmt: skip
_STRUCTURED = frozenset(split_words("steps tasks containers env weeks ports schedule environment"))


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of a text: its items as they are written, each with all lines that belong to it."""

    entry: Entry
    chunks: list[list[str]]
    labels: list[str]
    is_inline: bool


def find_lists(manifest: Manifest) -> list[Listing]:
    """Return the lists of at least two items, all different."""
    keyed = [e for e in manifest.entries if not e.is_item and e.key not in _STRUCTURED]
    found = [listing for entry in keyed if (listing := _read_list(manifest, entry))]
    return [one for one in found if len(one.chunks) > 1 and len(set(one.labels)) == len(one.labels)]


def _read_list(manifest: Manifest, entry: Entry) -> Listing | None:
    if entry.value.startswith("[") and entry.value.endswith("]"):
        items = entry.value[1:-1].split(", ")
        labels = [item.strip("\"'") for item in items]
        return Listing(entry, [[item] for item in items], labels, is_inline=True)
    path, start = (*entry.path, entry.key), entry.line + 1
    items_below = [
        e for e in manifest.entries if e.is_item and start <= e.line < entry.end and e.path == path
    ]
    if not items_below or items_below[0].line != start or entry.value not in ("", "["):
        return None
    chunks = [manifest.lines[e.line : e.end] for e in items_below]
    if [line for chunk in chunks for line in chunk] != manifest.lines[start : items_below[-1].end]:
        return None
    return Listing(entry, chunks, [e.key.strip("\"'") for e in items_below], is_inline=False)


def with_items(manifest: Manifest, listing: Listing, chunks: list[list[str]]) -> list[str]:
    """Return the manifest's lines with these items of the list."""
    if listing.is_inline:
        return manifest.with_value(listing.entry, f"[{', '.join(chunk[0] for chunk in chunks)}]")
    start = listing.entry.line + 1
    end = start + sum(map(len, listing.chunks))
    lines = [line for chunk in chunks for line in chunk]
    return [*manifest.lines[:start], *lines, *manifest.lines[end:]]


def draw_item(manifest: Manifest, listing: Listing) -> tuple[str, list[str]] | None:
    """Return how a new item is called and its line, in the style of the others."""
    like = listing.chunks[0][0]
    page = re.search(r": (\w+/)?[\w-]+\.md$", like)
    if page:
        title, name = manifest.random.choice(_PAGES)
        path = f"{page[1] or ''}{name}.md"
        line = f"{like[: like.index('- ') + 2]}{title}: {path}"
        return f"the page {manifest.context.quoted(title)} (`{path}`)", [line]
    pool = [item.strip("\"'") for item in items_for(manifest.shape, listing.entry.key)]
    pool = [item for item in pool if item not in listing.labels]
    firsts = {chunk[0].strip(" -,")[0] for chunk in listing.chunks}
    marks = {first if first in "\"'" else "" for first in firsts}
    if not pool or len(marks) > 1 or any(len(chunk) > 1 for chunk in listing.chunks):
        return None
    item, mark = manifest.random.choice(pool), marks.pop()
    written = mark + item + mark
    if not listing.is_inline:
        is_dashed = like.lstrip().startswith("- ")
        written = indent_of(like) + (f"- {written}" if is_dashed else f"{written},")
    return show_value(manifest.context, item), [written]
