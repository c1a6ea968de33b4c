"""How a list, and a place in it, are told.

Invariant: an entry is told only where no other entry of its list contains it.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.told_prose.lists import ListBlock, ListText


def name_list(context: Context, lists: ListText, block: ListBlock, told: str | None) -> str:
    """Return words for the list; they may be left out where the told entry is in no other."""
    others = [item for other in lists.blocks if other is not block for item in other.items]
    if len(lists.blocks) == 1 or (told is not None and told not in others and context.chance(0.4)):
        return ""
    heading = context.quoted(block.heading)
    patterns = (" under {}", " in the list {}", " in the section {}", " below the heading {}")
    return context.random.choice(patterns).format(heading)


def is_clear(block: ListBlock, item: str) -> bool:
    """Return whether no other entry of the list contains this one."""
    return sum(item.lower() in other.lower() for other in block.items) == 1


def draw_place(context: Context, block: ListBlock) -> tuple[int, str, str | None]:
    """Return a place, its words and the entry that they name, "" where that is not clear."""
    kind = context.random.choice(("top", "end", "after", "after", "before"))
    if kind == "top":
        return 0, context.random.choice(("at the top", "at the very top")), None
    if kind == "end":
        return len(block.items), context.random.choice(("at the end", "at the bottom")), None
    i = context.random.randrange(len(block.items))
    item = block.items[i]
    is_told = is_clear(block, item)
    words = f"{kind} {context.quoted(item, bare=0)}"
    return i + (kind == "after"), words, item if is_told else ""
