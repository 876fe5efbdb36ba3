"""Each wordpiece of a text as a unit vector in its context: the embedded encoder, stopped one layer before its last."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from index.export import exported_graph
from index.runtime import open_session, shipped_wordpieces

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MOST_PIECES = 200
"""Wordpieces of a text that are read."""
PLACE = -3
"""Of its normalisations, two a layer, the one that ends the last layer but one: there, words are likest their kin."""

Vectors = npt.NDArray[np.float32]


class WordStates:
    """Reads texts one by one, so that no text's states depend on its neighbours; `mapped` is an executor's."""

    def __init__(self, session: Any, tokenizer: "Tokenizer", mapped: Callable[..., Iterable[Vectors]] = map) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._mapped = mapped

    @classmethod
    def open(cls, threads: int = 2) -> "WordStates":
        """Cut the exported encoder; `threads` texts are read at once.

        Raises:
            EncoderError: it could not be exported.
        """
        import onnx

        graph = _until_the_last_layer(onnx.load(str(exported_graph())))
        return cls(open_session(graph, 1), shipped_wordpieces(), ThreadPoolExecutor(threads).map)

    def pieces(self, text: str) -> list[str]:
        """The wordpieces of a text that are read."""
        return list(self._tokenizer.encode(text, add_special_tokens=False).tokens[:MOST_PIECES])

    def of(self, texts: Sequence[str]) -> Iterable[Vectors]:
        """For each text the vectors of its wordpieces, of shape (pieces, dimension); reading begins at once."""
        return self._mapped(self._read, texts)

    def _read(self, text: str) -> Vectors:
        numbers = self._tokenizer.encode(text).ids
        ids = np.array([[*numbers[:-1][: MOST_PIECES + 1], numbers[-1]]])
        states = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0, 1:-1]
        return np.asarray(states / np.linalg.norm(states, axis=1, keepdims=True), dtype=np.float32)


def _until_the_last_layer(model: Any) -> bytes:
    """The graph with only what its last layer is given."""
    import onnx

    graph = model.graph
    wanted = [node.output[0] for node in graph.node if node.op_type == "LayerNormalization"][PLACE]
    needed, kept = {wanted}, []
    for node in reversed(graph.node):
        if needed & set(node.output):
            kept.append(node)
            needed |= set(node.input)
    weights = [each for each in graph.initializer if each.name in needed]
    output = onnx.helper.make_tensor_value_info(wanted, onnx.TensorProto.FLOAT, None)
    for field, values in ((graph.node, kept[::-1]), (graph.initializer, weights), (graph.output, [output])):
        del field[:]
        field.extend(values)
    return bytes(model.SerializeToString())


@cache
def shipped_word_states() -> WordStates:
    """The embedded encoder's, loaded once."""
    return WordStates.open()
