"""An item of one of several lists is added, removed, replaced or moved to another.

Invariant: the request names the list; the other lists may have the item, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.grouped.parts import Listing
from lib.engine.adapter.tasks.grouped.phrases import (
    ADD_AFTER,
    ADD_FIRST,
    ADD_LAST,
    MOVE_ITEM,
    REMOVE_ITEM,
    REPLACE_ITEM,
    name_list,
    show_item,
)
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.words import STRING_WORDS


def edit_list(context: Context, lists: Sequence[Listing]) -> str | None:
    """Change one of the lists; what was asked for, or None where it finds no place."""
    if not lists:
        return None
    random = context.random
    part = random.choice(lists)
    items = part.items
    new = _new_item(context, part, lists)
    name, change = name_list(context, part), random.choice(_LIST_CHANGES)
    if new is None or (change == "remove" and len(items) < 3):
        return None
    place = random.randrange(len(items))
    words = {"list": name, "new": show_item(context, new), "old": show_item(context, items[place])}
    if change == "move":
        return _move(context, part, place, lists, words)
    if change == "after":
        if place == len(items) - 1:
            return None
        words |= {
            "near": show_item(context, items[place]),
            "next": show_item(context, items[place + 1]),
        }
    phrases, part.items = _changed(items, place, new)[change]
    return context.say(phrases, **words)


def _changed(items: list[str], place: int, new: str) -> dict[str, tuple[Phrases, list[str]]]:
    """By the kind of change: how it is asked for, and the items after it."""
    before, after = items[:place], items[place + 1 :]
    return {
        "last": (ADD_LAST, [*items, new]),
        "first": (ADD_FIRST, [new, *items]),
        "after": (ADD_AFTER, [*before, items[place], new, *after]),
        "remove": (REMOVE_ITEM, [*before, *after]),
        "replace": (REPLACE_ITEM, [*before, new, *after]),
    }


def _move(
    context: Context, part: Listing, place: int, lists: Sequence[Listing], words: dict[str, str]
) -> str | None:
    item = part.items[place]
    others = [one for one in lists if one is not part and item not in one.items]
    if not others or len(part.items) < 2:
        return None
    other = context.random.choice(others)
    other.items = [*other.items, item]
    part.items = [one for one in part.items if one != item]
    return context.say(MOVE_ITEM, other=name_list(context, other), **words)


def _new_item(context: Context, part: Listing, lists: Sequence[Listing]) -> str | None:
    """An item that the list does not have; where there is another list, sometimes one of that."""
    others = [item for one in lists if one is not part for item in one.items]
    pool = others if others and context.chance(0.15) else _POOLS[" " in part.items[0]]
    new = context.random.choice(pool)
    return None if new in part.items else new


_POOLS: dict[bool, Sequence[str]] = {
    False: STRING_WORDS,
    True: ("Ask the neighbours", "Wait for five minutes.", "Bring a friend", "Add some pepper.",
           "Turn off the lights", "Let it cool down.", "Check the list twice", "Say thank you"),
}  # fmt: skip
_LIST_CHANGES = ("last", "last", "last", "first", "after", "after", "remove", "replace", "move")
