"""Drafts: the tokens that the model will probably say next, read off the user's prediction.

Invariant: pure and on integers. A draft is a proposal only; whatever it holds, the answer is the
model's own, so everything here may guess and none of it can change a text.

The drafter keeps a pointer into the prediction while the answer follows it. When the answer leaves
the prediction, drafting stops until enough of the answer's last tokens stand somewhere in the
prediction; what was said instead of what stood there is learnt and tried again further on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MIN_DRAFT_TOKENS = 4
MAX_DRAFT_TOKENS = 32
FIRST_DRAFT_TOKENS = 16

NEAR_TOKENS = 48
"""A jump further ahead than this needs `FAR_MATCH_TOKENS` of agreement."""
FAR_MATCH_TOKENS = 4
BACKWARD_MATCH_TOKENS = 6
MAX_SUBSTITUTION_TOKENS = 24


@dataclass(frozen=True, slots=True)
class Draft:
    """Proposed tokens; `from_prediction` says of each whether it was read off the prediction.

    The others were put in its place because the answer made the same edit before.
    """

    token_ids: tuple[int, ...] = ()
    from_prediction: tuple[bool, ...] = ()


@dataclass(slots=True, eq=False)
class Substitution:
    """An edit seen in the answer: `new` was said where the prediction has `old`."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    balance: int = 1
    """Times that the answer made this edit, less the times that it kept `old`."""


class Drafter:
    """Follows one answer along one prediction and proposes what comes next."""

    def __init__(self, prediction: Sequence[int]) -> None:
        self._alignment = Alignment(prediction)
        self._length = FIRST_DRAFT_TOKENS

    def propose(self, limit: int) -> Draft:
        """Return at most `limit` tokens that may follow the answer so far; none when it is lost."""
        return self._alignment.read_ahead(min(self._length, limit))

    def record(self, token_ids: Sequence[int], *, num_drafted: int, num_accepted: int) -> None:
        """Take note of the tokens that a forward pass added, and of how its draft fared."""
        for token_id in token_ids:
            self._alignment.follow(token_id)
        if num_accepted < num_drafted:
            self._length = max(MIN_DRAFT_TOKENS, self._length // 2)
        elif num_drafted:
            self._length = min(MAX_DRAFT_TOKENS, self._length * 2)


class Alignment:
    """Where in the prediction the answer stands, and the edits that it has made so far."""

    def __init__(self, prediction: Sequence[int]) -> None:
        self._prediction = list(prediction)
        self._tokens: NDArray[np.int64] = np.asarray(self._prediction, dtype=np.int64)
        # _matches[j]: how many of the answer's last tokens equal those before prediction[j].
        self._matches: NDArray[np.int32] = np.zeros(len(prediction) + 1, dtype=np.int32)
        self._answer: list[int] = []
        self._in_line = True
        self._pointer = 0
        self._pending: tuple[int, ...] = ()  # rest of a substitution that comes before _pointer
        self._edit_pointer = 0  # where the present edit began, in the prediction
        self._edit_start = 0  # and in the answer
        self._substitutions: dict[int, list[Substitution]] = {}

    def read_ahead(self, limit: int) -> Draft:
        """Return the next `limit` tokens of the prediction, learnt substitutions applied."""
        if not self._in_line or limit < 1:
            return Draft()
        tokens = list(self._pending)
        marks = [False] * len(tokens)
        pointer = self._pointer
        while len(tokens) < limit and pointer < len(self._prediction):
            substitution = self._find_substitution(pointer)
            if substitution is None:
                tokens.append(self._prediction[pointer])
                marks.append(True)
                pointer += 1
            else:
                tokens.extend(substitution.new)
                marks.extend([False] * len(substitution.new))
                pointer += len(substitution.old)
        return Draft(tuple(tokens[:limit]), tuple(marks[:limit]))

    def follow(self, token_id: int) -> None:
        """Move on by one token of the answer."""
        self._answer.append(token_id)
        matches = self._matches
        matches[1:] = np.where(self._tokens == token_id, matches[:-1] + 1, 0)
        if self._in_line and not self._stay_in_line(token_id):
            self._in_line = False
        if not self._in_line:
            self._resume()

    def _stay_in_line(self, token_id: int) -> bool:
        if self._pending:
            follows = token_id == self._pending[0]
            self._pending = self._pending[1:] if follows else ()
            return follows
        pointer = self._pointer
        if pointer < len(self._prediction) and self._prediction[pointer] == token_id:
            kept = self._find_substitution(pointer)
            if kept is not None:
                kept.balance -= 1
            self._pointer += 1
            return True
        self._edit_pointer, self._edit_start = pointer, len(self._answer) - 1
        return self._repeat_edit(token_id)

    def _repeat_edit(self, token_id: int) -> bool:
        """The answer leaves the prediction: is it with an edit that it has made before?"""
        substitution = self._find_substitution(self._pointer, first_new=token_id)
        if substitution is None:
            return False
        substitution.balance += 1
        self._pointer += len(substitution.old)
        self._pending = substitution.new[1:]
        return True

    def _find_substitution(
        self, pointer: int, *, first_new: int | None = None
    ) -> Substitution | None:
        """The trusted edit of what stands at `pointer`, or the one that begins with `first_new`."""
        if pointer >= len(self._prediction):
            return None
        for substitution in self._substitutions.get(self._prediction[pointer], ()):
            if first_new is None:
                fits = substitution.balance > 0
            else:
                fits = substitution.new[:1] == (first_new,)
            end = pointer + len(substitution.old)
            if fits and tuple(self._prediction[pointer:end]) == substitution.old:
                return substitution
        return None

    def _resume(self) -> None:
        """Find the place again when the answer's last tokens agree with the prediction enough."""
        candidates = np.flatnonzero(self._matches)
        if not candidates.size:
            return
        lengths = self._matches[candidates]
        edit_tokens = len(self._answer) - self._edit_start
        # Agreement can reach back behind the edit; the edit itself ends where agreement begins.
        shared = np.minimum(lengths, edit_tokens)
        skipped = candidates - shared - self._edit_pointer
        needed = _needed_match(skipped)
        best = int(np.argmax(np.where(lengths >= needed, lengths - needed, -np.inf)))
        if lengths[best] < needed[best]:
            return
        self._learn(int(skipped[best]), edit_tokens - int(shared[best]))
        self._in_line = True
        self._pointer = int(candidates[best])

    def _learn(self, num_old: int, num_new: int) -> None:
        """Remember the edit that just ended: `num_old` prediction tokens gave way to `num_new`."""
        if not 1 <= num_old <= MAX_SUBSTITUTION_TOKENS or num_new > MAX_SUBSTITUTION_TOKENS:
            return
        old = tuple(self._prediction[self._edit_pointer : self._edit_pointer + num_old])
        new = tuple(self._answer[self._edit_start : self._edit_start + num_new])
        known = self._substitutions.setdefault(old[0], [])
        same = next((one for one in known if one.old == old and one.new == new), None)
        if same is None:
            known.insert(0, Substitution(old, new))
        else:
            same.balance += 1
            known.remove(same)
            known.insert(0, same)


def _needed_match(skipped: NDArray[np.int64]) -> NDArray[np.float64]:
    """How many tokens must agree to jump over `skipped` prediction tokens (below 0: back)."""
    distance = np.abs(skipped)
    needed = 1 + np.log2(np.maximum(distance, 1)) / 2
    needed = np.where(distance > NEAR_TOKENS, np.maximum(needed, FAR_MATCH_TOKENS), needed)
    return np.where(skipped < 0, np.maximum(needed, BACKWARD_MATCH_TOKENS), needed)
