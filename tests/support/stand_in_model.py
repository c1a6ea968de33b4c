"""A model without weights: the next token follows from a hash of the tokens before it.

Invariant: the interface of `lib.engine.model.Model`, exact and free, so that properties of decoding
can be tried on thousands of cases. Repetition is likely, as in real text.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from lib.engine.forward_costs import ASSUMED_COSTS
from lib.engine.model import Model

END_ID = 0
TOKEN_BYTES = 1000
PIECES = ("", "a", "b", " c", "d", "é", "\n", "stop", "st", "op", "🙂", " x")


class StandInTokenizer:
    """One token for each piece; the two halves of a character are tokens of their own."""

    eos_token_ids = frozenset({END_ID})
    halves = ("é".encode()[:1], "é".encode()[1:])

    def encode(self, text: str) -> list[int]:
        return [1 + byte % (len(PIECES) + 1) for byte in text.encode()]

    def encode_chat(self, messages: Sequence[Mapping[str, str]]) -> list[int]:
        return self.encode("".join(one["content"] for one in messages)) or [1]

    def token_bytes(self, token_id: int) -> bytes:
        if token_id < len(PIECES):
            return PIECES[token_id].encode()
        return self.halves[token_id - len(PIECES)]

    def decode(self, ids: Sequence[int]) -> str:
        return b"".join(map(self.token_bytes, ids)).decode(errors="replace")


class StandInCache:
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.tokens: list[int] = []
        self.most_tokens = 0

    @property
    def length(self) -> int:
        return len(self.tokens)

    @property
    def num_bytes(self) -> int:
        return self.bytes_for(self.most_tokens)

    def bytes_for(self, length: int) -> int:
        return length * TOKEN_BYTES

    def copy_prefix(self, source: StandInCache, length: int) -> None:
        assert length <= min(source.length, self.capacity)
        self.tokens = source.tokens[:length]
        self.most_tokens = max(self.most_tokens, length)

    def truncate(self, length: int) -> None:
        assert length <= len(self.tokens)
        del self.tokens[length:]


class StandInModel:
    name = "stand-in"
    context_length = 400
    vocab_size = len(PIECES) + 2
    fingerprint = "fp_stand_in"
    forward_costs = ASSUMED_COSTS

    def __init__(self) -> None:
        self.tokenizer = StandInTokenizer()
        self.may_pass = threading.Event()
        """Cleared: every forward pass waits, so that a test can look at a busy engine."""
        self.may_pass.set()
        self.num_passes = 0

    def new_cache(self, capacity: int) -> StandInCache:
        return StandInCache(capacity)

    def forward(
        self, cache: StandInCache, token_ids: Sequence[int], *, num_logits: int | None = None
    ) -> NDArray[np.float32]:
        assert self.may_pass.wait(30), "a test forgot to let the model go on"
        self.num_passes += 1
        assert cache.length + len(token_ids) <= cache.capacity
        rows = []
        for token_id in token_ids:
            cache.tokens.append(token_id)
            rows.append(self._logits(cache.tokens))
        cache.most_tokens = max(cache.most_tokens, cache.length)
        return np.array(rows[len(rows) - (num_logits or len(rows)) :], dtype=np.float32)

    def _logits(self, tokens: list[int]) -> NDArray[np.float32]:
        # Three tokens of context, and the position now and then: patterns repeat but break.
        key = bytes(tokens[-3:]) + (bytes([len(tokens) % 251]) if len(tokens) % 7 == 0 else b"")
        return (
            np.random.default_rng(zlib.crc32(key)).normal(size=self.vocab_size).astype(np.float32)
        )


def as_model(stand_in: StandInModel) -> Model:
    """The stand-in under the type that the engine's functions ask for."""
    return cast("Model", cast("Any", stand_in))
