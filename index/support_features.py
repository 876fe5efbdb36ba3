"""What can be counted of a statement and the texts it rests on, and what the pair model makes of both."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from index.pair_model import OnnxPairModel
from index.support_alignment import Alignment, aligned
from index.support_counts import (
    clauses_of,
    names_missing,
    numbers_missing,
    pairs_covered,
    plain,
    run_covered,
)
from index.support_windows import LONGEST, SHORTER, Piece, Window, digest_of, pieces_of, ranked, window_of, windows_of
from index.support_words import coverage, weights_of
from index.word_states import Vectors, WordStates
from index.words import terms

PLAIN = 0.9
"""The share of a statement's words that one sentence has which need no aligning: they are taken as met."""


@dataclass(frozen=True, slots=True)
class Features:
    """Shares are from 0 to 1, `aligned_…` cosines; `judged_…` the pair model's probabilities, one as a logit."""

    covered: float
    covered_by_window: float
    covered_by_short_window: float
    covered_by_sentence: float
    covered_by_two: float
    pairs_covered: float
    run_covered: float
    said_of_sentence: float
    rarest_missing: float
    numbers_missing: float
    names_missing: float
    least_clause: float
    claim_words: float
    text_words: float
    aligned_mean: float
    aligned_worst: float
    judged_agreeing: float
    judged_agreeing_sentence: float
    judged_conflicting: float
    judged_logit: float

    @property
    def row(self) -> npt.NDArray[np.float64]:
        """All of them in the order of NAMES."""
        return np.array([getattr(self, name) for name in NAMES], dtype=float)


NAMES = tuple(field.name for field in fields(Features))


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement with what is read of its evidence: the best sentence first, then the next, windows, and a digest."""

    claim: str
    weights: Mapping[str, float]
    pieces: tuple[Piece, ...]
    sentence: Window
    second: Window
    short: Window
    window: Window
    digest: Window

    @classmethod
    def of(cls, claim: str, texts: Sequence[str]) -> "Reading | None":
        """The reading of a statement beside all its texts together; None where these have no words."""
        weights = weights_of(claim)
        pieces = tuple(piece for text in texts for piece in pieces_of(text))
        if not pieces:
            return None
        order = ranked(pieces, weights)
        first, second = (window_of([pieces[number]], weights) for number in (order[0], order[min(1, len(order) - 1)]))
        short, window = (
            max(windows_of(pieces, weights, longest), key=lambda each: each.coverage) for longest in (SHORTER, LONGEST)
        )
        return cls(claim, weights, pieces, first, second, short, window, digest_of(pieces, weights))

    @property
    def read(self) -> tuple[str, ...]:
        """What a model reads, each text once, the best sentence first."""
        windows = (self.sentence, self.second, self.short, self.window, self.digest)
        return tuple(dict.fromkeys(window.text for window in windows))

    @property
    def is_plain(self) -> bool:
        """Whether one sentence has nearly all of the statement's words."""
        return self.sentence.coverage >= PLAIN

    @property
    def text(self) -> str:
        """All of the evidence."""
        return " ".join(piece.text for piece in self.pieces)


def features_of(reading: Reading, model: OnnxPairModel, words: WordStates) -> Features:
    """The features of a statement beside its evidence; its words are read while the rest is looked at."""
    states = () if reading.is_plain else words.of([reading.claim, *reading.read])
    judged = _judged(reading, model)
    claim, weights, pieces, text = reading.claim, reading.weights, reading.pieces, reading.text
    stems = frozenset().union(*(piece.stems for piece in pieces))
    best = frozenset(terms(reading.sentence.text))
    clauses = [weights_of(clause) for clause in clauses_of(claim)]
    alignment = _alignment(reading, words, states)
    return Features(
        covered=coverage(weights, stems),
        covered_by_window=reading.window.coverage,
        covered_by_short_window=reading.short.coverage,
        covered_by_sentence=reading.sentence.coverage,
        covered_by_two=max(coverage(weights, best | piece.stems) for piece in pieces),
        pairs_covered=pairs_covered(claim, pieces),
        run_covered=run_covered(claim, text),
        said_of_sentence=coverage(weights_of(reading.sentence.text), set(terms(claim))),
        rarest_missing=max((weight for word, weight in weights.items() if word not in stems), default=0.0),
        numbers_missing=numbers_missing(claim, text),
        names_missing=names_missing(claim, text),
        least_clause=min((max(coverage(clause, piece.stems) for piece in pieces) for clause in clauses), default=1.0),
        claim_words=math.log1p(len(plain(claim))),
        text_words=math.log1p(sum(piece.words for piece in pieces)),
        aligned_mean=alignment.mean,
        aligned_worst=alignment.worst,
        **judged,
    )


def _alignment(reading: Reading, words: WordStates, states: Iterable[Vectors]) -> Alignment:
    if reading.is_plain:
        return Alignment(1.0, 1.0)
    statement, *texts = states
    return aligned(words.pieces(reading.claim), statement, texts)


def _judged(reading: Reading, model: OnnxPairModel) -> dict[str, float]:
    """What the pair model says of the statement beside each text that is read."""
    judged = model.judge_in_order([(text, reading.claim) for text in reading.read])
    best = float(judged[:, 1].max())
    return {
        "judged_agreeing": best,
        "judged_agreeing_sentence": float(judged[0, 1]),
        "judged_conflicting": float(judged[reading.read.index(reading.short.text), 2:].sum()),
        "judged_logit": math.log((best + 1e-3) / (1 - best + 1e-3)),
    }
