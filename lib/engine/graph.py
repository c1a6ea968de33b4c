"""The network as an ONNX graph for onnxruntime: the whole forward pass in one function each.

Invariant: each row (token) of a batch is computed by the same kernels whatever the number of rows.
This is why one zero row is appended before attention: its kernel takes another path for a single
row, and the rounding of activations to 8 bits would amplify that last-bit difference into other
text. `model.py` checks the invariant at start.

Inputs   hidden (1, rows, width): embeddings · last_position (1,) int32: index of the last row,
         counting the zero row · num_positions (1,) int32: last_position + 1 · first_logit (1,)
         int64: first row whose features are wanted · past_key_N, past_value_N (1, kv heads, slots,
         head size), to be bound to the same memory as present_key_N, present_value_N.
Outputs  features (1, rows - first_logit, width) · present_key_N, present_value_N.

The output head is a graph of its own, features to logits (1, rows, vocabulary), because models
that differ by an adapter share it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from onnx import TensorProto, ValueInfoProto, helper

from lib.engine.architecture import ROPE_FACTORS, Architecture
from lib.engine.gguf import GGUFFile
from lib.engine.graph_writer import KERNELS, Graph, GraphWriter
from lib.engine.linear import LinearLayers
from lib.engine.weights import read_floats

GRAPH_VERSION = 3
"""Part of the fingerprint: goes up with every change that can change a logit."""


def build_graph(
    gguf: GGUFFile,
    architecture: Architecture,
    num_slots: int,
    folder: Path,
    *,
    largest_code: int | None = None,
) -> Graph:
    """The forward pass but for the head; rotary angles for positions up to `num_slots`.

    `folder` is an empty one, for the large weights. With `largest_code` the linear layers, which
    must be floats, are rounded by rows; see `linear.py`.
    """
    writer = GraphWriter(folder)
    network = _Network(gguf, architecture, writer, LinearLayers(gguf, writer, largest_code))
    network.add_constants(num_slots)
    hidden, attended = "hidden", ""
    for block in range(architecture.num_blocks):
        # Each norm also adds what the layer before it has found to the residual stream.
        x, hidden = network.add_norm(f"blk.{block}.attn_norm", hidden, attended)
        attention = network.add_attention(block, x)
        x, hidden = network.add_norm(f"blk.{block}.ffn_norm", hidden, attention)
        attended = network.add_feed_forward(block, x)
        gguf.let_go()  # or the whole file would lie in memory by the end
    x, _ = network.add_norm("output_norm", hidden, attended)
    network.add_features(x)
    return network.writer.write(network.inputs(), network.outputs())


def build_head(gguf: GGUFFile, architecture: Architecture, folder: Path) -> Graph:
    """From what the last norm gives to logits; `folder` as above."""
    writer = GraphWriter(folder)
    network = _Network(gguf, architecture, writer, LinearLayers(gguf, writer))
    network.add_head("features")
    features = _float_value("features", 1, "rows", architecture.width)
    logits = _float_value("logits", 1, "rows", architecture.vocab_size)
    return network.writer.write([features], [logits])


def cache_names(block: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """(input, output) of a block's keys, and of its values."""
    return (f"past_key_{block}", f"present_key_{block}"), (
        f"past_value_{block}",
        f"present_value_{block}",
    )


