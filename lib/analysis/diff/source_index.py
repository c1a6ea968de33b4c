"""The source of a live diff, cut into tokens once, with a look-up of runs of tokens.

Invariant: immutable to the outside; memory is linear in the source, the look-up's is capped.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import accumulate

from lib.analysis.diff.tokens import has_astral, intern_tokens, is_word, split_words

KGRAM = 12
_MOST_INDEXED = 50_000
_MOST_PLACES = 32
_MISSING = -1
_LEAST_WORDS = 6


class SourceIndex:
    """Tokens of the source as numbers, their places in the text, and where runs of them occur."""

    def __init__(self, text: str) -> None:
        tokens = split_words(text)
        self.text = text
        self._vocabulary: dict[str, int] = {}
        self.ids = intern_tokens(tokens, self._vocabulary)
        # Counts before each token and after the last: code points, and tokens that are words.
        self.starts = array("L", accumulate(map(len, tokens), initial=0))
        self._words_before = array("L", accumulate(map(is_word, tokens), initial=0))
        self._astral: list[int] = []
        if has_astral(text):
            self._astral = [place for place, char in enumerate(text) if char > "\uffff"]
        self._places: dict[int, list[int]] | None = None
        # Of a huge source only every n-th run is indexed; look-ups then try n runs.
        self.stride = 1 + len(self.ids) // _MOST_INDEXED

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.ids)

    def ids_of(self, tokens: list[str]) -> list[int]:
        """The source's numbers of the tokens; -1, which equals nothing, for those it lacks."""
        get = self._vocabulary.get
        return [get(token, _MISSING) for token in tokens]

    def text_between(self, start: int, end: int) -> str:
        """The text of the tokens from `start` up to `end`."""
        return self.text[self.starts[start] : self.starts[end]]

    def count_words(self, start: int, num_tokens: int) -> int:
        """Words among the tokens from `start` on."""
        return self._words_before[start + num_tokens] - self._words_before[start]

    def says_something(self, start: int, num_tokens: int) -> bool:
        """Whether a run of tokens proves a match: a ruler of equals signs does not."""
        return self.count_words(start, num_tokens) >= min(num_tokens // 4, _LEAST_WORDS)

    def utf16_offset(self, offset: int) -> int:
        """A code point offset of the source in UTF-16 units."""
        return offset + bisect_left(self._astral, offset)

    def find_places(self, run: list[int], near: int) -> list[int]:
        """Tokens at which the `KGRAM` numbers of `run` stand in the source, nearest to `near`."""
        if self._places is None:
            self._places = self._index_runs()
        places = self._places.get(hash(tuple(run)), [])
        if len(places) > _MOST_PLACES:
            middle = bisect_left(places, near)
            start = max(0, middle - _MOST_PLACES // 2)
            places = places[start : start + _MOST_PLACES]
        # Hashes collide, so each place is checked.
        return [place for place in places if self.ids[place : place + KGRAM] == run]

    def _index_runs(self) -> dict[int, list[int]]:
        places: dict[int, list[int]] = {}
        for start in range(0, len(self.ids) - KGRAM + 1, self.stride):
            places.setdefault(hash(tuple(self.ids[start : start + KGRAM])), []).append(start)
        return places
