"""The trained selection model as an ONNX file of 8-bit weights."""

import tempfile
import warnings
from pathlib import Path

import torch

from index.training.selection_model import SelectionModel

NAMES = ["ids", "mask", "types"]


def export(model: SelectionModel, path: Path) -> None:
    """Write the model as it is, any number of pairs of any length.

    By torch's older exporter: onnxruntime's quantiser cannot read the shapes that the newer one writes.
    """
    sample = tuple(torch.ones(3, 32, dtype=torch.long) for _ in NAMES)
    axes = {name: {0: "pairs", 1: "length"} for name in NAMES} | {"logits": {0: "pairs"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model.eval(),
            sample,
            str(path),
            input_names=NAMES,
            output_names=["logits"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def quantise(full: Path, path: Path) -> None:
    """Write the model with 8-bit weights, a scale for each channel."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(ready, path, weight_type=QuantType.QInt8, per_channel=True)
