"""How things stood and how they stand now, where articles of different times tell of what is asked about."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import permutations
from typing import NamedTuple

from corpus.patterns import regex
from index.claims import Claim
from index.reader import Index
from index.words import terms
from rag.cues import Kind
from rag.difference import READ, Difference
from rag.evidence import Evidence
from rag.held import FAR_APART, Held
from rag.question import Question
from rag.same_fact import is_same_fact

LATER = timedelta(days=60)
"""How long after the one article another must be written for what it tells to be how things stand now."""
BEST = 0.2
"""How far below the best sentence the nearer of the two may be,"""
NEAR = 0.3
"""and the other one,"""
NEAR_IN_TIME = 0.5
"""also where the question itself asks how things went on."""
ALL_BUT_ALL = 0.75
"""The share of the question's words that both must have to be of one matter,"""
HALF = 0.5
"""less where it asks what became of something,"""
FEWEST_WORDS = 2
_STILL = regex(r"\bstill\b(?!\s(?:lifes?|lives|images?|water)\b)", re.IGNORECASE)
_NEWS = regex(
    r"\b(?:now|again|since|meanwhile|no\slonger|any\s?more|at\slast|finally|after\sall|instead|nowadays|abandon\w*"
    r"|drop(?:s|ped)|quash\w*|revis\w+|withdr[ae]w\w*|struck\sdown|annul\w*|revers\w+|overturn\w*|repeal\w*|lift(?:s|ed)"
    r"|reinstat\w+|scrap(?:s|ped)|cancel\w*|extend\w*|amend\w*|correct(?:s|ed)|(?:has|have)\s(?:been|fallen|risen|gone|come|taken)"
    r"|resum\w+|reopen\w*|closed|completed|replaced|banned|restored|cut\sto|raised\sto|back\s(?:at|to|in))\b",
    re.IGNORECASE,
)
_WENT_ON = regex(
    r"\b(?:bec[ao]me|happen(?:s|ed|ing)?|outcome|fate|nowadays|meanwhile|finally|eventually|today|now|in\sthe\send)\b",
    re.IGNORECASE,
)


class _Needed(NamedTuple):
    """What two sentences must have: a share of the question's words, so many at least, a reach below the best one.

    Where it does not ask how things went on, the later one must itself tell of a change (`news`).
    """

    share: float
    fewest: int
    reach: float
    news: bool


def status_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """An update between what is told of a matter and what a later article tells; None where none does."""
    needed = _needed(question)
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence[:READ] if best - each.relevance <= needed.reach]
    told = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place)) and _is_news(claim)]
    pairs = [
        (one, other)
        for one, other in permutations(told, 2)
        if _is_later(other, one)
        and best - max(one.evidence.relevance, other.evidence.relevance) <= BEST
        and _are_of_it(question, one, other, needed)
        and not is_same_fact(one.evidence, other.evidence, index)
    ]
    if not pairs:
        return None
    one, other = max(pairs, key=lambda pair: _weight(question, *pair))
    return Difference("status", "update", ((one,), (other,)))


def asks_for_status(question: Question) -> bool:
    """Whether it asks for a thing or a place, or whether something is still so."""
    return question.kind in (Kind.THING, Kind.PLACE) or asks_whether_still(question)


def asks_whether_still(question: Question) -> bool:
    """Whether it asks if something is still so."""
    return question.kind is Kind.YES_OR_NO and _STILL.search(question.clear) is not None


def _needed(question: Question) -> _Needed:
    if asks_whether_still(question):
        return _Needed(0.0, 1, NEAR_IN_TIME, news=False)
    if _WENT_ON.search(question.clear):
        return _Needed(HALF, 1, NEAR_IN_TIME, news=False)
    return _Needed(ALL_BUT_ALL, FEWEST_WORDS, NEAR, news=True)


def _weight(question: Question, one: Held, other: Held) -> tuple[date, float]:
    """How well two tell how things went on: whether something is still so is told by the latest of all."""
    latest = other.claim.written if asks_whether_still(question) else None
    return latest or date.min, one.evidence.relevance + other.evidence.relevance


def _is_news(claim: Claim) -> bool:
    """Whether it was written on a known day, and not of a time long before."""
    day, written = claim.day, claim.written
    return written is not None and (day is None or written - day <= FAR_APART)


def _is_later(other: Held, one: Held) -> bool:
    return bool(one.claim.written and other.claim.written and other.claim.written - one.claim.written >= LATER)


def _are_of_it(question: Question, one: Held, other: Held, needed: _Needed) -> bool:
    """Whether both are of what is asked about; two of its words may be no more than what a thing is called."""
    shared = set(question.words) & set(terms(one.claim.text)) & set(terms(other.claim.text))
    are_of_it = len(shared) >= max(needed.fewest, needed.share * len(question.words))
    tells_news = len(shared) > FEWEST_WORDS or _NEWS.search(other.claim.text) is not None
    return are_of_it and (tells_news or not needed.news)
