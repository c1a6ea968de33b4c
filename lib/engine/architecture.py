"""The shape of the network, read from the metadata and checked against the tensors.

Invariant: an `Architecture` describes a network that `graph.py` can build; anything else has ended
in a `ModelFileError` that names what is not supported.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from lib.engine.gguf import GGUFFile

MIN_CONTEXT_LENGTH, MAX_CONTEXT_LENGTH = 256, 1 << 18
MAX_BLOCKS = 1 << 10

HEAD_SIZES = range(16, 128 + 1, 16)
"""The attention kernel wants multiples of 16. Beyond 128 it sums a product of query and key in
parts, as many as suit the length of the context: batches would no longer be bit-identical."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """What sets one architecture's files apart from another's."""

    rotates_neighbours: bool
    """A rotated pair is two neighbouring numbers; otherwise one from each half of the head."""
    qkv_bias: bool = False
    """Queries, keys and values have a bias."""
    head_norms: bool = False
    """Each head's query and key passes an RMS norm before it is rotated."""


FAMILIES = {
    # The converter to GGUF reorders llama's query and key rows so that pairs are neighbours.
    "llama": Family(rotates_neighbours=True),
    "qwen2": Family(rotates_neighbours=False, qkv_bias=True),
    "qwen3": Family(rotates_neighbours=False, head_norms=True),
}
"""Value of general.architecture -> what the engine builds for it."""

ROPE_FACTORS = "rope_freqs.weight"
"""A divisor for each rotary frequency, as in Llama 3.1; only some files have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture:
    """Sizes of a Llama-like decoder: RMS norm, rotary attention with grouped heads, SwiGLU."""

    family: Family
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
    rope_factors: bool
    """The file has the tensor ROPE_FACTORS."""
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
        if self.rope_factors:
            yield ROPE_FACTORS, (self.head_size // 2,)
        outputs = {"q": self.attention_width, "k": self.kv_width, "v": self.kv_width}
        for block in range(self.num_blocks):
            yield f"blk.{block}.attn_norm.weight", (width,)
            for part, size in outputs.items():
                yield f"blk.{block}.attn_{part}.weight", (size, width)
                if self.family.qkv_bias:
                    yield f"blk.{block}.attn_{part}.bias", (size,)
                if self.family.head_norms and part != "v":
                    yield f"blk.{block}.attn_{part}_norm.weight", (self.head_size,)
            yield f"blk.{block}.attn_output.weight", (width, self.attention_width)
            yield f"blk.{block}.ffn_norm.weight", (width,)
            yield f"blk.{block}.ffn_gate.weight", (hidden, width)
            yield f"blk.{block}.ffn_up.weight", (hidden, width)
            yield f"blk.{block}.ffn_down.weight", (width, hidden)


def read_architecture(gguf: GGUFFile) -> Architecture:
    """Sizes of the network in `gguf`; `ModelFileError` when the engine cannot build it."""
    name = str(gguf.metadata.get("general.architecture"))
    if name not in FAMILIES:
        raise gguf.fault(f"its architecture is {name!r}; supported are {', '.join(FAMILIES)}")
    embedding = gguf.tensors.get("token_embd.weight")
    if embedding is None:
        raise gguf.fault("it has no tensor 'token_embd.weight'")
    num_heads = _integer(gguf, f"{name}.attention.head_count")
    width = _integer(gguf, f"{name}.embedding_length")
    architecture = Architecture(
        family=FAMILIES[name],
        num_blocks=_integer(gguf, f"{name}.block_count", largest=MAX_BLOCKS),
        width=width,
        feed_forward_width=_integer(gguf, f"{name}.feed_forward_length"),
        num_heads=num_heads,
        num_kv_heads=_integer(gguf, f"{name}.attention.head_count_kv", default=num_heads),
        head_size=_head_size(gguf, name, width, num_heads),
        vocab_size=embedding.shape[0],
        context_length=_integer(
            gguf, f"{name}.context_length", smallest=MIN_CONTEXT_LENGTH, largest=MAX_CONTEXT_LENGTH
        ),
        rope_base=_positive(gguf, f"{name}.rope.freq_base", default=10_000.0),
        rope_factors=ROPE_FACTORS in gguf.tensors,
        norm_epsilon=_positive(gguf, f"{name}.attention.layer_norm_rms_epsilon"),
        tied_head="output.weight" not in gguf.tensors,
    )
    _check_kind(gguf, architecture, name)
    _check_tensors(gguf, architecture)
    return architecture


def _head_size(gguf: GGUFFile, name: str, width: int, num_heads: int) -> int:
    """As the file says, or else the width divided among the heads."""
    if f"{name}.attention.key_length" in gguf.metadata:
        return _integer(gguf, f"{name}.attention.key_length")
    if width % num_heads:
        raise gguf.fault(f"its width {width} cannot be divided among {num_heads} heads")
    return width // num_heads


def _check_kind(gguf: GGUFFile, architecture: Architecture, name: str) -> None:
    if architecture.num_heads % architecture.num_kv_heads:
        raise gguf.fault(
            f"its {architecture.num_heads} query heads cannot share "
            f"{architecture.num_kv_heads} key heads"
        )
    for key in (".rope.dimension_count", ".attention.value_length"):
        size = gguf.metadata.get(name + key, architecture.head_size)
        if size != architecture.head_size:
            raise gguf.fault(f"{name + key} is {size}; only {architecture.head_size} is supported")
    if architecture.head_size not in HEAD_SIZES:
        raise gguf.fault(
            f"its head size is {architecture.head_size}; supported are multiples of "
            f"{HEAD_SIZES.step} up to {HEAD_SIZES[-1]}"
        )
    if gguf.metadata.get(f"{name}.expert_count"):
        raise gguf.fault("it is a mixture of experts, which is not supported")
    _check_rope_scaling(gguf, name)


def _check_rope_scaling(gguf: GGUFFile, name: str) -> None:
    """Without a type a factor means linear scaling; 0 and 1 mean none (llama.cpp)."""
    kind = gguf.metadata.get(f"{name}.rope.scaling.type", "linear")
    old_factor = gguf.metadata.get(f"{name}.rope.scale_linear", 1.0)
    factor = gguf.metadata.get(f"{name}.rope.scaling.factor", old_factor)
    if kind != "none" and (kind != "linear" or factor not in (0.0, 1.0)):
        raise gguf.fault(
            f"it scales rotary positions ({kind!r} by {factor!r}), which is not supported"
        )


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
    # A tensor left out (another bias, an adapter) would give wrong text without any error.
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
