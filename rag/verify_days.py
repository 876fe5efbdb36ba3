"""A day belongs to what happened on it: not to something else that the evidence tells of another day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.moments import Moment, moments_of
from index.support_words import coverage, weights_of
from index.words import terms
from rag.verdict import Evidence
from rag.verify_dates import is_same_moment
from rag.verify_negation import sentences_of

MOST = 0.8
"""The share of what a clause says, by weight, that a clause of the evidence must have to tell of the same."""
_JOINT = regex(r"[;:]\s+|,?\s+(?:and|but|while|whereas|although|though|after|before|when|where)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """The stems of a clause, its moments left out, and these moments; `leaning` are the stems of the one before."""

    said: str
    stems: frozenset[str]
    leaning: frozenset[str]
    moments: tuple[Moment, ...]


def day_of_another(claim: str, evidence: Sequence[Evidence]) -> str | None:
    """Why a moment of the statement is that of another event, or None."""
    for each in evidence:
        told = [clause for clause in _dated(each.text, each) if clause.moments]
        if len({moment.text for clause in told for moment in clause.moments}) < 2:
            continue
        for said in _dated(claim, each):
            if len(said.moments) == 1 and said.stems and (reason := _moved(said, told)):
                return reason
    return None


def _moved(said: Dated, told: Sequence[Dated]) -> str | None:
    """The reason, where all that tells of the same event has another moment, and one of another event has this one."""
    moment = said.moments[0]
    weights = weights_of(said.said)
    same = [clause for clause in told if coverage(weights, clause.stems) >= MOST]
    same = same or [clause for clause in told if coverage(weights, clause.stems | clause.leaning) >= MOST]
    if not same or any(is_same_moment(moment, other) for clause in same for other in clause.moments):
        return None
    elsewhere = any(is_same_moment(moment, other) for clause in told for other in clause.moments)
    return f"the source says {same[0].moments[0].text} of this, not {moment.text}" if elsewhere else None


def _dated(text: str, evidence: Evidence) -> Iterator[Dated]:
    before = frozenset[str]()
    for sentence in sentences_of(text):
        for clause in _JOINT.split(sentence):
            moments = tuple(moments_of(clause, evidence.date))
            rest = _without(clause, moments)
            stems = frozenset(terms(rest))
            yield Dated(rest, stems, before, moments)
            before = stems


def _without(clause: str, moments: Sequence[Moment]) -> str:
    for moment in reversed(moments):
        clause = f"{clause[: moment.start]} {clause[moment.end :]}"
    return clause
