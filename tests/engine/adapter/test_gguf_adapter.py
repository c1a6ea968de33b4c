"""The adapter writer, read back by the reference implementation of the format."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np
import pytest

from lib.engine.adapter.gguf_adapter import write_adapter
from lib.engine.gguf import TensorType

NAME = "blk.0.attn_q.weight"


def numbers(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.random.default_rng(1).normal(size=shape).astype(np.float32)


@pytest.mark.parametrize("kind", [TensorType.F16, TensorType.F32])
def test_the_reference_reader_finds_what_was_written(tmp_path: Path, kind: TensorType) -> None:
    a, b = numbers(4, 33), numbers(7, 4)
    path = tmp_path / "lora.gguf"
    write_adapter(path, {NAME: (a, b)}, alpha=8, metadata={"general.name": "é", "n": 3}, kind=kind)
    reader = gguf.GGUFReader(path)
    assert {key: reader.fields[key].contents() for key in list(reader.fields)[3:]} == {
        "general.type": "adapter",
        "general.architecture": "llama",
        "adapter.type": "lora",
        "adapter.lora.alpha": 8.0,
        "general.name": "é",
        "n": 3,
    }
    found = {tensor.name: tensor.data for tensor in reader.tensors}
    dtype = np.float16 if kind is TensorType.F16 else np.float32
    assert found.keys() == {f"{NAME}.lora_a", f"{NAME}.lora_b"}
    np.testing.assert_array_equal(found[f"{NAME}.lora_a"], a.astype(dtype))
    np.testing.assert_array_equal(found[f"{NAME}.lora_b"], b.astype(dtype))


def test_numbers_of_8_bits_are_as_the_reference_rounds_them(tmp_path: Path) -> None:
    a, b = numbers(32, 64), numbers(96, 32)
    path = tmp_path / "lora.gguf"
    write_adapter(path, {NAME: (a.copy(), b.copy())}, alpha=8)
    for tensor, expected in zip(gguf.GGUFReader(path).tensors, (a, b), strict=True):
        assert tensor.tensor_type is gguf.GGMLQuantizationType.Q8_0
        found = gguf.dequantize(tensor.data, tensor.tensor_type)
        steps = np.abs(expected).reshape(-1, 32).max(1, keepdims=True) / 127
        assert (np.abs(found - expected).reshape(-1, 32) <= 0.57 * steps).all()


def test_writing_leaves_the_numbers_as_they_are(tmp_path: Path) -> None:
    a, b = numbers(32, 64), numbers(96, 32)
    write_adapter(tmp_path / "lora.gguf", {NAME: (a, b)}, alpha=8)
    np.testing.assert_array_equal(a, numbers(32, 64))
    np.testing.assert_array_equal(b, numbers(96, 32))


@pytest.mark.parametrize(
    ("a", "b", "alpha", "expected"),
    [
        (numbers(4, 8), numbers(8, 3), 1, "share no rank"),
        (numbers(4, 8), numbers(8), 1, "share no rank"),
        (numbers(4, 8) * 1e9, numbers(8, 4), 1, "too large for F16"),
        (numbers(4, 8) * np.nan, numbers(8, 4), 1, "not finite"),
        (numbers(4, 8), numbers(8, 4), 0, "alpha is 0"),
        (numbers(4, 8), numbers(8, 4), float("nan"), "alpha is nan"),
    ],
)
def test_what_no_reader_could_use_is_refused(
    tmp_path: Path, a: np.ndarray, b: np.ndarray, alpha: float, expected: str
) -> None:
    with pytest.raises(ValueError, match=expected):
        write_adapter(tmp_path / "lora.gguf", {NAME: (a, b)}, alpha=alpha, kind=TensorType.F16)
    assert not (tmp_path / "lora.gguf").exists()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (numbers(32, 64) * 1e9, numbers(32, 32), "too large for Q8_0"),
        (numbers(32, 64), numbers(32, 32) * np.nan, "not finite"),
        (numbers(32, 33), numbers(32, 32), "rows of 33 are no whole blocks"),
        (numbers(16, 32), numbers(32, 16), "rows of 16 are no whole blocks"),
    ],
)
def test_what_8_bits_cannot_hold_is_refused(
    tmp_path: Path, a: np.ndarray, b: np.ndarray, expected: str
) -> None:
    with pytest.raises(ValueError, match=expected):
        write_adapter(tmp_path / "lora.gguf", {NAME: (a, b)}, alpha=1)
    assert not (tmp_path / "lora.gguf").exists()
