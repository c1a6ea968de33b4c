"""Nodes and weights, one after the other, until they are an ONNX graph.

Invariant: a weight's numbers are never copied into the serialised graph; it names them only. Memory
holds one large weight at a time: each goes into a file as soon as it is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

OPSET = 21
IR_VERSION = 10
KERNELS = "com.microsoft"
"""Domain of onnxruntime's own operators."""

WEIGHTS_FILE = "weights"
PAGE_BYTES = 4096
"""Where a large weight may begin, so that the session can map it alone."""


@dataclass(frozen=True, slots=True)
class Graph:
    """A serialised network and its weights, kept apart so that the weights are not copied."""

    proto: bytes
    weights: dict[str, NDArray[np.generic]]
    """The small ones."""
    folder: Path
    """With a file that holds the large ones. Only `open_session` needs it."""


@dataclass(slots=True)
class GraphWriter:
    """Collects what a graph consists of. Values and weights are referred to by name."""

    folder: Path
    """Where the file with the large weights is written."""
    nodes: list[NodeProto] = field(default_factory=list)
    weights: dict[str, NDArray[np.generic]] = field(default_factory=dict)
    """The small ones."""
    shapes: dict[str, Sequence[int]] = field(default_factory=dict)
    """Short lists of whole numbers: bounds, axes, sizes. They stand in the graph itself."""
    _stored: list[TensorProto] = field(default_factory=list)

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

    def store(self, name: str, weight: NDArray[np.generic]) -> None:
        """A weight that the session repacks and that nobody needs here any more."""
        with (self.folder / WEIGHTS_FILE).open("ab") as file:
            start = -(-file.tell() // PAGE_BYTES) * PAGE_BYTES
            file.write(bytes(start - file.tell()))
            file.write(np.ascontiguousarray(weight).data)
        place = {"location": WEIGHTS_FILE, "offset": str(start), "length": str(weight.nbytes)}
        self._stored.append(_placeholder(name, weight, place))

    def write(self, inputs: list[ValueInfoProto], outputs: list[ValueInfoProto]) -> Graph:
        """The finished graph."""
        graph = helper.make_graph(
            self.nodes,
            "decoder",
            inputs,
            outputs,
            initializer=[
                *(_placeholder(*item, {"location": "memory"}) for item in self.weights.items()),
                *self._stored,
                *_constants(self.shapes),
            ],
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(KERNELS, 1)]
        model: ModelProto = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
        return Graph(bytes(model.SerializeToString()), self.weights, self.folder)


def _placeholder(name: str, array: NDArray[np.generic], place: Mapping[str, str]) -> TensorProto:
    """Name, type and shape; the session gets the numbers from `place`."""
    placeholder = TensorProto(
        name=name,
        dims=array.shape,
        data_type=helper.np_dtype_to_tensor_dtype(array.dtype),
        data_location=TensorProto.EXTERNAL,
    )
    for key, value in place.items():
        placeholder.external_data.add(key=key, value=value)
    return placeholder


def _constants(shapes: Mapping[str, Sequence[int]]) -> list[TensorProto]:
    return [numpy_helper.from_array(np.array(s, np.int64), name) for name, s in shapes.items()]
