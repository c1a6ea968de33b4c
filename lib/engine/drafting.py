"""Drafts: the tokens that the model will probably say next, read off the user's prediction.

Invariant: pure, no model and no clock. A draft is a proposal only; whatever it holds, the answer is
the model's own, so everything here may guess and none of it can change a text.

    alignment.py       where in the prediction the answer stands
    suffix_matches.py  how much of the answer's end stands before each position
    learnt_edits.py    what the answer changed, tried again further on
    draft_length.py    how many tokens are worth their rows in the forward pass
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.engine.alignment import Alignment, NextToken, Place
from lib.engine.draft_length import choose_length
from lib.engine.forward_costs import ASSUMED_COSTS

FIRST_BUDGET_PASSES = 2.0
BUDGET_SHARE = 0.012
MAX_BUDGET_PASSES = 25.0
"""Drafts that fail may cost this many passes of one row at first, this share of the answer's time
on top, and what earlier drafts have saved, up to the maximum. A prediction that is of no use spends
its first budget, is tried now and then from the share, and costs no more than both."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Proposed tokens; `from_prediction` says of each whether it was read off the prediction.

    The others were put in its place because the answer made the same edit before.
    """

    token_ids: tuple[int, ...] = ()
    from_prediction: tuple[bool, ...] = ()


class Drafter:
    """Follows one answer along one prediction and proposes what comes next."""

    def __init__(self, prediction: Sequence[int], costs: Sequence[float] = ASSUMED_COSTS) -> None:
        """`costs[n]`: of a forward pass of `n` rows, in any unit; `costs[0]` is not used."""
        self._costs = costs
        self._alignment = Alignment(prediction)
        self._has_prediction = bool(prediction)
        self._budget = FIRST_BUDGET_PASSES * costs[1]

    def propose(self, limit: int) -> Draft:
        """Return at most `limit` tokens that may follow the answer so far; none where none pay."""
        can_pay = self._budget >= self._costs[2] - self._costs[1]
        if limit < 1 or not self._has_prediction or not can_pay:
            return Draft()
        place = self._alignment.find_place()
        if place is None:
            return Draft()
        tokens: list[NextToken] = []
        length = choose_length(
            self._chances(place, limit, tokens), self._costs, max_extra_cost=self._budget
        )
        drafted = tokens[:length]
        return Draft(
            tuple(one.token_id for one in drafted), tuple(one.from_prediction for one in drafted)
        )

    def record(self, token_ids: Sequence[int], *, num_drafted: int, num_accepted: int) -> None:
        """Take note of the tokens that a forward pass added, and of how its draft fared."""
        if not self._has_prediction:
            return
        for token_id in token_ids:
            self._alignment.follow(token_id)
        single = self._costs[1]
        saved = num_accepted * single - (self._costs[num_drafted + 1] - single)
        earned = BUDGET_SHARE * single * len(token_ids)
        self._budget = min(self._budget + saved + earned, MAX_BUDGET_PASSES * single)

    def _chances(self, place: Place, limit: int, tokens: list[NextToken]) -> Iterator[float]:
        """Collect the next tokens and yield the chance of each that all up to it are accepted."""
        runs = self._alignment.runs
        chance, agreed, lasting = 1.0, place.agreed, 0
        for token in self._alignment.read_ahead(place):
            if len(tokens) == limit:
                return
            tokens.append(token)
            chance *= token.chance
            if place.chance is not None and len(tokens) == 1:
                chance, agreed = place.chance, agreed + 1  # once it is right it is right
            else:
                lasting += 1
            yield chance * runs.chance_to_go_on(agreed, lasting)
