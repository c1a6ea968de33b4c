"""How much of the answer's end stands before each position of the prediction.

Invariant: `lengths[i]` of the answer's last tokens equal those before position `ends[i]` of the
prediction, at every position where that is at least one token. A token costs time in proportion to
how often it stands in the prediction, not to the prediction's length.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

NOWHERE: NDArray[np.intp] = np.zeros(0, dtype=np.intp)


class SuffixMatches:
    """Follows the answer token by token."""

    ends: NDArray[np.intp]
    """Positions right behind an occurrence of the answer's last token, in ascending order."""
    lengths: NDArray[np.int32]
    """Tokens of agreement that end there."""

    def __init__(self, prediction: Sequence[int]) -> None:
        self._by_position: NDArray[np.int32] = np.zeros(len(prediction) + 1, dtype=np.int32)
        self._ends = _ends_by_token(prediction)
        self.ends = NOWHERE
        self.lengths = NOWHERE.astype(np.int32)

    def follow(self, token_id: int) -> None:
        """Move on by one token of the answer."""
        ends = self._ends.get(token_id, NOWHERE)
        self.lengths = self._by_position[ends - 1] + 1
        self._by_position[self.ends] = 0
        self._by_position[ends] = self.lengths
        self.ends = ends

    def length_at(self, position: int) -> int:
        """How many of the answer's last tokens stand before this position."""
        return int(self._by_position[position])


def _ends_by_token(prediction: Sequence[int]) -> dict[int, NDArray[np.intp]]:
    tokens = np.asarray(prediction, dtype=np.int64)
    order = np.argsort(tokens, kind="stable")
    token_ids, firsts = np.unique(tokens[order], return_index=True)
    groups = np.split(order + 1, firsts[1:])
    return dict(zip(token_ids.tolist(), groups, strict=False))
