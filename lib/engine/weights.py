"""Tensors as the file stores them -> arrays as the kernels of onnxruntime want them.

Invariant: exact but for `round_rows`. Dequantising the result gives the numbers that the file
means; no weight is rounded again. (A minimum moved into an offset may differ in the last place of
single precision.)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.engine.gguf import Tensor, TensorType
from lib.engine.quantisation import UNPACKERS, unpack

FOUR_BITS = (TensorType.Q4_0, TensorType.Q4_1, TensorType.Q4_K)
"""Types whose codes fit the 4-bit kernel. Those of five and six bits take the 8-bit kernel."""


MIDDLES = {
    TensorType.Q4_1: 8,
    TensorType.Q4_K: 8,
    TensorType.Q5_1: 16,
    TensorType.Q5_K: 16,
}
"""Middle code of the types that count from their minimum. The kernels round activations, and the
error weighs less the nearer to zero the codes are."""


@dataclass(frozen=True, slots=True)
class QuantisedMatrix:
    """A matrix for the operator MatMulNBits: `scale * (code - zero point) + offset`.

    The zero point is the operator's default, 8 or 128: with any other its kernel is eleven times
    slower. What a type has besides is `offsets`, applied as `sum of each block of x @ offsets.T`.
    """

    bits: int
    block_size: int
    """Weights that share a scale, 16 or 32."""
    codes: NDArray[np.uint8]
    """Shape (outputs, blocks, bytes of a block); of a byte's two 4-bit codes the low is first."""
    scales: NDArray[np.float32]
    """Shape (outputs, blocks)."""
    offsets: NDArray[np.float32] | None
    """Shape (outputs, blocks); `None` when all are zero."""


@dataclass(frozen=True, slots=True)
class RoundedMatrix:
    """A matrix for the operator MatMulIntegerToFloat: `scales * codes`, a scale an output."""

    codes: NDArray[np.int8]
    """Shape (inputs, outputs)."""
    scales: NDArray[np.float32]
    """Shape (outputs,)."""


def round_rows(weights: NDArray[np.float32], largest_code: int) -> RoundedMatrix:
    """Round weights, shape (outputs, inputs); each output's largest becomes `largest_code`."""
    largest = np.abs(weights).max(-1)
    scales = np.where(largest == 0, 1, largest / np.float32(largest_code)).astype(np.float32)
    codes = np.rint(weights / scales[:, None]).astype(np.int8)
    return RoundedMatrix(np.ascontiguousarray(codes.T), scales)


def is_quantised(tensor: Tensor) -> bool:
    """Whether `read_quantised` takes it; otherwise its numbers are floats."""
    return tensor.type in UNPACKERS


def read_floats(tensor: Tensor) -> NDArray[np.float32]:
    """The tensor's numbers, in its shape."""
    return _dequantise(tensor.type, tensor.data).reshape(tensor.shape)


def read_rows(tensor: Tensor, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """Some rows of a matrix, e.g. the embeddings of tokens; only these are read from the file."""
    return _dequantise(tensor.type, tensor.data[rows])


def read_quantised(tensors: list[Tensor]) -> QuantisedMatrix:
    """Matrices of one quantised type and width, one below the other."""
    kind = tensors[0].type
    unpacked = unpack(kind, np.concatenate([tensor.data for tensor in tensors]))
    codes, scales, offsets = unpacked.codes, unpacked.scales, unpacked.minima
    if offsets is not None:
        codes = codes - np.int8(MIDDLES[kind])
        offsets = offsets + np.float32(MIDDLES[kind]) * scales
    block_size = codes.shape[-1]
    if kind not in FOUR_BITS:
        shifted: NDArray[np.uint8] = codes.view(np.uint8) + np.uint8(128)  # wraps within the byte
        return QuantisedMatrix(8, block_size, shifted, scales, offsets)
    neighbours = (codes + np.int8(8)).view(np.uint8)
    packed = neighbours[:, :, 0::2] + np.uint8(16) * neighbours[:, :, 1::2]
    return QuantisedMatrix(4, block_size, packed, scales, offsets)


def _dequantise(kind: TensorType, data: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Rows of raw bytes, shape (rows, bytes) -> numbers, shape (rows, numbers)."""
    if kind is TensorType.F32:
        return np.ascontiguousarray(data).view("<f4")
    if kind is TensorType.F16:
        return np.ascontiguousarray(data).view("<f2").astype(np.float32)
    if kind is TensorType.BF16:  # the upper half of a single-precision number
        halves = np.ascontiguousarray(data).view("<u2").astype(np.uint32)
        return (halves << 16).view(np.float32)
    return unpack(kind, data).floats()
