"""A model file, and what all models made of it share: tokenizer, embeddings, output head.

Invariant: an adapter changes nothing that is held here, so it is held once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from lib.engine.architecture import Architecture, read_architecture
from lib.engine.gguf import GGUFFile, Origin, read_gguf
from lib.engine.graph import build_head
from lib.engine.names import model_name
from lib.engine.runtime import load_session
from lib.engine.tokenizer import Tokenizer, read_tokenizer
from lib.engine.weights import read_rows

Progress = Callable[[str], None]
"""Is told in short sentences what is being done."""


@dataclass(frozen=True, slots=True)
class Base:
    """A model file that was read and checked, without its blocks."""

    name: str
    gguf: GGUFFile
    digest: str
    """SHA-256 of the file."""
    architecture: Architecture
    tokenizer: Tokenizer
    head: onnxruntime.InferenceSession

    def embed(self, token_ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Shape (tokens, width)."""
        return read_rows(self.gguf.tensors["token_embd.weight"], token_ids)

    def compute_logits(self, features: onnxruntime.OrtValue) -> NDArray[np.float32]:
        """`features`, shape (1, rows, width): what the last block and norm give."""
        shape = features.shape()[1], self.architecture.vocab_size
        logits: NDArray[np.float32] = np.empty(shape, np.float32)
        binding = self.head.io_binding()
        binding.bind_ortvalue_input("features", features)
        binding.bind_ortvalue_output(
            "logits", onnxruntime.OrtValue.ortvalue_from_numpy(logits[None])
        )
        self.head.run_with_iobinding(binding)
        return logits


@np.errstate(all="ignore")  # numbers that a damaged file makes infinite are looked for later
def open_base(origin: Origin, sha256: str | None, threads: int, progress: Progress) -> Base:
    """Read a model file; with `sha256` only one that has it.

    Raises `ModelFileError` when it is damaged or of a kind that is not supported, and what
    `load_session` raises.
    """
    progress("Reading the model file")
    gguf = read_gguf(origin)
    digest = hashlib.sha256(gguf.content).hexdigest()
    if sha256 not in (None, digest):
        raise gguf.fault(f"its SHA-256 is {digest}, expected {sha256}, so it is damaged")
    architecture = read_architecture(gguf)
    tokenizer = read_tokenizer(gguf, architecture.vocab_size)
    head = load_session(partial(build_head, gguf, architecture), threads)
    gguf.let_go()
    return Base(model_name(origin.path), gguf, digest, architecture, tokenizer, head)
