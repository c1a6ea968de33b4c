"""One plain value or flag of a nested JSON document is set.

Invariant: mostly the same key stands in another object, too; the request says which one is meant.
"""

from __future__ import annotations

from typing import Any

from lib.engine.adapter.tasks.manifests.json_document import Document
from lib.engine.adapter.tasks.manifests.json_trees import Path, walk
from lib.engine.adapter.tasks.manifests.wording import mark_name
from lib.engine.adapter.tasks.phrasing import Phrases
from lib.engine.adapter.tasks.texts import Edit

_SET = Phrases(
    "set {key} in {place} to {new}",
    "change {key} of {place} to {new}",
    "in {place}, set {key} to {new}",
    "The {key} of {place} should be {new}.",
    "{key} in {place} becomes {new}",
    "change {key} in {place} from {old} to {new}",
    "in {place}, {key} has to be {new} instead of {old}",
    "We now need {new} as {key} in {place}.",
    "update {key} in {place}, it should say {new}",
    "make {key} of {place} {new}",
    "use {new} for {key} in {place}",
    "replace {old} by {new} as the {key} of {place}",
    "the value of {key} in {place} is {new} now",
    casual=(
        "{key} of {place}: {new}.",
        "{key} in {place} says {old}, that is outdated. {new} is right.",
        "I mean {key} of {place}, which is not {old} but {new}.",
        "{old} -> {new} for {key} in {place}.",
        "somebody typed {old} as {key} of {place}, but it is {new}.",
        "Could {place} have {new} as its {key}?",
        "The customer insists on {new} as {key} of {place}.",
        "in {place} it's {key} = {new} from now on.",
    ),
)
_SET_PLAIN = Phrases(
    "set {key} to {new}",
    "change {key} to {new}",
    "change {key} from {old} to {new}",
    "The {key} should be {new}.",
    "{key} becomes {new}",
    "update {key}, it should say {new}",
    "We now need {new} as {key}.",
    "use {new} for {key} instead of {old}",
    "{key} is {new} now",
    casual=(
        "{key}: {new}, please.",
        "is {key} really {old}? It ought to be {new}.",
        "Our {key} has changed, {new} it is.",
        "{old} no longer holds for {key}, {new} does.",
        "why {old} as {key}? {new} of course!",
        "just {key} = {new}.",
    ),
)
_ON = Phrases(
    "turn on {what}",
    "enable {what}",
    "switch {what} on",
    "activate {what}",
    "make sure that {what} is on",
    "{what} should be switched on",
    "set {what} to true",
    casual=(
        "{what}: on.",
        "so {what} was off until today, now it has to be on.",
        "Who left {what} off? It belongs on!",
        "I would rather have {what} on.",
        "We do want {what}, so it has to be on.",
        "{what} is off, and that is not what I want.",
    ),
)
_OFF = Phrases(
    "turn off {what}",
    "disable {what}",
    "switch {what} off",
    "deactivate {what}",
    "make sure that {what} is off",
    "{what} should be switched off",
    "set {what} to false",
    casual=(
        "{what}: off, please.",
        "we can't have {what} on at the moment.",
        "{what} makes trouble as long as it is on, so off.",
        "why is {what} on at all? I want it off.",
        "From today {what} stays off.",
        "nobody asked for {what}, so it can be off.",
    ),
)


def set_value(document: Document) -> Edit | None:
    """Set a string or a number."""
    found = _pick_leaf(document, are_flags=False)
    if found is None:
        return None
    path, old = found
    key = str(path[-1])
    new, place = document.redrawn(key, old), document.name(path[:-1])
    if place is None or new == old:
        return None
    values = {"old": document.show(old), "new": document.show(new)}
    phrases = _SET if len(path) > 1 or _count(document, key) > 1 else _SET_PLAIN
    request = document.context.say(phrases, key=document.context.coded(key), place=place, **values)
    return document.edit(mark_name(request, key, new, old), path, new)


def set_flag(document: Document) -> Edit | None:
    """Turn a flag on or off."""
    found = _pick_leaf(document, are_flags=True)
    if found is None:
        return None
    path, old = found
    place, key = document.name(path[:-1]), str(path[-1])
    if place is None:
        return None
    context = document.context
    what = f"{context.coded(key)} {document.random.choice(('in', 'of', 'for'))} {place}"
    if len(path) == 1 and _count(document, key) == 1:
        what = context.coded(key)
    elif key == "enabled" and context.chance(0.8):
        what = place
    request = context.say(_OFF if old else _ON, what=what)
    if what == place:
        request = request.replace(f"set {what} to", f"set `enabled` of {what} to")
    return document.edit(mark_name(request, key, *path[-2:-1]), path, not old)


def _pick_leaf(document: Document, *, are_flags: bool) -> tuple[Path, Any] | None:
    """Return the path and the value of a key, mostly one that stands in another object, too."""
    leaves = [
        (path, value)
        for path, value in walk(document.value)
        if path and isinstance(path[-1], str) and not isinstance(value, dict | list)
    ]
    leaves = [leaf for leaf in leaves if isinstance(leaf[1], bool) == are_flags]
    if not leaves:
        return None
    keys = [path[-1] for path, _ in leaves]
    twins = [leaf for leaf in leaves if keys.count(leaf[0][-1]) > 1]
    return document.random.choice(twins if twins and document.context.chance(0.6) else leaves)


def _count(document: Document, key: str) -> int:
    return sum(path[-1:] == (key,) for path, _ in walk(document.value))
