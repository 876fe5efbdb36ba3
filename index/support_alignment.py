"""How well each word of a statement is met by a word of its evidence that means much the same there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from index.support_words import rarity
from index.words import STOP_WORDS

HARDLY = 0.05
"""The weight of a stop word."""
TELLING = 0.3
"""The weight from which on a wordpiece may be among those that are met worst."""
WORST = 5
"""One in so many of the telling wordpieces is among them."""

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The weighted mean of the best cosines in the text that meets the statement best, and of the worst in any."""

    mean: float
    worst: float


def aligned(pieces: Sequence[str], statement: Vectors, texts: Iterable[Vectors]) -> Alignment:
    """The alignment of a statement's wordpieces, given their vectors and those of each text."""
    weights = np.array([weight_of(piece) for piece in pieces])
    met = np.array([_best(statement, text) for text in texts])
    mean = float(np.average(met, axis=1, weights=weights if weights.any() else None).max())
    telling = np.sort(met.max(axis=0)[weights > TELLING])
    worst = telling[: max(1, len(telling) // WORST)]
    return Alignment(mean, float(worst.mean()) if len(worst) else 1.0)


@lru_cache(maxsize=65536)
def weight_of(piece: str) -> float:
    """How much a wordpiece counts: signs nothing, a part of a word that is in no vocabulary most."""
    if not any(letter.isalnum() for letter in piece):
        return 0.0
    if piece in STOP_WORDS:
        return HARDLY
    return 1.0 if piece.startswith("##") else rarity(piece)


def _best(statement: Vectors, text: Vectors) -> Vectors:
    """The greatest cosine of each wordpiece of the statement with one of the text."""
    if not len(text):
        return np.zeros(len(statement), dtype=np.float32)
    return np.asarray((statement @ text.T).max(axis=1))
