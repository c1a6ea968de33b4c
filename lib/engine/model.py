"""The model: token ids in, logits out, on a key-value cache that can be rolled back.

Invariant: the logits of a token depend on the tokens before it only, to the bit, and never on how
the tokens were split over calls. Speculative decoding may therefore verify drafts in batches.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from lib.engine.base import Base, Progress, open_base
from lib.engine.bundled import BUNDLED_SHA256, REPAIR_COMMAND, SMOOTHING, find_bundled_model
from lib.engine.cache import ROW_MULTIPLES, KVCache
from lib.engine.forward_costs import ASSUMED_COSTS
from lib.engine.gguf import GGUFFile, Origin
from lib.engine.graph import GRAPH_VERSION, build_graph
from lib.engine.lora import Adapter, read_adapter
from lib.engine.runtime import (
    default_threads,
    have_large_blocks_returned,
    load_session,
    return_freed_memory,
)
from lib.engine.self_check import NUM_TOKENS, Split, find_largest_code, settle_row_multiple
from lib.engine.smoothing import read_exponents, smooth
from lib.engine.tokenizer import Tokenizer

__all__ = [
    "Model",
    "find_bundled_model",
    "ignore",
    "load_model",
    "make_model",
    "open_model_file",
    "read_adapter_file",
]

ROWS_PER_PASS = 256
"""A longer input is split: attention needs memory for rows x positions x heads numbers."""


def ignore(_: str) -> None:
    """A `progress` that shows nothing."""


class Model:
    """A loaded model. Stateless but for its weights: all state of a request is in its KVCache."""

    name: str
    context_length: int
    """Tokens, prompt and answer together."""
    vocab_size: int
    fingerprint: str
    """Changes with everything that can change a logit: files, graph, runtime, processor."""
    tokenizer: Tokenizer

    def __init__(
        self, name: str, base: Base, session: onnxruntime.InferenceSession, threads: int
    ) -> None:
        self.name = name
        self.context_length = base.architecture.context_length
        self.vocab_size = base.architecture.vocab_size
        self.fingerprint = ""
        self.tokenizer = base.tokenizer
        self.row_multiple = 1
        """Rows of every batch are rounded up to a multiple of this; 1 on most processors."""
        self.forward_costs: tuple[float, ...] = ASSUMED_COSTS
        """Seconds of a forward pass by its number of rows; `cost_measurement.py` finds them out."""
        self.threads = threads
        """How many work on one pass."""
        self._base = base
        self._session = session

    def new_cache(self, capacity: int) -> KVCache:
        """An empty cache for `capacity` tokens (prompt and answer together)."""
        if not 1 <= capacity <= self.context_length:
            raise ValueError(f"capacity {capacity} is not within 1 and {self.context_length}")
        return KVCache(self._session, self._base.architecture, capacity)

    def forward(
        self, cache: KVCache, token_ids: Sequence[int], *, num_logits: int | None = None
    ) -> NDArray[np.float32]:
        """Append `token_ids` to the cache and return logits.

        Shape (num_logits, vocab_size): those of the last `num_logits` tokens; `None` means all.
        Any number of tokens may be given; they are worked off ROWS_PER_PASS at a time.
        """
        ids = np.asarray(token_ids, np.int64)
        wanted = len(ids) if num_logits is None else num_logits
        if not 0 <= wanted <= len(ids):
            raise ValueError(f"{wanted} rows of logits wanted of {len(ids)} tokens")
        if len(ids) and not 0 <= ids.min() <= ids.max() < self.vocab_size:
            raise ValueError(f"token ids must be within 0 and {self.vocab_size - 1}")
        if cache.length + len(ids) > cache.capacity:
            raise ValueError(
                f"{cache.length} + {len(ids)} tokens do not fit into a cache for {cache.capacity}"
            )
        cache.make_room(cache.length + len(ids))
        first_wanted = len(ids) - wanted
        logits = []
        for start in range(0, len(ids), ROWS_PER_PASS):
            part = ids[start : start + ROWS_PER_PASS]
            logits.append(self._run(cache, part, min(max(0, first_wanted - start), len(part))))
        if len(logits) == 1:
            return logits[0]
        return np.concatenate([self._no_logits(), *logits])

    def _run(self, cache: KVCache, ids: NDArray[np.int64], first_logit: int) -> NDArray[np.float32]:
        """One forward pass; logits of the rows from `first_logit` on, which may be none."""
        padding = -len(ids) % self.row_multiple
        rows = len(ids) + padding
        # The head too must see a full multiple of rows, so it may start earlier than asked.
        wanted = max(1, rows - first_logit)
        head_rows = -(-wanted // self.row_multiple) * self.row_multiple
        hidden = self._base.embed(np.pad(ids, (0, padding)))[None]
        last_position = cache.length + rows  # the zero row of the graph comes after these rows
        for name, array in (
            ("hidden", hidden),
            ("last_position", np.array([last_position], np.int32)),
            ("num_positions", np.array([last_position + 1], np.int32)),
            ("first_logit", np.array([rows - head_rows], np.int64)),
        ):
            value = onnxruntime.OrtValue.ortvalue_from_numpy(array)
            cache.binding.bind_ortvalue_input(name, value)
        features = onnxruntime.OrtValue.ortvalue_from_numpy(
            np.empty((1, head_rows, hidden.shape[-1]), np.float32)
        )
        cache.binding.bind_ortvalue_output("features", features)
        self._session.run_with_iobinding(cache.binding)
        cache.length += len(ids)
        if first_logit == len(ids):
            return self._no_logits()
        logits = self._base.compute_logits(features)
        return logits[first_logit - (rows - head_rows) : head_rows - padding]

    def _no_logits(self) -> NDArray[np.float32]:
        return np.empty((0, self.vocab_size), np.float32)


def load_model(
    path: Path | None = None,
    *,
    adapter: Path | None = None,
    threads: int | None = None,
    progress: Progress = ignore,
) -> Model:
    """Read `path` (`None`: the bundled model) and make it ready to run.

    `adapter`, a LoRA as GGUF file, is merged into its weights. `threads` (`None`: one a processor,
    at most MAX_DEFAULT_THREADS) work on one forward pass. `progress` is told in short sentences
    what is being done. Raises `ModelFileError` with the remedy when a file cannot be used,
    `SelfCheckError` when no way of batching is exact here.
    """
    base = open_model_file(path, threads=threads, progress=progress)
    read = read_adapter_file(adapter, base) if adapter else None
    return make_model(base, read, threads, progress)


def open_model_file(
    path: Path | None, *, threads: int | None = None, progress: Progress = ignore
) -> Base:
    """Read and check `path` (`None`: the bundled model); `ModelFileError` with the remedy."""
    threads = threads or default_threads()
    if path is None:
        origin = Origin(find_bundled_model(), remedy=f"Repair it with: {REPAIR_COMMAND}")
        return open_base(origin, BUNDLED_SHA256, threads, progress)
    remedy = "Give the path of another GGUF file, or none for the bundled model."
    return open_base(Origin(path, remedy=remedy), None, threads, progress)


def read_adapter_file(path: Path, base: Base) -> Adapter:
    """Read and check an adapter for `base`; `ModelFileError` with the remedy."""
    remedy = "Give the path of another adapter, or 'none'."
    return read_adapter(Origin(path, "adapter", remedy), base.gguf, base.architecture)


@np.errstate(all="ignore")  # numbers that a damaged file makes infinite are looked for at the end
def make_model(
    base: Base,
    adapter: Adapter | None = None,
    threads: int | None = None,
    progress: Progress = ignore,
) -> Model:
    """A model of `base`, with `adapter` in its weights; raises what `load_model` raises."""
    threads = threads or default_threads()
    progress("Building the graph" if adapter is None else "Merging the adapter into the weights")
    gguf, largest_code = _choose_weights(base, adapter)
    num_slots = base.architecture.context_length + ROW_MULTIPLES[-1] + 1
    build = partial(build_graph, gguf, base.architecture, num_slots, largest_code=largest_code)
    session = load_session(build, threads)
    if adapter is not None:
        adapter.file.let_go()
    model = Model(base.name if adapter is None else adapter.name, base, session, threads)
    progress("Checking that every batch size gives the same numbers")
    model.row_multiple, logits = settle_row_multiple(_SelfCheck(model), progress)
    return_freed_memory()
    have_large_blocks_returned()
    if not np.isfinite(logits).all():
        culprit = base.gguf if adapter is None else adapter.file
        raise culprit.fault("its weights give numbers that are not finite, so it is damaged")
    model.fingerprint = _fingerprint(base, adapter, model.row_multiple, logits)
    return model


def _choose_weights(base: Base, adapter: Adapter | None) -> tuple[GGUFFile, int | None]:
    """The tensors to build the graph of, and the largest code if their rows are to be rounded.

    With an adapter weights are rounded anyway. Whole rows of them, and of activations, make a pass
    of many tokens almost twice as fast as blocks do, but want activations that were evened out.
    """
    if adapter is None:
        return base.gguf, None
    if base.digest != BUNDLED_SHA256:
        return adapter.merge(base.gguf), None
    exponents = read_exponents(SMOOTHING, base.architecture)
    floats = adapter.merge(base.gguf, as_floats=True)
    return smooth(floats, base.architecture, exponents), find_largest_code()


class _SelfCheck:
    """Computes what the self-check compares. A prompt is worked off once for all its tails."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._ids = [int(i) for i in np.linspace(0, model.vocab_size - 1, NUM_TOKENS)]
        self._cache = model.new_cache(NUM_TOKENS)
        self._prompt: tuple[int, Split] | None = None
        """What the cache holds."""

    def __call__(self, row_multiple: int, prompt: Split, tail: Split) -> NDArray[np.float32]:
        self._model.row_multiple = row_multiple
        self._cache.truncate(sum(prompt) if self._prompt == (row_multiple, prompt) else 0)
        if not self._cache.length:
            self._append(prompt, num_logits=0)
            self._prompt = row_multiple, prompt
        return self._append(tail)

    def _append(self, split: Split, num_logits: int | None = None) -> NDArray[np.float32]:
        start = self._cache.length
        bounds = pairwise(accumulate(split, initial=start))
        return np.concatenate(
            [
                self._model.forward(self._cache, self._ids[a:b], num_logits=num_logits)
                for a, b in bounds
            ]
        )


def _fingerprint(
    base: Base, adapter: Adapter | None, row_multiple: int, logits: NDArray[np.float32]
) -> str:
    """Short hash of the files, the graph, the runtime, and the numbers this processor gives."""
    parts = (
        base.digest,
        adapter.digest if adapter else "no adapter",
        str(GRAPH_VERSION),
        onnxruntime.__version__,
        str(row_multiple),
    )
    digest = hashlib.sha256(" ".join(parts).encode() + logits.tobytes())
    return f"fp_{digest.hexdigest()[:12]}"
