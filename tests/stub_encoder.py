"""An encoder that needs no weights: texts that share words are near each other. It counts what it was given."""

import hashlib
from collections.abc import Sequence

import numpy as np

from index.encoder import Vectors
from index.words import terms

DIMENSION = 64


class StubEncoder:
    """Adds up one fixed random direction for each word; `encoded` holds every text it was ever given."""

    def __init__(self, fingerprint: str = "stub") -> None:
        self.fingerprint = fingerprint
        self.dimension = DIMENSION
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded.extend(texts)
        rows = [sum(map(_direction, terms(text)), start=_direction("")) for text in texts]
        vectors = np.array(rows, dtype=np.float32).reshape(len(texts), DIMENSION)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def _direction(word: str) -> np.ndarray:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).normal(size=DIMENSION)
