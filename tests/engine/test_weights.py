"""Weights for the kernels hold exactly the numbers of the file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from lib.engine.gguf import Tensor, read_gguf
from lib.engine.weights import QuantisedMatrix, read_floats, read_quantised, read_rows
from tests.support.ggml_blocks import QUANTISED
from tests.support.tiny_gguf import write_gguf


def stored(tmp_path: Path, kind: str, numbers: NDArray[np.float32]) -> Tensor:
    path = tmp_path / f"{kind}.gguf"
    write_gguf(path, {"a": 1}, {"matrix": (kind, numbers)})
    return read_gguf(path).tensors["matrix"]


@pytest.fixture
def numbers() -> NDArray[np.float32]:
    return np.random.default_rng(3).normal(0.3, 1, (5, 512)).astype(np.float32)


@pytest.mark.parametrize(
    ("kind", "largest_error"),  # half a step between two codes, in blocks within about +-3.5
    [
        *(("F32", 0.0), ("F16", 0.002), ("Q8_0", 0.02), ("Q6_K", 0.08)),
        *(("Q5_1", 0.13), ("Q5_K", 0.13), ("Q5_0", 0.16)),
        *(("Q4_1", 0.28), ("Q4_K", 0.28), ("Q4_0", 0.35)),
    ],
)
def test_floats_are_near_what_was_stored(
    tmp_path: Path, numbers: NDArray[np.float32], kind: str, largest_error: float
) -> None:
    read = read_floats(stored(tmp_path, kind, numbers))
    assert read.shape == numbers.shape
    assert np.abs(read - numbers).max() <= largest_error


@pytest.mark.parametrize("kind", QUANTISED)
def test_quantised_matrices_mean_the_same_numbers(
    tmp_path: Path, numbers: NDArray[np.float32], kind: str
) -> None:
    """The operator's formula applied to its codes, against the file's formula."""
    tensor = stored(tmp_path, kind, numbers)
    matrix = read_quantised([tensor, tensor])
    expected = np.concatenate([read_floats(tensor)] * 2)
    # Not to the bit: d*q+m and d*(q-8)+(m+8d) round differently in the last place.
    np.testing.assert_allclose(operator_meaning(matrix), expected, atol=1e-6)


def operator_meaning(matrix: QuantisedMatrix) -> NDArray[np.float32]:
    codes = matrix.codes
    if matrix.bits == 4:
        codes = np.stack([codes & 15, codes >> 4], axis=-1).reshape(*codes.shape[:2], -1)
    assert codes.shape[2] == matrix.block_size
    zero_point = np.float32(1 << (matrix.bits - 1))
    values = matrix.scales[:, :, None] * (codes.astype(np.float32) - zero_point)
    if matrix.offsets is not None:
        values = values + matrix.offsets[:, :, None]
    return values.reshape(len(codes), -1)


def test_rows_are_rows_of_the_whole(tmp_path: Path, numbers: NDArray[np.float32]) -> None:
    tensor = stored(tmp_path, "Q8_0", numbers)
    rows = read_rows(tensor, np.array([4, 0, 4]))
    np.testing.assert_array_equal(rows, read_floats(tensor)[[4, 0, 4]])
