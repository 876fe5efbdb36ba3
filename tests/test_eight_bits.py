"""Eight bits: the same graph, smaller, where rows do not disturb each other."""

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from onnx import TensorProto, helper, numpy_helper

from index.eight_bits import in_eight_bits, quantised
from index.runtime import open_session

if TYPE_CHECKING:
    from onnx import ModelProto

RANDOM = np.random.default_rng(0)
TABLE = RANDOM.normal(size=(200, 16)).astype(np.float32)
MATRIX = RANDOM.normal(size=(16, 8)).astype(np.float32)


def model() -> "ModelProto":
    """Rows of a table, multiplied by a matrix, and by each other."""
    nodes = [
        helper.make_node("Gather", ["table", "numbers"], ["rows"]),
        helper.make_node("MatMul", ["rows", "matrix"], ["products"]),
        helper.make_node("Transpose", ["products"], ["turned"], perm=[1, 0]),
        helper.make_node("MatMul", ["products", "turned"], ["result"]),
    ]
    numbers = helper.make_tensor_value_info("numbers", TensorProto.INT64, ["n"])
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", "m"]) for name in ("products", "result")]
    weights = [numpy_helper.from_array(TABLE, "table"), numpy_helper.from_array(MATRIX, "matrix")]
    graph = helper.make_graph(nodes, "small", [numbers], outputs, weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def run(graph: "ModelProto", numbers: list[int]) -> list[np.ndarray]:  # type: ignore[type-arg]
    """The outputs for these rows of the table."""
    found: list[np.ndarray] = open_session(graph.SerializeToString(), 1).run(  # type: ignore[type-arg]
        None, {"numbers": np.array(numbers, dtype=np.int64)}
    )
    return found


def test_says_the_same() -> None:
    """Products with a fixed matrix are the same to a hundredth; a product of two activations stays as it was."""
    products, result = run(in_eight_bits(model()), [3, 140, 7])
    expected = TABLE[[3, 140, 7]] @ MATRIX
    assert np.abs(products - expected).max() < 0.01 * np.abs(expected).max()
    assert np.allclose(result, products @ products.T, rtol=1e-5, atol=1e-5)


def test_is_smaller() -> None:
    """Nothing of the full weights is left in the graph."""
    kept = in_eight_bits(model()).graph.initializer
    assert all(
        weight.data_type in (TensorProto.INT8, TensorProto.UINT8)
        for weight in kept
        if len(weight.dims) == 2 and 1 not in weight.dims
    )
    assert {"table", "matrix"}.isdisjoint(weight.name for weight in kept)


def test_a_row_does_not_disturb_another() -> None:
    """A row has the same product alone and beside one that is far larger."""
    large = TABLE.copy()
    large[9] *= 1000
    graph = model()
    graph.graph.initializer[0].CopyFrom(numpy_helper.from_array(large, "table"))
    small = in_eight_bits(graph)
    assert np.array_equal(run(small, [3])[0][0], run(small, [3, 9])[0][0])


def test_rows_of_nothing() -> None:
    """A row of zeros stays one; nothing is divided by nothing."""
    graph = model()
    graph.graph.initializer[0].CopyFrom(numpy_helper.from_array(np.zeros_like(TABLE), "table"))
    assert not run(in_eight_bits(graph), [5])[0].any()


@pytest.mark.parametrize("axis", [0, 1])
@given(matrix=arrays.arrays(np.float32, (5, 4), elements=st.floats(-1e4, 1e4, width=32)))
def test_rounding_is_at_most_half_a_step(axis: int, matrix: np.ndarray) -> None:  # type: ignore[type-arg]
    """Whole numbers times their scales are the matrix again, each value to half a step of its row or column."""
    whole, scales = quantised(matrix, axis)
    assert np.all(np.abs(whole * scales - matrix) <= scales * 0.501)
