"""One request's key-value cache. Invariant: rolling back is lowering `length`, nothing else."""

from __future__ import annotations

import math
import mmap
import sys

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from lib.engine.architecture import Architecture
from lib.engine.graph import cache_names

ROW_MULTIPLES = (1, 2, 4, 8, 16)
"""Batch sizes are rounded up to a multiple of one of these: the first that passes the check."""

# Rows that fill up a batch, and the zero row, are written behind the end.
SPARE_SLOTS = ROW_MULTIPLES[-1] + 1

FLOAT_BYTES = 4


class KVCache:
    """One request's keys and values, in one buffer that every forward pass appends to.

    The buffer is address space for `capacity` tokens. The operating system backs a page of it with
    memory when a pass first writes there, so that a cache takes what its tokens need, 46 kB each
    for SmolLM2-135M, and growing neither copies nor doubles anything.
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
        self._buffer = _reserve(
            (architecture.num_blocks, 2, 1, heads, capacity + SPARE_SLOTS, size)
        )
        self._most_tokens = 0
        for block in range(architecture.num_blocks):
            for part, (past, present) in enumerate(cache_names(block)):
                shared = onnxruntime.OrtValue.ortvalue_from_numpy(self._buffer[block, part])
                self.binding.bind_ortvalue_input(past, shared)
                self.binding.bind_ortvalue_output(present, shared)

    @property
    def num_bytes(self) -> int:
        """Memory that it takes by now; rolling back gives none back."""
        return self.bytes_for(self._most_tokens)

    def bytes_for(self, length: int) -> int:
        """Memory that it takes with `length` tokens: whole pages in the stretch of every head."""
        *stretches, _, head_size = self._buffer.shape
        written = (length + SPARE_SLOTS) * head_size * FLOAT_BYTES
        # A stretch need not begin where a page does.
        pages = -(-written // mmap.PAGESIZE) + 1
        return int(math.prod(stretches) * pages * mmap.PAGESIZE)

    def make_room(self, length: int) -> None:
        """Be told that `length` tokens are going to be held."""
        self._most_tokens = max(self._most_tokens, length)

    def copy_prefix(self, source: KVCache, length: int) -> None:
        """Hold the first `length` tokens of `source`, instead of what was held."""
        if length > min(source.length, self.capacity):
            raise ValueError(f"cannot copy {length} tokens: {source.length} are held there")
        self.make_room(length)
        self._buffer[..., :length, :] = source._buffer[..., :length, :]
        self.length = length

    def truncate(self, length: int) -> None:
        """Roll back: forget every token from position `length` on."""
        if not 0 <= length <= self.length:
            raise ValueError(f"cannot roll back to {length}: the cache holds {self.length} tokens")
        self.length = length


def _reserve(shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Zeros that take no memory before they are written.

    Not numpy's own: it asks for pages of 2 MB, and the first token would touch nearly all of them.
    """
    num_bytes = math.prod(shape) * FLOAT_BYTES
    if sys.platform == "win32":
        pages = mmap.mmap(-1, num_bytes)
    else:
        flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | getattr(mmap, "MAP_NORESERVE", 0)
        pages = mmap.mmap(-1, num_bytes, flags=flags)
    return np.frombuffer(pages, np.float32).reshape(shape)
