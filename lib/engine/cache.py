"""One request's key-value cache. Invariant: rolling back is lowering `length`, nothing else."""

from __future__ import annotations

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from lib.engine.architecture import Architecture
from lib.engine.graph import cache_names

ROW_MULTIPLES = (1, 2, 4, 8, 16)
"""Batch sizes are rounded up to a multiple of one of these: the first that passes the check."""

FIRST_ROOM_TOKENS = 512
"""Tokens that a new cache has room for before it grows."""


class KVCache:
    """One request's keys and values, in one buffer that every forward pass appends to.

    Memory: 2 x blocks x kv heads x head size x 4 bytes a token, 46 kB for SmolLM2-135M. The buffer
    grows by doubling, since most answers end long before the capacity that was asked for.
    """

    capacity: int
    """Tokens that fit."""
    length: int
    """Tokens that are valid now."""

    def __init__(
        self, session: onnxruntime.InferenceSession, architecture: Architecture, capacity: int
    ) -> None:
        self.capacity = capacity
        self.length = 0
        self.binding = session.io_binding()
        heads, size = architecture.num_kv_heads, architecture.head_size
        self._buffer: NDArray[np.float32] = np.empty(
            (architecture.num_blocks, 2, 1, heads, 0, size), np.float32
        )
        self.make_room(min(capacity, FIRST_ROOM_TOKENS))

    def make_room(self, length: int) -> None:
        """Have the buffer hold `length` tokens; what it holds stays."""
        # Spare slots: rows that fill up a batch, and the zero row, are written behind the end.
        spare = ROW_MULTIPLES[-1] + 1
        slots = self._buffer.shape[-2]
        if length + spare <= slots:
            return
        doubled = min(max(length, 2 * (slots - spare)), self.capacity)
        *sizes, size = self._buffer.shape
        grown = np.empty((*sizes[:-1], doubled + spare, size), np.float32)
        grown[..., : self.length, :] = self._buffer[..., : self.length, :]
        self._buffer = grown
        for block in range(len(grown)):
            for part, (past, present) in enumerate(cache_names(block)):
                shared = onnxruntime.OrtValue.ortvalue_from_numpy(grown[block, part])
                self.binding.bind_ortvalue_input(past, shared)
                self.binding.bind_ortvalue_output(present, shared)

    def truncate(self, length: int) -> None:
        """Roll back: forget every token from position `length` on."""
        if not 0 <= length <= self.length:
            raise ValueError(f"cannot roll back to {length}: the cache holds {self.length} tokens")
        self.length = length
