"""Small models that read two texts together: their inputs, and how batches of them are read."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.runtime import open_session

STEP = 16
"""Lengths are padded to multiples of this, so that the runtime sees few shapes."""

Integers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pair:
    """Wordpieces of two texts and what stands between them; types are 0 for the first and what is like it, else 1."""

    ids: tuple[int, ...]
    types: tuple[int, ...]


def padded(pairs: Sequence[Pair], step: int = STEP) -> tuple[Integers, Integers, Integers]:
    """Ids, mask and types as (pairs, length) arrays; the length is the longest pair's, rounded up to a step."""
    length = -(-max(len(pair.ids) for pair in pairs) // step) * step
    ids, mask, types = (np.zeros((len(pairs), length), dtype=np.int64) for _ in range(3))
    for row, pair in enumerate(pairs):
        ids[row, : len(pair.ids)] = pair.ids
        types[row, : len(pair.ids)] = pair.types
        mask[row, : len(pair.ids)] = 1
    return ids, mask, types


class CrossEncoderSession:
    """A model file of inputs `ids`, `mask` and `types` and one output, which reads pairs in batches of like length.

    Batches are read at once, each by one thread, where there are several as a rule: two threads on one batch wait for
    each other a third of their time.
    """

    def __init__(self, session: Any, batch: int, mapped: Callable[..., Iterable[Any]] = map) -> None:
        self._session = session
        self._batch = batch
        self._mapped = mapped

    @classmethod
    def of_many(cls, model: Path, batch: int, threads: int) -> "CrossEncoderSession":
        """Load a model file that is asked about many batches; so many of them are read at once."""
        return cls(open_session(model, 1, keep_memory=True), batch, ThreadPoolExecutor(threads).map)

    @classmethod
    def of_few(cls, model: Path, batch: int, threads: int) -> "CrossEncoderSession":
        """Load a model file that is asked about one batch as a rule, which all threads read together."""
        return cls(open_session(model, threads, keep_memory=True), batch)

    def logits(self, pairs: Sequence[Pair]) -> Scores:
        """The outputs, a row a pair, in their order; there is one pair at least."""
        order = sorted(range(len(pairs)), key=lambda number: len(pairs[number].ids))
        batches = [order[at : at + self._batch] for at in range(0, len(order), self._batch)]
        read = self._mapped(self._read, ([pairs[number] for number in batch] for batch in batches))
        return np.concatenate(list(read))[np.argsort(order)]

    def _read(self, pairs: Sequence[Pair]) -> Scores:
        ids, mask, types = padded(pairs)
        return np.asarray(self._session.run(None, {"ids": ids, "mask": mask, "types": types})[0], dtype=np.float32)
