"""ggml's quantised blocks -> integer codes, scales and minima; and numbers -> blocks of 8 bits.

Invariant: unpacking is exact. `scale * code + minimum` are the very numbers that the file means: no
code is rounded again, and a scale is at most the product of a half-precision number and a small
integer, which single precision holds.

Layouts (ggml, little-endian; d, m and dmin are half-precision numbers):
  Q4_0 d, 4-bit q       d*(q-8)   32 weights; low halves of the bytes first, then the high halves
  Q4_1 d, m, 4-bit q    d*q+m
  Q5_0 d, fifth bits, 4-bit q     d*(q-16)
  Q5_1 d, m, fifth bits, 4-bit q  d*q+m
  Q8_0 d, signed q      d*q
  Q4_K d, dmin, 8 x 6-bit (scale, minimum), 4-bit q; 256 weights in groups of 32:
       d*scale*q - dmin*minimum
  Q5_K as Q4_K with fifth bits in front of the codes
  Q6_K low 4 bits, high 2 bits, 16 signed scales, d; 256 weights in groups of 16: d*scale*(q-32)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.engine.gguf import BLOCKS, TensorType

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

LARGEST_Q8_0 = 127 * 65_504.0
"""What a block of type Q8_0 can hold."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Rows of weights in groups that share a scale: `scales * codes + minima`."""

    codes: NDArray[np.int8]
    """Shape (rows, groups, weights of a group); around zero, or from zero up with minima."""
    scales: Floats
    """Shape (rows, groups)."""
    minima: Floats | None
    """Shape (rows, groups); `None` when all are zero."""

    def floats(self) -> Floats:
        """The weights, shape (rows, weights of a row)."""
        numbers = self.scales[:, :, None] * self.codes
        if self.minima is not None:
            numbers += self.minima[:, :, None]
        return numbers.reshape(len(numbers), -1)


def unpack(kind: TensorType, data: Bytes) -> Unpacked:
    """Rows of raw bytes of one quantised type, shape (rows, bytes of a row)."""
    return UNPACKERS[kind](data.reshape(len(data), -1, BLOCKS[kind][1]))


def store_q8_0(weights: Floats) -> Bytes:
    """Rows of weights, shape (rows, a multiple of 32), as rows of raw bytes of type Q8_0.

    Each is rounded to the nearest of 255 multiples of its block's scale. `weights` is overwritten.
    """
    codes = weights.reshape(len(weights), -1, 32)
    # Codes are of the scale as it is stored; no weight is then cut off by more than a rounding.
    with np.errstate(over="ignore"):
        scales = (np.abs(codes).max(-1, keepdims=True) / 127).astype("<f2")
    codes /= np.where(scales == 0, 1, scales).astype(np.float32)
    np.rint(codes, out=codes)
    np.clip(codes, -127, 127, out=codes)
    signed = codes.astype(np.int8).view(np.uint8)
    return np.concatenate([scales.view(np.uint8), signed], axis=-1).reshape(len(weights), -1)


def _unpack_q4_0(blocks: Bytes) -> Unpacked:
    return Unpacked(_halves_apart(blocks[:, :, 2:]) - np.int8(8), _half_floats(blocks, 0), None)


def _unpack_q4_1(blocks: Bytes) -> Unpacked:
    codes = _halves_apart(blocks[:, :, 4:])
    return Unpacked(codes, _half_floats(blocks, 0), _half_floats(blocks, 2))


def _unpack_q5_0(blocks: Bytes) -> Unpacked:
    codes = _halves_apart(blocks[:, :, 6:]) | _fifth_bits(blocks[:, :, 2:6])
    return Unpacked(codes - np.int8(16), _half_floats(blocks, 0), None)


def _unpack_q5_1(blocks: Bytes) -> Unpacked:
    codes = _halves_apart(blocks[:, :, 8:]) | _fifth_bits(blocks[:, :, 4:8])
    return Unpacked(codes, _half_floats(blocks, 0), _half_floats(blocks, 2))


def _unpack_q8_0(blocks: Bytes) -> Unpacked:
    return Unpacked(blocks[:, :, 2:].view(np.int8), _half_floats(blocks, 0), None)


