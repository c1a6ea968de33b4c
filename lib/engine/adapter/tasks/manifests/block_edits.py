"""A named block of a manifest is copied, removed or renamed.

Invariant: a block is removed only where nothing refers to it; a request to rename says whether
references follow.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.manifests.blocks import REFERENCES, find_references, pick_block
from lib.engine.adapter.tasks.manifests.entries import Entry, told_line
from lib.engine.adapter.tasks.manifests.manifest import Manifest
from lib.engine.adapter.tasks.manifests.wording import mark_name, show_value
from lib.engine.adapter.tasks.phrasing import Phrases
from lib.engine.adapter.tasks.texts import Edit

_COPY = Phrases(
    "add a {noun} {new} after {old}, a copy of it with {changes}",
    "copy the {noun} {old} as {new}, right below it, but with {changes}",
    "add a {noun} {new} like {old}, directly after it, with {changes}",
    "duplicate {old}: the copy follows it, is called {new} and has {changes}",
    "We need a {noun} {new} right after {old}, the same but with {changes}.",
    "insert below {old} a {noun} {new} that is the same except for {changes}",
    "make a copy of the {noun} {old} under it, name it {new} and give it {changes}",
    "after {old}, add another {noun} just like it, called {new}, with {changes}",
    casual=(
        "one more {noun} right below {old}: {new}, the same but with {changes}.",
        "{old} twice, please: the second one right after it, as {new}, with {changes}.",
        "same {noun} again after {old}, this time as {new} and with {changes}.",
        "{new} is a new {noun} right after {old} and just like it, except for {changes}.",
        "We need {old} a second time, directly below it, named {new} and with {changes}.",
        "I'd like a twin of {old} right after it: the {noun} {new}, the same but for {changes}.",
    ),
)
_REMOVE = Phrases(
    "remove the {noun} {old}",
    "delete the {noun} {old} with all its lines",
    "drop the {old} {noun}",
    "We no longer need the {noun} {old}, remove it.",
    "get rid of the {old} {noun}",
    "take the {noun} {old} out completely",
    "the {noun} {old} should go, with everything in it",
    "delete the whole {old} {noun}",
    "remove {old} (the whole {noun})",
    "throw out the {old} {noun}",
    casual=(
        "no {noun} {old} any more.",
        "nobody needs the {noun} {old} these days.",
        "the {noun} {old} is history.",
        "all of it without the {noun} {old}, please.",
        "why do we still have the {noun} {old}? It can go!",
        "{old} can go, the whole {noun}.",
        "We gave up the {noun} {old}.",
        "one {noun} too many: {old} has to go.",
    ),
)
_RENAME_ALL = Phrases(
    "rename the {noun} {old} to {new}, also in {refs} of the others",
    "rename {old} to {new} and update {refs} where it is referred to",
    "the {noun} {old} is called {new} now, update {refs} too",
    "call the {noun} {new} instead of {old} and adapt {refs}",
    "rename the {old} {noun} to {new} and fix every reference to it in {refs}",
    "change the name of the {noun} {old} to {new}, in {refs} as well",
    "give the {noun} {old} the name {new}, and use that in {refs}",
    "The {noun} {old} becomes {new}, in its key and in {refs}.",
    casual=(
        "the {noun} {old} has a new name, {new}, and {refs} must follow.",
        "{old} -> {new} for the {noun}, {refs} included.",
        "nobody understands {old}: call that {noun} {new}, in {refs} as well.",
        "I would like {new} better as a name for the {noun} {old}, of course in {refs}, too.",
        "Not {old} but {new}, where the {noun} is defined and in {refs}.",
        "why is the {noun} called {old}? It's {new}, and that goes for {refs}, too!",
    ),
)
_RENAME_KEY = Phrases(
    "rename the {noun} {old} to {new}, only its key",
    "rename only the key of the {noun} {old} to {new}, nothing that mentions it",
    "the {noun} {old} should be called {new}; change just the key",
    "change the key of the {noun} {old} to {new}, references stay",
    "use {new} as the key of the {noun} {old}, without touching other mentions",
    "only where the {noun} {old} is defined, rename it to {new}",
    "change just the key {old} of the {noun} to {new}",
    casual=(
        "{old} -> {new}, just the key of the {noun}.",
        "the {noun} {old} needs another key, {new}, and nothing but the key.",
        "key of the {noun} {old}: {new}. Whatever refers to it can stay.",
        "I'd like {new} as the key of the {noun} {old}, other mentions keep the old name.",
        "we say {new} now where the {noun} {old} is defined, only there.",
    ),
)
_RENAME = Phrases(
    "rename the {noun} {old} to {new}",
    "the {noun} {old} should be called {new}",
    "call the {noun} {new} instead of {old}",
    "change the name of the {noun} {old} to {new}",
    "give the {noun} {old} the name {new}",
    "rename the {old} {noun} to {new}",
    "The {noun} {old} is called {new} now.",
    casual=(
        "{old} is a bad name for the {noun}, {new} says it better.",
        "the {noun} {old} goes by {new} now.",
        "{new} instead of {old} as the name of the {noun}.",
        "{noun} {old} -> {new}.",
        "why is the {noun} called {old}? It's {new}!",
        "So the {noun} {old}, that one has to be called {new}.",
    ),
)
_NAMES = {
    "service": ("gateway", "portal", "runner", "notifier", "storefront", "ingest", "edge", "core"),
    "container": ("main", "portal", "edge", "server", "core", "primary", "forwarder"),
    "job": ("checks", "verify", "release", "compile", "quality", "ship", "publish", "validate"),
    "section": ("common", "basics", "general", "primary", "shared", "extra", "core"),
    "page": ("Handbook", "Manual", "Overview", "Basics", "Recipes", "Knowledge", "Help"),
    "list": ("Hallway", "Backpack", "Cellar", "Shopping", "Garage", "Balcony"),
    "product": ("pine-bench", "corner-sofa", "glass-vase", "hall-mirror", "garden-chair"),
    "week": ("Warm-up", "Practice", "Workshop", "Recap", "Showcase"),
    "task": ("Prepare", "Bootstrap", "Rollout", "Finish"),
    "part": ("topping", "filling", "dressing", "base", "glaze"),
    "port": ("api", "admin", "grpc", "status"),
    "step": ("Prepare", "Setup", "Checks", "Wrap up"),
}
_CHANGES = ("{key} {value}", "`{line}`", "`{line}`", "{key} set to {value}")


def copy_block(manifest: Manifest) -> Edit | None:
    """Add a copy of a block below it, with another name and one or two other values."""
    picked = pick_block(manifest)
    if picked is None or picked[1] in ("step", "list"):
        return None
    entry, noun, old = picked
    is_table, stem = entry.key.startswith("["), entry.key.strip("[]")
    if is_table and (stem.startswith(("tool", "project")) or manifest.shape.head.startswith("[")):
        return None
    new_stem = stem + manifest.random.choice(_endings(stem, is_table=is_table))
    new = f"[{new_stem}]" if is_table else new_stem
    inner = [e for e in manifest.entries if entry.line < e.line < entry.end and not e.is_item]
    fitting = [
        e for e in inner if manifest.draw_values(e) and sum(one.key == e.key for one in inner) == 1
    ]
    chunk = manifest.lines[entry.line : entry.end]
    if not fitting or new in manifest.body or any("#" in line for line in chunk):
        return None
    changes = _change_copy(manifest, entry, chunk, fitting)
    if changes is None:
        return None
    chunk[0] = chunk[0].replace(stem, new_stem, 1)
    around = (manifest.lines[entry.line - 1], *manifest.lines[entry.end : entry.end + 1])
    gap = [""] if "" in around else []
    words = {"noun": noun, "old": old, "new": manifest.context.coded(new), "changes": changes}
    lines = manifest.with_lines(entry.end, [*gap, *chunk])
    return manifest.edit("manifest entry", manifest.context.say(_COPY, **words), lines)


def _endings(stem: str, *, is_table: bool) -> tuple[str, ...]:
    """Return what the name of a copy may end with."""
    if not re.fullmatch(r"[\w/-]+", stem):
        return " 2", " (new)"
    if is_table or "_" in stem:
        return "_eu", "_test", "_backup", "_us", "_copy"
    return "-eu", "-test", "-2", "-backup", "-us", "-old"


def _change_copy(
    manifest: Manifest, block: Entry, chunk: list[str], fitting: list[Entry]
) -> str | None:
    """Change one or two values in the block's lines; words for that, or None without values."""
    context, random = manifest.context, manifest.random
    chosen = random.sample(fitting, min(len(fitting), random.choice((1, 1, 2))))
    told, pattern = [], random.choice(_CHANGES)
    for one in sorted(chosen, key=lambda entry: entry.line):
        value = random.choice(manifest.draw_values(one) or [""])
        if not value:
            return None
        line = manifest.with_value(one, one.value.replace(one.bare_value, value))[one.line]
        chunk[one.line - block.line] = line
        words = {"key": context.coded(one.key), "value": show_value(context, value)}
        told.append(pattern.format(**words, line=told_line(line)))
    return " and ".join(told)


