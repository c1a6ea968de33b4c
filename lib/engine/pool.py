"""The memory for key-value caches: a budget that requests share, and the prompts kept in it.

Invariant: what running requests claim and what idle caches take is never more than the budget. The
cache of a request that has ended stays, idle, until its memory is claimed; a request whose prompt
begins with the same tokens goes on from there. That changes no bit of its answer, since a token's
keys and values depend on the tokens before it only. For one thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.engine.cache import KVCache
from lib.engine.model import Model

BUDGET_BYTES = 384 * 1024**2
"""8,700 tokens for SmolLM2-135M: four requests of 2,000 and what they answer, and with both bundled
models loaded about 820 MB in all (`bench/footprint.py`)."""

MAX_IDLE = 16
"""Idle caches, however small."""


@dataclass(slots=True, eq=False)
class Lease:
    """A cache and what it is used for."""

    model: Model
    cache: KVCache
    token_ids: NDArray[np.int64]
    """What the request begins with; of these the cache holds the first `cache.length` or all."""
    claimed_tokens: int
    """Tokens that it may hold; 0 once it is idle."""

    @property
    def num_bytes(self) -> int:
        """Memory that it takes or may take."""
        return max(self.cache.num_bytes, self.cache.bytes_for(self.claimed_tokens))

    def common_length(self, token_ids: NDArray[np.int64]) -> int:
        """How many of `token_ids`, from the first on, the cache holds."""
        length = min(len(token_ids), len(self.token_ids), self.cache.length)
        differing = np.flatnonzero(token_ids[:length] != self.token_ids[:length])
        return int(differing[0]) if len(differing) else length


class KVPool:
    """The caches of one model. Pools of several models share one memory: see `beside`."""

    def __init__(self, model: Model, budget_bytes: int = BUDGET_BYTES) -> None:
        self._model = model
        self._bytes_for = model.new_cache(1).bytes_for
        # One request may fill the whole context, whatever that takes.
        self.budget_bytes = max(budget_bytes, self._bytes_for(model.context_length))
        self._running: list[Lease] = []
        self._idle: list[Lease] = []  # the one that was used last stands last

    def beside(self, model: Model) -> KVPool:
        """Return the pool of another model, which takes from the same memory."""
        pool = KVPool(model, self.budget_bytes)
        pool._running, pool._idle = self._running, self._idle
        return pool

    @property
    def used_bytes(self) -> int:
        """Memory that is claimed or kept; at most the budget."""
        return _total(self._running) + _total(self._idle)

    def has_room(self, num_tokens: int) -> bool:
        """Whether one more request can claim `num_tokens` now; idle caches make way."""
        return _total(self._running) + self._bytes_for(num_tokens) <= self.budget_bytes

    def open(
        self, token_ids: Sequence[int], *, capacity: int, claimed_tokens: int, reuse: bool
    ) -> Lease:
        """Return a cache for `capacity` tokens that holds as many of `token_ids` as are known.

        With `reuse` false it is empty. Raises ValueError where there is no room for
        `claimed_tokens`; `has_room` tells before.
        """
        if not self.has_room(claimed_tokens):
            raise ValueError(f"no room for {claimed_tokens} more tokens")
        ids = np.asarray(token_ids, np.int64)
        claim = self._bytes_for(claimed_tokens)
        source = self._find_beginning(ids) if reuse else None
        length = 0 if source is None else source.common_length(ids)
        if source is not None and source in self._idle and 2 * length >= len(source.token_ids):
            self._idle.remove(source)
            if self._may_take(source, capacity, claim):
                # It forgets what comes after `length`, and needs no copy.
                source.cache.truncate(length)
                return self._run(Lease(self._model, source.cache, ids, claimed_tokens))
            self._idle.append(source)
        self._evict(claim)
        cache = self._model.new_cache(capacity)
        if source is not None and (source in self._running or source in self._idle):
            cache.copy_prefix(source.cache, length)
        return self._run(Lease(self._model, cache, ids, claimed_tokens))

    def extend(self, lease: Lease, num_tokens: int) -> bool:
        """Claim `num_tokens` in all; false, and no more is claimed, where others hold the rest."""
        before = lease.claimed_tokens
        lease.claimed_tokens = max(before, num_tokens)
        if _total(self._running) > self.budget_bytes:
            lease.claimed_tokens = before
            return False
        self._evict()
        return True

    def close(self, lease: Lease, token_ids: Sequence[int], *, keep: bool) -> None:
        """Take a cache back; with `keep` it stays for prompts that begin with its `token_ids`."""
        self._running.remove(lease)
        if not keep or not token_ids:
            return
        ids = np.asarray(token_ids, np.int64)
        # What is the beginning of another is of no more use.
        self._idle[:] = [
            one
            for one in self._idle
            if one.model is not self._model or one.common_length(ids) < len(one.token_ids)
        ]
        self._idle.append(Lease(self._model, lease.cache, ids, claimed_tokens=0))
        del self._idle[:-MAX_IDLE]
        self._evict()

    def _find_beginning(self, ids: NDArray[np.int64]) -> Lease | None:
        """The lease whose cache holds the longest beginning of `ids`; `None` where none does."""
        # Of equals an idle one, used last: it may be taken and needs no copy.
        leases = [*reversed(self._idle), *self._running]
        candidates = [one for one in leases if one.model is self._model]
        lengths = [one.common_length(ids) for one in candidates]
        longest = max(lengths, default=0)
        return candidates[lengths.index(longest)] if longest else None

    def _may_take(self, idle: Lease, capacity: int, claim: int) -> bool:
        claimed = _total(self._running) + max(claim, idle.num_bytes)
        return idle.cache.capacity >= capacity and claimed <= self.budget_bytes

    def _run(self, lease: Lease) -> Lease:
        self._running.append(lease)
        self._evict()
        return lease

    def _evict(self, wanted_bytes: int = 0) -> None:
        """Forget idle caches, the one unused for longest first, until `wanted_bytes` are free."""
        while self._idle and self.used_bytes + wanted_bytes > self.budget_bytes:
            del self._idle[0]


def _total(leases: Sequence[Lease]) -> int:
    return sum(lease.num_bytes for lease in leases)
