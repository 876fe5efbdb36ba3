"""Vectors by the text they were made from, so that a text is encoded once, also when a build was killed."""

import contextlib
import hashlib
import io
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from zipfile import BadZipFile

import numpy as np

from index.encoder import Encoder, Vectors

BATCH = 256

Batch = list[tuple[str, str]]
"""Marks and their texts."""


class VectorCache:
    """Vectors of the last generation, and those that an unfinished build had already made.

    Pending batches lie in files of their own, each written whole or not at all; `clear` removes them
    once a generation holds their vectors. `made` counts the texts that had to be encoded.
    """

    def __init__(self, pending: Path) -> None:
        self.made = 0
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

    def encode(self, texts: Sequence[str], encoder: Encoder, progress: Callable[[int], None]) -> Vectors:
        """Vectors of the texts, in order; `progress` is told how many more are there."""
        batches = self._missing(texts)
        progress(len(texts) - sum(map(len, batches)))
        for batch in batches:
            self._make(batch, encoder)
            progress(len(batch))
        found = np.zeros((len(texts), encoder.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            found[row] = self._known[_mark(text)]
        return found

    @contextlib.contextmanager
    def encoding_ahead(self, texts: Sequence[str], encoder: Encoder) -> Iterator[None]:
        """Encodes in a thread of its own while something is done that leaves a core idle; the rest is left for later.

        The cache is that thread's until the end.
        """
        enough = Event()
        with ThreadPoolExecutor(1) as pool:
            done = pool.submit(self._make_until, enough, texts, encoder)
            try:
                yield
            finally:
                enough.set()
        done.result()

    def _make_until(self, enough: Event, texts: Sequence[str], encoder: Encoder) -> None:
        for batch in self._missing(texts):
            if enough.is_set():
                return
            self._make(batch, encoder)

    def _missing(self, texts: Sequence[str]) -> list[Batch]:
        """The texts that have no vector yet, each once, under their marks."""
        missing = [each for each in {_mark(text): text for text in texts}.items() if each[0] not in self._known]
        return [missing[start : start + BATCH] for start in range(0, len(missing), BATCH)]

    def _make(self, batch: Batch, encoder: Encoder) -> None:
        self._keep([mark for mark, _ in batch], encoder.encode([text for _, text in batch]))
        self.made += len(batch)

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
