"""The graph against a second forward pass, written from the definition in plain numpy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from lib.engine.gguf import Tensor, read_gguf
from lib.engine.model import load_model
from lib.engine.weights import read_floats
from tests.support.ggml_blocks import TYPE_IDS
from tests.support.tiny_gguf import ARCHITECTURES, SMALL, WHOLE_K_BLOCKS, Shape, write_tiny_gguf

Array = NDArray[np.float64]
Weights = dict[str, Array]


def norm(x: Array, gain: Array) -> Array:
    scaled: Array = x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-5) * gain
    return scaled


def rotate(x: Array, divisors: Array | float, neighbours: bool) -> Array:
    """x: (tokens, heads, head size); pairs are turned by position * frequency."""
    size = x.shape[-1]
    frequencies = 10000.0 ** (-np.arange(0, size, 2) / size) / divisors
    turns = np.exp(1j * np.outer(np.arange(len(x)), frequencies))[:, None]
    if neighbours:
        turned = (x[..., 0::2] + 1j * x[..., 1::2]) * turns
        return np.stack([turned.real, turned.imag], -1).reshape(x.shape)
    turned = (x[..., : size // 2] + 1j * x[..., size // 2 :]) * turns
    return np.concatenate([turned.real, turned.imag], -1)


def project(w: Weights, prefix: str, x: Array, head_size: int, part: str) -> Array:
    """Queries, keys or values by head, before they are rotated."""
    name = f"{prefix}attn_{part}"
    result = x @ w[f"{name}.weight"].T + w.get(f"{name}.bias", np.zeros(()))
    heads = result.reshape(len(x), -1, head_size)
    gain = w.get(f"{name}_norm.weight")
    return heads if gain is None else norm(heads, gain)


def attend(q: Array, k: Array, v: Array) -> Array:
    share = q.shape[1] // k.shape[1]
    k, v = k.repeat(share, 1), v.repeat(share, 1)
    scores = np.einsum("qhd,khd->hqk", q, k) / np.sqrt(q.shape[-1])
    scores += np.triu(np.full(scores.shape[1:], -np.inf), 1)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    mixed: Array = np.einsum("hqk,khd->qhd", weights, v).reshape(len(q), -1)
    return mixed


def reference_logits(path: Path, architecture: str, shape: Shape, ids: list[int]) -> Array:
    return logits_of(read_gguf(path).tensors, architecture, shape, ids)


def logits_of(
    tensors: Mapping[str, Tensor], architecture: str, shape: Shape, ids: list[int]
) -> Array:
    w = {name: read_floats(tensor).astype(float) for name, tensor in tensors.items()}
    divisors = w.get("rope_freqs.weight", 1.0)
    hidden = w["token_embd.weight"][ids]
    for block in range(shape.blocks):
        b = f"blk.{block}."
        x = norm(hidden, w[b + "attn_norm.weight"])
        q, k, v = (project(w, b, x, shape.head_size, part) for part in "qkv")
        q, k = (rotate(heads, divisors, architecture == "llama") for heads in (q, k))
        hidden = hidden + attend(q, k, v) @ w[b + "attn_output.weight"].T
        x = norm(hidden, w[b + "ffn_norm.weight"])
        gate = x @ w[b + "ffn_gate.weight"].T
        activated = gate / (1 + np.exp(-gate)) * (x @ w[b + "ffn_up.weight"].T)
        hidden = hidden + activated @ w[b + "ffn_down.weight"].T
    head = w.get("output.weight", w["token_embd.weight"])
    logits: Array = norm(hidden, w["output_norm.weight"]) @ head.T
    return logits


def relative_error(path: Path, architecture: str, shape: Shape) -> float:
    model = load_model(path)
    ids = [int(i) for i in np.random.default_rng(1).integers(0, model.vocab_size, 40)]
    expected = reference_logits(path, architecture, shape, ids)
    logits = model.forward(model.new_cache(len(ids)), ids)
    return float(np.linalg.norm(logits - expected) / np.linalg.norm(expected))


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("kind", TYPE_IDS)
def test_graph_computes_the_definition(tmp_path: Path, kind: str, architecture: str) -> None:
    """Float matrices: only the order of summing differs. Quantised ones: the kernels round each
    activation to 8 bits (1/254 of a block's largest) in nine products one after the other; a wrong
    layout, offset or rotation gives errors of the order of 1."""
    path = write_tiny_gguf(
        tmp_path / "tiny.gguf", seed=5, quantisation=kind, architecture=architecture
    )
    shape = WHOLE_K_BLOCKS if kind.endswith("_K") else SMALL
    largest = 1e-4 if kind in ("F32", "F16") else 0.06
    assert relative_error(path, architecture, shape) < largest


SHAPES = {
    "own head": Shape(tied=False),
    "rope factors": Shape(rope_factors=True),
    "one key head": Shape(kv_heads=1),
    "as many key heads": Shape(kv_heads=4),
    "heads of 128, wider than the model": Shape(head_size=128),
    "heads of 80, 7 to 1": Shape(width=96, heads=7, kv_heads=1, head_size=80),
}


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_graph_computes_the_definition_in_other_shapes(
    tmp_path: Path, shape: Shape, architecture: str
) -> None:
    path = write_tiny_gguf(
        tmp_path / "tiny.gguf", quantisation="F32", architecture=architecture, shape=shape
    )
    assert relative_error(path, architecture, shape) < 1e-4


@pytest.mark.parametrize("architecture", ["llama", "qwen3"])
def test_a_file_of_several_types(tmp_path: Path, architecture: str) -> None:
    """As llama.cpp writes Q4_K_M: some tensors keep more bits than others."""
    path = write_tiny_gguf(
        tmp_path / "tiny.gguf",
        quantisation="Q4_K",
        architecture=architecture,
        types={"attn_v": "Q6_K", "ffn_up": "F16", "ffn_down": "Q5_0", "token_embd": "Q6_K"},
    )
    assert relative_error(path, architecture, WHOLE_K_BLOCKS) < 0.06
    model = load_model(path)
    ids = [int(i) for i in np.random.default_rng(2).integers(0, model.vocab_size, 30)]
    cache = model.new_cache(30)
    rows = [model.forward(cache, [token_id]) for token_id in ids]
    whole = model.forward(model.new_cache(30), ids)
    assert np.concatenate(rows).tobytes() == whole.tobytes()
