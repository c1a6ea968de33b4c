"""The network as an ONNX graph for onnxruntime: the whole forward pass in one function each.

Invariant: each row (token) of a batch is computed by the same kernels whatever the number of rows.
This is why one zero row is appended before attention: its kernel takes another path for a single
row, and the rounding of activations to 8 bits would amplify that last-bit difference into other
text. `model.py` checks the invariant at start.

Inputs   hidden (1, rows, width): embeddings · last_position (1,) int32: index of the last row,
         counting the zero row · num_positions (1,) int32: last_position + 1 · first_logit (1,)
         int64: first row whose logits are wanted · past_key_N, past_value_N (1, kv heads, slots,
         head size), to be bound to the same memory as present_key_N, present_value_N.
Outputs  logits (1, rows - first_logit, vocabulary) · present_key_N, present_value_N.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

from lib.engine.architecture import Architecture
from lib.engine.gguf import GGUFFile, Tensor, TensorType
from lib.engine.weights import BLOCK_SIZE, QuantisedMatrix, read_floats, read_quantised

GRAPH_VERSION = 1
"""Part of the fingerprint: goes up with every change that can change a logit."""

OPSET = 21
IR_VERSION = 10
KERNELS = "com.microsoft"
"""Domain of onnxruntime's own operators."""
INT8_ACTIVATIONS = 4
"""MatMulNBits accuracy_level: activations rounded to 8 bits, a scale for each block of 32."""
QUANTISED = (TensorType.Q4_0, TensorType.Q4_1, TensorType.Q8_0)

SLICE_BOUNDS = {
    "from_start": np.array([0], np.int64),
    "before_last": np.array([-1], np.int64),
    "to_end": np.array([np.iinfo(np.int64).max], np.int64),
    "row_axis": np.array([1], np.int64),
}


@dataclass(frozen=True, slots=True)
class Graph:
    """A serialised network and its weights, kept apart so that the weights are not copied."""

    proto: bytes
    weights: dict[str, NDArray[np.generic]]


def build_graph(gguf: GGUFFile, architecture: Architecture, num_slots: int) -> Graph:
    """The forward pass of `gguf`; rotary angles for positions up to `num_slots`."""
    network = _Network(gguf, architecture)
    network.add_shared_weights(num_slots)
    hidden, attended = "hidden", ""
    for block in range(architecture.num_blocks):
        # Each norm also adds what the layer before it has found to the residual stream.
        x, hidden = network.add_norm(f"blk.{block}.attn_norm", hidden, attended)
        attention = network.add_attention(block, x)
        x, hidden = network.add_norm(f"blk.{block}.ffn_norm", hidden, attention)
        attended = network.add_feed_forward(block, x)
    x, _ = network.add_norm("output_norm", hidden, attended)
    network.add_head(x)
    return Graph(network.serialise(), network.weights)


