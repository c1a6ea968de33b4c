"""Nodes and weights, one after the other, until they are an ONNX graph.

Invariant: a weight's numbers are never copied into the serialised graph; it names them only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

OPSET = 21
IR_VERSION = 10
KERNELS = "com.microsoft"
"""Domain of onnxruntime's own operators."""


@dataclass(frozen=True, slots=True)
class Graph:
    """A serialised network and its weights, kept apart so that the weights are not copied."""

    proto: bytes
    weights: dict[str, NDArray[np.generic]]


@dataclass(slots=True)
class GraphWriter:
    """Collects what a graph consists of. Values and weights are referred to by name."""

    nodes: list[NodeProto] = field(default_factory=list)
    weights: dict[str, NDArray[np.generic]] = field(default_factory=dict)
    shapes: dict[str, Sequence[int]] = field(default_factory=dict)
    """Short lists of whole numbers: bounds, axes, sizes. They stand in the graph itself."""

    def add(
        self,
        operator: str,
        inputs: list[str],
        outputs: list[str],
        domain: str = "",
        **attributes: float,
    ) -> None:
        """A node of ONNX's own operators, or of those of `domain`."""
        node = helper.make_node(operator, inputs, outputs, domain=domain)
        node.attribute.extend(helper.make_attribute(*item) for item in attributes.items())
        self.nodes.append(node)

    def write(self, inputs: list[ValueInfoProto], outputs: list[ValueInfoProto]) -> Graph:
        """The finished graph."""
        graph = helper.make_graph(
            self.nodes,
            "decoder",
            inputs,
            outputs,
            initializer=[*_placeholders(self.weights), *_constants(self.shapes)],
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(KERNELS, 1)]
        model: ModelProto = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
        return Graph(bytes(model.SerializeToString()), self.weights)


def _placeholders(weights: Mapping[str, NDArray[np.generic]]) -> list[TensorProto]:
    """Names, types and shapes; the numbers are handed to the session from memory."""
    placeholders = []
    for name, array in weights.items():
        placeholder = TensorProto(
            name=name,
            dims=array.shape,
            data_type=helper.np_dtype_to_tensor_dtype(array.dtype),
            data_location=TensorProto.EXTERNAL,
        )
        placeholder.external_data.add(key="location", value="memory")
        placeholders.append(placeholder)
    return placeholders


def _constants(shapes: Mapping[str, Sequence[int]]) -> list[TensorProto]:
    return [numpy_helper.from_array(np.array(s, np.int64), name) for name, s in shapes.items()]
