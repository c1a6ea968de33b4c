"""How alike the answers to one request are: identical groups, first divergence, a ratio.

Invariant: nothing is normalised; two texts count as identical only when every character is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.analysis.diff.lcs import common_prefix, common_suffix, lcs_length
from lib.analysis.diff.matching import Budget, match_tokens
from lib.analysis.diff.tokens import intern_tokens, split_lines, split_words

# Up to so many token pairs the ratio is exact; that takes about 0.1 s.
_MOST_EXACT_CELLS = 400_000_000
_MATCH_CPU_S = 0.25
_CONTEXT_CHARS = 40
# A token that is cut by the divergence starts at most so far before it.
_LONGEST_TOKEN = 2_000


@dataclass(frozen=True, slots=True)
class Divergence:
    """The first place where two texts differ, at the start of the token that differs."""

    offset: int
    """Code points that both texts share before it."""
    line: int
    """From 1; CRLF, LF and CR end a line."""
    column: int
    """From 1, in code points."""
    before: str
    """Up to 40 shared characters before it."""
    first: str
    """Up to 40 characters of the first text from there on; empty when it ends there."""
    second: str
    """Up to 40 characters of the second text from there on; empty when it ends there."""

    @property
    def is_prefix(self) -> bool:
        """Whether one text is the beginning of the other."""
        return not self.first or not self.second


def similarity(a: str, b: str) -> float:
    """Twice the common tokens over all tokens, 0 to 1; 1.0 for two empty texts.

    The longest common subsequence of words, blanks and symbols; exact up to 20,000 tokens a text,
    a close lower bound above.
    """
    if a == b:
        return 1.0
    ids: dict[str, int] = {}
    left, right = intern_tokens(split_words(a), ids), intern_tokens(split_words(b), ids)
    total = len(left) + len(right)
    head = common_prefix(left, 0, len(left), right, 0, len(right))
    tail = common_suffix(left, head, len(left), right, head, len(right))
    left, right = left[head : len(left) - tail], right[head : len(right) - tail]
    if len(left) * len(right) <= _MOST_EXACT_CELLS:
        inner = lcs_length(left, right)
    else:
        inner = sum(n for _, _, n in match_tokens(left, right, Budget(cpu_s=_MATCH_CPU_S)))
    return 2 * (head + inner + tail) / total


def first_divergence(a: str, b: str) -> Divergence | None:
    """Where the texts differ first; `None` when they are identical."""
    if a == b:
        return None
    shared = _count_shared(a, b)
    offset = min(_token_start(a, shared), _token_start(b, shared))
    lines = split_lines(a[:offset])
    # A final line without an end is the line on which the texts differ.
    open_line = lines.pop() if lines and lines[-1][-1] not in "\r\n" else ""
    return Divergence(
        offset=offset,
        line=len(lines) + 1,
        column=len(open_line) + 1,
        before=a[max(0, offset - _CONTEXT_CHARS) : offset],
        first=a[offset : offset + _CONTEXT_CHARS],
        second=b[offset : offset + _CONTEXT_CHARS],
    )


def group_identical(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Indices of identical texts, the largest group first, then by first occurrence."""
    groups: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        groups.setdefault(text, []).append(index)
    return tuple(
        tuple(group) for group in sorted(groups.values(), key=lambda group: (-len(group), group[0]))
    )


def _count_shared(a: str, b: str) -> int:
    """Length of the common prefix, by bisection: slices compare at memory speed."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _token_start(text: str, offset: int) -> int:
    """The start of the token in which `offset` lies; `offset` itself between two tokens."""
    start = max(0, offset - _LONGEST_TOKEN)
    for token in split_words(text[start : offset + _LONGEST_TOKEN]):
        if start + len(token) > offset:
            return start
        start += len(token)
    return min(start, offset)
