"""The linear layers of the network as nodes of its graph, in the form that their weights ask for.

Invariant: every row (token) is multiplied by the same kernel whatever the number of rows.

Three forms: floats as they are; blocks of quantised weights, whose kernel rounds blocks of
activations to 8 bits; and whole rows of both rounded to 8 bits, whose sums are exact.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lib.engine.gguf import GGUFFile, Tensor
from lib.engine.graph_writer import KERNELS, GraphWriter
from lib.engine.weights import (
    QuantisedMatrix,
    RoundedMatrix,
    is_quantised,
    read_floats,
    read_quantised,
    round_rows,
)

INT8_ACTIVATIONS = 4
"""MatMulNBits accuracy_level: activations rounded to 8 bits, a scale for each block of 32."""

ACTIVATION_STEPS = 127
MIDDLE = 128
"""Activations rounded for a product of whole numbers: 1 to 255, where 128 is zero."""


@dataclass(slots=True)
class LinearLayers:
    """Adds layers to the graph of `writer`; every method returns the name of its result."""

    gguf: GGUFFile
    writer: GraphWriter
    largest_code: int | None = None
    """How large the codes of weights become that are rounded by rows; `None`: none are."""

    def add(self, name: str, x: str, tensor_names: list[str]) -> str:
        """`x` times the transposes of the tensors, results side by side."""
        tensors = [self.gguf.tensors[f"{tensor}.weight"] for tensor in tensor_names]
        if len({tensor.type for tensor in tensors}) == 1:
            return self._add_matmul(name, x, tensors)
        results = [
            self._add_matmul(tensor_name, x, [tensor])
            for tensor_name, tensor in zip(tensor_names, tensors, strict=True)
        ]
        self.writer.add("Concat", results, [f"{name}/out"], axis=-1)
        return f"{name}/out"

    def _add_matmul(self, name: str, x: str, tensors: list[Tensor]) -> str:
        if is_quantised(tensors[0]):
            return self._add_quantised_matmul(name, x, read_quantised(tensors))
        floats = np.concatenate([read_floats(tensor) for tensor in tensors])
        if self.largest_code is not None:
            return self._add_rounded_matmul(name, x, round_rows(floats, self.largest_code))
        self.writer.store(f"{name}/weight", floats.T)
        self.writer.add("MatMul", [x, f"{name}/weight"], [f"{name}/product"])
        return f"{name}/product"

    def _add_quantised_matmul(self, name: str, x: str, matrix: QuantisedMatrix) -> str:
        outputs, num_blocks = matrix.scales.shape
        product = f"{name}/product"
        self.writer.store(f"{name}/codes", matrix.codes)
        self.writer.weights[f"{name}/scales"] = matrix.scales
        self.writer.add(
            "MatMulNBits",
            [x, f"{name}/codes", f"{name}/scales"],
            [product],
            KERNELS,
            K=num_blocks * matrix.block_size,
            N=outputs,
            bits=matrix.bits,
            block_size=matrix.block_size,
            accuracy_level=INT8_ACTIVATIONS,
        )
        if matrix.offsets is None:
            return product
        sums, shift, shifted = f"{name}/block_sums", f"{name}/shift", f"{name}/shifted"
        # Blocks are summed by a product with ones: measured to give every row the same bits.
        summing = f"block_sums_{num_blocks}"
        ones = np.ones((matrix.block_size, 1), np.float32)
        self.writer.weights[summing] = np.kron(np.eye(num_blocks, dtype=np.float32), ones)
        self.writer.weights[f"{name}/offsets"] = np.ascontiguousarray(matrix.offsets.T)
        self.writer.add("MatMul", [x, summing], [sums])
        self.writer.add("MatMul", [sums, f"{name}/offsets"], [shift])
        self.writer.add("Add", [product, shift], [shifted])
        return shifted

    def _add_rounded_matmul(self, name: str, x: str, matrix: RoundedMatrix) -> str:
        """Rows of `x` to 8 bits, whole numbers multiplied and summed exactly, and scaled back.

        A row is divided by its largest number and rounded to 127ths. One of zeros divides 0 by 0;
        whatever that is rounded to is multiplied by 0 in the end.
        """
        sizes, largest = f"{name}/sizes", f"{name}/largest"
        even, rounded = f"{name}/even", f"{name}/rounded"
        sums, product = f"{name}/sums", f"{name}/product"
        self.writer.shapes["last_axis"] = [-1]
        self.writer.weights |= {
            "step": np.array(1 / ACTIVATION_STEPS, np.float32),
            "middle": np.array(MIDDLE, np.uint8),
            f"{name}/codes": matrix.codes,
            f"{name}/scales": matrix.scales,
        }
        self.writer.add("Abs", [x], [sizes])
        self.writer.add("ReduceMax", [sizes, "last_axis"], [largest])
        self.writer.add("Div", [x, largest], [even])
        self.writer.add("QuantizeLinear", [even, "step", "middle"], [rounded])
        operands = [rounded, f"{name}/codes", "step", f"{name}/scales", "middle"]
        self.writer.add("MatMulIntegerToFloat", operands, [sums], KERNELS)
        self.writer.add("Mul", [sums, largest], [product])
        return product
