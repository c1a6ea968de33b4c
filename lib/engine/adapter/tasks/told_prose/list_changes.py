"""One of several lists changes: one of its entries, a box or the heading.

Invariant: the heading of the list is told where another list has the same entry.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.entry_changes import (
    add_item,
    move_item,
    remove_item,
    replace_item,
)
from lib.engine.adapter.tasks.told_prose.list_places import is_clear, name_list
from lib.engine.adapter.tasks.told_prose.lists import ListBlock, ListText, make_lists
from lib.engine.adapter.tasks.told_prose.telling import count_word, make_edit

_CHECK = Phrases(
    "check the box of {old}{under}",
    "tick {old}{under}",
    "mark {old}{under} as done",
    "{old}{under} is done, check it off.",
    "check off {old}{under}",
    "set a check mark at {old}{under}",
    "We finished {old}{under}; tick the box.",
    "put an x in the box of {old}{under}",
    casual=(
        "{old}{under}: done.",
        "{old}{under}, check.",
        "I've taken care of {old}{under}.",
        "Why is {old}{under} still open? It's done.",
        "We can tick {old}{under}.",
        "finally got {old}{under} done!",
        "Nothing left to do for {old}{under}, so it gets its x.",
    ),
)
_UNCHECK = Phrases(
    "uncheck {old}{under}",
    "untick the box of {old}{under}",
    "mark {old}{under} as not done",
    "{old}{under} is not done yet, uncheck it.",
    "clear the box of {old}{under}",
    "take the check mark off {old}{under}",
    "open {old}{under} again, it is not done",
    casual=(
        "{old}{under}: not done yet.",
        "Who ticked {old}{under}? That's still open.",
        "I was wrong, {old}{under} isn't done at all.",
        "No check mark for {old}{under}, please.",
        "The tick at {old}{under} is a mistake.",
        "We still have to take care of {old}{under}, so no x there.",
    ),
)
_RENAME_HEADING = Phrases(
    "rename the heading {old} to {new}",
    "change the heading {old} to {new}",
    "The heading {old} should be {new}.",
    "call the list {old} {new} instead",
    "The list {old} should be headed {new}",
    "write {new} over the list instead of {old}",
    "replace the heading {old} with {new}",
    "make the heading {old} read {new}",
    "use {new} as the heading instead of {old}",
    "retitle {old} as {new}",
    casual=(
        "{new} as the heading, not {old}.",
        "{old} is a bad heading, {new} says it better.",
        "Why is the heading {old}? Should be {new}.",
        "I'd put {new} over that list and not {old}.",
        "We don't call it {old} any more. The heading is {new}.",
        "heading {old} -> {new}.",
        "No heading {old} any longer, that list is {new} now.",
    ),
)
_LEVEL = Phrases(
    "make {old} a level {level} heading",
    "change the heading {old} to level {level}",
    "The heading {old} should have {marks}",
    "set {old} to heading level {level} ({marks})",
    "turn {old} into a level {level} heading",
    "write the heading {old} with {marks}",
    "Use {marks} for the heading {old}.",
    "The heading {old} must be level {level}",
    casual=(
        "Heading {old}: level {level}.",
        "{old} is on the wrong level, it should be level {level}.",
        "I'd like to see {marks} before the heading {old}.",
        "The heading {old} isn't right, it's a level {level} one.",
        "The heading {old} with {marks}, please.",
        "Why doesn't the heading {old} have {marks}? It's level {level}.",
    ),
)
_HEADINGS = (
    "Open points", "Things to buy", "Next steps", "Ideas", "For later", "Notes from ~weekday~",
    "What we need", "~First~'s list", "Done by ~month~", "Checklist", "Summary", "Urgent",
)  # fmt: skip


def edit_told_bullet(context: Context) -> Edit | None:
    """Change one entry of one list, or its heading; numbers keep counting."""
    lists = make_lists(context.random, context.size)
    _repeat_one(context, lists)
    block = context.random.choice(lists.blocks)
    body = lists.render()
    changes = [add_item, add_item, remove_item, remove_item, replace_item, move_item,
               move_item, _change_heading]  # fmt: skip
    if "[" in lists.style:
        changes += [_check_item] * 4
    told = context.random.choice(changes)(context, lists, block)
    if told is None or lists.render() == body:
        return None
    kind, request = told
    language = "markdown" if lists.level or "[" in lists.style else "text"
    return make_edit(context, kind, request, body, lists.render(), language)


def _repeat_one(context: Context, lists: ListText) -> None:
    """Let one entry stand in two lists, so that the heading must be told."""
    if len(lists.blocks) > 1 and context.chance(0.4):
        first, second = context.random.sample(lists.blocks, 2)
        second.items[-1] = context.random.choice(first.items)


def _check_item(context: Context, lists: ListText, block: ListBlock) -> tuple[str, str] | None:
    i = context.random.randrange(len(block.items))
    old = block.items[i]
    if not is_clear(block, old):
        return None
    phrases = _UNCHECK if block.checked[i] else _CHECK
    under = name_list(context, lists, block, old)
    block.checked[i] = not block.checked[i]
    return "check told box", context.say(phrases, old=context.quoted(old, bare=0), under=under)


def _change_heading(context: Context, lists: ListText, block: ListBlock) -> tuple[str, str] | None:
    old = block.heading
    if count_word(old, lists.render()) != 1:
        return None
    if lists.level and context.chance(0.4):
        level = context.random.choice([n for n in (1, 2, 3, 4) if n != len(lists.level) - 1])
        block.level = "#" * level + " "
        shown = {"old": context.quoted(old), "level": str(level), "marks": f'"{"#" * level}"'}
        return "change heading level", context.say(_LEVEL, **shown)
    new = Slots(context.random).fill(context.random.choice(_HEADINGS))
    block.heading = new
    shown = {"old": context.quoted(old, bare=0), "new": context.quoted(new, bare=0)}
    return "rename told heading", context.say(_RENAME_HEADING, **shown)
