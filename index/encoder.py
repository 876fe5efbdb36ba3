"""Text to unit vectors: the Protocol, and the encoder run by onnxruntime without importing torch."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.runtime import open_session, wordpieces

Vectors = npt.NDArray[np.float32]

BATCH_TOKENS = 128
"""Of one batch, with its padding: what fits the cache of a core; four times as many are a quarter slower."""
THREADS = max(1, min(8, os.cpu_count() or 1))
"""Batches that are encoded at once, each by one core: two cores on one batch spend a third of their time waiting."""


class Encoder(Protocol):
    """Anything that turns texts into unit vectors of one length.

    `fingerprint` changes whenever the vectors of a text may change.
    """

    @property
    def fingerprint(self) -> str:
        """The identity of the encoder's weights and settings."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (texts, dimension), each of length 1."""


class OnnxEncoder:
    """A sentence-transformers model exported to a folder by `index.export`."""

    def __init__(self, folder: Path, fingerprint: str, dimension: int, maximum_tokens: int) -> None:
        self._session = open_session(folder / "encoder.onnx", threads=1, keep_memory=True)
        self._tokenizer = wordpieces(folder / "tokenizer.json")
        self._tokenizer.enable_truncation(maximum_tokens)
        self._fingerprint = fingerprint
        self._dimension = dimension

    @property
    def fingerprint(self) -> str:
        """The identity of the weights that were exported."""
        return self._fingerprint

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return self._dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (texts, dimension); similar lengths share a batch, so little is padded."""
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        vectors = np.zeros((len(tokens), self._dimension), dtype=np.float32)
        batches = _batches(tokens)
        with ThreadPoolExecutor(min(THREADS, len(batches) or 1)) as pool:
            read = pool.map(lambda batch: self._run([tokens[number] for number in batch]), batches)
            for batch, found in zip(batches, read, strict=True):
                vectors[batch] = found
        return vectors

    def _run(self, tokens: list[list[int]]) -> Vectors:
        width = max(map(len, tokens))
        identifiers = np.zeros((len(tokens), width), dtype=np.int64)
        mask = np.zeros_like(identifiers)
        for row, numbers in enumerate(tokens):
            identifiers[row, : len(numbers)] = numbers
            mask[row, : len(numbers)] = 1
        outputs = self._session.run(None, {"input_ids": identifiers, "attention_mask": mask})
        return np.asarray(outputs[0], dtype=np.float32)


def _batches(tokens: list[list[int]]) -> list[list[int]]:
    """Numbers of texts, shortest first, cut so that a batch with its padding stays under BATCH_TOKENS."""
    batches: list[list[int]] = []
    for number in sorted(range(len(tokens)), key=lambda number: len(tokens[number])):
        if not batches or (len(batches[-1]) + 1) * len(tokens[number]) > BATCH_TOKENS:
            batches.append([])
        batches[-1].append(number)
    return batches


class SentenceTransformersEncoder:
    """A sentence-transformers model run by torch: slower to start, and for models that cannot be exported."""

    def __init__(self, folder: str, fingerprint: str) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(folder, device="cpu")
        self._fingerprint = fingerprint

    @property
    def fingerprint(self) -> str:
        """The identity of the model's weights."""
        return self._fingerprint

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (texts, dimension)."""
        vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)
