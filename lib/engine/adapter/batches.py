"""Edit tasks as training batches: token ids laid end to end, and what each answer token weighs.

Invariant: a batch holds whole examples and no padding; only tokens of answers are learnt, and the
token that ends an answer is one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from lib.engine.adapter.tasks import EditTask
from lib.engine.tokenizer import Tokenizer


@dataclass(frozen=True, slots=True)
class Example:
    """One task in tokens."""

    kind: str
    prompt_ids: tuple[int, ...]
    answer_ids: tuple[int, ...]
    """With the token that ends it."""
    weights: tuple[float, ...]
    """One for each answer token."""

    @property
    def num_tokens(self) -> int:
        """Rows that it takes in a batch: the last token is only ever a target."""
        return len(self.prompt_ids) + len(self.answer_ids) - 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples end to end; row r holds the r-th token."""

    ids: NDArray[np.int64]
    positions: NDArray[np.int64]
    """Of each row, counted from the start of its example."""
    spans: tuple[tuple[int, int], ...]
    """Rows of each example: (first, after the last)."""
    rows: NDArray[np.int64]
    """Rows whose next token is learnt."""
    targets: NDArray[np.int64]
    """The next token of each of `rows`."""
    weights: NDArray[np.float32]
    """What each target weighs in the loss."""


def encode_task(tokenizer: Tokenizer, task: EditTask, *, edit_weight: float = 1.0) -> Example:
    """Turn a task into tokens. An answer token that copying would not give weighs `edit_weight`."""
    chat = [{"role": role, "content": content} for role, content in task.messages]
    prompt = tokenizer.encode_chat(chat)
    answer = tokenizer.encode(task.answer)
    marks = mark_edits(tokenizer.encode(task.source), answer)
    end = min(tokenizer.eos_token_ids & set(prompt))  # the template ends every message with it
    weights = tuple(edit_weight if mark else 1.0 for mark in marks)
    return Example(task.kind, tuple(prompt), (*answer, end), weights)


def mark_edits(source: Sequence[int], answer: Sequence[int]) -> list[bool]:
    """For each answer token and the end: is it a choice that copying would not make?

    True for tokens that are not the source's, and for the first token of each copied stretch
    behind an edit: there the model must find its place again.
    """
    marks = [False] * (len(answer) + 1)
    matcher = SequenceMatcher(None, source, answer, autojunk=False)
    for kind, _, _, start, end in matcher.get_opcodes():
        if kind != "equal":
            marks[start : end + 1] = [True] * (end + 1 - start)
    return marks


def pack(examples: Sequence[Example]) -> Batch:
    """Lay the examples end to end."""
    ids: list[int] = []
    rows: list[int] = []
    targets: list[int] = []
    spans = []
    for example in examples:
        start = len(ids)
        ids.extend((*example.prompt_ids, *example.answer_ids[:-1]))
        spans.append((start, len(ids)))
        rows.extend(range(start + len(example.prompt_ids) - 1, len(ids)))
        targets.extend(example.answer_ids)
    return Batch(
        ids=np.array(ids, np.int64),
        positions=np.concatenate([np.arange(end - start) for start, end in spans]),
        spans=tuple(spans),
        rows=np.array(rows, np.int64),
        targets=np.array(targets, np.int64),
        weights=np.concatenate([example.weights for example in examples], dtype=np.float32),
    )


def gather(examples: Iterable[Example], num_tokens: int) -> Iterator[list[Example]]:
    """Groups of whole examples, in their order, each with at most `num_tokens` or one example."""
    group: list[Example] = []
    room = num_tokens
    for example in examples:
        if group and example.num_tokens > room:
            yield group
            group, room = [], num_tokens
        group.append(example)
        room -= example.num_tokens
    if group:
        yield group
