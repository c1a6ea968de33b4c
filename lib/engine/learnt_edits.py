"""What the answer has changed so far, to be tried again further on.

Invariant: only knowledge about the answer that has been read is kept; a guess made from it is never
a token of the prediction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MAX_SUBSTITUTION_TOKENS = 24
CONTEXT_TOKENS = 2
"""Tokens before an edit by which its like is recognised, e.g. the key before a value."""
PRIOR_KEPT, PRIOR_EDITED = 0.6, 0.5


@dataclass(slots=True, eq=False)
class Substitution:
    """An edit seen in the answer: `new` was said where the prediction has `old`."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    num_made: int = 1
    num_kept: int = 0
    """Times that the answer said `old[0]` where the edit could have been made."""

    @property
    def chance(self) -> float:
        """How likely it is made at the next place where it could be; 0.5 after the first time."""
        return self.num_made / (self.num_made + self.num_kept + 1)


class LearntEdits:
    """The substitutions of one answer, and the contexts in which it has left the prediction."""

    def __init__(self, prediction: Sequence[int]) -> None:
        self._prediction = prediction
        self._by_first: dict[int, list[Substitution]] = {}
        self._num_edited: dict[tuple[int, ...], int] = {}
        self._num_kept: dict[tuple[int, ...], int] = {}

    def find(self, position: int, *, first_new: int | None = None) -> Substitution | None:
        """The likely edit of what stands at `position`, or the one that begins with `first_new`."""
        if not self._by_first or position >= len(self._prediction):
            return None
        for one in self._by_first.get(self._prediction[position], ()):
            fits = one.chance >= 0.5 if first_new is None else one.new[:1] == (first_new,)
            end = position + len(one.old)
            if fits and tuple(self._prediction[position:end]) == one.old:
                return one
        return None

    def learn(self, old: tuple[int, ...], new: tuple[int, ...]) -> None:
        """Remember that `old` gave way to `new`; the latest edit is tried first."""
        if not 1 <= len(old) <= MAX_SUBSTITUTION_TOKENS or len(new) > MAX_SUBSTITUTION_TOKENS:
            return
        known = self._by_first.setdefault(old[0], [])
        same = next((one for one in known if one.old == old and one.new == new), None)
        if same is None:
            known.insert(0, Substitution(old, new))
        else:
            same.num_made += 1
            known.remove(same)
            known.insert(0, same)

    def note_edited(self, position: int) -> None:
        """The answer left the prediction at `position`."""
        context = self._context(position)
        self._num_edited[context] = self._num_edited.get(context, 0) + 1

    def note_kept(self, position: int) -> None:
        """The answer said what stands at `position`."""
        if not self._num_edited:
            return
        context = self._context(position)
        if context in self._num_edited:
            self._num_kept[context] = self._num_kept.get(context, 0) + 1
        substitution = self.find(position)
        if substitution is not None:
            substitution.num_kept += 1

    def chance_kept(self, position: int) -> float:
        """How likely the token at `position` stays, by what came of the same context before."""
        if not self._num_edited:
            return 1.0
        context = self._context(position)
        edited = self._num_edited.get(context)
        if edited is None:
            return 1.0
        kept = self._num_kept.get(context, 0) + PRIOR_KEPT
        return kept / (kept + edited + PRIOR_EDITED)

    def _context(self, position: int) -> tuple[int, ...]:
        return tuple(self._prediction[max(0, position - CONTEXT_TOKENS) : position])