def _unpack_q4_k(blocks: Bytes) -> Unpacked:
    codes = _halves_apart(_split(blocks[:, :, 16:], 4))
    return _with_group_scales(blocks, codes)


def _unpack_q5_k(blocks: Bytes) -> Unpacked:
    codes = _halves_apart(_split(blocks[:, :, 48:], 4))
    # Byte i of the 32 holds the fifth bits of every group's weight i, one bit a group.
    bits = blocks[:, :, None, 16:48] >> np.arange(8, dtype=np.uint8)[:, None] & 1
    return _with_group_scales(blocks, codes | (bits << 4).view(np.int8).reshape(codes.shape))


def _unpack_q6_k(blocks: Bytes) -> Unpacked:
    """Each half of a block: 64 bytes with low parts, 32 bytes with four high parts each."""
    rows, num_blocks, _ = blocks.shape
    low = _halves_apart(_split(blocks[:, :, :128], 2))
    high = _split(blocks[:, :, 128:192], 2)[:, :, :, None, :] >> _COLUMN_OF_SHIFTS & 3
    codes = low | (high << 4).view(np.int8).reshape(low.shape)
    scales = _half_floats(blocks, 208)[:, :, None] * blocks[:, :, 192:208].view(np.int8)
    groups = (rows, num_blocks * 16)
    return Unpacked((codes - np.int8(32)).reshape(*groups, 16), scales.reshape(groups), None)


_COLUMN_OF_SHIFTS = np.array([[0], [2], [4], [6]], np.uint8)

UNPACKERS: dict[TensorType, Callable[[Bytes], Unpacked]] = {
    TensorType.Q4_0: _unpack_q4_0,
    TensorType.Q4_1: _unpack_q4_1,
    TensorType.Q5_0: _unpack_q5_0,
    TensorType.Q5_1: _unpack_q5_1,
    TensorType.Q8_0: _unpack_q8_0,
    TensorType.Q4_K: _unpack_q4_k,
    TensorType.Q5_K: _unpack_q5_k,
    TensorType.Q6_K: _unpack_q6_k,
}
"""Raw bytes of shape (rows, blocks, bytes of a block) -> what they mean."""


def _half_floats(blocks: Bytes, at: int) -> Floats:
    """The half-precision number at byte `at` of each block, shape (rows, blocks)."""
    two_bytes = np.ascontiguousarray(blocks[:, :, at : at + 2])
    return two_bytes.view("<f2")[:, :, 0].astype(np.float32)


def _halves_apart(codes: Bytes) -> NDArray[np.int8]:
    """Bytes with two codes each: the low halves come first, then the high halves."""
    return np.concatenate([codes & 0x0F, codes >> 4], axis=-1).view(np.int8)


def _fifth_bits(four_bytes: Bytes) -> NDArray[np.int8]:
    """One bit a weight, lowest first, as 0 or 16; shape (rows, blocks, 32)."""
    bits = np.unpackbits(np.ascontiguousarray(four_bytes), axis=-1, bitorder="little")
    return (bits << 4).view(np.int8)


def _split(data: Bytes, parts: int) -> Bytes:
    """Shape (rows, blocks, bytes) -> (rows, blocks, parts, bytes of a part)."""
    return data.reshape(*data.shape[:2], parts, -1)


def _with_group_scales(blocks: Bytes, codes: NDArray[np.int8]) -> Unpacked:
    """Q4_K and Q5_K: eight scales and minima of 6 bits in the 12 bytes after d and dmin.

    Bytes 0-3 hold scales 0-3 and bytes 4-7 minima 0-3 in their low 6 bits; the top 2 bits of
    these belong to scales and minima 4-7, whose low 4 bits are the halves of bytes 8-11.
    """
    first, second, last = (blocks[:, :, at : at + 4] for at in (4, 8, 12))
    steps = np.concatenate([first & 63, last & 15 | first >> 6 << 4], axis=-1)
    lifts = np.concatenate([second & 63, last >> 4 | second >> 6 << 4], axis=-1)
    groups = (len(blocks), -1)
    scales = _half_floats(blocks, 0)[:, :, None] * steps
    minima = -(_half_floats(blocks, 2)[:, :, None] * lifts)
    return Unpacked(
        codes.reshape(len(blocks), -1, 32), scales.reshape(groups), minima.reshape(groups)
    )
