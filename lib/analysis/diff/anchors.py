"""Places that two token sequences certainly share: what occurs exactly once in each.

Invariant: anchors increase in both sequences, so that the gaps between them are problems of their
own.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

Anchor = tuple[int, int]

KGRAM_SIZES = (8, 32, 128)


def _pair_unique(keys_a: Sequence[int], keys_b: Sequence[int]) -> list[Anchor]:
    once_a = {key for key, count in Counter(keys_a).items() if count == 1}
    once = {key for key, count in Counter(keys_b).items() if count == 1 and key in once_a}
    if not once:
        return []
    places_b = {key: j for j, key in enumerate(keys_b) if key in once}
    return [(i, places_b[key]) for i, key in enumerate(keys_a) if key in once]


def _longest_increasing(pairs: Iterable[Anchor]) -> list[Anchor]:
    """The longest subsequence of the pairs, sorted by their first place, that rises in both."""
    tails: list[int] = []
    tail_of: list[int] = []
    chosen: list[Anchor] = []
    before: list[int] = []
    for index, (i, j) in enumerate(pairs):
        length = len(tails) if not tails or j > tails[-1] else bisect_left(tails, j)
        before.append(tail_of[length - 1] if length else -1)
        chosen.append((i, j))
        if length == len(tails):
            tails.append(j)
            tail_of.append(index)
        else:
            tails[length] = j
            tail_of[length] = index
    result: list[Anchor] = []
    index = tail_of[-1] if tail_of else -1
    while index >= 0:
        result.append(chosen[index])
        index = before[index]
    result.reverse()
    return result


def find_anchors(a: Sequence[int], b: Sequence[int]) -> list[Anchor]:
    """Anchors on tokens that are unique in both sequences (patience diff, Bram Cohen)."""
    return _longest_increasing(_pair_unique(a, b))


def _kgram_keys(tokens: Sequence[int], size: int) -> list[int]:
    raw = array("I", tokens)
    width = raw.itemsize
    data = raw.tobytes()
    return [
        hash(data[place * width : (place + size) * width])
        for place in range(len(tokens) - size + 1)
    ]


def find_kgram_anchors(a: Sequence[int], b: Sequence[int], size: int) -> list[Anchor]:
    """Anchors on runs of `size` tokens that are unique in both; for text without unique tokens."""
    pairs = _pair_unique(_kgram_keys(a, size), _kgram_keys(b, size))
    # Hashes collide: an anchor that is no equal run is none.
    return _longest_increasing((i, j) for i, j in pairs if a[i : i + size] == b[j : j + size])