def remove_block(manifest: Manifest) -> Edit | None:
    """Remove a block that nothing else mentions."""
    picked = pick_block(manifest)
    if picked is None:
        return None
    entry, noun, old = picked
    before, after = manifest.lines[: entry.line], manifest.lines[entry.end :]
    mention = _mention_of(entry)
    if any(mention.search(line) for line in before + after):
        return None
    if after and not after[0] and (not before or not before[-1]):
        after = after[1:]
    lines = before + after
    while lines and not lines[-1]:
        lines.pop()
    request = manifest.context.say(_REMOVE, noun=noun, old=old)
    return manifest.edit("manifest entry", mark_name(request, entry.key), lines)


def _mention_of(entry: Entry) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./-]){re.escape(entry.key)}(?![\w./-])")


def rename_block(manifest: Manifest) -> Edit | None:
    """Rename a block, mostly one that others refer to: its key only, or the references, too."""
    picked = pick_block(manifest, referred_first=True)
    if picked is None or not picked[0].key.replace("-", "").isalnum():
        return None
    entry, noun, old = picked
    context, body = manifest.context, manifest.body
    is_page = manifest.shape.language == "yaml" and noun == "section" and entry.is_item
    new = manifest.random.choice(_NAMES.get("page" if is_page else noun, _NAMES["section"]))
    mention = _mention_of(entry)
    if new in body or len(mention.findall(manifest.lines[entry.line])) != 1:
        return None
    mentioning = {n for n, line in enumerate(manifest.lines) if mention.search(line)}
    referring = mentioning.intersection(find_references(manifest)) - {entry.line}
    is_everywhere = bool(referring) and context.chance(0.75)
    changed = {entry.line, *(referring if is_everywhere else ())}
    lines = [
        mention.sub(new, line) if n in changed else line for n, line in enumerate(manifest.lines)
    ]
    only_key = _RENAME_KEY if len(mentioning) > 1 else _RENAME
    phrases = _RENAME_ALL if is_everywhere else only_key
    keys = [key for key in REFERENCES if re.search(rf"\b{key}:", body)]
    refs = f"`{' and '.join(keys)}`"
    request = context.say(phrases, noun=noun, old=old, new=context.coded(new), refs=refs)
    return manifest.edit("manifest entry", mark_name(request, entry.key), lines)
