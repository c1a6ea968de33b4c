"""Where in the prediction the answer stands, or most likely stands.

Invariant: `follow` takes every token of the answer, in order; nothing that was drafted is assumed.

In line, a pointer moves along the prediction. When the answer leaves it, the place is held to be
found again once enough of the answer's last tokens stand somewhere in the prediction, more of them
the further away; until then the likeliest place is a guess with a chance of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.engine.draft_length import RunLengths
from lib.engine.learnt_edits import LearntEdits, Substitution
from lib.engine.suffix_matches import SuffixMatches

NEAR_TOKENS = 48
"""A jump further ahead than this needs `FAR_MATCH_TOKENS` of agreement."""
FAR_MATCH_TOKENS = 4
BACKWARD_MATCH_TOKENS = 6

# Weights of a logistic model of whether a guessed place yields the next token, fitted to published
# edits: how sure a place is grows with the agreement before it and falls with its rivals.
WEIGHTS: NDArray[np.float64] = np.array(
    [
        -2.0,  # every place; the fit says -1, but a wrong guess costs more than its rows
        1.2,  # per doubling of the agreement before it
        -2.1,  # nothing agrees yet
        -0.05,  # per doubling of the distance from where the edit began
        1.0,  # as many tokens given up as were added
        0.55,  # none given up
        -0.2,  # per doubling of the tokens added
        -0.2,  # per doubling of the places that agree as well
    ]
)


@dataclass(frozen=True, slots=True)
class Place:
    """A position of the prediction where the answer may go on."""

    position: int
    agreed: float
    """How long the answer has agreed with the prediction up to here."""
    chance: float | None
    """That it is the right one; None: the answer has not left the prediction."""


@dataclass(frozen=True, slots=True)
class NextToken:
    """A token that may follow, if all before it do."""

    token_id: int
    from_prediction: bool
    chance: float
    """By the edits learnt so far; how long an agreement lasts is not part of it."""


class Alignment:
    """Follows one answer along one prediction."""

    def __init__(self, prediction: Sequence[int]) -> None:
        self._prediction = list(prediction)
        self._matches = SuffixMatches(self._prediction)
        self._edits = LearntEdits(self._prediction)
        self.runs = RunLengths()
        self._answer: list[int] = []
        self._in_line = True
        self._pointer = 0
        self._pending: tuple[int, ...] = ()  # rest of a substitution that comes before _pointer
        self._edit_pointer = 0  # where the present edit began, in the prediction
        self._edit_start = 0  # and in the answer

    def find_place(self) -> Place | None:
        """Where the answer most likely goes on."""
        if self._in_line:
            return Place(self._pointer, self.runs.agreed, None)
        positions, features = self.describe_candidates()
        if not positions.size:
            return None
        scores = features @ WEIGHTS
        best = int(np.argmax(scores))
        position = int(positions[best])
        chance = 1 / (1 + math.exp(-scores[best]))
        return Place(position, self._matches.length_at(position), chance)

    def read_ahead(self, place: Place) -> Iterator[NextToken]:
        """The prediction's tokens from `place` on, learnt substitutions applied."""
        position = place.position
        if place.chance is None:
            for token_id in self._pending:
                yield NextToken(token_id, from_prediction=False, chance=1.0)
        elif position < len(self._prediction):
            # The chance of a guess is that of this token; edits made before do not lower it.
            yield NextToken(self._prediction[position], from_prediction=True, chance=1.0)
            position += 1
        while position < len(self._prediction):
            substitution = self._edits.find(position)
            if substitution is None:
                chance = self._edits.chance_kept(position)
                yield NextToken(self._prediction[position], from_prediction=True, chance=chance)
                position += 1
                continue
            for index, token_id in enumerate(substitution.new):
                chance = 1.0 if index else substitution.chance
                yield NextToken(token_id, from_prediction=False, chance=chance)
            position += len(substitution.old)

    def follow(self, token_id: int) -> None:
        """Move on by one token of the answer."""
        self._answer.append(token_id)
        self._matches.follow(token_id)
        if self._in_line:
            self._in_line = self._stay_in_line(token_id)
            # Another beginning (a fence, a space, a preface) says nothing about the edits to come.
            if self._in_line or len(self._answer) > 1:
                self.runs.note(agrees=self._in_line)
        if not self._in_line:
            self._resume()

    def describe_candidates(self) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Positions where the answer may go on, and what speaks for each; see `WEIGHTS`."""
        new_tokens = len(self._answer) - self._edit_start
        end = len(self._prediction)
        # Where nothing agrees yet: as many tokens replaced as are new, or none and all inserted.
        places = {self._edit_pointer + new_tokens, self._edit_pointer}
        extra = [at for at in places if at < end and not self._matches.length_at(at)]
        known = self._matches.ends < end
        positions = np.concatenate([self._matches.ends[known], np.array(extra, dtype=np.intp)])
        lengths = np.concatenate([self._matches.lengths[known], np.zeros(len(extra), np.int32)])
        shared = np.minimum(lengths, new_tokens)
        skipped = positions - shared - self._edit_pointer
        capped = np.minimum(lengths, 32)
        at_least = np.cumsum(np.bincount(capped, minlength=33)[::-1])[::-1]
        rivals = np.where(lengths > 0, at_least[capped], 1)
        features = np.empty((len(positions), len(WEIGHTS)))
        features[:, 0] = 1
        features[:, 1] = np.log2(1 + capped)
        features[:, 2] = lengths == 0
        features[:, 3] = np.log2(1 + np.abs(skipped))
        features[:, 4] = skipped == new_tokens - shared
        features[:, 5] = skipped == 0
        features[:, 6] = np.log2(1 + new_tokens - shared)
        features[:, 7] = np.log2(rivals)
        return positions, features

    def _stay_in_line(self, token_id: int) -> bool:
        if self._pending:
            follows = token_id == self._pending[0]
            self._pending = self._pending[1:] if follows else ()
            return follows
        pointer = self._pointer
        if pointer < len(self._prediction) and self._prediction[pointer] == token_id:
            self._edits.note_kept(pointer)
            self._pointer += 1
            return True
        self._edit_pointer, self._edit_start = pointer, len(self._answer) - 1
        self._edits.note_edited(pointer)
        substitution = self._edits.find(pointer, first_new=token_id)
        if substitution is None:
            return False
        self._begin(substitution)
        return True

    def _begin(self, substitution: Substitution) -> None:
        """The answer makes an edit that it has made before."""
        substitution.num_made += 1
        self._pointer += len(substitution.old)
        self._pending = substitution.new[1:]

    def _resume(self) -> None:
        """Find the place again when the answer's last tokens agree with the prediction enough."""
        ends, lengths = self._matches.ends, self._matches.lengths
        if not ends.size:
            return
        edit_tokens = len(self._answer) - self._edit_start
        # Agreement can reach back behind the edit; the edit itself ends where agreement begins.
        shared = np.minimum(lengths, edit_tokens)
        skipped = ends - shared - self._edit_pointer
        needed = _needed_match(skipped)
        best = int(np.argmax(np.where(lengths >= needed, lengths - needed, -np.inf)))
        if lengths[best] < needed[best]:
            return
        self._learn(int(skipped[best]), edit_tokens - int(shared[best]))
        self._in_line = True
        self._pointer = int(ends[best])
        self.runs.resume(int(lengths[best]))

    def _learn(self, num_old: int, num_new: int) -> None:
        """Remember the edit that just ended: `num_old` prediction tokens gave way to `num_new`."""
        if num_old > 0:
            old = tuple(self._prediction[self._edit_pointer : self._edit_pointer + num_old])
            new = tuple(self._answer[self._edit_start : self._edit_start + num_new])
            self._edits.learn(old, new)


def _needed_match(skipped: NDArray[np.intp]) -> NDArray[np.float64]:
    """How many tokens must agree to jump over `skipped` prediction tokens (below 0: back)."""
    distance = np.abs(skipped)
    needed = 1 + np.log2(np.maximum(distance, 1)) / 2
    needed = np.where(distance > NEAR_TOKENS, np.maximum(needed, FAR_MATCH_TOKENS), needed)
    return np.where(skipped < 0, np.maximum(needed, BACKWARD_MATCH_TOKENS), needed)
