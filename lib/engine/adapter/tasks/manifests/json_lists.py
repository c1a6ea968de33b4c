"""An item of one list of a nested JSON document is added, removed or moved to the front.

Invariant: a new item is one that the list may have but does not; the others stay as they are.
"""

from __future__ import annotations

from typing import Any

from lib.engine.adapter.tasks.manifests.json_document import LABELS, Document
from lib.engine.adapter.tasks.manifests.json_trees import Path, draw_value, find_templates
from lib.engine.adapter.tasks.manifests.wording import mark_name
from lib.engine.adapter.tasks.phrasing import Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_APPEND = Phrases(
    "add {new} to {place}",
    "append {new} to {place}",
    "add {new} at the end of {place}",
    "{place} should also contain {new}, as the last one",
    "put {new} last in {place}",
    "We also need {new} in {place}, at the end.",
    "extend {place} by {new}",
    "in {place}, append {new}",
    casual=(
        "and {new} as well, last in {place}.",
        "{place} is not complete, {new} is missing at the end.",
        "one more for {place}: {new}.",
        "Why is {new} not in {place}? It goes at the end.",
        "{new} joins {place}, behind all the others.",
        "It would be nice to see {new} at the end of {place}.",
    ),
)
_FILL = Phrases(
    "{place} is still empty, add {new}",
    "put {new} into {place}",
    "fill {place} with {new}",
    "add {new} to the empty {place}",
    "in {place}, which is empty, add {new}",
    "{place} should contain {new}",
    "We need {new} in {place}.",
    casual=(
        "{place} has nothing in it, {new} belongs there.",
        "{new} in {place}, please.",
        "nothing in {place} yet? {new} for a start.",
        "The first thing in {place} is {new}.",
        "we finally know something for {place}: {new}.",
    ),
)
_DROP = Phrases(
    "remove {old} from {place}",
    "delete {old} in {place}",
    "drop {old} from {place}",
    "take {old} out of {place}",
    "{old} should go from {place}",
    "{place} should no longer have {old}",
    "We don't need {old} in {place} any more.",
    "get rid of {old} in {place}",
    casual=(
        "{place} without {old}.",
        "{old} has no business in {place}.",
        "{old} is not wanted any longer, so out of {place} with it.",
        "Is {old} still in {place}? That has to go.",
        "all of {place} is right except for {old}, no need for that.",
        "I don't want to see {old} in {place}.",
    ),
)
_AFTER = Phrases(
    "insert {new} after {old} in {place}",
    "in {place}, add {new} right after {old}",
    "add {new} to {place}, directly behind {old}",
    "put {new} after {old} in {place}",
    "{new} should follow {old} in {place}",
    "We need {new} in {place}, just after {old}.",
    "in {place}, {old} should be followed by {new}",
    casual=(
        "{place} needs one more: {new}, right after {old}.",
        "after {old} I expected {new} in {place}.",
        "first {old}, next {new}, then the others of {place}.",
        "{new} is new in {place} and comes just behind {old}.",
        "Could {place} have {new}, directly after {old}?",
        "there is nothing between {old} and what follows in {place}, {new} belongs there.",
    ),
)
_FIRST = Phrases(
    "move {old} to the front of {place}",
    "{old} should come first in {place}",
    "make {old} the first of {place}",
    "in {place}, move {old} to the start",
    "put {old} first in {place}",
    "let {place} start with {old}",
    "bring {old} to the top of {place}",
    casual=(
        "{old} leads {place} now, the others follow.",
        "in {place} it's {old} first, then the rest as before.",
        "{old} has the highest priority, so first place in {place}.",
        "Why does {old} come so late in {place}? First, please!",
        "{place} with {old} at the very front.",
    ),
)
_CHANGES = ("append", "append", "drop", "drop", "after", "first")
_PHRASES = {"append": _APPEND, "drop": _DROP, "after": _AFTER, "first": _FIRST}
_FIRST_ITEMS = {
    "errors": ("timeout", "rate_limited"),
    "notes": ("gift wrap", "call first"),
    "alerts": ("storm", "black ice"),
    "types": ("node", "jest"),
    "tags": ("new", "sale"),
    "materials": ("slides.pdf", "handout.pdf"),
    "overrides": ("src", "tests"),
}


def change_list(document: Document) -> Edit | None:
    """Change the items of one list."""
    context, random = document.context, document.random
    path = document.pick(list)
    if path is None:
        return None
    items, place = list(document.at(path)), document.name(path)
    change = random.choice(_CHANGES if len(items) > 1 else ("append",))
    new = _draw_item(document, path) if change in ("append", "after") else ""
    if place is None or new is None:
        return None
    i = random.randrange(len(items)) if items else 0
    old = _name_item(document, path, i) if items else ""
    if old is None or (items and items.count(items[i]) > 1):
        return None
    phrases = _PHRASES[change] if items else _FILL
    if change == "first":
        items.insert(0, items.pop(i))
    elif change == "drop":
        del items[i]
    else:
        items.insert(len(items) if change == "append" else i + 1, new)
    request = context.say(phrases, new=document.show(new), old=old, place=place)
    return document.edit(mark_name(request, new, path[-1], old), path, items)


def _name_item(document: Document, path: Path, i: int) -> str | None:
    item = document.at(path)[i]
    return document.name((*path, i)) if isinstance(item, dict) else document.show(item)


def _draw_item(document: Document, path: Path) -> Any:
    """Return an item that the list does not have yet but may have; None when there is none."""
    items, random, key = document.at(path), document.random, str(path[-1])
    templates = find_templates(document.template, key)
    template = next((one for one in templates if isinstance(one, list)), [])
    if not template:
        return random.choice(_FIRST_ITEMS[key])
    if isinstance(template[0], dict):
        return _draw_object(document, items, template)
    pool = [Slots(random).fill(one) for one in template[0].strip("<*>").split("|")]
    pool = [one for one in pool if one not in items]
    return random.choice(pool) if pool else None


def _draw_object(document: Document, items: list[Any], templates: list[Any]) -> Any:
    """Return an object with the keys of the first item and with labels of its own, or None."""
    taken = {str(item[field]) for item in items for field in LABELS if field in item}
    drawn = [draw_value(document.random, Slots(document.random), one) for one in templates]
    fresh = [
        one
        for one in drawn
        if list(one) == list(items[0])
        and not taken & {str(one[field]) for field in LABELS if field in one}
    ]
    return document.random.choice(fresh) if fresh else None
