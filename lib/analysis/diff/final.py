"""The final diff of two whole texts: lines first, then words inside replaced blocks.

Invariant: pieces rebuild both texts exactly; time and memory are bounded whatever the texts; equal
input gives an equal diff as long as the time does not run out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lib.analysis.diff.cleanup import (
    Step,
    join_confetti,
    make_steps,
    rate_line_boundary,
    rate_word_boundary,
    shift_changes,
)
from lib.analysis.diff.lcs import Block
from lib.analysis.diff.matching import Budget, match_tokens
from lib.analysis.diff.pieces import Diff, PieceKind, make_diff
from lib.analysis.diff.tokens import intern_tokens, split_clauses, split_lines, split_words

# Blocks beyond this many characters are cut into clauses before words: a word costs about 80 bytes.
_MOST_WORD_CHARS = 600_000
# Beyond this even clauses are too many; the block is shown as replaced.
_MOST_CLAUSE_CHARS = 8_000_000
# A block that shares less than this part of its smaller side is easier to read as replaced.
_LEAST_SHARED = 0.15
# Unless it shares a run of this many characters, blanks left out.
_TELLING_RUN = 40
_LEAST_LINE_CHARS = 4
# Part of the CPU time after which lines are no longer matched.
_LINES_SHARE = 0.4

Pieces = Iterator[tuple[PieceKind, str]]


def diff_texts(source: str, output: str, *, cpu_s: float = 0.25) -> Diff:
    """The diff of two finished texts.

    After `cpu_s` seconds of CPU time large blocks that are not matched yet are shown as replaced,
    and the diff is marked as simplified.
    """
    if source == output:
        return make_diff([(PieceKind.EQUAL, source)], simplified=False)
    budget = Budget(cpu_s=cpu_s)
    # Lines have a budget of their own: what they leave unmatched, words may still tell apart.
    pieces = list(_diff_lines(source, output, Budget(cpu_s=cpu_s * _LINES_SHARE), budget))
    return make_diff(pieces, simplified=budget.exceeded)


def _diff_lines(source: str, output: str, line_budget: Budget, budget: Budget) -> Pieces:
    a, b = split_lines(source), split_lines(output)
    if "\r" in source or "\r" in output:
        # A file whose line ends changed is not a file of which every line changed.
        blocks = _match_strings(
            [line.rstrip("\r\n") for line in a], [line.rstrip("\r\n") for line in b], line_budget
        )
        blocks = list(_drop_weak_blocks(a, b, blocks))
        blocks = list(_split_line_ends(a, b, blocks))
        a, b = _cut_line_ends(a), _cut_line_ends(b)
    else:
        blocks = list(_drop_weak_blocks(a, b, _match_strings(a, b, line_budget)))
    steps = make_steps(a, b, blocks)
    shift_changes(steps, rate_line_boundary)
    for step in steps:
        yield from _diff_block("".join(step.deleted), "".join(step.inserted), budget)
        yield PieceKind.EQUAL, "".join(step.kept)


def _match_strings(a: list[str], b: list[str], budget: Budget) -> list[Block]:
    ids: dict[str, int] = {}
    return match_tokens(intern_tokens(a, ids), intern_tokens(b, ids), budget)


def _drop_weak_blocks(a: list[str], b: list[str], blocks: list[Block]) -> Iterator[Block]:
    """Blocks without those of blank lines and lone brackets between replaced lines on both sides.

    They match anything; words find them again where they belong.
    """
    end_i = end_j = 0
    for index, (i, j, n) in enumerate(blocks):
        next_i, next_j, _ = blocks[index + 1] if index + 1 < len(blocks) else (len(a), len(b), 0)
        between_replaced = (i > end_i and j > end_j) and (next_i > i + n and next_j > j + n)
        weak = n <= 4 and sum(len(line.strip()) for line in a[i : i + n]) < _LEAST_LINE_CHARS
        if between_replaced and weak:
            continue
        yield i, j, n
        end_i, end_j = i + n, j + n


def _cut_line_ends(lines: list[str]) -> list[str]:
    """Two tokens a line: what it says, and its end; either may be empty."""
    tokens: list[str] = []
    for line in lines:
        said = line.rstrip("\r\n")
        tokens += (said, line[len(said) :])
    return tokens


def _split_line_ends(a: list[str], b: list[str], blocks: list[Block]) -> Iterator[Block]:
    """The blocks of lines in the tokens of `_cut_line_ends`, without the ends that differ."""
    for i, j, n in blocks:
        run = 0
        for k in range(n):
            if a[i + k] == b[j + k]:
                run += 2
                continue
            yield 2 * (i + k) - run, 2 * (j + k) - run, run + 1
            run = 0
        if run:
            yield 2 * (i + n) - run, 2 * (j + n) - run, run


def _diff_block(deleted: str, inserted: str, budget: Budget) -> Pieces:
    """A replaced block: in words, or by way of clauses when it is large."""
    size = len(deleted) + len(inserted)
    if not deleted.strip("\r\n") or not inserted.strip("\r\n"):
        yield from _replace(deleted, inserted)
    elif size > _MOST_CLAUSE_CHARS:
        budget.exceeded = True
        yield from _replace(deleted, inserted)
    elif size <= _MOST_WORD_CHARS:
        yield from _diff_words(deleted, inserted, budget)
    else:
        for step in join_confetti(_match_steps(deleted, inserted, split_clauses, budget)):
            left, right = "".join(step.deleted), "".join(step.inserted)
            if len(left) + len(right) <= _MOST_WORD_CHARS:
                yield from _diff_words(left, right, budget)
            else:
                budget.exceeded = True
                yield from _replace(left, right)
            yield PieceKind.EQUAL, "".join(step.kept)


def _diff_words(deleted: str, inserted: str, budget: Budget) -> Pieces:
    if not deleted or not inserted:
        yield from _replace(deleted, inserted)
        return
    steps = join_confetti(_match_steps(deleted, inserted, split_words, budget))
    shift_changes(steps, rate_word_boundary)
    runs = [sum(len(token.strip()) for token in step.kept) for step in steps]
    alike = sum(runs) >= _LEAST_SHARED * min(len(deleted), len(inserted))
    if not alike and max(runs) < _TELLING_RUN:
        yield from _replace(deleted, inserted)
        return
    for step in steps:
        yield from _replace("".join(step.deleted), "".join(step.inserted))
        yield PieceKind.EQUAL, "".join(step.kept)


def _match_steps(
    deleted: str, inserted: str, split: Callable[[str], list[str]], budget: Budget
) -> list[Step]:
    if not budget.take(len(deleted) + len(inserted)):
        return [Step([deleted], [inserted], [])]
    a, b = split(deleted), split(inserted)
    return make_steps(a, b, _match_strings(a, b, budget))


def _replace(deleted: str, inserted: str) -> Pieces:
    yield PieceKind.DELETE, deleted
    yield PieceKind.INSERT, inserted
