"""Makes a correct diff readable: no confetti, and changes that begin and end where people look.

Invariant: steps rebuild the same two texts before and after.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lib.analysis.diff.lcs import Block
from lib.analysis.diff.tokens import is_word

_LONGEST_CONFETTI = 32
_FARTHEST_SHIFT = 200
_CJK_STOPS = frozenset("。，、；：？！「」『』（）")


Rating = Callable[[str | None, str | None], int]


@dataclass(slots=True)
class Step:
    """A change, either side of which may be empty, and the equal tokens that follow it."""

    deleted: list[str]
    inserted: list[str]
    kept: list[str]


def make_steps(a: list[str], b: list[str], blocks: Sequence[Block]) -> list[Step]:
    """Steps of the tokens and the blocks they share; the first one holds no change."""
    steps = [Step([], [], [])] if not blocks or blocks[0][:2] != (0, 0) else []
    end_i = end_j = 0
    for i, j, n in (*blocks, (len(a), len(b), 0)):
        if i > end_i or j > end_j or n:
            steps.append(Step(a[end_i:i], b[end_j:j], a[i : i + n]))
        end_i, end_j = i + n, j + n
    return steps


def join_confetti(steps: list[Step]) -> list[Step]:
    """Equal runs that only interrupt a change, such as one blank between replaced words, join it.

    Neighbours grow as they are joined, so that unrelated passages end up as one replaced block.
    """
    joined: list[Step] = []
    deleted = inserted = 0
    for step in steps:
        step_deleted, step_inserted = _count_chars(step.deleted), _count_chars(step.inserted)
        both_replaced = all((deleted, inserted, step_deleted, step_inserted))
        smaller = min(max(deleted, inserted), max(step_deleted, step_inserted))
        if smaller and _is_confetti(joined[-1].kept, smaller, both_replaced=both_replaced):
            previous = joined[-1]
            kept = _count_chars(previous.kept)
            deleted += kept + step_deleted
            inserted += kept + step_inserted
            previous.deleted += previous.kept + step.deleted
            previous.inserted += previous.kept + step.inserted
            previous.kept = step.kept
        else:
            deleted, inserted = step_deleted, step_inserted
            joined.append(step)
    return joined


def _count_chars(tokens: list[str]) -> int:
    return sum(map(len, tokens))


def _is_confetti(kept: list[str], smaller: int, *, both_replaced: bool) -> bool:
    """Whether equal tokens are not worth showing, `smaller` being the smaller change beside."""
    size = _count_chars(kept)
    if size > _LONGEST_CONFETTI or any(token[0] in _CJK_STOPS for token in kept):
        return False
    words = sum(map(is_word, kept))
    if not words and not any(token[0] in "\r\n" for token in kept):
        blank = all(map(str.isspace, kept))
        return smaller >= (size if blank and both_replaced else 4 * size)
    return smaller >= (3 if words <= 1 and size <= 8 else 4) * size


def shift_changes(steps: list[Step], score: Rating) -> None:
    """Move pure insertions and deletions along equal text to the best place.

    `score(left, right)` rates a boundary between two tokens, None at the ends of the text.
    """
    for index, step in enumerate(steps):
        if bool(step.deleted) == bool(step.inserted):
            continue
        changed = step.deleted or step.inserted
        before = steps[index - 1].kept
        shift = _best_shift(before, changed, step.kept, score)
        if shift < 0:
            moved = before[shift:] + changed
            del before[shift:]
            changed[:], step.kept[:0] = moved[:shift], moved[shift:]
        elif shift > 0:
            moved = changed + step.kept[:shift]
            del step.kept[:shift]
            before += moved[:shift]
            changed[:] = moved[shift:]


def _best_shift(before: list[str], changed: list[str], after: list[str], score: Rating) -> int:
    size = len(changed)
    lowest = 0
    while (
        -lowest < min(len(before), _FARTHEST_SHIFT)
        and before[lowest - 1] == changed[(lowest - 1) % size]
    ):
        lowest -= 1
    highest = 0
    while highest < min(len(after), _FARTHEST_SHIFT) and after[highest] == changed[highest % size]:
        highest += 1
    if lowest == highest:
        return 0
    line: list[str | None] = [*before[len(before) + lowest :], *changed, *after[:highest]]
    left_end = before[lowest - 1] if len(before) > -lowest else None
    right_end = after[highest] if len(after) > highest else None
    line = [left_end, *line, right_end]

    def rate(shift: int) -> tuple[int, int]:
        start = 1 + shift - lowest
        total = score(line[start - 1], line[start])
        total += score(line[start + size - 1], line[start + size])
        return total, -abs(shift)

    return max(range(lowest, highest + 1), key=rate)


def rate_word_boundary(left: str | None, right: str | None) -> int:
    """How well a change may begin or end between two tokens of a line."""
    if left is None or left[-1] in "\r\n":
        return 5
    if right is None or right[0] in "\r\n":
        return 4
    if left.isspace():
        return 3
    if right.isspace():
        return 2
    return 1 if not (is_word(left) and is_word(right)) else 0


def rate_line_boundary(left: str | None, right: str | None) -> int:
    """How well a change may begin or end between two lines: after a gap, at low indentation."""
    if left is None or right is None:
        return 60
    indent = len(right) - len(right.lstrip())
    if not right.strip():
        return 0
    return max(0, 40 - indent) + (15 if not left.strip() else 0)
