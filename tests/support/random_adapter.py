"""Writes random adapters for any model file.

Invariant: the same arguments give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lib.engine.adapter.gguf_adapter import write_adapter
from lib.engine.architecture import read_architecture
from lib.engine.gguf import TensorType, read_gguf

Floats = NDArray[np.float32]
Pairs = dict[str, tuple[Floats, Floats]]


def linear_layers(model_path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name and shape (outputs, inputs) of every matrix that can be adapted."""
    for name, shape in read_architecture(read_gguf(model_path)).tensor_shapes():
        if name.startswith("blk.") and len(shape) == 2:
            yield name, (shape[0], shape[1])


def random_pairs(
    model_path: Path, *, rank: int = 4, seed: int = 3, size: float = 0.5, only: str = ""
) -> Pairs:
    """A and B for every matrix whose name has `only` in it; `size` is about that of what B @ A
    makes of a vector, as a share of the vector."""
    random = np.random.default_rng(seed)
    return {
        name: (
            random.normal(0, 1 / np.sqrt(rank), (rank, inputs)).astype(np.float32),
            random.normal(0, size / np.sqrt(outputs), (outputs, rank)).astype(np.float32),
        )
        for name, (outputs, inputs) in linear_layers(model_path)
        if only in name
    }


def write_random_adapter(
    path: Path,
    model_path: Path,
    *,
    pairs: Pairs | None = None,
    alpha: float = 4.0,
    kind: TensorType = TensorType.F16,
) -> Path:
    """Of `pairs`, or else of `random_pairs`."""
    architecture = str(read_gguf(model_path).metadata["general.architecture"])
    write_adapter(
        path,
        random_pairs(model_path) if pairs is None else pairs,
        alpha=alpha,
        architecture=architecture,
        kind=kind,
    )
    return path
