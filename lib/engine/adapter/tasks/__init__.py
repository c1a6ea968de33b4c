"""Edit tasks for the training and the evaluation of the adapter, made by programs.

Invariant: the same arguments give the same tasks on every machine and Python version: all text
comes from files of this package and from a seeded generator, and nothing depends on hash order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from lib.engine.adapter.tasks.hard_wrapping import break_lines
from lib.engine.adapter.tasks.layout import lay_out, write_request
from lib.engine.adapter.tasks.mixing import draw_size, make_edit
from lib.engine.adapter.tasks.phrasing import Context, Variety
from lib.engine.adapter.tasks.soundness import is_sound
from lib.engine.adapter.tasks.word_exchange import exchange_words

SPLITS = ("train", "held-out")

_EXCHANGED = 0.4
"""Share of the fresh tasks in whose texts words are exchanged."""
_WRAPPED = 0.4
"""Share of the wrapped tasks whose long lines are broken."""
_RECALLED = 0.5
"""Share of the recalled tasks that are made as those of the first variety."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTask:
    """One request and the one right answer to it."""

    task_id: str
    kind: str
    language: str
    split: str
    """`train` or `held-out`."""
    messages: tuple[tuple[str, str], ...]
    """(role, content), as the chat template takes them; the answer comes next."""
    source: str
    answer: str


def make_tasks(
    seed: int,
    count: int,
    split: str = "train",
    *,
    max_answer_characters: int | None = None,
    variety: Variety = Variety.FIRST,
) -> Iterator[EditTask]:
    """Yield `count` tasks. Task number i does not depend on how many are asked for.

    Raises `ValueError` when the split is not one of `SPLITS`, or held out and wide or more.
    """
    if split not in SPLITS:
        raise ValueError(f"The split {split!r} is none of {', '.join(SPLITS)}.")
    if variety >= Variety.WIDE and split != "train":
        raise ValueError("The further patterns are for training only.")
    for index in range(count):
        # A seed of text is hashed with SHA-512 by `random`, the same everywhere.
        random = Random(f"{split} {seed} {index}")  # noqa: S311 nothing secret
        is_first = variety >= Variety.RECALLED and random.random() < _RECALLED
        drawn = Variety.FIRST if is_first else variety
        context = Context(random=random, split=split, size=0, variety=drawn)
        yield _make_task(context, f"{split}-{seed}-{index}", max_answer_characters)


def _make_task(blank: Context, task_id: str, longest: int | None) -> EditTask:
    while True:
        context = replace(blank, size=draw_size(blank.random))
        edit = make_edit(context)
        if edit is None or (edit.answer == edit.text.body) != edit.is_no_op or not edit.answer:
            continue
        if not is_sound(edit):
            continue
        if context.fresh and not edit.is_described and context.chance(_EXCHANGED):
            edit = exchange_words(context, edit)
        if context.wrapped and context.chance(_WRAPPED):
            edit = break_lines(context, edit)
        if longest is not None and max(len(edit.answer), len(edit.text.body)) >= longest:
            continue
        messages, end = lay_out(context, edit, write_request(context, edit))
        return EditTask(
            task_id=task_id,
            kind=edit.kind,
            language=edit.text.language,
            split=context.split,
            messages=messages,
            source=edit.text.body + end,
            answer=edit.answer + end,
        )
