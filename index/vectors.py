"""Vectors by the text they were made from, so that a text is encoded once, also when a build was killed."""

import contextlib
import hashlib
import io
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from index.encoder import Encoder, Vectors

BATCH = 256


class VectorCache:
    """Vectors of the last generation, and those that an unfinished build had already made.

    Pending batches lie in files of their own, each written whole or not at all; `clear` removes them
    once a generation holds their vectors.
    """

    def __init__(self, pending: Path) -> None:
        self._pending = pending
        self._known: dict[str, Vectors] = {}
        for file in sorted(pending.glob("*.npz")):
            # A batch that a power cut left incomplete is made again.
            with (
                contextlib.suppress(OSError, ValueError, EOFError, KeyError, BadZipFile),
                np.load(io.BytesIO(file.read_bytes())) as batch,
            ):
                self._known.update(zip(batch["marks"].tolist(), batch["vectors"], strict=True))

    def add(self, texts: Iterable[str], vectors: Vectors) -> None:
        """Remembers vectors made earlier."""
        self._known.update(zip(map(_mark, texts), vectors, strict=True))

    def encode(self, texts: Sequence[str], encoder: Encoder, progress: Callable[[int], None]) -> tuple[Vectors, int]:
        """Vectors of the texts, in order, and how many had to be encoded now."""
        marks = [_mark(text) for text in texts]
        missing = list({mark: text for mark, text in zip(marks, texts, strict=True) if mark not in self._known}.items())
        progress(len(texts) - len(missing))
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            self._keep([mark for mark, _ in batch], encoder.encode([text for _, text in batch]))
            progress(len(batch))
        found = np.zeros((len(texts), encoder.dimension), dtype=np.float32)
        for row, mark in enumerate(marks):
            found[row] = self._known[mark]
        return found, len(missing)

    def clear(self) -> None:
        """Removes the pending batches."""
        shutil.rmtree(self._pending, ignore_errors=True)

    def _keep(self, marks: list[str], vectors: Vectors) -> None:
        self._known.update(zip(marks, vectors, strict=True))
        self._pending.mkdir(parents=True, exist_ok=True)
        buffer = io.BytesIO()
        np.savez(buffer, marks=np.array(marks), vectors=vectors)
        staging = self._pending / f".batch-{os.getpid()}"
        staging.write_bytes(buffer.getvalue())
        staging.replace(self._pending / f"{marks[0]}.npz")


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
