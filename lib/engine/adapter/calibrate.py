"""`python -m lib.engine.adapter.calibrate`: how large the activations of each channel become.

Writes the powers of two that `lib/engine/smoothing.py` applies. Invariant: measured on generated
edit tasks with exact weights, so the same files give the same powers.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from lib.engine.adapter.batches import encode_task
from lib.engine.adapter.tasks import make_tasks
from lib.engine.architecture import Architecture
from lib.engine.base import Base
from lib.engine.bundled import ADAPTER_PATH, SMOOTHING_PATH
from lib.engine.gguf import GGUFFile
from lib.engine.graph import build_graph, cache_names
from lib.engine.graph_writer import Graph
from lib.engine.model import open_model_file, read_adapter_file
from lib.engine.runtime import default_threads, load_session
from lib.engine.smoothing import READERS
from lib.engine.weights import read_floats

Floats = NDArray[np.float32]

NUM_TASKS = 120
SEED = 2027
LONGEST_ANSWER = 600
"""Characters."""
MOST_TOKENS = 1024
"""Of a task; all of those above are shorter."""

SMALLEST_SHARE = 1e-3
"""Of the largest channel: one that was silent may yet speak."""

PRODUCTS = {
    "attn_norm": "attn_qkv",
    "attn_v": "attn_output",
    "ffn_norm": "ffn_gate_up",
    "ffn_up": "ffn_down",
}
"""What makes channels -> the graph's product that reads them."""


def main() -> int:
    """Calibrate the bundled model with its adapter."""
    base = open_model_file(None)
    merged = read_adapter_file(ADAPTER_PATH, base).merge(base.gguf, as_floats=True)
    largest = measure_activations(base, merged)
    blocks = range(base.architecture.num_blocks)
    exponents = {
        maker: np.stack(
            [
                choose_exponents(
                    _made(largest[f"blk.{block}.{product}"], maker, base.architecture),
                    _made(_largest_weights(merged, block, maker), maker, base.architecture),
                )
                for block in blocks
            ]
        )
        for maker, product in PRODUCTS.items()
    }
    np.savez_compressed(SMOOTHING_PATH, allow_pickle=False, **exponents)
    sys.stdout.write(f"Wrote {SMOOTHING_PATH}\n")
    return 0


def choose_exponents(activations: Floats, weights: Floats) -> NDArray[np.int8]:
    """Powers of two that make a channel's largest activation and largest weight alike."""
    activations = np.maximum(activations, SMALLEST_SHARE * activations.max())
    weights = np.maximum(weights, SMALLEST_SHARE * weights.max())
    exponents: NDArray[np.int8] = np.rint(np.log2(activations / weights) / 2).astype(np.int8)
    return exponents


def measure_activations(base: Base, gguf: GGUFFile) -> dict[str, Floats]:
    """The largest size of each input of each product over the tasks, by the product's name."""
    sizes = base.architecture
    inputs: dict[str, str] = {}

    def build(folder: Path) -> Graph:
        """The network, which also tells what each of its products is given."""
        graph = build_graph(gguf, sizes, MOST_TOKENS + 1, folder)
        proto = onnx.load_from_string(graph.proto)
        for node in proto.graph.node:
            if node.op_type == "MatMul":
                inputs[node.input[1].removesuffix("/weight")] = node.input[0]
        proto.graph.output.extend(
            helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
            for name in dict.fromkeys(inputs.values())
        )
        return replace(graph, proto=proto.SerializeToString())

    session = load_session(build, default_threads())
    no_cache = np.zeros((1, sizes.num_kv_heads, MOST_TOKENS + 1, sizes.head_size), np.float32)
    feeds = {names[0]: no_cache for b in range(sizes.num_blocks) for names in cache_names(b)}
    largest = {product: np.zeros(1, np.float32) for product in inputs}
    for task in make_tasks(SEED, NUM_TASKS, max_answer_characters=LONGEST_ANSWER):
        example = encode_task(base.tokenizer, task)
        ids = np.array((*example.prompt_ids, *example.answer_ids)[:MOST_TOKENS])
        feeds |= {
            "hidden": base.embed(ids)[None],
            "last_position": np.array([len(ids)], np.int32),
            "num_positions": np.array([len(ids) + 1], np.int32),
            "first_logit": np.array([0], np.int64),
        }
        seen = dict(zip(inputs.values(), session.run(list(inputs.values()), feeds), strict=True))
        for product, name in inputs.items():
            largest[product] = np.maximum(largest[product], np.abs(seen[name][0]).max(0))
    return largest


def _largest_weights(gguf: GGUFFile, block: int, maker: str) -> Floats:
    """Of each input, over the outputs of all layers that read it."""
    layers = (read_floats(gguf.tensors[f"blk.{block}.{name}.weight"]) for name in READERS[maker])
    largest: Floats = np.max([np.abs(weights).max(0) for weights in layers], axis=0)
    return largest


def _made(read: Floats, maker: str, architecture: Architecture) -> Floats:
    """Numbers by what is read -> by what is made: heads of queries share a head of values."""
    if maker != "attn_v":
        return read
    by_head: Floats = read.reshape(architecture.num_kv_heads, -1, architecture.head_size)
    made: Floats = by_head.max(1).ravel()
    return made


if __name__ == "__main__":
    sys.exit(main())