def cache_names(block: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """(input, output) of a block's keys, and of its values."""
    return (f"past_key_{block}", f"present_key_{block}"), (
        f"past_value_{block}",
        f"present_value_{block}",
    )


@dataclass(slots=True)
class _Network:
    """Collects nodes and weights; every `add_` returns the names of the values it computes."""

    gguf: GGUFFile
    architecture: Architecture
    nodes: list[NodeProto] = field(default_factory=list)
    weights: dict[str, NDArray[np.generic]] = field(default_factory=dict)

    def add_shared_weights(self, num_slots: int) -> None:
        head_size = self.architecture.head_size
        exponents = np.arange(0, head_size, 2, dtype=np.float64) / head_size
        angles = np.outer(np.arange(num_slots), self.architecture.rope_base**-exponents)
        packed_width = self.architecture.attention_width + 2 * self.architecture.kv_width
        self.weights |= {
            "rope_cos": np.cos(angles).astype(np.float32),
            "rope_sin": np.sin(angles).astype(np.float32),
            "zero_row": np.zeros((1, 1, packed_width), np.float32),
        }

    def add_norm(self, name: str, hidden: str, addend: str) -> tuple[str, str]:
        """RMS norm of `hidden + addend`, and that sum; an empty `addend` adds nothing."""
        self.weights[name] = read_floats(self.gguf.tensors[f"{name}.weight"])
        normed, total = f"{name}/out", f"{name}/sum"
        epsilon = self.architecture.norm_epsilon
        if not addend:
            inputs = [hidden, name]
            self._add("SimplifiedLayerNormalization", inputs, [normed], "", epsilon=epsilon)
            return normed, hidden
        self._add(
            "SkipSimplifiedLayerNormalization",
            [hidden, addend, name],
            [normed, "", "", total],
            epsilon=epsilon,
        )
        return normed, total

    def add_attention(self, block: int, x: str) -> str:
        prefix = f"blk.{block}.attn"
        packed = self._add_linear(f"{prefix}_qkv", x, [f"{prefix}_{part}" for part in "qkv"])
        padded, attended = f"{prefix}/padded", f"{prefix}/attended"
        self._add("Concat", [packed, "zero_row"], [padded], "", axis=1)
        (past_key, key), (past_value, value) = cache_names(block)
        self._add(
            "GroupQueryAttention",
            [
                *(padded, "", "", past_key, past_value),
                *("last_position", "num_positions", "rope_cos", "rope_sin"),
            ],
            [attended, key, value],
            num_heads=self.architecture.num_heads,
            kv_num_heads=self.architecture.num_kv_heads,
            do_rotary=1,
            rotary_interleaved=1,  # llama files keep the two numbers of a rotated pair together
        )
        rows = self._add_slice(attended, "from_start", "before_last")
        return self._add_linear(f"{prefix}_output", rows, [f"{prefix}_output"])

    def add_feed_forward(self, block: int, x: str) -> str:
        prefix = f"blk.{block}.ffn"
        both = self._add_linear(f"{prefix}_gate_up", x, [f"{prefix}_gate", f"{prefix}_up"])
        gate, up, gated = f"{prefix}/gate", f"{prefix}/up", f"{prefix}/gated"
        self._add("Split", [both], [gate, up], "", axis=-1, num_outputs=2)
        self._add("QuickGelu", [gate], [f"{gate}_silu"], alpha=1.0)  # x * sigmoid(x)
        self._add("Mul", [f"{gate}_silu", up], [gated], "")
        return self._add_linear(f"{prefix}_down", gated, [f"{prefix}_down"])

    def add_head(self, x: str) -> None:
        wanted = self._add_slice(x, "first_logit", "to_end")
        tensor = "token_embd" if self.architecture.tied_head else "output"
        logits = self._add_linear("head", wanted, [tensor])
        self._add("Identity", [logits], ["logits"], "")

    def serialise(self) -> bytes:
        graph = helper.make_graph(
            self.nodes,
            "decoder",
            self._inputs(),
            self._outputs(),
            initializer=[
                *(_placeholder(name, array) for name, array in self.weights.items()),
                *(numpy_helper.from_array(array, name) for name, array in SLICE_BOUNDS.items()),
            ],
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(KERNELS, 1)]
        model: ModelProto = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
        return bytes(model.SerializeToString())

    def _add_linear(self, name: str, x: str, tensor_names: list[str]) -> str:
        """`x` times the transposes of the tensors, results side by side."""
        tensors = [self.gguf.tensors[f"{tensor}.weight"] for tensor in tensor_names]
        if len({tensor.type for tensor in tensors}) == 1:
            return self._add_matmul(name, x, tensors)
        results = [
            self._add_matmul(tensor_name, x, [tensor])
            for tensor_name, tensor in zip(tensor_names, tensors, strict=True)
        ]
        self._add("Concat", results, [f"{name}/out"], "", axis=-1)
        return f"{name}/out"

    def _add_matmul(self, name: str, x: str, tensors: list[Tensor]) -> str:
        if tensors[0].type in QUANTISED:
            return self._add_quantised_matmul(name, x, read_quantised(tensors))
        floats = np.concatenate([read_floats(tensor) for tensor in tensors])
        self.weights[f"{name}/weight"] = np.ascontiguousarray(floats.T)
        self._add("MatMul", [x, f"{name}/weight"], [f"{name}/product"], "")
        return f"{name}/product"

    def _add_quantised_matmul(self, name: str, x: str, matrix: QuantisedMatrix) -> str:
        outputs, num_blocks = matrix.scales.shape
        product = f"{name}/product"
        self.weights[f"{name}/codes"] = matrix.codes
        self.weights[f"{name}/scales"] = matrix.scales
        self._add(
            "MatMulNBits",
            [x, f"{name}/codes", f"{name}/scales"],
            [product],
            K=num_blocks * BLOCK_SIZE,
            N=outputs,
            bits=matrix.bits,
            block_size=BLOCK_SIZE,
            accuracy_level=INT8_ACTIVATIONS,
        )
        if matrix.offsets is None:
            return product
        sums, shift, shifted = f"{name}/block_sums", f"{name}/shift", f"{name}/shifted"
        # Blocks are summed by a product with ones: measured to give every row the same bits.
        summing = f"block_sums_{num_blocks}"
        ones = np.ones((BLOCK_SIZE, 1), np.float32)
        self.weights[summing] = np.kron(np.eye(num_blocks, dtype=np.float32), ones)
        self.weights[f"{name}/offsets"] = np.ascontiguousarray(matrix.offsets.T)
        self._add("MatMul", [x, summing], [sums], "")
        self._add("MatMul", [sums, f"{name}/offsets"], [shift], "")
        self._add("Add", [product, shift], [shifted], "")
        return shifted

    def _add_slice(self, x: str, start: str, end: str) -> str:
        self._add("Slice", [x, start, end, "row_axis"], [f"{x}/rows"], "")
        return f"{x}/rows"

    def _add(
        self,
        operator: str,
        inputs: list[str],
        outputs: list[str],
        domain: str = KERNELS,
        **attributes: float,
    ) -> None:
        node = helper.make_node(operator, inputs, outputs, domain=domain)
        node.attribute.extend(helper.make_attribute(*item) for item in attributes.items())
        self.nodes.append(node)

    def _inputs(self) -> list[ValueInfoProto]:
        hidden: list[str | int | None] = [1, "rows", self.architecture.width]
        return [
            helper.make_tensor_value_info("hidden", TensorProto.FLOAT, hidden),
            helper.make_tensor_value_info("last_position", TensorProto.INT32, [1]),
            helper.make_tensor_value_info("num_positions", TensorProto.INT32, [1]),
            helper.make_tensor_value_info("first_logit", TensorProto.INT64, [1]),
            *self._cache_values(0),
        ]

    def _outputs(self) -> list[ValueInfoProto]:
        logits: list[str | int | None] = [1, "wanted", self.architecture.vocab_size]
        return [
            helper.make_tensor_value_info("logits", TensorProto.FLOAT, logits),
            *self._cache_values(1),
        ]

    def _cache_values(self, side: int) -> list[ValueInfoProto]:
        heads, head_size = self.architecture.num_kv_heads, self.architecture.head_size
        shape: list[str | int | None] = [1, heads, "slots", head_size]
        return [
            helper.make_tensor_value_info(names[side], TensorProto.FLOAT, shape)
            for block in range(self.architecture.num_blocks)
            for names in cache_names(block)
        ]


def _placeholder(name: str, array: NDArray[np.generic]) -> TensorProto:
    """A weight's name, type and shape; its numbers are handed to the session from memory."""
    placeholder = TensorProto(
        name=name,
        dims=array.shape,
        data_type=helper.np_dtype_to_tensor_dtype(array.dtype),
        data_location=TensorProto.EXTERNAL,
    )
    placeholder.external_data.add(key="location", value="memory")
    return placeholder
