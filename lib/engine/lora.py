"""A LoRA adapter: reads the file and merges what it learnt into the base's weights.

Invariant: an adapter that was read fits its base, number by number; anything else has ended in a
`ModelFileError` that names the file and the fault. A matrix that the adapter leaves alone stays
what it was, to the bit.

Format and scale as in llama.cpp (llama-adapter.cpp): NAME.lora_a of the shape (rank, inputs) and
NAME.lora_b of the shape (outputs, rank) add alpha / rank * (B @ A) to NAME; an alpha of 0 adds
B @ A as it is.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lib.engine.architecture import Architecture
from lib.engine.gguf import GGUFFile, Origin, Tensor, TensorType, read_gguf
from lib.engine.names import model_name
from lib.engine.quantisation import LARGEST_Q8_0, store_q8_0
from lib.engine.weights import is_quantised, read_floats

TYPES = (TensorType.F32, TensorType.F16, TensorType.BF16, TensorType.Q8_0)
"""How an adapter's numbers may be stored."""

SIDES = ("lora_a", "lora_b")
INVOCATION = "adapter.alora.invocation_tokens"

SMALL_PRODUCT = 1 << 18
"""Multiplications up to which the linear algebra library keeps a product to one thread. Its
threads wait actively for each other: on busy processors a merge took twenty times as long."""


@dataclass(frozen=True, slots=True)
class LowRank:
    """What is added to one matrix: `scale * (b @ a)`."""

    a: Tensor
    """Shape (rank, inputs)."""
    b: Tensor
    """Shape (outputs, rank)."""
    scale: float

    def add_to(self, weights: NDArray[np.float32]) -> None:
        """Add it to `weights`, shape (outputs, inputs), in place."""
        a, b = read_floats(self.a), read_floats(self.b) * np.float32(self.scale)
        rows = max(1, SMALL_PRODUCT // a.size)
        for start in range(0, len(b), rows):
            weights[start : start + rows] += b[start : start + rows] @ a


@dataclass(frozen=True, slots=True)
class Adapter:
    """An adapter that fits the base it was read for."""

    name: str
    """What base and adapter together are called in the API."""
    file: GGUFFile
    digest: str
    """SHA-256 of the file."""
    parts: Mapping[str, LowRank]
    """By the name of the base's tensor."""

    def merge(self, base: GGUFFile, *, as_floats: bool = False) -> GGUFFile:
        """`base` with this adapter in its weights; each is computed when it is looked up.

        Matrices that were quantised are rounded to 8 bits, or with `as_floats` left as they are.
        Looking one up raises `ModelFileError` when the adapter makes it too large.
        """
        return replace(base, tensors=_MergedTensors(base.tensors, self, as_floats=as_floats))


def read_adapter(
    origin: Origin, base: GGUFFile, architecture: Architecture, sha256: str | None = None
) -> Adapter:
    """The adapter for `base` in a file; with `sha256` only in a file that has it.

    Raises `ModelFileError` when the file is damaged, is no LoRA or belongs to another model.
    """
    file = read_gguf(origin)
    digest = hashlib.sha256(file.content).hexdigest()
    if sha256 not in (None, digest):
        raise file.fault(f"its SHA-256 is {digest}, expected {sha256}, so it is damaged")
    alpha = _check_kind(file, base)
    adaptable = {
        name: shape
        for name, shape in architecture.tensor_shapes()
        if name.startswith("blk.") and len(shape) == 2
    }
    parts = {}
    for name in _adapted_names(file):
        if name not in adaptable:
            raise file.fault(
                f"it adapts {name!r}; this model has only its linear layers adapted, "
                f"e.g. {next(iter(adaptable))!r}"
            )
        parts[name] = _read_part(file, name, adaptable[name], alpha)
    file.let_go()
    return Adapter(model_name(origin.path), file, digest, parts)


def _check_kind(file: GGUFFile, base: GGUFFile) -> float:
    """The adapter's alpha; raises when it is of another kind or for another architecture."""
    architecture = base.metadata.get("general.architecture")
    for key, expected in (
        ("general.type", "adapter"),
        ("adapter.type", "lora"),
        ("general.architecture", architecture),
    ):
        if (found := file.metadata.get(key)) != expected:
            raise file.fault(f"its {key} is {found!r}, expected {expected!r}")
    if INVOCATION in file.metadata:
        raise file.fault("it acts from certain tokens on only (aLoRA), which is not supported")
    alpha = file.metadata.get("adapter.lora.alpha", 0.0)
    if not isinstance(alpha, float) or not 0 <= alpha < math.inf:
        raise file.fault(f"its adapter.lora.alpha is {alpha!r}, expected a positive number")
    return alpha


def _adapted_names(file: GGUFFile) -> list[str]:
    names: dict[str, None] = {}
    for tensor_name in file.tensors:
        name, _, side = tensor_name.rpartition(".")
        if side not in SIDES:
            raise file.fault(f"it has a tensor of unknown use, {tensor_name!r}")
        names[name] = None
    if not names:
        raise file.fault("it has no tensors")
    return list(names)


def _read_part(file: GGUFFile, name: str, shape: tuple[int, ...], alpha: float) -> LowRank:
    sides = []
    for side in SIDES:
        tensor = file.tensors.get(f"{name}.{side}")
        if tensor is None:
            raise file.fault(f"it has no tensor {f'{name}.{side}'!r}")
        if tensor.type not in TYPES:
            known = ", ".join(kind.name for kind in TYPES)
            raise file.fault(
                f"tensor {tensor.name!r} is stored as {tensor.type.name}; "
                f"an adapter's may be {known}"
            )
        if not np.isfinite(read_floats(tensor)).all():
            raise file.fault(
                f"tensor {tensor.name!r} holds a number that is not finite, so it is damaged"
            )
        sides.append(tensor)
    a, b = sides
    rank = a.shape[0]
    if (a.shape, b.shape) != ((rank, shape[1]), (shape[0], rank)):
        raise file.fault(
            f"the shapes {a.shape} and {b.shape} of its tensors for {name!r} do not fit the "
            f"model's {shape}, so it belongs to another model"
        )
    return LowRank(a, b, alpha / rank if alpha else 1.0)


class _MergedTensors(Mapping[str, Tensor]):
    """The base's tensors; those that the adapter changes are computed at every look-up."""

    def __init__(self, base: Mapping[str, Tensor], adapter: Adapter, *, as_floats: bool) -> None:
        self._base = base
        self._adapter = adapter
        self._as_floats = as_floats

    def __len__(self) -> int:
        return len(self._base)

    def __iter__(self) -> Iterator[str]:
        return iter(self._base)

    def __getitem__(self, name: str) -> Tensor:
        tensor = self._base[name]
        part = self._adapter.parts.get(name)
        if part is None:
            return tensor
        # A copy: the floats of a matrix that is stored as such are a view of the file.
        weights = np.array(read_floats(tensor))
        part.add_to(weights)
        if not np.abs(weights).max() < LARGEST_Q8_0:
            raise self._adapter.file.fault(
                f"it makes numbers of {name!r} too large to compute with, so it is damaged"
            )
        if is_quantised(tensor) and not self._as_floats:
            return replace(tensor, type=TensorType.Q8_0, data=store_q8_0(weights))
        return replace(tensor, type=TensorType.F32, data=weights.view(np.uint8))
