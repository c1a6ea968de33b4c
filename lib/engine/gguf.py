"""A reader for GGUF files: header, metadata, tensor table, and tensor bytes by memory map.

Invariant: nothing is read outside the file. Whatever the bytes are, reading ends in a `GGUFFile`
or in a `ModelFileError` that names the file and the fault.

Format: the GGUF specification of the ggml project, versions 2 and 3, little-endian.
"""

from __future__ import annotations

import math
import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from lib.engine.errors import ModelFileError

Scalar: TypeAlias = bool | int | float | str
Value: TypeAlias = Scalar | list[bool] | list[int] | list[float] | list[str]

MAGIC = b"GGUF"
VERSIONS = (2, 3)
DEFAULT_ALIGNMENT = 32
MAX_DIMENSIONS = 4

STRING, ARRAY = 8, 9
NUMBER_TYPES = {0: "u1", 1: "i1", 2: "<u2", 3: "<i2", 4: "<u4", 5: "<i4", 6: "<f4"} | {
    7: "?",
    10: "<u8",
    11: "<i8",
    12: "<f8",
}
"""Metadata value type -> numpy type."""


class TensorType(IntEnum):
    """How a tensor's numbers are stored; values as in ggml."""

    F32 = 0
    F16 = 1
    Q4_0 = 2
    Q4_1 = 3
    Q5_0 = 6
    Q5_1 = 7
    Q8_0 = 8
    Q4_K = 12
    Q5_K = 13
    Q6_K = 14
    BF16 = 30


BLOCKS = {
    TensorType.F32: (1, 4),
    TensorType.F16: (1, 2),
    TensorType.Q4_0: (32, 18),
    TensorType.Q4_1: (32, 20),
    TensorType.Q5_0: (32, 22),
    TensorType.Q5_1: (32, 24),
    TensorType.Q8_0: (32, 34),
    TensorType.Q4_K: (256, 144),
    TensorType.Q5_K: (256, 176),
    TensorType.Q6_K: (256, 210),
    TensorType.BF16: (1, 2),
}
"""Tensor type -> (numbers in a block, bytes of a block)."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """One tensor as the file stores it."""

    name: str
    type: TensorType
    shape: tuple[int, ...]
    """In numpy's order: the last axis is contiguous. (The file lists it the other way round.)"""
    data: NDArray[np.uint8]
    """Raw bytes, shape (rows, bytes of a row); a view into the memory map."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A file, and what messages say about it."""

    path: Path
    purpose: str = "model"
    remedy: str = ""
    """A sentence on what to do when it cannot be used."""

    def fault(self, text: str) -> ModelFileError:
        """An error that names the file; `text` continues the sentence."""
        sentence = f"The {self.purpose} file {self.path} cannot be used: {text}."
        return ModelFileError(f"{sentence} {self.remedy}".strip())


