"""The encoder: the vectors of sentence-transformers, without its weight when a question is asked."""

import shutil
import subprocess
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.encoder import Encoder, OnnxEncoder
from index.export import EMBEDDED, EncoderError, embedded_folder, load_encoder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

TEXTS = [
    "Fog.",
    "How many people were hurt?",
    "The ferry struck the pier. " * 100,
    "",
    "Капитан не видел причала. 北京",
    *(f"Sentence {number} " + "and more of it " * number for number in range(40)),
]


def reference(folder: Path) -> "SentenceTransformer":
    """The model as its own library loads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch and transformers warn their developers
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(folder), device="cpu")


def assert_agrees(encoder: Encoder, model: "SentenceTransformer") -> None:
    """Each text has the same vector by both, but for what eight bits round away: most for the text without a word."""
    expected = model.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dimension)
    cosines = (vectors * expected).sum(axis=1)
    assert cosines.min() > 0.98
    assert np.median(cosines) > 0.995
    same_order = vectors @ vectors.T, expected @ expected.T
    assert np.corrcoef(*(each.ravel() for each in same_order))[0, 1] > 0.999


def test_the_embedded_encoder_agrees_with_its_library(encoder: Encoder) -> None:
    """Vectors are those of sentence-transformers, long texts cut at the same place, padding without effect."""
    assert isinstance(encoder, OnnxEncoder)
    assert_agrees(encoder, reference(embedded_folder()))


def test_a_vector_does_not_depend_on_its_batch(encoder: Encoder) -> None:
    """A text has one vector of length 1, alone or among others, in their order; no texts have none."""
    together = encoder.encode(TEXTS)
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS[:8]])
    assert np.abs(together[:8] - alone).max() < 1e-4
    assert np.abs(np.linalg.norm(together, axis=1) - 1).max() < 1e-5
    assert encoder.encode([]).shape == (0, encoder.dimension)


@pytest.fixture(scope="module")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers model of one layer with random weights, which pools and truncates its own way.

    The weights are the same in every run, and ten times as wide as the library draws them: with narrow ones all texts
    have nearly one vector, and what is left to compare is rounding.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch and transformers warn their developers
        import torch
        from sentence_transformers import SentenceTransformer, models
        from transformers import BertConfig, BertModel

        folder = tmp_path_factory.mktemp("models") / "small"
        size = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1, "num_attention_heads": 2}
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(1)
            bert_model = BertModel(BertConfig(vocab_size=30522, initializer_range=0.2, **size))
        bert_model.save_pretrained(folder / "bert")
        for name in ("tokenizer.json", "tokenizer_config.json", "vocab.txt", "special_tokens_map.json"):
            shutil.copyfile(embedded_folder() / name, folder / "bert" / name)
        bert = models.Transformer(str(folder / "bert"), max_seq_length=24)
        pooling = models.Pooling(bert.get_word_embedding_dimension(), pooling_mode="cls")
        SentenceTransformer(modules=[bert, pooling], device="cpu").save(str(folder / "model"))
    return folder / "model"


def test_another_model_by_its_folder(small_model: Path, tmp_path: Path, encoder: Encoder) -> None:
    """Any sentence-transformers folder works, exported once, and is told from the embedded one."""
    other = load_encoder(str(small_model), tmp_path)
    assert isinstance(other, OnnxEncoder)
    assert other.dimension == 32
    assert other.fingerprint != encoder.fingerprint
    assert_agrees(other, reference(small_model))
    exported = tmp_path / other.fingerprint / "encoder.onnx"
    written = exported.stat().st_mtime_ns
    load_encoder(str(small_model), tmp_path)
    assert exported.stat().st_mtime_ns == written
    assert [path.name for path in tmp_path.iterdir()] == [other.fingerprint]


@pytest.mark.parametrize("name", ["encoder.onnx", "encoder.weights", "tokenizer.json", "encoder.json"])
def test_a_damaged_export_is_made_again(small_model: Path, tmp_path: Path, name: str) -> None:
    """A truncated file in the cache costs an export, not a traceback."""
    whole = load_encoder(str(small_model), tmp_path)
    vectors = whole.encode(TEXTS[:3])
    damaged = tmp_path / whole.fingerprint / name
    fragment = damaged.read_bytes()[:10]
    damaged.unlink()  # a file cut short in place would take down those who have mapped it
    damaged.write_bytes(fragment)
    assert np.allclose(load_encoder(str(small_model), tmp_path).encode(TEXTS[:3]), vectors, atol=1e-5)


def test_a_copy_of_a_model_is_the_same_model(tmp_path: Path, encoder: Encoder) -> None:
    """The fingerprint is that of weights and settings, not of the folder; other weights have another."""
    copy = Path(shutil.copytree(embedded_folder(), tmp_path / "copy"))
    assert load_encoder(str(copy)).fingerprint == encoder.fingerprint
    assert load_encoder(EMBEDDED).fingerprint == encoder.fingerprint


WRONG_NAMES = ["no-such/model", "no-such-model", "a b/c", "../nowhere", "/nowhere", "~/nowhere-at-all", "", " "]


@pytest.mark.parametrize("name", WRONG_NAMES)
def test_a_name_that_cannot_be_loaded(name: str, tmp_path: Path, no_network: None) -> None:
    """A wrong name is one line that names it and the remedy; no hub is asked."""
    with pytest.raises(EncoderError) as caught:
        load_encoder(name, tmp_path)
    assert name.strip() in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_no_model(tmp_path: Path, no_network: None) -> None:
    """A folder without a model is one line, and leaves nothing in the cache."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(EncoderError, match="empty cannot be loaded"):
        load_encoder(str(tmp_path / "empty"), tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_asking_imports_no_torch(encoder: Encoder) -> None:
    """Once exported, the encoder is loaded and used without torch, transformers or sentence-transformers."""
    heavy = "{'torch', 'transformers', 'sentence_transformers', 'huggingface_hub', 'onnx'}"
    code = f"""
import sys
from index.export import load_encoder
print(load_encoder().encode(["Fog."]).shape, {heavy} & set(sys.modules))
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (told.stdout, told.stderr) == ("(1, 384) set()\n", "")
