"""Choosing a token from logits.

Invariant: the choice depends on the logits, the settings, the seed and the token's position in the
answer, and on nothing else. A draft, another request or an earlier choice cannot change it.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Sampler(Protocol):
    """Whoever decides which token stands at a position of the answer."""

    def sample(self, logits: NDArray[np.float32], position: int) -> int:
        """Return the token id for `position` (0: the answer's first); `logits` is (vocab,)."""
        ...


class GreedySampler:
    """Temperature 0: the likeliest token, of equals the one with the lowest id."""

    def sample(self, logits: NDArray[np.float32], position: int) -> int:
        return int(np.argmax(logits))


class SeededSampler:
    """Temperature above 0: one uniform number, drawn from (seed, position), picks the token."""

    def __init__(self, *, temperature: float, top_p: float, seed: int) -> None:
        self._temperature = temperature
        self._top_p = top_p
        self._seed = seed % 2**64

    def sample(self, logits: NDArray[np.float32], position: int) -> int:
        scaled = logits.astype(np.float64)
        scaled -= scaled.max()
        with np.errstate(over="ignore"):  # a tiny temperature: all but the best weigh nothing
            weights = np.exp(scaled / self._temperature)
        token_ids: NDArray[np.int64] | None = None
        if self._top_p < 1:
            token_ids = np.argsort(-weights, kind="stable")
            weights = weights[token_ids]
            reached = np.cumsum(weights)
            # The token that crosses the line is the last one in.
            weights = weights[: int(np.searchsorted(reached, self._top_p * reached[-1])) + 1]
        cumulative = np.cumsum(weights)
        # The generator's key is 128 bits wide: the seed is one half, the position the other.
        key = np.array([self._seed, position], dtype=np.uint64)
        uniform = np.random.Generator(np.random.Philox(key=key)).random()
        index = int(np.searchsorted(cumulative, uniform * cumulative[-1], side="right"))
        index = min(index, len(cumulative) - 1)
        return index if token_ids is None else int(token_ids[index])


class ForcedSampler:
    """Says a given text whatever the model thinks, for benchmarks; then `end_token_id`."""

    def __init__(self, answer: Sequence[int], end_token_id: int) -> None:
        self._answer = answer
        self._end_token_id = end_token_id

    def sample(self, logits: NDArray[np.float32], position: int) -> int:
        return self._answer[position] if position < len(self._answer) else self._end_token_id


def make_sampler(*, temperature: float, top_p: float, seed: int) -> Sampler:
    """Return the sampler for a request's settings."""
    if temperature == 0:
        return GreedySampler()
    return SeededSampler(temperature=temperature, top_p=top_p, seed=seed)


def draw_seed() -> int:
    """Return a seed for a request that brings none; small enough for any client's numbers."""
    return secrets.randbits(31)
