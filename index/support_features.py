"""What can be counted of a statement and the texts it rests on, and what models make of both."""

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from index.encoder import Encoder
from index.pair_model import OnnxPairModel, Probabilities
from index.support_windows import Piece, Window, best_windows, pieces_of
from index.support_words import coverage, weights_of
from index.words import terms

READ = 2
"""Windows that the models read beside the digest."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<!^[\"“(])\b[A-Z][\w’'-]+")
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|neither|nor|without|cannot|unable|fail\w*|lack\w*)\b|n[’']t\b", re.I
)


@dataclass(frozen=True, slots=True)
class Features:
    """Shares are from 0 to 1; `judged_…` are the cross-encoder's probabilities of the windows it read."""

    covered: float
    covered_by_window: float
    covered_by_sentence: float
    covered_by_digest: float
    pairs_covered: float
    run_covered: float
    said_of_sentence: float
    rarest_missing: float
    second_missing: float
    numbers: float
    numbers_missing: float
    names: float
    names_missing: float
    negation_differs: float
    claim_words: float
    text_words: float
    judged_agreeing: float
    judged_agreeing_digest: float
    judged_conflicting: float
    judged_nothing: float
    cosine: float
    cosine_digest: float

    @property
    def row(self) -> npt.NDArray[np.float64]:
        """All of them in the order of NAMES."""
        return np.array([getattr(self, name) for name in NAMES], dtype=float)


NAMES = tuple(field.name for field in fields(Features))


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement with what is read of its evidence."""

    claim: str
    weights: Mapping[str, float]
    pieces: tuple[Piece, ...]
    windows: tuple[Window, ...]

    @classmethod
    def of(cls, claim: str, texts: Sequence[str]) -> "Reading":
        """The reading of a statement beside all its texts together."""
        weights = weights_of(claim)
        pieces = [piece for text in texts for piece in pieces_of(text)]
        return cls(claim, weights, tuple(pieces), tuple(best_windows(pieces, weights, READ)))


def features_of(reading: Reading, model: OnnxPairModel, encoder: Encoder) -> Features:
    """The features of a statement whose evidence has any words."""
    claim, weights, windows = reading.claim, reading.weights, reading.windows
    text = " ".join(piece.text for piece in reading.pieces)
    stems = frozenset().union(*(piece.stems for piece in reading.pieces))
    missing = sorted((weight for word, weight in weights.items() if word not in stems), reverse=True)
    best = max(reading.pieces, key=lambda piece: coverage(weights, piece.stems))
    numbers, names = set(_NUMBER.findall(claim)), set(_NAME.findall(claim))
    judged = model.judge_in_order([(window.text, claim) for window in windows])
    cosines = _cosines(claim, windows, encoder)
    said = terms(claim)
    return Features(
        covered=coverage(weights, stems),
        covered_by_window=windows[0].coverage,
        covered_by_sentence=coverage(weights, best.stems),
        covered_by_digest=windows[-1].coverage,
        pairs_covered=_pairs_covered(said, reading.pieces),
        run_covered=_longest_run(claim, text),
        said_of_sentence=coverage(weights_of(best.text), set(said)),
        rarest_missing=missing[0] if missing else 0.0,
        second_missing=missing[1] if len(missing) > 1 else 0.0,
        numbers=min(len(numbers), 3) / 3,
        numbers_missing=_missing(numbers, _NUMBER.findall(text)),
        names=min(len(names), 3) / 3,
        names_missing=_missing({name.lower() for name in names}, re.findall(r"[\w’'-]+", text.lower())),
        negation_differs=float(bool(_NEGATION.search(claim)) != bool(_NEGATION.search(best.text))),
        claim_words=math.log1p(len(claim.split())),
        text_words=math.log1p(sum(piece.words for piece in reading.pieces)),
        **_judged(judged),
        cosine=float(cosines.max()),
        cosine_digest=float(cosines[-1]),
    )


def _judged(judged: Probabilities) -> dict[str, float]:
    agreeing = judged[:, 1]
    best = int(agreeing.argmax())
    return {
        "judged_agreeing": float(agreeing[best]),
        "judged_agreeing_digest": float(agreeing[-1]),
        "judged_conflicting": float(judged[best, 2:].sum()),
        "judged_nothing": float(judged[best, 0]),
    }


def _cosines(claim: str, windows: Sequence[Window], encoder: Encoder) -> npt.NDArray[np.float32]:
    vectors = encoder.encode([claim, *(window.text for window in windows)])
    return np.asarray(vectors[1:] @ vectors[0])


def _missing(said: Collection[str], told: Collection[str]) -> float:
    there = set(told)
    return sum(each not in there for each in said) / len(said) if said else 0.0


def _pairs_covered(said: Sequence[str], pieces: Sequence[Piece]) -> float:
    """The share of the neighbouring content words of a statement that stand in one sentence of the evidence."""
    pairs = set(pairwise(said))
    if not pairs:
        return 1.0
    return sum(any(one in piece.stems and other in piece.stems for piece in pieces) for one, other in pairs) / len(
        pairs
    )


def _longest_run(claim: str, text: str) -> float:
    """The share of a statement's words in its longest run that the evidence has word for word."""
    words, there = _plain(claim), f" {' '.join(_plain(text))} "
    longest = start = 0
    for end in range(1, len(words) + 1):
        while start < end and f" {' '.join(words[start:end])} " not in there:
            start += 1
        longest = max(longest, end - start)
    return longest / len(words) if words else 1.0


def _plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