@dataclass(frozen=True, slots=True)
class GGUFFile:
    """Metadata and tensors of one file. The tensors' bytes are read when they are touched."""

    origin: Origin
    metadata: Mapping[str, Value]
    tensors: Mapping[str, Tensor]
    content: mmap.mmap
    """The whole file."""

    def fault(self, text: str) -> ModelFileError:
        """An error that names this file; `text` continues the sentence."""
        return self.origin.fault(text)

    def let_go(self) -> None:
        """Give back the memory of what was read so far; reading on fetches it again."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self.content.madvise(mmap.MADV_DONTNEED)


def read_gguf(origin: Path | Origin) -> GGUFFile:
    """Map the file and read its metadata and tensor table; `ModelFileError` when it is damaged."""
    if isinstance(origin, Path):
        origin = Origin(origin)
    try:
        with origin.path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except ValueError as error:  # mmap refuses a length of 0
        raise origin.fault("it is empty") from error
    except OSError as error:
        raise origin.fault(f"it cannot be opened ({error.strerror or error})") from error
    cursor = _Cursor(origin, memoryview(mapped))
    num_tensors, num_entries = _read_header(cursor)
    metadata: dict[str, Value] = {}
    for _ in range(num_entries):
        key = cursor.read_string()
        metadata[key] = cursor.read_value()
    table = [_read_table_row(cursor) for _ in range(num_tensors)]
    tensors = _place_tensors(cursor, metadata, table)
    return GGUFFile(origin, metadata, tensors, mapped)


class _Cursor:
    """A reading position in the file; every read is checked against the end of the file."""

    def __init__(self, origin: Origin, content: memoryview) -> None:
        self.fault = origin.fault
        self.content = content
        self.position = 0

    def take(self, length: int) -> memoryview:
        end = self.position + length
        if end > len(self.content):
            raise self.fault(
                f"it ends after {len(self.content):,} bytes, in the middle of its header"
                if length < 1 << 32
                else f"its header asks for {length:,} bytes at once, so it is damaged"
            )
        taken = self.content[self.position : end]
        self.position = end
        return taken

    def read_u32(self) -> int:
        return int(struct.unpack("<I", self.take(4))[0])

    def read_u64(self) -> int:
        return int(struct.unpack("<Q", self.take(8))[0])

    def read_string(self) -> str:
        start = self.position
        try:
            return str(self.take(self.read_u64()), "utf-8")
        except UnicodeDecodeError as error:
            raise self.fault(f"the text at byte {start:,} is not UTF-8") from error

    def read_numbers(self, kind: int, count: int) -> NDArray[np.generic]:
        if kind not in NUMBER_TYPES:
            raise self.fault(f"its metadata holds a value of unknown type {kind}")
        dtype = np.dtype(NUMBER_TYPES[kind])
        return np.frombuffer(self.take(count * dtype.itemsize), dtype)

    def read_value(self) -> Value:
        kind = self.read_u32()
        if kind == STRING:
            return self.read_string()
        if kind != ARRAY:
            number: Scalar = self.read_numbers(kind, 1)[0].item()
            return number
        kind, count = self.read_u32(), self.read_u64()
        if kind != STRING:
            numbers: Value = self.read_numbers(kind, count).tolist()
            return numbers
        if count * 8 > len(self.content):  # each string has a length of 8 bytes
            raise self.fault(f"its header promises a list of {count:,} texts, so it is damaged")
        return [self.read_string() for _ in range(count)]


@dataclass(frozen=True, slots=True)
class _TableRow:
    name: str
    type: TensorType
    shape: tuple[int, ...]
    offset: int
    """Bytes from the start of the tensor data."""
    row_bytes: int

    @property
    def num_bytes(self) -> int:
        return math.prod(self.shape[:-1]) * self.row_bytes


def _read_header(cursor: _Cursor) -> tuple[int, int]:
    """Number of tensors and number of metadata entries."""
    if bytes(cursor.content[:4]) != MAGIC:
        raise cursor.fault(f"it does not start with {MAGIC.decode()}, so it is not a GGUF file")
    cursor.take(4)
    version = cursor.read_u32()
    if version not in VERSIONS:
        known = " and ".join(map(str, VERSIONS))
        raise cursor.fault(f"it is GGUF version {version}; versions {known} can be read")
    return cursor.read_u64(), cursor.read_u64()


def _read_table_row(cursor: _Cursor) -> _TableRow:
    name = cursor.read_string()
    num_dimensions = cursor.read_u32()
    if not 1 <= num_dimensions <= MAX_DIMENSIONS:
        raise cursor.fault(f"tensor {name!r} has {num_dimensions} dimensions")
    shape = tuple(cursor.read_u64() for _ in range(num_dimensions))[::-1]
    kind, offset = cursor.read_u32(), cursor.read_u64()
    if kind not in TensorType.__members__.values():
        known = ", ".join(TensorType.__members__)
        raise cursor.fault(f"tensor {name!r} is stored as ggml type {kind}; supported are {known}")
    numbers, num_bytes = BLOCKS[TensorType(kind)]
    if 0 in shape or shape[-1] % numbers:
        raise cursor.fault(f"tensor {name!r} has the impossible shape {shape}")
    return _TableRow(name, TensorType(kind), shape, offset, shape[-1] // numbers * num_bytes)


def _place_tensors(
    cursor: _Cursor, metadata: Mapping[str, Value], table: list[_TableRow]
) -> dict[str, Tensor]:
    alignment = metadata.get("general.alignment", DEFAULT_ALIGNMENT)
    if not isinstance(alignment, int) or alignment < 1:
        raise cursor.fault(f"its alignment is {alignment!r}")
    start = -(-cursor.position // alignment) * alignment
    promised = max((start + row.offset + row.num_bytes for row in table), default=start)
    if promised > len(cursor.content):
        raise cursor.fault(
            f"it ends after {len(cursor.content):,} bytes, its table promises {promised:,}"
        )
    whole = np.frombuffer(cursor.content, np.uint8)
    tensors = {}
    for row in table:
        begin = start + row.offset
        data = whole[begin : begin + row.num_bytes].reshape(-1, row.row_bytes)
        tensors[row.name] = Tensor(row.name, row.type, row.shape, data)
    return tensors
