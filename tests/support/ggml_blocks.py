"""Numbers -> bytes as ggml stores them, every type by plain rounding to the nearest code.

Invariant: no number is stored further from itself than one step between codes of its group.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

TYPE_IDS = {"F32": 0, "F16": 1, "Q4_0": 2, "Q4_1": 3, "Q5_0": 6, "Q5_1": 7, "Q8_0": 8} | {
    "Q4_K": 12,
    "Q5_K": 13,
    "Q6_K": 14,
    "BF16": 30,
}
QUANTISED = tuple(kind for kind in TYPE_IDS if kind.startswith("Q"))


def stored(kind: str, numbers: Floats) -> bytes:
    """Rows must be whole blocks long: 32 numbers, for the K types 256."""
    if kind == "BF16":
        return (numbers.astype(np.float32).view(np.uint32) >> 16).astype("<u2").tobytes()
    if kind in ("F32", "F16"):
        return numbers.astype("<f4" if kind == "F32" else "<f2").tobytes()
    return WRITERS[kind](numbers.reshape(-1, 256 if kind.endswith("_K") else 32)).tobytes()


def _store_q8_0(blocks: Floats) -> Bytes:
    scales = _half(np.abs(blocks).max(1) / 127)
    codes = np.rint(blocks / scales).clip(-127, 127).astype(np.int8)
    return _joined(scales, codes)


def _store_around_zero(blocks: Floats, bits: int) -> Bytes:
    """Q4_0, Q5_0."""
    middle = 1 << (bits - 1)
    scales = _half(np.abs(blocks).max(1) / (middle - 1))
    codes = _rounded(blocks / scales + middle, bits)
    return _joined(scales, *_fifth_bits(codes, bits), _paired(codes))


def _store_from_minimum(blocks: Floats, bits: int) -> Bytes:
    """Q4_1, Q5_1."""
    lowest = _half(blocks.min(1))
    scales = _half((blocks.max(1) - blocks.min(1)) / ((1 << bits) - 1))
    codes = _rounded((blocks - lowest) / scales, bits)
    return _joined(scales, lowest, *_fifth_bits(codes, bits), _paired(codes))


def _store_in_groups_of_32(blocks: Floats, bits: int) -> Bytes:
    """Q4_K, Q5_K."""
    groups = blocks.reshape(-1, 8, 32)
    lowest = np.minimum(groups.min(2), 0)
    steps = (groups.max(2) - lowest) / ((1 << bits) - 1)
    d, dmin = _half(steps.max(1) / 63), _half(-lowest.min(1) / 63)
    scales = np.rint(steps / d).clip(1, 63).astype(np.uint8)
    minima = np.rint(-lowest / np.maximum(dmin, 1e-7)).clip(0, 63).astype(np.uint8)
    lifted = groups + (dmin * minima)[:, :, None]
    codes = _rounded(lifted / (d * scales)[:, :, None], bits)
    low = codes & 15
    pairs = low[:, 0::2] | (low[:, 1::2] << 4)
    small = np.concatenate(
        [
            scales[:, :4] | (scales[:, 4:] >> 4 << 6),
            minima[:, :4] | (minima[:, 4:] >> 4 << 6),
            (scales[:, 4:] & 15) | (minima[:, 4:] << 4),
        ],
        axis=1,
    )
    return _joined(d, dmin, small, *map(_flat, _fifth_bits(codes, bits)), _flat(pairs))


def _store_q6_k(blocks: Floats) -> Bytes:
    groups = blocks.reshape(-1, 16, 16)
    steps = np.abs(groups).max(2) / 31
    d = _half(steps.max(1) / 127)
    scales = np.rint(steps / d).clip(1, 127).astype(np.int8)
    codes = _rounded(groups / (d * scales)[:, :, None] + 32, 6).reshape(-1, 2, 4, 32)
    low, high = codes & 15, codes >> 4
    pairs = low[:, :, :2] | (low[:, :, 2:] << 4)
    quads = high[:, :, 0] | (high[:, :, 1] << 2) | (high[:, :, 2] << 4) | (high[:, :, 3] << 6)
    return _joined(_flat(pairs), _flat(quads), scales, d)


WRITERS: dict[str, Callable[[Floats], Bytes]] = {
    "Q4_0": lambda blocks: _store_around_zero(blocks, 4),
    "Q4_1": lambda blocks: _store_from_minimum(blocks, 4),
    "Q5_0": lambda blocks: _store_around_zero(blocks, 5),
    "Q5_1": lambda blocks: _store_from_minimum(blocks, 5),
    "Q8_0": _store_q8_0,
    "Q4_K": lambda blocks: _store_in_groups_of_32(blocks, 4),
    "Q5_K": lambda blocks: _store_in_groups_of_32(blocks, 5),
    "Q6_K": _store_q6_k,
}


def _half(numbers: Floats) -> NDArray[np.float16]:
    """One number a block, rounded as it will be stored, shape (blocks, 1)."""
    return numbers.astype("<f2")[:, None]


def _rounded(codes: NDArray[np.floating], bits: int) -> Bytes:
    rounded: Bytes = np.rint(codes).clip(0, (1 << bits) - 1).astype(np.uint8)
    return rounded


def _paired(codes: Bytes) -> Bytes:
    """Two codes a byte: the first 16 in the low halves, the last 16 in the high halves."""
    low = codes & np.uint8(15)
    return low[:, :16] + np.uint8(16) * low[:, 16:]


def _fifth_bits(codes: Bytes, bits: int) -> list[Bytes]:
    return [np.packbits(codes >> 4, axis=1, bitorder="little")] if bits == 5 else []


def _flat(codes: NDArray[np.integer]) -> Bytes:
    return np.ascontiguousarray(codes, np.uint8).reshape(len(codes), -1)


def _joined(*columns: NDArray[np.generic]) -> Bytes:
    raw = [np.ascontiguousarray(column).view(np.uint8) for column in columns]
    return np.concatenate(raw, axis=1)
