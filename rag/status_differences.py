"""How things stood and how they stand now, where articles of different times tell of what is asked about."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import permutations

from corpus.patterns import regex
from index.claims import Claim
from index.reader import Index
from index.words import terms
from rag.cues import Kind
from rag.difference import READ, Difference
from rag.evidence import Evidence
from rag.held import Held
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
LONG_AGO = timedelta(days=365)
"""A day so long before its article is history, and no state of things."""
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


def status_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """An update between what is told of a matter and what a later article tells; None where none does."""
    share, fewest, reach = _needed(question)
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence[:READ] if best - each.relevance <= reach]
    told = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place)) and _is_news(claim)]
    pairs = [
        (one, other)
        for one, other in permutations(told, 2)
        if _is_later(other, one)
        and best - max(one.evidence.relevance, other.evidence.relevance) <= BEST
        and _are_of_it(question, one, other, share, fewest)
        and (reach > NEAR or _tells_news(question, one, other))
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


def _needed(question: Question) -> tuple[float, int, float]:
    """The share of its words that two must have, how many at least, and how far below the best one of them may be."""
    if asks_whether_still(question):
        return 0.0, 1, NEAR_IN_TIME
    if _WENT_ON.search(question.clear):
        return HALF, 1, NEAR_IN_TIME
    return ALL_BUT_ALL, FEWEST_WORDS, NEAR


def _weight(question: Question, one: Held, other: Held) -> tuple[date, float]:
    """How well two tell how things went on: whether something is still so is told by the latest of all."""
    latest = other.claim.written if asks_whether_still(question) else None
    return latest or date.min, one.evidence.relevance + other.evidence.relevance


def _is_news(claim: Claim) -> bool:
    """Whether it was written on a known day, and not of a time long before."""
    day, written = claim.day, claim.written
    return written is not None and (day is None or written - day <= LONG_AGO)


def _tells_news(question: Question, one: Held, other: Held) -> bool:
    """Whether the later of two has a word for a change, or both so many of the question that they are of one matter."""
    shared = set(question.words) & set(terms(one.claim.text)) & set(terms(other.claim.text))
    return len(shared) > FEWEST_WORDS or _NEWS.search(other.claim.text) is not None


def _is_later(other: Held, one: Held) -> bool:
    return bool(one.claim.written and other.claim.written and other.claim.written - one.claim.written >= LATER)


def _are_of_it(question: Question, one: Held, other: Held, share: float, fewest: int) -> bool:
    shared = set(question.words) & set(terms(one.claim.text)) & set(terms(other.claim.text))
    return len(shared) >= fewest and len(shared) >= share * len(question.words)
