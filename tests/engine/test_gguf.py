"""The GGUF reader: what it reads, and that no file whatever makes it crash."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import numpy as np
import pytest

from lib.engine.errors import ModelFileError
from lib.engine.gguf import TensorType, read_gguf
from lib.engine.model import load_model
from tests.support import tiny_gguf
from tests.support.tiny_gguf import write_gguf, write_tiny_gguf


def test_reads_metadata_and_tensors(tmp_path: Path) -> None:
    numbers = np.arange(64, dtype=np.float32).reshape(2, 32)
    metadata = {"name": "Zoë", "count": 7, "ratio": 0.5, "words": ["a", ""], "ids": [3, -1]}
    path = tmp_path / "some.gguf"
    write_gguf(path, metadata, {"first": ("F16", numbers), "second": ("F32", numbers)})
    gguf = read_gguf(path)
    assert gguf.metadata == metadata
    assert gguf.tensors["first"].type is TensorType.F16
    second = gguf.tensors["second"]
    assert second.shape == (2, 32)
    assert second.data.tobytes() == numbers.tobytes()


F32_ROW = b"output_norm.weight" + struct.pack("<IQI", 1, tiny_gguf.SMALL.width, 0)
"""A row of the tensor table, but for the offset: name, dimensions, shape, type."""


HEADER_BYTES = 9_000
"""Metadata and tensor table of the tiny file, about."""


def cut(data: bytes) -> bytes:
    return data[:-100]


def overflowing_list(data: bytes) -> bytes:
    """The list of tokens claims to hold 2**60 texts."""
    key = b"tokenizer.ggml.tokens"
    at = data.index(key) + len(key) + 8
    return data[:at] + struct.pack("<Q", 1 << 60) + data[at + 8 :]


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        pytest.param(lambda _: b"", "it is empty", id="empty"),
        pytest.param(lambda _: b"GG", "does not start with GGUF", id="two bytes"),
        pytest.param(lambda _: b"PK\x03\x04" * 99, "does not start with GGUF", id="a zip"),
        pytest.param(lambda d: b"GGUF\x63" + d[5:], "version 99", id="version"),
        pytest.param(lambda d: d[:120], "ends after 120 bytes, in the middle", id="header cut"),
        pytest.param(cut, r"ends after [\d,]+ bytes, its table promises [\d,]+", id="data cut"),
        pytest.param(
            lambda d: d[:16] + b"\xff" * 8 + d[24:], "cannot be used", id="2**64 metadata entries"
        ),
        pytest.param(
            lambda d: d[:24] + b"\xff" * 8 + d[32:], "asks for 18,446", id="key of 2**64 bytes"
        ),
        pytest.param(
            lambda d: d.replace(F32_ROW, F32_ROW[:-4] + struct.pack("<I", 10)),
            "ggml type 10; supported are F32, F16, Q4_0, .*, Q4_K, Q5_K, Q6_K",
            id="Q2_K",
        ),
        pytest.param(
            lambda d: d.replace(F32_ROW, F32_ROW[:-12] + struct.pack("<QI", 1 << 62, 0)),
            "its table promises 18,446,744",
            id="tensor of 2**62 numbers",
        ),
        pytest.param(overflowing_list, "promises a list of 1,152,921", id="list of 2**60 texts"),
        pytest.param(
            lambda d: d.replace(b"general.architecture", b"general.archi\xff\xff\xffure"),
            "not UTF-8",
            id="not UTF-8",
        ),
    ],
)
def test_damage_is_named(tmp_path: Path, damage: object, expected: str) -> None:
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    assert callable(damage)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ModelFileError, match=expected) as caught:
        read_gguf(path)
    assert str(path) in str(caught.value)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.gguf"):
        with pytest.raises(ModelFileError, match="cannot be opened"):
            read_gguf(path)


def test_random_damage_never_crashes(tmp_path: Path) -> None:
    """Flipped, removed and inserted bytes: a model that runs or a ModelFileError, nothing else."""
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    intact = path.read_bytes()
    source = random.Random(7)  # noqa: S311
    refused = 0
    for _ in range(300):
        data = bytearray(intact)
        for _ in range(source.choice((1, 1, 2, 8))):
            at = source.randrange(HEADER_BYTES)
            length = source.choice((1, 1, 4, 8))
            data[at : at + length] = source.randbytes(source.choice((length, length, 0, 16)))
        path.write_bytes(data)
        try:
            load_model(path, threads=1)
        except ModelFileError:
            refused += 1
    assert refused > 100
