"""How what one of the named says has changed, where a question asks for that."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.patterns import regex
from index.judgement import matter_of
from index.reader import Index
from index.words import terms
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.question import Question

FAR = 0.5
"""How far below the best sentence the word of the one named may be."""
SAME = 0.75
"""From this nearness in meaning on somebody says the same again."""
MOST_SIDES = 4
_CHANGES = regex(
    r"\b(?:chang(?:e|es|ed|ing)|shift(?:s|ed|ing)?|evolv(?:e|es|ed|ing)|develop(?:s|ed)?|mov(?:ed|ing)|revis(?:ed|ing|ion)"
    r"|revers(?:ed|ing|al)|backtrack\w*|over\s+time|since\s+then|in\s+the\s+meantime|(?:days?|weeks?|months?|years?)\s+later)\b",
    re.IGNORECASE,
)


def changed_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """An update with a side for each day on which the one named said something else; None where nobody did."""
    if not _CHANGES.search(question.clear):
        return None
    sides = _sides(sorted(_said(question, evidence, index), key=lambda held: _day(held) or date.max), index)
    if len(sides) < 2:
        return None
    about = matter_of(sides[0][0].claim.text, sides[-1][0].claim.text, "status")
    return Difference(about, "update", tuple(_best_first(side) for side in sides[-MOST_SIDES:]))


def _said(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Held]:
    """What the first of those says whom the question names, as far as it is known when."""
    best = evidence[0].relevance if evidence else 0.0
    voice: frozenset[str] = frozenset()
    for each in evidence[:READ]:
        claim = index.claim_at(each.hit.place)
        if claim is None or claim.own_voice or best - each.relevance > FAR:
            continue
        held = Held(each, claim)
        spoken = frozenset(terms(claim.holder)) & frozenset(question.names)
        voice = voice or spoken
        if voice & spoken and _day(held):
            yield held


def _sides(held: Sequence[Held], index: Index) -> list[list[Held]]:
    """Those of one day together, and those with them that say the same on the next."""
    sides: list[list[Held]] = []
    for each in held:
        if sides and (_day(each) == _day(sides[-1][-1]) or _nearest(each, sides[-1], index) >= SAME):
            sides[-1].append(each)
        else:
            sides.append([each])
    return sides


def _day(held: Held) -> date | None:
    """The day on which it was said: that of the claim if it names one, else that of the article."""
    return held.claim.day or held.claim.written


def _nearest(one: Held, others: Sequence[Held], index: Index) -> float:
    return max(float(index.vectors[one.evidence.hit.row] @ index.vectors[each.evidence.hit.row]) for each in others)


def _best_first(side: Sequence[Held]) -> tuple[Held, ...]:
    return tuple(sorted(side, key=lambda held: -held.evidence.relevance)[:MOST_OF_A_SIDE])
