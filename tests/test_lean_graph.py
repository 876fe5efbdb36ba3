"""The lean graph of the tagger: fewer steps, the same scores of a text alone."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from index.runtime import open_session
from index.tagger import MODEL
from index.training.lean_graph import lean

RANDOM = np.random.default_rng(0)


def model() -> onnx.ModelProto:
    """Attention of rows to themselves under a mask, searched for empty rows, added to the rows and brought to norm."""
    nodes = [
        helper.make_node("Transpose", ["rows"], ["turned"], perm=[1, 0]),
        helper.make_node("MatMul", ["rows", "turned"], ["products"]),
        helper.make_node("Add", ["products", "mask"], ["masked"]),
        helper.make_node("Softmax", ["masked"], ["shares"], axis=-1),
        helper.make_node("IsNaN", ["shares"], ["empty"]),
        helper.make_node("Where", ["empty", "nothing", "shares"], ["kept"]),
        helper.make_node("MatMul", ["kept", "rows"], ["attended"]),
        helper.make_node("Add", ["attended", "rows"], ["together"]),
        helper.make_node("LayerNormalization", ["together", "ones"], ["scores"], axis=-1),
    ]
    inputs = [
        helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["n", 4]),
        helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["n"]),
    ]
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["n", 4])
    weights = [
        numpy_helper.from_array(np.float32(0), "nothing"),
        numpy_helper.from_array(np.ones(4, dtype=np.float32), "ones"),
    ]
    graph = helper.make_graph(nodes, "small", inputs, [scores], weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def test_says_the_same_without_a_mask() -> None:
    """The scores of rows of which none is masked stay as they are, and nobody is asked for a mask."""
    rows = RANDOM.normal(size=(5, 4)).astype(np.float32)
    full = open_session(model().SerializeToString(), 1).run(None, {"rows": rows, "mask": np.zeros(5, np.float32)})[0]
    less = open_session(lean(model(), alone=True).SerializeToString(), 1).run(None, {"rows": rows})[0]
    assert np.allclose(full, less, atol=1e-5)


def test_keeps_the_mask_where_texts_are_padded() -> None:
    """Masked as they were, rows are only no longer searched for empty ones."""
    feed = {"rows": RANDOM.normal(size=(5, 4)).astype(np.float32), "mask": np.array([0, 0, 0, -9, -9], np.float32)}
    graph = lean(model(), alone=False)
    assert not {"IsNaN", "Where"} & {node.op_type for node in graph.graph.node}
    full, less = (open_session(each.SerializeToString(), 1).run(None, feed)[0] for each in (model(), graph))
    assert np.allclose(full, less, atol=1e-5)


def test_leaves_out_what_masks() -> None:
    """Nothing of the mask and of the search for empty rows stays, and no weight that only they used."""
    graph = lean(model(), alone=True).graph
    assert [node.op_type for node in graph.node] == [
        "Transpose",
        "MatMul",
        "Softmax",
        "MatMul",
        "Sum",
        "LayerNormalization",
    ]
    assert [each.name for each in graph.input] == ["rows"]
    assert [weight.name for weight in graph.initializer] == ["ones"]


def test_a_lean_graph_is_left_alone() -> None:
    """Made lean twice is made lean once; so are the shipped models, of which the tagger asks for ids and marks only."""
    once = lean(model(), alone=True)
    assert lean(onnx.ModelProto.FromString(once.SerializeToString()), alone=True) == once
    shipped = onnx.load(str(MODEL))
    assert [each.name for each in shipped.graph.input] == ["ids", "marks"]
    for path in MODEL.parent.glob("*.onnx"):
        graph = onnx.load(str(path)).graph
        assert all(node.op_type != "IsNaN" for node in graph.node), path.name
