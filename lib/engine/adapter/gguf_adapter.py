"""Writes a LoRA as a GGUF file in the layout of llama.cpp.

Invariant: the same arguments give the same bytes, and llama.cpp reads the file too.

Layout (llama.cpp, convert_lora_to_gguf.py and llama-adapter.cpp): general.type is `adapter`,
adapter.type is `lora`, and each adapted matrix NAME has two tensors, NAME.lora_a of the shape
(rank, inputs) and NAME.lora_b of the shape (outputs, rank). It adds alpha / rank * (B @ A).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lib.engine.gguf import BLOCKS, DEFAULT_ALIGNMENT, MAGIC, VERSIONS, TensorType
from lib.engine.quantisation import LARGEST_Q8_0, store_q8_0

Floats = NDArray[np.floating]
Number = str | bool | int | float

_FLOATS: dict[TensorType, type[np.floating]] = {
    TensorType.F32: np.float32,
    TensorType.F16: np.float16,
}

_BOOLEAN, _INT64, _FLOAT32, _STRING = 7, 11, 6, 8


def write_adapter(
    path: Path,
    tensors: Mapping[str, tuple[Floats, Floats]],
    *,
    alpha: float,
    architecture: str = "llama",
    metadata: Mapping[str, Number] | None = None,
    kind: TensorType = TensorType.Q8_0,
) -> None:
    """Write `tensors`: name of the base's tensor, e.g. `blk.0.attn_q.weight` -> (A, B).

    A has the shape (rank, inputs), B (outputs, rank); what they add to the weight is
    alpha / rank * (B @ A). Rows of B stand in the order of the base's GGUF file, which for
    llama's queries and keys is not that of the original checkpoint. `metadata` is added, e.g.
    `general.name`. `kind` is F32, F16 or Q8_0; of the last, rank and inputs are multiples of 32.
    Raises ValueError when shapes do not fit each other or `kind`, a number is not finite or does
    not fit into `kind`, or alpha is not positive.
    """
    if not 0 < alpha < float("inf"):
        raise ValueError(f"alpha is {alpha}; it must be positive")
    entries: dict[str, Number] = {
        "general.type": "adapter",
        "general.architecture": architecture,
        "adapter.type": "lora",
        "adapter.lora.alpha": float(alpha),
        **(metadata or {}),
    }
    shapes: dict[str, tuple[int, ...]] = {}
    stored: dict[str, bytes] = {}
    for name, (a, b) in tensors.items():
        if a.ndim != 2 or b.ndim != 2 or len(a) != b.shape[1]:
            raise ValueError(f"{name}: A {a.shape} and B {b.shape} share no rank")
        for side, numbers in (("lora_a", a), ("lora_b", b)):
            shapes[f"{name}.{side}"] = numbers.shape
            stored[f"{name}.{side}"] = _padded(_stored(name, numbers, kind))
    header = MAGIC + struct.pack("<IQQ", VERSIONS[-1], len(stored), len(entries))
    header += b"".join(_string(key) + _value(value) for key, value in entries.items())
    offset = 0
    for name, data in stored.items():
        header += _string(name) + struct.pack("<I2Q", 2, *shapes[name][::-1])
        header += struct.pack("<IQ", kind, offset)
        offset += len(data)
    path.write_bytes(_padded(header) + b"".join(stored.values()))


def _stored(name: str, numbers: Floats, kind: TensorType) -> bytes:
    block_size, _ = BLOCKS[kind]
    if numbers.shape[1] % block_size:
        raise ValueError(f"{name}: rows of {numbers.shape[1]} are no whole blocks of {kind.name}")
    with np.errstate(over="ignore"):
        floats = np.array(numbers, _FLOATS.get(kind, np.float32), order="C")
    highest = np.abs(floats).max()
    if not highest < (LARGEST_Q8_0 if kind is TensorType.Q8_0 else np.inf):
        raise ValueError(f"{name}: a number is not finite, or too large for {kind.name}")
    return (store_q8_0(floats) if kind is TensorType.Q8_0 else floats).tobytes()


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % DEFAULT_ALIGNMENT)


def _string(text: str) -> bytes:
    encoded = text.encode()
    return struct.pack("<Q", len(encoded)) + encoded


def _value(value: Number) -> bytes:
    if isinstance(value, bool):
        return struct.pack("<IB", _BOOLEAN, value)
    if isinstance(value, str):
        return struct.pack("<I", _STRING) + _string(value)
    if isinstance(value, int):
        return struct.pack("<Iq", _INT64, value)
    return struct.pack("<If", _FLOAT32, value)
