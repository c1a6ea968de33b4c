"""The named blocks of a manifest: services, jobs, containers, sections, steps.

Invariant: only a block that has others beside it is one to tell by its name.
"""

from __future__ import annotations

import re
from collections import Counter

from lib.engine.adapter.tasks.manifests.entries import Entry
from lib.engine.adapter.tasks.manifests.manifest import BLOCK_NOUNS, Manifest
from lib.engine.adapter.tasks.words import split_words

REFERENCES = ("needs", "depends_on")
"""Keys below which other blocks are named."""

_VARIABLE_BLOCKS = frozenset(split_words("environment env variables vars data"))
_NO_BLOCKS = _VARIABLE_BLOCKS.union(
    split_words("jobs services on nav lists theme plugins artifacts stages ingredients time")
)


def find_variable_blocks(manifest: Manifest) -> list[Entry]:
    """Return the keys below which variables stand."""
    return [e for e in manifest.entries if e.key in _VARIABLE_BLOCKS and not e.value]


def find_step_lists(manifest: Manifest) -> list[Entry]:
    """Return the keys below which steps stand."""
    return [e for e in manifest.entries if e.key == "steps" and not e.value]


def find_references(manifest: Manifest) -> list[int]:
    """Return the lines that name other blocks as what they need."""
    holders = [e for e in manifest.entries if e.key in REFERENCES]
    return [n for holder in holders for n in range(holder.line, holder.end)]


def pick_block(
    manifest: Manifest, *, referred_first: bool = False
) -> tuple[Entry, str, str] | None:
    """Return a block, what such a block is called, and its name as a request shows it."""
    blocks = _find_blocks(manifest)
    if referred_first:
        lines = "\n".join(manifest.lines[n] for n in find_references(manifest))
        names = set(re.findall(r"[\w-]+", lines))
        blocks = [block for block in blocks if block[0].key in names] or blocks
    if not blocks:
        return None
    entry, noun = manifest.random.choice(blocks)
    if manifest.lines[max(entry.line - 1, 0)].lstrip().startswith("#"):
        return None
    if sum(one.key == entry.key and one.is_item == entry.is_item for one in manifest.entries) > 1:
        return None
    if entry.is_item and ": " not in manifest.lines[entry.line] and entry.path[-1] == "steps":
        return None
    return entry, noun, manifest.context.coded(entry.key)


def _find_blocks(manifest: Manifest) -> list[tuple[Entry, str]]:
    found = []
    for entry in manifest.entries:
        holder = entry.path[-1] if entry.path else ""
        is_top = not entry.path and manifest.shape.noun in ("job", "section", "part")
        noun = manifest.shape.noun if is_top else BLOCK_NOUNS.get(holder, "")
        is_inner = entry.is_item or len(entry.path) <= 1
        is_long = entry.end > entry.line + 1
        if noun and is_inner and is_long and entry.key not in _NO_BLOCKS:
            found.append((entry, noun))
    counts = Counter(entry.path for entry, _ in found)
    return [(entry, noun) for entry, noun in found if counts[entry.path] > 1]
