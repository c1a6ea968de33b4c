"""Unpacking against the reference of ggml's own Python package, to the bit."""

from __future__ import annotations

import gguf
import numpy as np
import pytest

from lib.engine.gguf import BLOCKS, TensorType
from lib.engine.quantisation import UNPACKERS, unpack

KINDS = list(UNPACKERS)


def random_blocks(kind: TensorType) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """Any byte may stand anywhere in a block, so every code, scale and minimum occurs."""
    return np.random.default_rng(kind).integers(0, 256, (9, 7 * BLOCKS[kind][1]), dtype=np.uint8)


@np.errstate(all="ignore")  # random scales may be infinite
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_bit_is_the_reference_s(kind: TensorType) -> None:
    data = random_blocks(kind)
    expected = gguf.quants.dequantize(data, gguf.GGMLQuantizationType(int(kind)))
    found = unpack(kind, data).floats()
    assert found.dtype == np.float32
    np.testing.assert_array_equal(found, expected)


def test_block_sizes_are_the_reference_s() -> None:
    for kind, sizes in BLOCKS.items():
        assert gguf.GGML_QUANT_SIZES[gguf.GGMLQuantizationType(int(kind))] == sizes
        assert gguf.GGMLQuantizationType(int(kind)).name == kind.name


@np.errstate(all="ignore")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_codes_have_as_many_bits_as_the_name_says(kind: TensorType) -> None:
    unpacked = unpack(kind, random_blocks(kind))
    bits = int(kind.name[1])
    lowest = 0 if unpacked.minima is not None else -(1 << (bits - 1))
    assert unpacked.codes.min() == lowest
    assert unpacked.codes.max() == lowest + (1 << bits) - 1
