"""What the tests of the makers share: edits drawn of one maker, and the lines in which they differ.

Invariant: everything follows from a seed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache
from random import Random

from lib.engine.adapter.tasks import EditTask
from lib.engine.adapter.tasks.mixing import draw_size
from lib.engine.adapter.tasks.phrasing import Context, Variety
from lib.engine.adapter.tasks.texts import Edit

Make = Callable[[Context], Edit | None]

_TRIES = 8
"""For each edit; a maker that finds a place less often gets too few of its kind into the tasks."""


def draw_context(seed: object, split: str = "train", size: int | None = None) -> Context:
    random = Random(f"{split} {seed}")  # noqa: S311 nothing secret
    return Context(
        random=random, split=split, size=size or draw_size(random), variety=Variety.FOCUSED
    )


@cache
def edits_of(make: Make, count: int = 60, split: str = "train") -> tuple[Edit, ...]:
    """Return the first edits that a maker finds a place for."""
    found: list[Edit] = []
    for seed in range(_TRIES * count):
        edit = make(draw_context(seed, split))
        found += [edit] if edit else []
        if len(found) == count:
            return tuple(found)
    raise AssertionError(f"{make} found a place {len(found)} times only.")


def changed_lines(edit: Edit) -> tuple[list[str], list[str]]:
    """Return the lines that went and the lines that came, in their order; a moved one did both."""
    before, after = edit.text.body.split("\n"), edit.answer.split("\n")
    gone: list[str] = []
    come: list[str] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            gone += before[i:j]
            come += after[k:m]
    return gone, come


def exchanged_lines(edit: Edit) -> tuple[list[str], list[str]]:
    """Return the lines that only the text has, and those that only the answer has."""
    before, after = (Counter(text.split("\n")) for text in (edit.text.body, edit.answer))
    return list((before - after).elements()), list((after - before).elements())


def instructions_of(task: EditTask) -> str:
    """Return what a task's user messages say beside the source."""
    said = "\n".join(content for role, content in task.messages if role == "user")
    return said.replace(task.source.rstrip("\n"), "")
