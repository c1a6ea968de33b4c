"""Tensors as the file stores them -> arrays as the kernels of onnxruntime want them.

Invariant: exact. Dequantising the result gives the very numbers that the file means; no weight is
rounded again.

Block layouts, 32 weights each (ggml): Q4_0 `d*(q-8)`, Q4_1 `d*q+m`, both with 4-bit q, the first
16 in the low halves of 16 bytes and the last 16 in the high halves; Q8_0 `d*q` with signed q.
d and m are half-precision numbers in front of the block.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.engine.gguf import BLOCKS, Tensor, TensorType

BLOCK_SIZE = 32


@dataclass(frozen=True, slots=True)
class QuantisedMatrix:
    """A matrix for the operator MatMulNBits: `scale * (code - zero point) + offset`.

    The zero point is the operator's default, 8 or 128: with any other its kernel is eleven times
    slower. What Q4_1 has besides is `offsets`, applied as `sum of each block of x @ offsets.T`.
    """

    bits: int
    codes: NDArray[np.uint8]
    """Shape (outputs, blocks, bytes of a block); of a byte's two 4-bit codes the low is first."""
    scales: NDArray[np.float32]
    """Shape (outputs, blocks)."""
    offsets: NDArray[np.float32] | None
    """Shape (outputs, blocks); `None` when all are zero."""


def read_floats(tensor: Tensor) -> NDArray[np.float32]:
    """The tensor's numbers, in its shape."""
    return dequantise(tensor.type, tensor.data).reshape(tensor.shape)


def read_rows(tensor: Tensor, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """Some rows of a matrix, e.g. the embeddings of tokens; only these are read from the file."""
    return dequantise(tensor.type, tensor.data[rows])


def read_quantised(tensors: list[Tensor]) -> QuantisedMatrix:
    """Matrices of one quantised type and width, one below the other."""
    kind = tensors[0].type
    data = np.concatenate([tensor.data for tensor in tensors])
    blocks = _blocks(kind, data)
    scales = _halves(blocks, 0)
    if kind is TensorType.Q8_0:
        return QuantisedMatrix(8, blocks[:, :, 2:] ^ np.uint8(0x80), scales, None)
    if kind is TensorType.Q4_0:
        return QuantisedMatrix(4, _pack_in_order(blocks[:, :, 2:]), scales, None)
    offsets = _halves(blocks, 2) + np.float32(8) * scales
    return QuantisedMatrix(4, _pack_in_order(blocks[:, :, 4:]), scales, offsets)


def dequantise(kind: TensorType, data: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Rows of raw bytes, shape (rows, bytes) -> numbers, shape (rows, numbers)."""
    if kind is TensorType.F32:
        return np.ascontiguousarray(data).view("<f4")
    if kind is TensorType.F16:
        return np.ascontiguousarray(data).view("<f2").astype(np.float32)
    blocks = _blocks(kind, data)
    scales = _halves(blocks, 0)[:, :, None]
    if kind is TensorType.Q8_0:
        numbers = scales * np.ascontiguousarray(blocks[:, :, 2:]).view(np.int8)
    elif kind is TensorType.Q4_0:
        numbers = scales * (_nibbles(blocks[:, :, 2:]).astype(np.float32) - 8)
    else:
        numbers = scales * _nibbles(blocks[:, :, 4:]) + _halves(blocks, 2)[:, :, None]
    return numbers.reshape(len(data), -1)


def _blocks(kind: TensorType, data: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return data.reshape(len(data), -1, BLOCKS[kind][1])


def _halves(blocks: NDArray[np.uint8], at: int) -> NDArray[np.float32]:
    """The half-precision number at byte `at` of each block, shape (rows, blocks)."""
    two_bytes = np.ascontiguousarray(blocks[:, :, at : at + 2])
    return two_bytes.view("<f2")[:, :, 0].astype(np.float32)


def _nibbles(codes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """16 bytes -> 32 codes in the order of the weights."""
    return np.concatenate([codes & 0x0F, codes >> 4], axis=-1)


def _pack_in_order(codes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Halves apart (ggml) -> neighbours together (onnxruntime); 16 bytes a block stay 16."""
    low, high = codes & 0x0F, codes >> 4
    first = low[:, :, 0::2] | (low[:, :, 1::2] << 4)
    last = high[:, :, 0::2] | (high[:, :, 1::2] << 4)
    return np.concatenate([first, last], axis=-1)
