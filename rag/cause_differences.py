"""Causes that the sources give differently, or that one gives and another calls unknown."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.reader import Index
from index.words import terms
from rag.causes import DONE, calls_unknown, cause_named, effect_of, gives_cause
from rag.cues import Kind
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.question import Question

NEAR = 0.45
"""How far below the best sentence one may be that gives the cause, or calls it unknown,"""
RIVAL_NEAR = 0.6
"""and one that gives another cause: it has its own word for what happened."""
MOST_SIDES = 3
BEFORE = 3
"""Sentences back at most to what is called "it"."""
_CAUSING_WORDS = frozenset(terms("cause caused reason start started trigger triggered lead led brought down"))
_ASKED = regex(
    rf"\bwhat\s(?:(?!was\b|were\b|is\b|are\b|been\b)\w+\s){{0,2}}?(?:(?:{DONE}|started)\s(?!by\b|on\b|in\b|at\b)"
    r"|(?:brought|bring)\s(?:\w+\s){1,4}down\b)",
    re.IGNORECASE,
)


def cause_differences(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """Those who give a cause against those who call it unknown, and each against those who give another."""
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence[:READ] if best - each.relevance <= RIVAL_NEAR]
    told = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    asked = frozenset(question.words) - _CAUSING_WORDS
    giving = [each for each in told if gives_cause(each.claim.text, asked, _before(each))]
    held, given = ([each for each in some if best - each.evidence.relevance <= NEAR] for some in (told, giving))
    givers = {each.claim.holder for each in given}
    unknown = [each for each in held if each.claim.holder not in givers and calls_unknown(each.claim.text)]
    if unknown and given:
        yield Difference("cause", "conflict", (tuple(given[:MOST_OF_A_SIDE]), tuple(unknown[:MOST_OF_A_SIDE])))
    rivals = _rivals(giving, asked)[:MOST_SIDES]
    if len(rivals) > 1:
        yield Difference("cause", "framing", tuple(tuple(side[:MOST_OF_A_SIDE]) for side in rivals))


def asks_for_cause(question: Question) -> bool:
    """Whether it asks why, or what brought something about."""
    return question.kind is Kind.REASON or _ASKED.search(question.clear) is not None


def _rivals(given: Sequence[Held], asked: frozenset[str]) -> list[list[Held]]:
    """Those who assert a cause, together where their causes share a word, and no holder twice.

    What another gives the cause of is what happened, and no rival of that cause: "the fire destroyed the mill".
    """
    happened = frozenset().union(*(effect_of(each.claim.text) for each in given))
    sides: list[tuple[set[str], list[Held]]] = []
    holders: set[str] = set()
    for each in given:
        cause = cause_named(each.claim.text, asked, _before(each)) - asked
        if not cause or cause <= happened or each.claim.held == "denied":
            continue
        fitting = next((side for side in sides if side[0] & cause), None)
        if fitting:
            fitting[0].update(cause)
            fitting[1].append(each)
        elif each.claim.holder not in holders:
            sides.append((set(cause), [each]))
        holders.add(each.claim.holder)
    return [side for _, side in sides]


def _before(held: Held) -> str:
    """What its paragraph tells before it, the last few sentences: they may name what is called "it"."""
    place = held.evidence.hit.place
    earlier = place.source.sentences[max(0, place.number - BEFORE) : place.number]
    return " ".join(each.reading for each in earlier if each.paragraph == place.sentence.paragraph)
