"""Sentences judged for a question: how near they are, what they name, and what a reader of both thinks of them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.patterns import regex
from index.encoder import Encoder
from index.reader import Index
from index.search import Hit, Query, Scores, Search
from index.selection import Candidate, Selector
from index.words import terms
from rag.cues import Kind
from rag.figures_after import figures_after
from rag.fits import Fits, fits
from rag.gaps.asked_gap import gap_of
from rag.gaps.filled import NOTHING, Filled
from rag.gaps.reader import GapReader
from rag.naming import asked_voice, named_sources
from rag.question import Question
from rag.slots import slots_of

READ = 24
"""How many of the best candidates the selection model reads: two cores need a tenth of a second for them."""
RARE = 4
"""So many candidates that have what is asked for are few."""
SELECTION_WEIGHT = 0.065
SLOT_WEIGHT = 0.5
OUTLET_WEIGHT = 0.2
VOICE_WEIGHT = 0.15
FOLLOWS_WEIGHT = 0.1
"""How much it weighs that the one asked about was named in a sentence before."""
ELSEWHERE_WEIGHT = 0.2
"""How much it weighs against a sentence that its article never names the one asked about."""
FILLED_WEIGHT = 0.25
GOING_ON = 0.1
"""How much less relevant a sentence is that goes on with a figure of what one before it counts."""
_AND_WHO = regex(r"(?:and|but|what\s+about|how\s+about)(?:\s+[\w’'-]+){1,4}\W*", re.IGNORECASE)
FITTING = 0.6
"""How well a sentence must have what is asked for: 1 is the very word, the rest closeness in meaning."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence judged for a question.

    `relevance` orders the sentences of one question; `nearness` is that without what it has of the things
    asked for, which `fits` gives for each part of the question; `asked` says which parts ask for any.
    """

    hit: Hit
    relevance: float
    nearness: float
    fits: tuple[float, ...]
    asked: tuple[bool, ...]
    filled: Filled = NOTHING

    @property
    def has_it(self) -> bool:
        """Whether it has one of the things asked for."""
        fitting = any(fit >= FITTING for fit, asked in zip(self.fits, self.asked, strict=True) if asked)
        return fitting or self.filled.is_tied


def unsearched(row: int, index: Index) -> Evidence:
    """A sentence that the search for a question did not find, as evidence of no relevance of its own."""
    return Evidence(Hit(row, index.places[row], 0.0, 0.0, 0.0, 0.0), 0.0, 0.0, (), ())


class EvidenceFinder:
    """Finds and judges the sentences of an index for a question."""

    def __init__(self, index: Index, encoder: Encoder, selector: Selector) -> None:
        self._index = index
        self._encoder = encoder
        self._search = Search(index, encoder)
        self._selector = selector

    def find(self, question: Question, files: Sequence[str] | None = None) -> tuple[Evidence, ...]:
        """The candidates, most relevant first."""
        hits = self._search.find(Query((question.whole, *question.parts), question.words), files=files)
        if not hits:
            return ()
        slots = slots_of(question)
        filled = fits(slots, [self._index.reading_at(hit.place) for hit in hits], self._encoder)
        wanted = np.array([slot.asks_for_something for slot in slots])
        best = (filled * wanted[:, None]).max(axis=0)
        logits = self._logits(question, hits, best)
        named = {source.file for source in named_sources(question.clear, self._index.sources)}
        voice = voices_asked(question)
        gap = self._read_gap(question, hits)
        nearness = [
            _nearness(hit, logit, named) + VOICE_WEIGHT * self._is_said_by(voice, hit) + _of_subject(each)
            for hit, logit, each in zip(hits, logits.tolist(), gap, strict=True)
        ]
        judged = [
            Evidence(
                hit, near + max(SLOT_WEIGHT * fit, _weight(each)), near, tuple(fitting), tuple(wanted.tolist()), each
            )
            for hit, near, fit, fitting, each in zip(hits, nearness, best.tolist(), filled.T.tolist(), gap, strict=True)
        ]
        if any(slot.kind is Kind.NUMBER for slot in slots):
            judged = self._with_figures_after(judged)
        return tuple(sorted(judged, key=lambda evidence: (-evidence.relevance, evidence.hit.row)))

    def _with_figures_after(self, judged: Sequence[Evidence]) -> list[Evidence]:
        """Those judged, and the sentences that go on with a figure asked for, hardly less relevant than it is."""
        found = {each.hit.row: each for each in judged}
        for each in judged:
            for row in figures_after(each.hit.row, self._index) if each.has_it else ():
                own = found.get(row)
                if own is None or own.relevance < each.relevance - GOING_ON:
                    found[row] = replace(
                        each,
                        hit=own.hit if own else Hit(row, self._index.places[row], 0.0, 0.0, 0.0, 0.0),
                        relevance=each.relevance - GOING_ON,
                        nearness=each.nearness - GOING_ON,
                        filled=NOTHING,
                    )
        return list(found.values())

    def _read_gap(self, question: Question, hits: Sequence[Hit]) -> list[Filled]:
        """What each sentence has of the one thing that the question asks for, where it asks for one."""
        gap = gap_of(question)
        if gap is None:
            return [NOTHING] * len(hits)
        return GapReader(gap, self._index, self._encoder).read([hit.place for hit in hits])

    def _is_said_by(self, voice: frozenset[str], hit: Hit) -> bool:
        """Whether it is said by the one whose words are asked for."""
        if not voice:
            return False
        told = [claim for claim in self._index.claims_at(hit.place) if not claim.own_voice]
        return any(voice & {*terms(claim.holder), *terms(" ".join(claim.through))} for claim in told)

    def _logits(self, question: Question, hits: Sequence[Hit], best: Fits) -> Scores:
        """What the selection model thinks of the best candidates; the others share its lowest opinion.

        Where few have what is asked for, these are read wherever they stand.
        """
        fitting = best >= FITTING
        promise = np.array([hit.score for hit in hits]) + (fitting if fitting.sum() <= RARE else 0.0)
        first = np.argsort(-promise, kind="stable")[:READ]
        read = self._selector.score(question.whole, [_candidate(hits[row]) for row in first])
        logits = np.full(len(hits), read.min(), dtype=np.float32)
        logits[first] = read
        return logits


def voices_asked(question: Question) -> frozenset[str]:
    """The words of the names whose own word is asked for: of one who is to say it, of all that are to be compared.

    "And Lund?" asks what Lund has to say of what was asked before.
    """
    names = frozenset(question.names)
    if question.kind is Kind.COMPARISON or (question.refers_back and _AND_WHO.fullmatch(question.clear)):
        return names
    return names & frozenset(terms(asked_voice(question) or ""))


def _nearness(hit: Hit, logit: float, named: Collection[str]) -> float:
    return hit.score + SELECTION_WEIGHT * logit + OUTLET_WEIGHT * (hit.place.source.file in named)


def _of_subject(filled: Filled) -> float:
    return FOLLOWS_WEIGHT * filled.follows - ELSEWHERE_WEIGHT * filled.elsewhere


def _weight(filled: Filled) -> float:
    return FILLED_WEIGHT * filled.filler.tied if filled.filler and filled.is_about_it else 0.0


def _candidate(hit: Hit) -> Candidate:
    previous = hit.place.previous
    return Candidate(hit.place.sentence.reading, previous.reading if previous else None, hit.place.source.title)
