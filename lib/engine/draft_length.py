"""How many tokens to draft: as many as give the most expected tokens for the time of a pass.

Invariant: pure; a longer draft is chosen only when its tokens, weighed by their chances, are worth
the rows that they add to the forward pass.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

FIRST_TRUST_TOKENS = 8
"""An answer is expected to begin like its prediction, as if this much had agreed already."""
RUN_OFFSET = 3.0
RUN_EXPONENT = 0.9
RUN_WEIGHT = 2.0
"""The longer an answer has agreed with its prediction, the longer it goes on: after `r` tokens the
next one differs with chance `exponent / (r + offset)`, measured on published edits. The exponent is
adapted to each answer; the weight says how slowly."""

HOPELESS = 0.03
"""Chances only fall along a draft; from here on they are not worth looking at."""


class RunLengths:
    """How long this answer's agreement with its prediction lasts (a Lomax law, Gamma prior)."""

    def __init__(self) -> None:
        self.agreed = float(FIRST_TRUST_TOKENS)
        """Tokens in agreement up to now, those before the last edit not counted."""
        self._num_ended = RUN_WEIGHT * RUN_EXPONENT
        self._exposure = RUN_WEIGHT

    def resume(self, agreed: int) -> None:
        """A new stretch begins after `agreed` tokens that stand in the prediction."""
        self.agreed = float(agreed)

    def note(self, *, agrees: bool) -> None:
        """The next token was in agreement, or was not and ended the stretch."""
        self._exposure += math.log1p(1 / (self.agreed + RUN_OFFSET))
        if agrees:
            self.agreed += 1
        else:
            self._num_ended += 1

    def chance_to_go_on(self, agreed: float, num_tokens: int) -> float:
        """How likely a stretch of `agreed` tokens lasts for `num_tokens` more."""
        longer = math.log1p(num_tokens / (agreed + RUN_OFFSET))
        return float((self._exposure / (self._exposure + longer)) ** self._num_ended)


def choose_length(
    chances: Iterable[float], costs: Sequence[float], *, max_extra_cost: float
) -> int:
    """Return the length of the draft with the most expected tokens for its cost; 0: none pays.

    `chances[i]`: that the first `i + 1` tokens are all accepted. `costs[n]`: of a pass of `n` rows;
    a draft's extra cost, over a pass of one row, is at most `max_extra_cost`.
    """
    best, best_rate = 0, 1 / costs[1]
    expected = 1.0
    for length, chance in enumerate(chances, 1):
        if length + 1 >= len(costs) or costs[length + 1] - costs[1] > max_extra_cost:
            break
        expected += chance
        rate = expected / costs[length + 1]
        if rate > best_rate:
            best, best_rate = length, rate
        elif chance < HOPELESS:
            break
    return best
