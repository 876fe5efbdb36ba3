"""A graph's matrix products in whole numbers of eight bits: half the time and a quarter of the memory.

Each row of activations has a scale of its own, so that a text's vector does not depend on the texts beside it, which
the usual dynamic quantisation with one scale a batch would make it do.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto

LARGEST = 127
TINY = 1e-9
"""Added to a scale, lest a row of zeros is divided by nothing."""

FUSED = "com.microsoft"
"""Where the runtime keeps what it fuses: a product in whole numbers that comes out of its kernel in full ones."""

Array = npt.NDArray[Any]


def in_eight_bits(model: "ModelProto") -> "ModelProto":
    """The graph with its fixed matrices and its tables of embeddings in eight bits; its argument is changed."""
    from onnx import helper

    graph = _EightBits(model)
    if all(known.domain != FUSED for known in model.opset_import):
        model.opset_import.append(helper.make_opsetid(FUSED, 1))
    nodes = [new for node in list(model.graph.node) for new in graph.of(node)]
    used = {name for node in nodes for name in node.input}
    weights = [weight for weight in model.graph.initializer if weight.name in used]
    del model.graph.node[:], model.graph.initializer[:]
    model.graph.node.extend(nodes)
    model.graph.initializer.extend(weights)
    return model


def quantised(matrix: Array, axis: int) -> tuple[Array, Array]:
    """Whole numbers and the scales that make them the matrix again; `axis` is the one that a scale runs along."""
    scales = (np.abs(matrix).max(axis=axis, keepdims=True) / LARGEST + TINY).astype(np.float32)
    return np.round(matrix / scales).astype(np.int8), scales


class _EightBits:
    """What is written once a graph: the constants, and the rows that were quantised already."""

    def __init__(self, model: "ModelProto") -> None:
        from onnx import numpy_helper

        self._graph = model.graph
        self._read = numpy_helper.to_array
        self._middle = numpy_helper.from_array(np.array([LARGEST + 1], dtype=np.uint8))
        self._weights = {weight.name: weight for weight in model.graph.initializer if len(weight.dims) == 2}
        self._rows: set[str] = set()
        self._stored: set[str] = set()

    def of(self, node: "NodeProto") -> Iterator["NodeProto"]:
        """What takes the node's place."""
        if node.op_type == "MatMul" and node.input[1] in self._weights:
            yield from self._product(node)
        elif node.op_type == "Gather" and node.input[0] in self._weights and self._is_table(node):
            yield from self._look_up(node)
        else:
            yield node

    def _is_table(self, node: "NodeProto") -> bool:
        table = self._weights[node.input[0]]
        return table.dims[0] > LARGEST and all(attribute.i == 0 for attribute in node.attribute)

    def _product(self, node: "NodeProto") -> Iterator["NodeProto"]:
        rows, name, result = node.input[0], node.input[1], node.output[0]
        self._store(name, axis=0)
        if rows not in self._rows:
            self._rows.add(rows)
            yield from self._quantise_rows(rows)
        one = self._constant("eight_bits.one", np.array(1, dtype=np.float32))
        middle = self._constant("eight_bits.middle", np.array(LARGEST + 1, dtype=np.uint8))
        inputs = [f"{rows}.row.whole", f"{name}.whole", one, f"{name}.scale", middle]
        yield _node("MatMulIntegerToFloat", inputs, f"{result}.columns", domain=FUSED)
        yield _node("Mul", [f"{result}.columns", f"{rows}.row.scale"], result)

    def _quantise_rows(self, rows: str) -> Iterator["NodeProto"]:
        """The rows in whole numbers, shaped as they were, and the scale of each beside them."""
        step = self._constant("eight_bits.step", np.array(1 / LARGEST, dtype=np.float32))
        tiny = self._constant("eight_bits.tiny", np.array(TINY, dtype=np.float32))
        last = self._constant("eight_bits.last", np.array([-1], dtype=np.int64))
        yield _node("Abs", [rows], f"{rows}.abs")
        yield _node("ReduceMax", [f"{rows}.abs"], f"{rows}.largest", axes=[-1], keepdims=1)
        yield _node("Mul", [f"{rows}.largest", step], f"{rows}.step")
        yield _node("Add", [f"{rows}.step", tiny], f"{rows}.row.scale")
        yield _node("Reshape", [f"{rows}.row.scale", last], f"{rows}.flat.scale")
        yield _node("Shape", [f"{rows}.flat.scale"], f"{rows}.number")
        yield _node("ConstantOfShape", [f"{rows}.number"], f"{rows}.middle", value=self._middle)
        yield _node("Flatten", [rows], f"{rows}.flat", axis=-1)
        flat = [f"{rows}.flat", f"{rows}.flat.scale", f"{rows}.middle"]
        yield _node("QuantizeLinear", flat, f"{rows}.flat.whole", axis=0)
        yield _node("Shape", [rows], f"{rows}.shape")
        yield _node("Reshape", [f"{rows}.flat.whole", f"{rows}.shape"], f"{rows}.row.whole")

    def _look_up(self, node: "NodeProto") -> Iterator["NodeProto"]:
        name, numbers, result = node.input[0], node.input[1], node.output[0]
        self._store(name, axis=1)
        yield _node("Gather", [f"{name}.whole", numbers], f"{result}.whole")
        yield _node("Gather", [f"{name}.scale", numbers], f"{result}.scale")
        yield _node("Cast", [f"{result}.whole"], f"{result}.cast", to=1)
        yield _node("Mul", [f"{result}.cast", f"{result}.scale"], result)

    def _store(self, name: str, axis: int) -> None:
        whole, scales = quantised(self._read(self._weights[name]), axis)
        self._constant(f"{name}.whole", whole)
        self._constant(f"{name}.scale", scales)

    def _constant(self, name: str, value: Array) -> str:
        from onnx import numpy_helper

        if name not in self._stored:
            self._stored.add(name)
            self._graph.initializer.append(numpy_helper.from_array(value, name))
        return name


def _node(operator: str, inputs: list[str], output: str, **attributes: Any) -> "NodeProto":
    from onnx import helper

    return helper.make_node(operator, inputs, [output], name=f"{output}/{operator}", **attributes)
