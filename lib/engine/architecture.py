"""The shape of the network, read from the metadata and checked against the tensors.

Invariant: an `Architecture` describes a network that `graph.py` can build; anything else has ended
in a `ModelFileError` that names what is not supported.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from lib.engine.gguf import GGUFFile

SUPPORTED = ("llama",)
MIN_CONTEXT_LENGTH, MAX_CONTEXT_LENGTH = 64, 1 << 18
MAX_BLOCKS = 1 << 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture:
    """Sizes of a Llama-like decoder: RMS norm, rotary attention with grouped heads, SwiGLU."""

    num_blocks: int
    width: int
    """Numbers in a hidden state."""
    feed_forward_width: int
    num_heads: int
    num_kv_heads: int
    head_size: int
    vocab_size: int
    context_length: int
    """Tokens, prompt and answer together."""
    rope_base: float
    norm_epsilon: float
    tied_head: bool
    """The output head is the embedding table."""

    @property
    def attention_width(self) -> int:
        return self.num_heads * self.head_size

    @property
    def kv_width(self) -> int:
        return self.num_kv_heads * self.head_size

    def tensor_shapes(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Name and numpy shape of every tensor that the network needs."""
        width, hidden = self.width, self.feed_forward_width
        yield "token_embd.weight", (self.vocab_size, width)
        yield "output_norm.weight", (width,)
        if not self.tied_head:
            yield "output.weight", (self.vocab_size, width)
        for block in range(self.num_blocks):
            yield f"blk.{block}.attn_norm.weight", (width,)
            yield f"blk.{block}.attn_q.weight", (self.attention_width, width)
            yield f"blk.{block}.attn_k.weight", (self.kv_width, width)
            yield f"blk.{block}.attn_v.weight", (self.kv_width, width)
            yield f"blk.{block}.attn_output.weight", (width, self.attention_width)
            yield f"blk.{block}.ffn_norm.weight", (width,)
            yield f"blk.{block}.ffn_gate.weight", (hidden, width)
            yield f"blk.{block}.ffn_up.weight", (hidden, width)
            yield f"blk.{block}.ffn_down.weight", (width, hidden)


def read_architecture(gguf: GGUFFile) -> Architecture:
    """Sizes of the network in `gguf`; `ModelFileError` when the engine cannot build it."""
    name = gguf.metadata.get("general.architecture")
    if name not in SUPPORTED:
        raise gguf.fault(f"its architecture is {name!r}; supported: {', '.join(SUPPORTED)}")
    embedding = gguf.tensors.get("token_embd.weight")
    if embedding is None:
        raise gguf.fault("it has no tensor 'token_embd.weight'")
    num_heads = _integer(gguf, f"{name}.attention.head_count")
    width = _integer(gguf, f"{name}.embedding_length")
    if width % num_heads:
        raise gguf.fault(f"its width {width} cannot be divided among {num_heads} heads")
    architecture = Architecture(
        num_blocks=_integer(gguf, f"{name}.block_count", largest=MAX_BLOCKS),
        width=width,
        feed_forward_width=_integer(gguf, f"{name}.feed_forward_length"),
        num_heads=num_heads,
        num_kv_heads=_integer(gguf, f"{name}.attention.head_count_kv", default=num_heads),
        head_size=width // num_heads,
        vocab_size=embedding.shape[0],
        context_length=_integer(
            gguf, f"{name}.context_length", smallest=MIN_CONTEXT_LENGTH, largest=MAX_CONTEXT_LENGTH
        ),
        rope_base=_positive(gguf, f"{name}.rope.freq_base", default=10_000.0),
        norm_epsilon=_positive(gguf, f"{name}.attention.layer_norm_rms_epsilon"),
        tied_head="output.weight" not in gguf.tensors,
    )
    _check_heads(gguf, architecture, str(name))
    _check_tensors(gguf, architecture)
    return architecture


def _check_heads(gguf: GGUFFile, architecture: Architecture, name: str) -> None:
    if architecture.num_heads % architecture.num_kv_heads:
        raise gguf.fault(
            f"its {architecture.num_heads} query heads cannot share "
            f"{architecture.num_kv_heads} key heads"
        )
    for key in (".rope.dimension_count", ".attention.key_length", ".attention.value_length"):
        size = gguf.metadata.get(name + key, architecture.head_size)
        if size != architecture.head_size:
            raise gguf.fault(f"{name + key} is {size}; only {architecture.head_size} is supported")
    if architecture.head_size % 8:
        raise gguf.fault(f"its head size {architecture.head_size} is not a multiple of 8")
    scaling = gguf.metadata.get(f"{name}.rope.scaling.type", "none")
    if scaling != "none":
        raise gguf.fault(f"it scales rotary positions ({scaling!r}), which is not supported")


def _check_tensors(gguf: GGUFFile, architecture: Architecture) -> None:
    expected = dict(architecture.tensor_shapes())
    for tensor_name, shape in expected.items():
        tensor = gguf.tensors.get(tensor_name)
        if tensor is None:
            raise gguf.fault(f"it has no tensor {tensor_name!r}")
        if tensor.shape != shape:
            raise gguf.fault(
                f"tensor {tensor_name!r} has the shape {tensor.shape}, expected {shape}"
            )
    # A tensor left out (a bias, a rotary scaling) would give wrong text without any error.
    unknown = sorted(gguf.tensors.keys() - expected.keys())
    if unknown:
        raise gguf.fault(f"it has {len(unknown)} tensors of unknown use, e.g. {unknown[0]!r}")


def _integer(
    gguf: GGUFFile,
    key: str,
    *,
    default: int | None = None,
    smallest: int = 1,
    largest: int = 1 << 31,
) -> int:
    value = gguf.metadata.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or not smallest <= value <= largest:
        raise gguf.fault(f"{key} is {value!r}, expected a whole number, {smallest} to {largest:,}")
    return value


def _positive(gguf: GGUFFile, key: str, *, default: float | None = None) -> float:
    value = gguf.metadata.get(key, default)
    if not isinstance(value, float) or not 0 < value < math.inf:
        raise gguf.fault(f"{key} is {value!r}, expected a positive number")
    return value
