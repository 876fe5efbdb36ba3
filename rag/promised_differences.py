"""For when what is to come was announced, where the sources give different days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.patterns import regex
from index.moments import Moment, moments_of
from index.reader import Index
from index.words import terms
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.question import Question

CLOSE = 0.2
"""How far below the best sentence one may be that gives another day, whatever its words;"""
NEAR, ALIKE = 0.4, 0.5
"""and how far where it is so near in meaning to the first that gives one: what is to come is of many kinds."""
MOST_SIDES = 4
_TO_COME = regex(
    r"\bwhen\b[^?.;]*?\b(?:will|can|could|shall|may|should|would|again|due|planned|scheduled|promised|announced"
    r"|(?:expect|plan|hope|intend|suppose|aim|promise|want|mean)(?:s|ed)?\sto|(?:supposed|meant|going)\sto"
    r"|(?:expect|plan|hope|aim)(?:s|ed)?\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Promise:
    """A statement with the days, later than its article, that it gives for what is to come."""

    held: Held
    written: date
    first: date
    last: date


def promised_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """A side for each time that was given, in the order in which they were; None where all give the same.

    Given on other days it is an update, for who announces a later day speaks of what has come to be known since.
    """
    if not _TO_COME.search(question.clear):
        return None
    promises = _promises(question, evidence, index)
    sides = _sides(sorted(promises, key=lambda each: (each.written, -each.held.evidence.relevance)))
    if len(sides) < 2:
        return None
    given = {side[0].written for side in sides}
    told = tuple(tuple(each.held for each in side[:MOST_OF_A_SIDE]) for side in sides[-MOST_SIDES:])
    return Difference("prediction", "update" if len(given) > 1 else "conflict", told)


def _promises(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[_Promise]:
    """Those of what is asked: the first has a word of the question."""
    asked = set(question.words) - set(question.names)
    first: Evidence | None = None
    for each in evidence[:READ]:
        promise = _promise(each, index)
        if promise is None:
            continue
        if first is None and not asked & set(terms(each.hit.place.sentence.reading)):
            return
        first = first or each
        behind = evidence[0].relevance - each.relevance
        if behind <= CLOSE or (behind <= NEAR and _cosine(each, first, index) >= ALIKE):
            yield promise


def _promise(evidence: Evidence, index: Index) -> _Promise | None:
    """What a sentence announces; None where it names no day to come, or several."""
    claim = index.claim_at(evidence.hit.place)
    if claim is None or claim.written is None:
        return None
    ahead = [moment for moment in moments_of(claim.text, claim.written) if _is_ahead(moment, claim.written)]
    if len(ahead) != 1 or ahead[0].first is None or ahead[0].last is None:
        return None
    return _Promise(Held(evidence, claim), claim.written, ahead[0].first, ahead[0].last)


def _cosine(one: Evidence, other: Evidence, index: Index) -> float:
    return float(index.vectors[one.hit.row] @ index.vectors[other.hit.row])


def _is_ahead(moment: Moment, written: date) -> bool:
    return moment.first is not None and moment.first > written


def _sides(promises: Sequence[_Promise]) -> list[list[_Promise]]:
    """Those who give times that overlap, together."""
    sides: list[list[_Promise]] = []
    for each in promises:
        fitting = next((side for side in sides if each.first <= side[0].last and side[0].first <= each.last), None)
        if fitting is None:
            sides.append([each])
        else:
            fitting.append(each)
    return sides