@dataclass(slots=True)
class _Network:
    """Every `add_` returns the names of the values that it computes."""

    gguf: GGUFFile
    architecture: Architecture
    writer: GraphWriter
    linear: LinearLayers

    def add_constants(self, num_slots: int) -> None:
        head_size = self.architecture.head_size
        exponents = np.arange(0, head_size, 2, dtype=np.float64) / head_size
        frequencies = self.architecture.rope_base**-exponents
        if self.architecture.rope_factors:
            frequencies /= read_floats(self.gguf.tensors[ROPE_FACTORS])
        angles = np.outer(np.arange(num_slots), frequencies)
        q_width, kv_width = self.architecture.attention_width, self.architecture.kv_width
        # 0 copies a size, -1 is what remains.
        self.writer.shapes |= {
            "from_start": [0],
            "before_last": [-1],
            "to_end": [np.iinfo(np.int64).max],
            "row_axis": [1],
            "qkv_widths": [q_width, kv_width, kv_width],
            "one_head_each": [0, 0, -1, head_size],
            "q_row": [0, 0, q_width],
            "k_row": [0, 0, kv_width],
        }
        self.writer.weights |= {
            "rope_cos": np.cos(angles).astype(np.float32),
            "rope_sin": np.sin(angles).astype(np.float32),
            "zero_row": np.zeros((1, 1, q_width + 2 * kv_width), np.float32),
        }

    def add_norm(self, name: str, hidden: str, addend: str) -> tuple[str, str]:
        """RMS norm of `hidden + addend`, and that sum; an empty `addend` adds nothing."""
        self.writer.weights[name] = read_floats(self.gguf.tensors[f"{name}.weight"])
        normed, total = f"{name}/out", f"{name}/sum"
        epsilon = self.architecture.norm_epsilon
        if not addend:
            inputs = [hidden, name]
            self.writer.add("SimplifiedLayerNormalization", inputs, [normed], epsilon=epsilon)
            return normed, hidden
        self.writer.add(
            "SkipSimplifiedLayerNormalization",
            [hidden, addend, name],
            [normed, "", "", total],
            KERNELS,
            epsilon=epsilon,
        )
        return normed, total

    def add_attention(self, block: int, x: str) -> str:
        prefix = f"blk.{block}.attn"
        packed = self.linear.add(f"{prefix}_qkv", x, [f"{prefix}_{part}" for part in "qkv"])
        if self.architecture.family.qkv_bias:
            packed = self._add_qkv_bias(prefix, packed)
        if self.architecture.family.head_norms:
            packed = self._add_head_norms(prefix, packed)
        padded, attended = f"{prefix}/padded", f"{prefix}/attended"
        self.writer.add("Concat", [packed, "zero_row"], [padded], axis=1)
        (past_key, key), (past_value, value) = cache_names(block)
        self.writer.add(
            "GroupQueryAttention",
            [
                *(padded, "", "", past_key, past_value),
                *("last_position", "num_positions", "rope_cos", "rope_sin"),
            ],
            [attended, key, value],
            KERNELS,
            num_heads=self.architecture.num_heads,
            kv_num_heads=self.architecture.num_kv_heads,
            do_rotary=1,
            rotary_interleaved=int(self.architecture.family.rotates_neighbours),
        )
        rows = self._add_slice(attended, "from_start", "before_last")
        return self.linear.add(f"{prefix}_output", rows, [f"{prefix}_output"])

    def add_feed_forward(self, block: int, x: str) -> str:
        prefix = f"blk.{block}.ffn"
        both = self.linear.add(f"{prefix}_gate_up", x, [f"{prefix}_gate", f"{prefix}_up"])
        gate, up, gated = f"{prefix}/gate", f"{prefix}/up", f"{prefix}/gated"
        self.writer.add("Split", [both], [gate, up], axis=-1, num_outputs=2)
        # With alpha 1 this is SiLU: x * sigmoid(x).
        self.writer.add("QuickGelu", [gate], [f"{gate}_silu"], KERNELS, alpha=1.0)
        self.writer.add("Mul", [f"{gate}_silu", up], [gated])
        return self.linear.add(f"{prefix}_down", gated, [f"{prefix}_down"])

    def add_features(self, x: str) -> None:
        wanted = self._add_slice(x, "first_logit", "to_end")
        self.writer.add("Identity", [wanted], ["features"])

    def add_head(self, x: str) -> None:
        tensor = "token_embd" if self.architecture.tied_head else "output"
        logits = self.linear.add("head", x, [tensor])
        self.writer.add("Identity", [logits], ["logits"])

    def inputs(self) -> list[ValueInfoProto]:
        return [
            _float_value("hidden", 1, "rows", self.architecture.width),
            helper.make_tensor_value_info("last_position", TensorProto.INT32, [1]),
            helper.make_tensor_value_info("num_positions", TensorProto.INT32, [1]),
            helper.make_tensor_value_info("first_logit", TensorProto.INT64, [1]),
            *self._cache_values(0),
        ]

    def outputs(self) -> list[ValueInfoProto]:
        features = _float_value("features", 1, "wanted", self.architecture.width)
        return [features, *self._cache_values(1)]

    def _add_qkv_bias(self, prefix: str, packed: str) -> str:
        biases = [read_floats(self.gguf.tensors[f"{prefix}_{part}.bias"]) for part in "qkv"]
        self.writer.weights[f"{prefix}_qkv/bias"] = np.concatenate(biases)
        self.writer.add("Add", [packed, f"{prefix}_qkv/bias"], [f"{prefix}_qkv/biased"])
        return f"{prefix}_qkv/biased"

    def _add_head_norms(self, prefix: str, packed: str) -> str:
        """RMS norm of each head's query and key; one gain for all heads."""
        q, k, v = parts = [f"{prefix}_qkv/{part}" for part in "qkv"]
        self.writer.add("Split", [packed, "qkv_widths"], parts, "", axis=-1)
        normed = []
        for part, x in (("q", q), ("k", k)):
            name, heads = f"{prefix}_{part}_norm", f"{x}/heads"
            self.writer.add("Reshape", [x, "one_head_each"], [heads])
            by_head, _ = self.add_norm(name, heads, "")
            self.writer.add("Reshape", [by_head, f"{part}_row"], [f"{x}/normed"])
            normed.append(f"{x}/normed")
        self.writer.add("Concat", [*normed, v], [f"{prefix}_qkv/normed"], axis=-1)
        return f"{prefix}_qkv/normed"

    def _add_slice(self, x: str, start: str, end: str) -> str:
        self.writer.add("Slice", [x, start, end, "row_axis"], [f"{x}/rows"])
        return f"{x}/rows"

    def _cache_values(self, side: int) -> list[ValueInfoProto]:
        heads, head_size = self.architecture.num_kv_heads, self.architecture.head_size
        return [
            _float_value(names[side], 1, heads, "slots", head_size)
            for block in range(self.architecture.num_blocks)
            for names in cache_names(block)
        ]


def _float_value(name: str, *shape: int | str) -> ValueInfoProto:
    """An input or output; sizes that vary have names."""
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
