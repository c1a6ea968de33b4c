"""Powers of two that even out the activations, so that 8 bits a row are enough for them.

A few channels of a hidden state are far larger than the rest, and rounding a row to 8 bits would
leave nothing of the small ones. So each channel is divided by a power of two where it is made, and
the weights that read it are multiplied by the same (SmoothQuant, Xiao and others, 2022).

Invariant: the network computes the same function. Powers of two are exact in floating point, and
every channel is divided in one place and multiplied wherever it is read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lib.engine.architecture import Architecture
from lib.engine.gguf import GGUFFile, Origin, Tensor, TensorType
from lib.engine.weights import read_floats

Exponents = Mapping[str, NDArray[np.int8]]
"""By what makes the channels, one of MAKERS: shape (blocks, channels)."""

READERS = {
    "attn_norm": ("attn_q", "attn_k", "attn_v"),
    "attn_v": ("attn_output",),
    "ffn_norm": ("ffn_gate", "ffn_up"),
    "ffn_up": ("ffn_down",),
}
"""What makes channels -> the layers of the same block that read them. Attention mixes values
channel by channel, and the gate multiplies them, so a factor passes through both."""

MAKERS = {reader: maker for maker, readers in READERS.items() for reader in readers}


def channel_counts(architecture: Architecture) -> dict[str, int]:
    """How many channels each of `READERS` makes."""
    return {
        "attn_norm": architecture.width,
        "attn_v": architecture.kv_width,
        "ffn_norm": architecture.width,
        "ffn_up": architecture.feed_forward_width,
    }


def smooth(gguf: GGUFFile, architecture: Architecture, exponents: Exponents) -> GGUFFile:
    """`gguf` with evened out activations; its linear layers must be floats, and are when read."""
    return replace(gguf, tensors=_SmoothedTensors(gguf.tensors, architecture, exponents))


def read_exponents(origin: Origin, architecture: Architecture) -> Exponents:
    """What `write_exponents` wrote; `ModelFileError` when the file is missing or damaged."""
    try:
        with origin.path.open("rb") as content, np.load(content, allow_pickle=False) as file:
            exponents = {maker: file[maker] for maker in READERS}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise origin.fault(f"it cannot be read ({error})") from error
    for maker, count in channel_counts(architecture).items():
        found = exponents[maker]
        if found.dtype != np.int8 or found.shape != (architecture.num_blocks, count):
            raise origin.fault(f"its part {maker!r} does not fit the model, so it is damaged")
    return exponents


class _SmoothedTensors(Mapping[str, Tensor]):
    """Tensors that are computed at every look-up."""

    def __init__(
        self, tensors: Mapping[str, Tensor], architecture: Architecture, exponents: Exponents
    ) -> None:
        self._tensors = tensors
        self._architecture = architecture
        self._exponents = exponents

    def __len__(self) -> int:
        return len(self._tensors)

    def __iter__(self) -> Iterator[str]:
        return iter(self._tensors)

    def __getitem__(self, name: str) -> Tensor:
        tensor = self._tensors[name]
        part = name.split(".")
        if part[0] != "blk" or part[2] not in READERS.keys() | MAKERS.keys():
            return tensor
        block, layer = int(part[1]), part[2]
        floats = np.array(read_floats(tensor))  # a copy: floats may be a view of the file
        if layer in READERS:
            made = self._exponents[layer][block].astype(np.int32)
            floats = np.ldexp(floats.T, -made).T
        if layer in MAKERS:
            read = self._exponents[MAKERS[layer]][block].astype(np.int32)
            floats = np.ldexp(floats, self._as_read(layer, read))
        data = np.ascontiguousarray(floats).reshape(len(floats), -1).view(np.uint8)
        return replace(tensor, type=TensorType.F32, data=data)

    def _as_read(self, layer: str, exponents: NDArray[np.int32]) -> NDArray[np.int32]:
        """For each input of the layer; heads of queries that share a head of values read it all."""
        if layer != "attn_output":
            return exponents
        sizes = self._architecture
        share = sizes.num_heads // sizes.num_kv_heads
        return exponents.reshape(sizes.num_kv_heads, -1).repeat(share, axis=0).ravel()
