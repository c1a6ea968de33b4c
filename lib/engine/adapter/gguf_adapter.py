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

from lib.engine.gguf import DEFAULT_ALIGNMENT, MAGIC, VERSIONS, TensorType

Floats = NDArray[np.floating]
Number = str | bool | int | float

STORED: dict[TensorType, type[np.floating]] = {
    TensorType.F32: np.float32,
    TensorType.F16: np.float16,
}
"""Types that can be written."""

_BOOLEAN, _INT64, _FLOAT32, _STRING = 7, 11, 6, 8


def write_adapter(
    path: Path,
    tensors: Mapping[str, tuple[Floats, Floats]],
    *,
    alpha: float,
    architecture: str = "llama",
    metadata: Mapping[str, Number] | None = None,
    kind: TensorType = TensorType.F16,
) -> None:
    """Write `tensors`: name of the base's tensor, e.g. `blk.0.attn_q.weight` -> (A, B).

    A has the shape (rank, inputs), B (outputs, rank); what they add to the weight is
    alpha / rank * (B @ A). Rows of B stand in the order of the base's GGUF file, which for
    llama's queries and keys is not that of the original checkpoint. `metadata` is added, e.g.
    `general.name`. Raises ValueError when shapes do not fit each other, a number is not finite or
    does not fit into `kind`, or alpha is not positive.
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
    stored: dict[str, Floats] = {}
    for name, (a, b) in tensors.items():
        if a.ndim != 2 or b.ndim != 2 or len(a) != b.shape[1]:
            raise ValueError(f"{name}: A {a.shape} and B {b.shape} share no rank")
        stored[f"{name}.lora_a"] = _stored(name, a, kind)
        stored[f"{name}.lora_b"] = _stored(name, b, kind)
    header = MAGIC + struct.pack("<IQQ", VERSIONS[-1], len(stored), len(entries))
    header += b"".join(_string(key) + _value(value) for key, value in entries.items())
    offset = 0
    for name, numbers in stored.items():
        header += _string(name) + struct.pack("<I2Q", 2, *numbers.shape[::-1])
        header += struct.pack("<IQ", kind, offset)
        offset += len(_padded(numbers.tobytes()))
    data = b"".join(_padded(numbers.tobytes()) for numbers in stored.values())
    path.write_bytes(_padded(header) + data)


def _stored(name: str, numbers: Floats, kind: TensorType) -> Floats:
    with np.errstate(over="ignore"):
        stored: Floats = np.ascontiguousarray(numbers.astype(STORED[kind]))
    if not np.isfinite(stored).all():
        raise ValueError(f"{name}: a number is not finite, or too large for {kind.name}")
    return stored


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
