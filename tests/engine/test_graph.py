"""The graph against a second forward pass, written from the definition in plain numpy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from lib.engine.gguf import read_gguf
from lib.engine.model import load_model
from lib.engine.weights import read_floats
from tests.support import tiny_gguf
from tests.support.tiny_gguf import write_tiny_gguf

Array = NDArray[np.float64]
HEAD_SIZE = tiny_gguf.WIDTH // tiny_gguf.HEADS


def norm(x: Array, gain: Array) -> Array:
    scaled: Array = x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-5) * gain
    return scaled


def rotate(x: Array) -> Array:
    """x: (tokens, heads, head size); neighbouring numbers are turned by position * frequency."""
    frequencies = 10000.0 ** (-np.arange(0, HEAD_SIZE, 2) / HEAD_SIZE)
    turns = np.exp(1j * np.outer(np.arange(len(x)), frequencies))[:, None]
    turned = (x[..., 0::2] + 1j * x[..., 1::2]) * turns
    return np.stack([turned.real, turned.imag], -1).reshape(x.shape)


def attend(q: Array, k: Array, v: Array) -> Array:
    share = tiny_gguf.HEADS // tiny_gguf.KV_HEADS
    q, k = rotate(q.reshape(len(q), -1, HEAD_SIZE)), rotate(k.reshape(len(k), -1, HEAD_SIZE))
    k, v = k.repeat(share, 1), v.reshape(len(v), -1, HEAD_SIZE).repeat(share, 1)
    scores = np.einsum("qhd,khd->hqk", q, k) / np.sqrt(HEAD_SIZE)
    scores += np.triu(np.full(scores.shape[1:], -np.inf), 1)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    mixed: Array = np.einsum("hqk,khd->qhd", weights, v).reshape(len(q), -1)
    return mixed


def reference_logits(path: Path, ids: list[int]) -> Array:
    tensors = read_gguf(path).tensors
    w = {name.removesuffix(".weight"): read_floats(t).astype(float) for name, t in tensors.items()}
    hidden = w["token_embd"][ids]
    for block in range(tiny_gguf.BLOCKS):
        b = f"blk.{block}."
        x = norm(hidden, w[b + "attn_norm"])
        mixed = attend(*(x @ w[f"{b}attn_{part}"].T for part in "qkv"))
        hidden = hidden + mixed @ w[b + "attn_output"].T
        x = norm(hidden, w[b + "ffn_norm"])
        gate = x @ w[b + "ffn_gate"].T
        activated = gate / (1 + np.exp(-gate)) * (x @ w[b + "ffn_up"].T)
        hidden = hidden + activated @ w[b + "ffn_down"].T
    logits: Array = norm(hidden, w["output_norm"]) @ w["token_embd"].T
    return logits


@pytest.mark.parametrize(
    ("kind", "largest_relative_error"),
    # Float matrices: only the order of summing differs. Quantised ones: the kernels round each
    # activation to 8 bits (1/254 of a block's largest) in nine products one after the other;
    # a wrong layout, offset or rotation gives errors of the order of 1.
    [("F32", 1e-4), ("F16", 1e-4), ("Q8_0", 0.06), ("Q4_0", 0.06), ("Q4_1", 0.06)],
)
def test_graph_computes_the_definition(
    tmp_path: Path, kind: str, largest_relative_error: float
) -> None:
    path = write_tiny_gguf(tmp_path / "tiny.gguf", seed=5, quantisation=kind)
    model = load_model(path)
    ids = [int(i) for i in np.random.default_rng(1).integers(0, model.vocab_size, 40)]
    expected = reference_logits(path, ids)
    logits = model.forward(model.new_cache(len(ids)), ids)
    error = np.linalg.norm(logits - expected) / np.linalg.norm(expected)
    assert error < largest_relative_error
