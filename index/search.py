"""Meaning and keywords together; no source may crowd out the others."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.encoder import Encoder, Vectors
from index.reader import Index, Place
from index.words import terms

CANDIDATES = 40
NEAREST_SENTENCES = 60
NEAREST_PASSAGES = 16
BEST_KEYWORDS = 40
LEAST_SHARE = 6
CROWD = 15
KEYWORD_WEIGHT = 0.15
PASSAGE_WEIGHT = 0.3

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence found for a question; `row` is its number in `Index.places` and `Index.vectors`.

    `cosine` is that of the sentence's vector with the question's, `passage` that of its passage,
    `keywords` its BM25 score as a share of the best one, `score` the three together.
    """

    row: int
    place: Place
    cosine: float
    passage: float
    keywords: float
    score: float


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: texts whose meaning counts (the best of them), and stems of words."""

    texts: tuple[str, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Query":
        """A query for one text and its own words."""
        return cls((text,), tuple(terms(text)))


class Search:
    """Finds the sentences of an index that are about a query."""

    def __init__(self, index: Index, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder

    def find(self, query: Query, count: int = CANDIDATES, files: Sequence[str] | None = None) -> tuple[Hit, ...]:
        """The best sentences, best first, of these files only where given; headings are never found."""
        vectors = self._encoder.encode(query.texts)
        keywords = self._keyword_shares(query.words)
        passages = self._passage_cosines(vectors, files)
        rows = self._nearest_rows(vectors, files) | set(passages) | self._best_keywords(keywords, files)
        hits = [self._hit(row, vectors, keywords, passages) for row in rows if self._may_be_quoted(row, files)]
        return _share_out(sorted(hits, key=lambda hit: (-hit.score, hit.row)), count)

    def _may_be_quoted(self, row: int, files: Sequence[str] | None) -> bool:
        place = self._index.places[row]
        return place.sentence.kind != "heading" and (files is None or place.source.file in files)

    def _hit(self, row: int, vectors: Vectors, keywords: Scores, passages: dict[int, float]) -> Hit:
        cosine = float((vectors @ self._index.vectors[row]).max())
        passage = passages.get(row, 0.0)
        score = cosine + PASSAGE_WEIGHT * passage + KEYWORD_WEIGHT * float(keywords[row])
        return Hit(row, self._index.places[row], cosine, passage, float(keywords[row]), score)

    def _nearest_rows(self, vectors: Vectors, files: Sequence[str] | None) -> set[int]:
        rows = self._nearest_sentences(vectors, files)
        found = Counter(self._index.places[row].source.file for row in rows)
        if max(found.values(), default=0) <= CROWD:
            return rows
        # A long source may take all places; those that were left out are asked for by themselves.
        allowed = files if files is not None else [source.file for source in self._index.sources]
        return rows | self._nearest_sentences(vectors, [file for file in allowed if file not in found])

    def _nearest_sentences(self, vectors: Vectors, files: Sequence[str] | None) -> set[int]:
        count = min(NEAREST_SENTENCES, len(self._index.places))
        found = self._index.store.nearest("sentences", vectors, count, files)
        return {near.number for row in found for near in row}

    def _passage_cosines(self, vectors: Vectors, files: Sequence[str] | None) -> dict[int, float]:
        """The cosine of each sentence's passage, for the sentences of the nearest passages."""
        count = min(NEAREST_PASSAGES, len(self._index.passages))
        cosines: dict[int, float] = {}
        for row in self._index.store.nearest("passages", vectors, count, files):
            for near in row:
                first, last = self._index.passages[near.number]
                for sentence in range(first, last + 1):
                    cosines[sentence] = max(near.cosine, cosines.get(sentence, 0.0))
        return cosines

    def _keyword_shares(self, words: Sequence[str]) -> Scores:
        scores = self._index.keywords.scores(words)
        best = float(scores.max(initial=0.0))
        return scores / best if best > 0 else scores

    def _best_keywords(self, shares: Scores, files: Sequence[str] | None) -> set[int]:
        if files is not None:
            allowed = np.array([place.source.file in files for place in self._index.places])
            shares = np.where(allowed, shares, 0)
        best = np.argsort(-shares, kind="stable")[:BEST_KEYWORDS]
        return {int(row) for row in best if shares[row] > 0}


def _share_out(hits: Sequence[Hit], count: int) -> tuple[Hit, ...]:
    """The best hits, of which no source may hold so many that others with hits are left out."""
    by_file: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_file[hit.place.source.file].append(hit)
    share = max(LEAST_SHARE, -(-2 * count // max(1, len(by_file))))
    within = [hit for ranked in by_file.values() for hit in ranked[:share]]
    beyond = [hit for ranked in by_file.values() for hit in ranked[share:]]
    for ranked in (within, beyond):
        ranked.sort(key=lambda hit: (-hit.score, hit.row))
    chosen = (within + beyond)[:count]
    return tuple(sorted(chosen, key=lambda hit: (-hit.score, hit.row)))
