"""Writes tiny random GGUF files, so that engine tests take the real code path in milliseconds.

Invariant: the same arguments give the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.support.ggml_blocks import TYPE_IDS, stored

CONTEXT = 512
ALIGNMENT = 32
ARCHITECTURES = ("llama", "qwen2", "qwen3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Sizes of a tiny network."""

    blocks: int = 2
    width: int = 64
    heads: int = 4
    kv_heads: int = 2
    head_size: int = 16
    feed_forward: int = 96
    tied: bool = True
    """The output head is the embedding table."""
    rope_factors: bool = False


SMALL = Shape()
WHOLE_K_BLOCKS = Shape(width=256, head_size=64, feed_forward=256)
"""For the K types, whose blocks are 256 numbers long."""

SPECIAL_TOKENS = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
MERGES = (
    *("t h", "th e", "Ġ the", "i n", "e r", "a n", "an d", "Ġ and", "r e", "o n", "o r"),
    *("e n", "o u", "Ġ t", "Ġ a", "Ġ s", "in g", "Ġt h", "l l", "h e", "f or", "g e"),
    *("p r", "pr in", "prin t", "r an", "ran ge", "Ġ Ġ", "ĠĠ ĠĠ", "v a", "va l"),
)
CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)


def write_tiny_gguf(
    path: Path,
    seed: int = 0,
    quantisation: str = "Q4_1",
    *,
    architecture: str = "llama",
    shape: Shape | None = None,
    extra: Mapping[str, object] | None = None,
    merges: Sequence[str] = MERGES,
    added: Sequence[str] = (),
    types: Mapping[str, str] | None = None,
) -> Path:
    """By default a llama of 2 blocks, 64 wide, context 512, with a byte-level vocabulary.

    `quantisation` is that of the matrices; embedding table and head are Q8_0 for Q4_0 and
    Q4_1, otherwise of the same type. `types` are of other types, by the tensor's name
    without its block, e.g. `attn_v`. `added` are tokens behind the vocabulary; `extra` is metadata
    that is added or put in place; `None` leaves it out.
    """
    tokens = [*vocabulary(merges), *added]
    shape = shape or (WHOLE_K_BLOCKS if quantisation.endswith("_K") else SMALL)
    metadata: dict[str, object] = {
        "general.architecture": architecture,
        f"{architecture}.block_count": shape.blocks,
        f"{architecture}.context_length": CONTEXT,
        f"{architecture}.embedding_length": shape.width,
        f"{architecture}.feed_forward_length": shape.feed_forward,
        f"{architecture}.attention.head_count": shape.heads,
        f"{architecture}.attention.head_count_kv": shape.kv_heads,
        f"{architecture}.rope.freq_base": 10000.0,
        f"{architecture}.attention.layer_norm_rms_epsilon": 1e-5,
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "smollm",
        "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.token_type": [3 if t in SPECIAL_TOKENS else 1 for t in tokens],
        "tokenizer.ggml.merges": list(merges),
        "tokenizer.ggml.eos_token_id": 2,
        "tokenizer.chat_template": CHAT_TEMPLATE,
    }
    if shape.head_size * shape.heads != shape.width:
        for part in ("key", "value"):
            metadata[f"{architecture}.attention.{part}_length"] = shape.head_size
    metadata |= extra or {}
    metadata = {key: value for key, value in metadata.items() if value is not None}
    random = np.random.default_rng(seed)
    tensors = {
        name: ((types or {}).get(name.split(".")[-2], kind), numbers)
        for name, (kind, numbers) in _random_tensors(
            random, architecture, shape, quantisation, len(tokens)
        )
    }
    write_gguf(path, metadata, tensors)
    return path


def vocabulary(merges: Sequence[str] = MERGES) -> list[str]:
    """Special tokens, 256 bytes in GPT-2's spelling, then what the merges make."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [chr(0x100 + i) for i in range(256 - len(printable))]
    merged = [merge.replace(" ", "") for merge in merges]
    return [*SPECIAL_TOKENS, *map(chr, printable), *others, *dict.fromkeys(merged)]


def write_gguf(
    path: Path,
    metadata: Mapping[str, object],
    tensors: Mapping[str, tuple[str, NDArray[np.float32]]],
) -> None:
    """`tensors`: name -> (type, numbers)."""
    header = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(metadata))
    header += b"".join(_string(key) + _value(value) for key, value in metadata.items())
    data = b""
    for name, (kind, numbers) in tensors.items():
        shape = numbers.shape[::-1]
        header += _string(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
        header += struct.pack("<IQ", TYPE_IDS[kind], len(data))
        data += _padded(stored(kind, numbers))
    path.write_bytes(_padded(header) + data)


Stored = tuple[str, NDArray[np.float32]]


def _random_tensors(
    random: np.random.Generator, architecture: str, shape: Shape, quantisation: str, vocab_size: int
) -> Iterator[tuple[str, Stored]]:
    def matrix(kind: str, outputs: int, inputs: int) -> Stored:
        # A mean other than zero, so that the offsets of Q4_1 matter.
        numbers = random.normal(0.02, 1.5 / np.sqrt(inputs), (outputs, inputs))
        return kind, numbers.astype(np.float32)

    def vector(low: float, high: float, size: int) -> Stored:
        return "F32", random.uniform(low, high, size).astype(np.float32)

    width, hidden = shape.width, shape.feed_forward
    attention = {"q": shape.heads * shape.head_size} | dict.fromkeys(
        "kv", shape.kv_heads * shape.head_size
    )
    table_kind = "Q8_0" if quantisation in ("Q4_0", "Q4_1") else quantisation
    yield "token_embd.weight", matrix(table_kind, vocab_size, width)
    yield "output_norm.weight", vector(0.5, 1.5, width)
    if not shape.tied:
        yield "output.weight", matrix(table_kind, vocab_size, width)
    if shape.rope_factors:
        yield "rope_freqs.weight", vector(1, 8, shape.head_size // 2)
    for block in range(shape.blocks):
        prefix = f"blk.{block}."
        yield prefix + "attn_norm.weight", vector(0.5, 1.5, width)
        yield prefix + "ffn_norm.weight", vector(0.5, 1.5, width)
        for part, size in attention.items():
            yield f"{prefix}attn_{part}.weight", matrix(quantisation, size, width)
            if architecture == "qwen2":
                yield f"{prefix}attn_{part}.bias", vector(-1, 1, size)
            if architecture == "qwen3" and part != "v":
                yield f"{prefix}attn_{part}_norm.weight", vector(0.5, 1.5, shape.head_size)
        yield prefix + "attn_output.weight", matrix(quantisation, width, attention["q"])
        yield prefix + "ffn_gate.weight", matrix(quantisation, hidden, width)
        yield prefix + "ffn_up.weight", matrix(quantisation, hidden, width)
        yield prefix + "ffn_down.weight", matrix(quantisation, width, hidden)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % ALIGNMENT)


def _string(text: str) -> bytes:
    return struct.pack("<Q", len(text.encode())) + text.encode()


def _value(value: object) -> bytes:
    if isinstance(value, bool):
        return struct.pack("<IB", 7, value)
    if isinstance(value, str):
        return struct.pack("<I", 8) + _string(value)
    if isinstance(value, float):
        return struct.pack("<If", 6, value)
    if isinstance(value, int):
        return struct.pack("<II", 4, value)
    assert isinstance(value, Sequence)
    if isinstance(value[0], str):
        head = struct.pack("<IIQ", 9, 8, len(value))
        return head + b"".join(map(_string, value))
    return struct.pack(f"<IIQ{len(value)}i", 9, 5, len(value), *value)
