"""An item of one list of a manifest is added, removed, exchanged or moved.

Invariant: only the told list changes, and only by the told item.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.manifests.drawing import draw_manifest
from lib.engine.adapter.tasks.manifests.listings import draw_item, find_lists, with_items
from lib.engine.adapter.tasks.manifests.wording import mark_name, name_list, show_value
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit

_APPEND = Phrases(
    "add {new} to {list}",
    "append {new} to {list}",
    "add {new} at the end of {list}",
    "{list} should also have {new}, as the last one",
    "put {new} last in {list}",
    "extend {list} by {new}",
    "We also need {new} in {list}.",
    "{new} is missing at the end of {list}",
    "in {list}, append {new}",
    "include {new} in {list}, at the end",
    casual=(
        "{list} lacks {new}, at the end.",
        "one more for {list}: {new}, last.",
        "{new} goes last in {list}.",
        "Did nobody think of {new}? It belongs at the end of {list}!",
        "we have {new} now, too, so {list} gets it as its last entry.",
        "pls also {new} in {list}, at the end.",
        "And {new}, that one comes last in {list}.",
    ),
)
_PREPEND = Phrases(
    "put {new} first in {list}",
    "prepend {new} to {list}",
    "insert {new} at the start of {list}",
    "in {list}, add {new} as the first item",
    "{list} should start with {new}, before {first}",
    "add {new} at the beginning of {list}",
    "add {new} before {first} in {list}",
    "insert {new} as the first of {list}",
    casual=(
        "{new} before all others in {list}.",
        "{list} begins with {first}, but {new} has to come before that.",
        "number one in {list} is {new} now, the others come after it.",
        "I miss {new} in front of {first} in {list}.",
        "{new} is new and very first in {list}.",
        "Could {list} start with {new}, and then go on as it is?",
    ),
)
_DROP = Phrases(
    "remove {old} from {list}",
    "drop {old} from {list}",
    "delete {old} in {list}",
    "take {old} out of {list}",
    "in {list}, remove {old}",
    "{old} should no longer be in {list}",
    "We don't need {old} in {list} any more.",
    "{list} should not have {old}",
    "get rid of {old} in {list}",
    "strike {old} from {list}",
    casual=(
        "{list} without {old}, please.",
        "no more {old} in {list}.",
        "why is {old} still in {list}? We gave that up!",
        "{list} is fine except for {old}, that one has to go.",
        "{old} is history, so out of {list} with it.",
        "What does {old} do in {list}? It does not belong there.",
        "we can do without {old} in {list}.",
    ),
)
_DROP_TREE = Phrases(
    "remove {old} and everything in it from {list}",
    "delete {old} with all its items in {list}",
    "drop {old} from {list}, with all that is below it",
    "take {old} out of {list} together with what is in it",
    "in {list}, remove {old} with its children",
    "{old} and all under it should go from {list}",
    "We don't need {old} in {list}, remove it with its whole content.",
    casual=(
        "no {old} in {list} any more, nor anything below it.",
        "{old} in {list} is history, and so is all that is in it.",
        "{list} without {old} and without what belongs to it.",
        "Why keep {old} in {list}? It can go, its content as well.",
        "{list} has {old}, which is too much. Out with the whole thing.",
    ),
)
_EXCHANGE = Phrases(
    "replace {old} by {new} in {list}",
    "in {list}, use {new} instead of {old}",
    "change {old} to {new} in {list}",
    "swap {old} for {new} in {list}",
    "{list} should have {new} instead of {old}",
    "put {new} in place of {old} in {list}",
    "exchange {old} for {new} in {list}",
    "{old} in {list} becomes {new}",
    casual=(
        "{list}: {new} instead of {old}.",
        "{old} -> {new} in {list}.",
        "{old} in {list} was a mistake, it should have been {new}.",
        "we went from {old} to {new}, and {list} has to show that.",
        "why {old} in {list}? We meant {new}!",
        "I want {new} in {list} where {old} is now.",
    ),
)
_AFTER = Phrases(
    "insert {new} after {old} in {list}",
    "add {new} right after {old} in {list}",
    "in {list}, put {new} directly after {old}",
    "{new} belongs in {list}, just after {old}",
    "add {new} to {list}, behind {old}",
    "in {list}, {old} should be followed by {new}",
    "We need {new} in {list}, right behind {old}.",
    casual=(
        "first {old}, then {new}, the rest of {list} as it is.",
        "{new} is missing behind {old} in {list}.",
        "right after {old} comes {new}, in {list}.",
        "{list} knows {old}, but who forgot {new}? It comes directly after that!",
        "We have {new} as well, its place in {list} is just after {old}.",
        "one more in {list}: {new}, straight behind {old}.",
    ),
)
_BETWEEN = Phrases(
    "insert {new} between {old} and {next} in {list}",
    "in {list}, add {new} between {old} and {next}",
    "put {new} between {old} and {next} in {list}",
    "add {new} to {list}, after {old} and before {next}",
    "{new} should stand between {old} and {next} in {list}",
    "between {old} and {next} in {list} there should be {new}",
    "We need {new} in {list}, between {old} and {next}.",
    casual=(
        "{old}, {new}, {next}: that is the order for {list}.",
        "{list} jumps from {old} to {next}, {new} is missing in between.",
        "{new} after {old} and before {next}, in {list}.",
        "Could you squeeze {new} in between {old} and {next} in {list}?",
        "there is a gap in {list}: {old}, then {new}, and only then {next}.",
    ),
)
_FIRST = Phrases(
    "move {old} to the top of {list}",
    "{old} should come first in {list}",
    "make {old} the first of {list}",
    "in {list}, move {old} up to the first place",
    "put {old} first in {list}, before {first}",
    "move {old} to the start of {list}",
    "bring {old} to the front of {list}",
    casual=(
        "{old} first in {list}.",
        "{old} is the most important one in {list}, so up to the very front with it.",
        "why does {list} start with {first}? {old} comes first!",
        "{list} in another order: {old} first, then the others as they are.",
        "{old} before everything else in {list}.",
        "I'd like to have {old} at the top of {list}.",
    ),
)
_LAST = Phrases(
    "move {old} to the end of {list}",
    "{old} should come last in {list}",
    "make {old} the last of {list}",
    "in {list}, move {old} to the last place",
    "put {old} last in {list}, after {last}",
    "move {old} to the bottom of {list}",
    "send {old} to the back of {list}",
    casual=(
        "{old} last in {list}.",
        "{old} can wait, so it comes at the very end of {list}.",
        "why is {last} the last one in {list}? That should be {old}!",
        "everything else in {list} comes before {old}.",
        "{list} with {old} at the end, the others keep their order.",
        "I'd rather see {old} behind {last}, as the last one in {list}.",
    ),
)
_CHANGES: tuple[tuple[Phrases, str], ...] = (
    (_APPEND, "end"), (_APPEND, "end"), (_PREPEND, "start"), (_DROP, "drop"), (_DROP, "drop"),
    (_EXCHANGE, "exchange"), (_AFTER, "after"), (_BETWEEN, "after"), (_FIRST, "first"),
    (_LAST, "last"),
)  # fmt: skip


def edit_manifest_list(context: Context) -> Edit | None:
    """Change the items of one list among several, inline or not."""
    manifest = draw_manifest(context)
    listings = find_lists(manifest) if manifest else []
    if manifest is None or not listings:
        return None
    preferred = [one for one in listings if not one.is_inline or context.chance(0.5)]
    listing = context.random.choice(preferred or listings)
    phrases, change = context.random.choice(_CHANGES)
    i = context.random.randrange(len(listing.chunks))
    chunks = list(listing.chunks)
    is_without = change in ("drop", "first", "last")
    new = None if is_without else draw_item(manifest, listing)
    if is_without:
        chunk = chunks.pop(i)
        if change != "drop":
            chunks.insert(0 if change == "first" else len(chunks), chunk)
        elif len(chunk) > 1:
            phrases = _DROP_TREE
    elif new is None or (phrases is _BETWEEN and i + 1 == len(chunks)):
        return None
    elif change == "exchange":
        chunks[i] = new[1]
    else:
        at = {"end": len(chunks), "start": 0}.get(change, i + 1)
        chunks.insert(at, new[1])
    name = name_list(manifest, listing.entry)
    if name is None or (change == "exchange" and len(listing.chunks[i]) > 1):
        return None
    labels = [show_value(context, label) for label in listing.labels]
    told = new[0] if new else ""
    words = {"old": labels[i], "next": labels[(i + 1) % len(labels)], "new": told, "list": name}
    request = context.say(phrases, first=labels[0], last=labels[-1], **words)
    names = [*listing.labels, told, listing.entry.key]
    request = mark_name(request, *(one for one in names if not one.startswith("the ")))
    return manifest.edit("flow list", request, with_items(manifest, listing, chunks))
