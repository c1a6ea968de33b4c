"""Scores of answers: exact or not, where the first wrong token falls, and how alike two texts are.

Invariant: pure. A share is of the answers that were asked for; none is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

BUCKETS = (100, 300, 800, 1200)
"""Most tokens of the answers in each."""

PARTS = 4
"""Where the first wrong token falls is told by quarters of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one answer compares with the one right answer."""

    kind: str
    num_tokens: int
    """Of the right answer, its end included."""
    first_wrong: int | None
    """The first token that differs, counted from 0; `None` when all are right."""

    @property
    def is_right(self) -> bool:
        """Whether the answer is right to the last character."""
        return self.first_wrong is None


def compare(kind: str, right: Sequence[int], given: Sequence[int]) -> Outcome:
    """Compare two answers, both as tokens with their end."""
    agreeing = 0
    for one, other in zip(right, given, strict=False):
        if one != other:
            break
        agreeing += 1
    same = agreeing == len(right) == len(given)
    return Outcome(kind=kind, num_tokens=len(right), first_wrong=None if same else agreeing)


def bucket_of(num_tokens: int) -> int | None:
    """The smallest bucket that holds an answer of this length; `None` beyond the last."""
    return next((most for most in BUCKETS if num_tokens <= most), None)


def similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """2 x (longest common subsequence) / (both lengths together); 1 for two empty texts."""
    if not one and not other:
        return 1.0
    tokens = np.asarray(other, np.int64)
    lengths = np.zeros(len(tokens) + 1, np.int64)
    for token in one:
        # A row of the table of subsequences; the running maximum stands for its left neighbour.
        longer = np.maximum(lengths[1:], lengths[:-1] + (tokens == token))
        lengths[1:] = np.maximum.accumulate(longer)
    return 2 * int(lengths[-1]) / (len(one) + len(other))


def table_by_bucket(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Lines of a table: answers by length, how many are right, where the others go wrong."""
    quarters = "  ".join(f"{f'Q{part + 1}':>4}" for part in range(PARTS))
    yield f"{'answer tokens':<14}  {'right':>11}  {'share':>6}  first wrong token in {quarters}"
    for low, high in zip((0, *BUCKETS), BUCKETS, strict=False):
        some = [one for one in outcomes if low < one.num_tokens <= high]
        if some:
            yield _row(f"{low + 1}-{high}", some, 14)
    yield _row("all", outcomes, 14)


def table_by_kind(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Lines of a table: kinds, the weakest first."""
    by_kind: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_kind.setdefault(outcome.kind, []).append(outcome)
    width = max(map(len, by_kind), default=0)
    for kind, some in sorted(by_kind.items(), key=lambda entry: (share_right(entry[1]), entry[0])):
        yield _row(kind, some, width)


def share_right(outcomes: Sequence[Outcome]) -> float:
    """Right answers of all; `outcomes` is not empty."""
    return sum(one.is_right for one in outcomes) / len(outcomes)


def _row(name: str, outcomes: Sequence[Outcome], width: int) -> str:
    right = sum(one.is_right for one in outcomes)
    counts = [0] * PARTS
    for one in outcomes:
        if one.first_wrong is not None:
            counts[min(PARTS - 1, one.first_wrong * PARTS // one.num_tokens)] += 1
    places = "  ".join(f"{count:>4}" for count in counts)
    return (
        f"{name:<{width}}  {f'{right} of {len(outcomes)}':>11}  {right / len(outcomes):>6.1%}"
        f"  {'':<20} {places}"
    )
