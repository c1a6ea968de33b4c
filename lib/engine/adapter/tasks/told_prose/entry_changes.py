"""One entry of one list is added, removed, replaced or moved.

Invariant: a change changes the list as its request says, or returns None; then the list is spent.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.told_prose.list_places import draw_place, is_clear, name_list
from lib.engine.adapter.tasks.told_prose.lists import ListBlock, ListText
from lib.engine.adapter.tasks.told_prose.telling import NTH, nth_words

_ADD_ITEM = Phrases(
    "add {new} {place}{under}",
    "put {new} {place}{under}",
    "insert {new} {place}{under}",
    "We also need {new} {place}{under}.",
    "{place}{under}, add {new}",
    "{new} is missing{under}, add it {place}",
    "A new entry {new} should go {place}{under}",
    "write {new} {place}{under}",
    "We forgot {new}; it goes {place}{under}.",
    "include {new} {place}{under}",
    "add one more entry {place}{under}: {new}",
    casual=(
        "{new} {place}{under}.",
        "Oh, and {new}, {place}{under}.",
        "{new} is still missing {place}{under}.",
        "One more for the list: {new}, {place}{under}.",
        "We can't go without {new}. It belongs {place}{under}.",
        "{place}{under} there should be {new}, too.",
        "Why didn't we think of {new}? I'd want it {place}{under}.",
    ),
)
_REMOVE_ITEM = Phrases(
    "remove {old}{under}",
    "delete {old}{under}",
    "take {old} off the list{under}",
    "We no longer need {old}{under}, take it out.",
    "drop {old}{under}",
    "cut the entry {old}{under}",
    "{old}{under} can go.",
    "leave out {old}{under}",
    "The entry {old}{under} should be removed",
    "strike {old}{under}",
    "get rid of {old}{under}",
    casual=(
        "No {old}{under}.",
        "{old}{under}? Not any more.",
        "{old}{under} shouldn't be there.",
        "Without {old}{under}, please.",
        "Why is {old}{under} still there? It should be gone.",
        "I don't want to see {old}{under} any more.",
        "We decided against {old}{under}.",
    ),
)
_REMOVE_NTH = Phrases(
    "delete the {nth} entry{under}",
    "remove the {nth} item{under}",
    "drop item {nth}{under}",
    "The {nth} entry{under} can go.",
    "take out the {nth} point{under}",
    "cut the {nth} item{under}",
    "The {nth} point{under} is done, remove it",
    casual=(
        "{nth} entry{under}: out.",
        "The list is fine without the {nth} entry{under}.",
        "We don't need the {nth} point{under}.",
        "Why do we have the {nth} item{under}? Away with it.",
        "The {nth} one{under} has to go.",
    ),
)
_REPLACE_ITEM = Phrases(
    "replace {old} with {new}{under}",
    "change {old} to {new}{under}",
    "{old} should be {new}{under}",
    "Instead of {old} we now need {new}{under}.",
    "swap {old} for {new}{under}",
    "write {new} instead of {old}{under}",
    "put {new} in place of {old}{under}",
    "make it {new} instead of {old}{under}",
    "The entry {old}{under} should read {new}",
    "exchange {old} for {new}{under}",
    "It is {new}, not {old}{under}.",
    casual=(
        "{new} instead of {old}{under}.",
        "Not {old} but {new}{under}.",
        "{old} -> {new}{under}.",
        "{old}{under} is wrong, I meant {new}.",
        "We changed our minds: {new} rather than {old}{under}.",
        "Why {old}{under}? We agreed on {new}.",
        "There is no {old}, so {new} goes there{under}.",
    ),
)
_MOVE_ITEM = Phrases(
    "move {old} {to}{under}",
    "put {old} {place}{under}",
    "shift {old} {to}{under}",
    "{old} should come {place}{under}.",
    "{old} belongs {place}{under}, move it there.",
    "let {old} be {place}{under}",
    "The entry {old} should stand {place}{under}",
    "{old} has to go {to}{under}.",
    casual=(
        "{old}: {to}{under}.",
        "I'd like {old} {place}{under}.",
        "The order is wrong, {old} comes {place}{under}.",
        "Why isn't {old} {place}{under}? It belongs there.",
        "{old} is in the wrong spot. Should be {place}{under}.",
        "{place}{under}, that's where {old} has to be.",
    ),
)


def add_item(context: Context, lists: ListText, block: ListBlock) -> tuple[str, str] | None:
    """Add an entry at a told place."""
    new = context.random.choice(block.spare)
    place, words, anchor = draw_place(context, block)
    known = [item.lower() for part in lists.blocks for item in part.items]
    if anchor == "" or any(new.lower() in item for item in known):
        return None
    under = name_list(context, lists, block, anchor)
    block.items.insert(place, new)
    block.checked.insert(place, False)
    request = context.say(_ADD_ITEM, new=context.quoted(new, bare=0), place=words, under=under)
    return "add told bullet", request


def remove_item(context: Context, lists: ListText, block: ListBlock) -> tuple[str, str] | None:
    """Remove an entry, told by its words or its place."""
    i = context.random.randrange(len(block.items))
    old = block.items[i]
    if context.chance(0.3) and i < len(NTH):
        words = nth_words(context, i, len(block.items))
        under = name_list(context, lists, block, None)
        nth = words["nth"]
        request = context.say(_REMOVE_NTH, nth=nth, under=under).replace(
            f"item {nth}", f"item {i + 1}"
        )
    else:
        if not is_clear(block, old):
            return None
        under = name_list(context, lists, block, old)
        request = context.say(_REMOVE_ITEM, old=context.quoted(old, bare=0), under=under)
    del block.items[i], block.checked[i]
    return "remove told bullet", request


def replace_item(context: Context, lists: ListText, block: ListBlock) -> tuple[str, str] | None:
    """Replace an entry by one that fits in the list."""
    i = context.random.randrange(len(block.items))
    old, new = block.items[i], context.random.choice(block.spare)
    if not is_clear(block, old) or new in block.items:
        return None
    under = name_list(context, lists, block, old)
    block.items[i] = new
    shown = {"old": context.quoted(old, bare=0), "new": context.quoted(new, bare=0)}
    return "replace told bullet", context.say(_REPLACE_ITEM, under=under, **shown)


def move_item(context: Context, lists: ListText, block: ListBlock) -> tuple[str, str] | None:
    """Move an entry within its list."""
    i = context.random.randrange(len(block.items))
    old = block.items[i]
    if not is_clear(block, old):
        return None
    under = name_list(context, lists, block, old)
    block.items.pop(i)
    is_checked = block.checked.pop(i)
    place, words, anchor = draw_place(context, block)
    if anchor == "":
        return None
    block.items.insert(place, old)
    block.checked.insert(place, is_checked)
    to = words.replace("at the", "to the") if anchor is None else words
    shown = context.quoted(old, bare=0)
    request = context.say(_MOVE_ITEM, old=shown, place=words, to=to, under=under)
    return "move told bullet", request
