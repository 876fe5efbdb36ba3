"""A graph without the steps that its texts never need; its scores stay as they are.

    python -m index.training.lean_graph index/models/selection.onnx index/models/pairs.onnx
    python -m index.training.lean_graph --alone index/models/attribution.onnx

No text is without words, so no row of attention is empty. A text that is read alone has no padding besides, so nothing
is masked.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto

MASK = "mask"


def lean(model: "ModelProto", alone: bool) -> "ModelProto":
    """The graph without the search for empty rows, and without the mask where texts are read alone; it is changed."""
    made_by = {output: node for node in model.graph.node for output in node.output}
    for node in model.graph.node:
        if alone and node.op_type == "Softmax":
            node.input[0] = _unmasked(node.input[0], made_by)
        elif node.op_type == "LayerNormalization":
            _keep_apart(made_by[node.input[0]])
        for place, name in enumerate(node.input):
            node.input[place] = _searched(name, made_by)
    _keep_used(model)
    return model


def _unmasked(scores: str, made_by: Mapping[str, "NodeProto"]) -> str:
    """The product of queries and keys, before a mask was added to it."""
    added = made_by[scores]
    products = [name for name in added.input if name in made_by and made_by[name].op_type == "MatMul"]
    return products[0] if added.op_type == "Add" and products else scores


def _searched(name: str, made_by: Mapping[str, "NodeProto"]) -> str:
    """What was searched for rows that are no numbers, in place of what came out of the search."""
    chosen = made_by.get(name)
    if chosen is None or chosen.op_type != "Where":
        return name
    asked = made_by.get(chosen.input[0])
    return chosen.input[2] if asked is not None and asked.op_type == "IsNaN" else name


def _keep_apart(added: "NodeProto") -> None:
    """Hides a sum from the runtime, which would fuse it with the norm behind it into something six times slower."""
    if added.op_type == "Add":
        added.op_type = "Sum"


def _keep_used(model: "ModelProto") -> None:
    """Leaves out what no output needs."""
    graph = model.graph
    wanted, kept = {output.name for output in graph.output}, []
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.append(node)
    inputs = [each for each in graph.input if each.name in wanted or each.name != MASK]
    weights = [each for each in graph.initializer if each.name in wanted]
    del graph.node[:], graph.input[:], graph.initializer[:]
    graph.node.extend(reversed(kept))
    graph.input.extend(inputs)
    graph.initializer.extend(weights)


def write_lean(path: Path, alone: bool) -> None:
    """Puts the lean graph in the place of the one in the file."""
    import onnx

    onnx.save(lean(onnx.load(str(path)), alone), str(path))


def main() -> None:
    """Rewrites the files that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--alone", action="store_true", help="each text is read alone, without padding")
    chosen = parser.parse_args()
    for path in chosen.files:
        write_lean(path, chosen.alone)


if __name__ == "__main__":
    main()
