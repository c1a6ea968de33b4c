"""Writes a tiny random llama GGUF, so that engine tests take the real code path in milliseconds.

Invariant: the same seed and quantisation give the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCKS, WIDTH, HEADS, KV_HEADS, FEED_FORWARD, CONTEXT = 2, 64, 4, 2, 96, 512
ALIGNMENT = 32
TYPE_IDS = {"F32": 0, "F16": 1, "Q4_0": 2, "Q4_1": 3, "Q8_0": 8}

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


def write_tiny_gguf(path: Path, seed: int = 0, quantisation: str = "Q4_1") -> Path:
    """A llama of 2 blocks, 64 wide, context 512, with a byte-level vocabulary and chat template.

    `quantisation` (Q4_0, Q4_1, Q8_0, F16, F32) is that of the blocks' matrices; the embedding
    table, which is the output head too, is Q8_0 unless they are F16 or F32.
    """
    tokens = vocabulary()
    metadata: dict[str, object] = {
        "general.architecture": "llama",
        "llama.block_count": BLOCKS,
        "llama.context_length": CONTEXT,
        "llama.embedding_length": WIDTH,
        "llama.feed_forward_length": FEED_FORWARD,
        "llama.attention.head_count": HEADS,
        "llama.attention.head_count_kv": KV_HEADS,
        "llama.rope.freq_base": 10000.0,
        "llama.attention.layer_norm_rms_epsilon": 1e-5,
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "smollm",
        "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.token_type": [3 if t in SPECIAL_TOKENS else 1 for t in tokens],
        "tokenizer.ggml.merges": list(MERGES),
        "tokenizer.ggml.eos_token_id": 2,
        "tokenizer.chat_template": CHAT_TEMPLATE,
    }
    write_gguf(path, metadata, _random_tensors(seed, quantisation, len(tokens)))
    return path


def vocabulary() -> list[str]:
    """Special tokens, 256 bytes in GPT-2's spelling, then what the merges make."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [chr(0x100 + i) for i in range(256 - len(printable))]
    merged = [merge.replace(" ", "") for merge in MERGES]
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
        data += _padded(_stored(kind, numbers))
    path.write_bytes(_padded(header) + data)


def _random_tensors(
    seed: int, quantisation: str, vocab_size: int
) -> dict[str, tuple[str, NDArray[np.float32]]]:
    random = np.random.default_rng(seed)

    def matrix(kind: str, outputs: int, inputs: int) -> tuple[str, NDArray[np.float32]]:
        # A mean other than zero, so that the offsets of Q4_1 matter.
        numbers = random.normal(0.02, 1.5 / np.sqrt(inputs), (outputs, inputs))
        return kind, numbers.astype(np.float32)

    def norm() -> tuple[str, NDArray[np.float32]]:
        return "F32", random.uniform(0.5, 1.5, WIDTH).astype(np.float32)

    kv_width = WIDTH // HEADS * KV_HEADS
    table_kind = quantisation if quantisation in ("F16", "F32") else "Q8_0"
    tensors = {
        "token_embd.weight": matrix(table_kind, vocab_size, WIDTH),
        "output_norm.weight": norm(),
    }
    for block in range(BLOCKS):
        tensors |= {
            f"blk.{block}.attn_norm.weight": norm(),
            f"blk.{block}.ffn_norm.weight": norm(),
            f"blk.{block}.attn_q.weight": matrix(quantisation, WIDTH, WIDTH),
            f"blk.{block}.attn_k.weight": matrix(quantisation, kv_width, WIDTH),
            f"blk.{block}.attn_v.weight": matrix(quantisation, kv_width, WIDTH),
            f"blk.{block}.attn_output.weight": matrix(quantisation, WIDTH, WIDTH),
            f"blk.{block}.ffn_gate.weight": matrix(quantisation, FEED_FORWARD, WIDTH),
            f"blk.{block}.ffn_up.weight": matrix(quantisation, FEED_FORWARD, WIDTH),
            f"blk.{block}.ffn_down.weight": matrix(quantisation, WIDTH, FEED_FORWARD),
        }
    return tensors


def _stored(kind: str, numbers: NDArray[np.float32]) -> bytes:
    """Numbers as ggml stores them; plain rounding to the nearest code."""
    if kind in ("F32", "F16"):
        return numbers.astype("<f4" if kind == "F32" else "<f2").tobytes()
    blocks = numbers.reshape(-1, 32)
    if kind == "Q8_0":
        scales = _half(np.abs(blocks).max(1) / 127)
        codes = np.rint(blocks / scales).clip(-127, 127).astype(np.int8)
        return _joined(scales, codes.view(np.uint8))
    if kind == "Q4_0":
        scales = _half(np.abs(blocks).max(1) / 7)
        return _joined(scales, _packed(blocks / scales + 8))
    lowest = _half(blocks.min(1))
    scales = _half((blocks.max(1) - blocks.min(1)) / 15)
    return _joined(scales, lowest, _packed((blocks - lowest) / scales))


def _half(numbers: NDArray[np.float32]) -> NDArray[np.float16]:
    """One number a block, rounded as it will be stored, shape (blocks, 1)."""
    return numbers.astype("<f2")[:, None]


def _packed(codes: NDArray[np.floating]) -> NDArray[np.uint8]:
    rounded = np.rint(codes).clip(0, 15).astype(np.uint8)
    packed: NDArray[np.uint8] = rounded[:, :16] | (rounded[:, 16:] << 4)
    return packed


def _joined(*columns: NDArray[np.generic]) -> bytes:
    return np.concatenate([column.view(np.uint8) for column in columns], axis=1).tobytes()


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % ALIGNMENT)


def _string(text: str) -> bytes:
    return struct.pack("<Q", len(text.encode())) + text.encode()


def _value(value: object) -> bytes:
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
