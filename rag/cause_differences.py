"""Causes that the sources give differently, or that one gives and another calls unknown."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.reader import Index
from index.words import STOP_WORDS, stem, surface_words, terms
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.question import Question

NEAR = 0.45
"""How far below the best sentence one may be that tells of the cause."""
MOST_SIDES = 3
_CAUSING_WORDS = frozenset(terms("cause caused reason start started trigger triggered lead led"))
_ASKED = regex(
    r"\bwhat\s(?:\w+\s)?(?:caused|causes|destroyed|started|triggered|sparked|brought\s(?:down|about)|led\sto|set\soff|killed)\b"
    r"|\b(?:cause|origin)\sof\b",
    re.IGNORECASE,
)
_CAUSE = r"\b(?:causes?|caused|origins?)\b"
_NO = r"(?:\b(?:not|never|cannot|yet\sto|trying\sto)|n[’']t)"
_UNKNOWN = regex(
    rf"{_CAUSE}[^.;]{{0,100}}?\b(?:is|are|was|were|remains?|remained)\s(?:\w+\s){{0,2}}?"
    r"(?:unknown|unclear|undetermined|unexplained|(?:not|never)\s(?:\w+\s){0,2}?(?:known|clear|established|determined))\b"
    r"|\b(?:unknown|unclear)\s(?:cause|origin|what\scaused)\b"
    rf"|{_NO}\s(?:\w+\s){{0,3}}?(?:know|known|clear|say|said|establish\w*|determin\w*|explain\w*)\s(?:\w+\s){{0,3}}?{_CAUSE}",
    re.IGNORECASE,
)
_BY = regex(
    r"\b(?:caused\sby|due\sto|because\sof|blamed\son|attributed\sto|the\sresult\sof|owing\sto|triggered\sby|started\sby"
    r"|sparked\sby|set\soff\sby|ignited\sby|destroyed\sby)\s(?P<cause>[^.,;:()“”]{3,80})",
    re.IGNORECASE,
)
_CAUSING = regex(
    r"\b(?:caused|triggered|incited|sparked|set\soff|led\sto|brought\s(?:down|about)|ignited)\s(?!by\b)(?P<effect>[^.,;:()“”]{3,120})",
    re.IGNORECASE,
)
_NOT_GIVEN = regex(r"(?:\b(?:not|never|no|nor|whether|what|how|if|without)|n[’']t)\b[^.,;:]{0,40}\Z", re.IGNORECASE)


def cause_differences(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """Those who give a cause against those who call it unknown, and each against those who give another."""
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence[:READ] if best - each.relevance <= NEAR]
    held = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    asked = frozenset(question.words) - _CAUSING_WORDS
    given = [each for each in held if gives_cause(each.claim.text, asked)]
    givers = {each.claim.holder for each in given}
    unknown = [each for each in held if each.claim.holder not in givers and calls_unknown(each.claim.text)]
    if unknown and given:
        yield Difference("cause", "conflict", (tuple(given[:MOST_OF_A_SIDE]), tuple(unknown[:MOST_OF_A_SIDE])))
    rivals = _rivals(given, asked)[:MOST_SIDES] if _ASKED.search(question.clear) else []
    if len(rivals) > 1:
        yield Difference("cause", "framing", tuple(tuple(side[:MOST_OF_A_SIDE]) for side in rivals))


def calls_unknown(text: str) -> bool:
    """Whether a statement says that a cause is not known."""
    return _UNKNOWN.search(text) is not None


def gives_cause(text: str, asked: frozenset[str]) -> bool:
    """Whether a statement says what caused something of which it has one of the words asked about, as stems."""
    if calls_unknown(text):
        return False
    by, causing = _BY.search(text), _CAUSING.search(text)
    for found, effect in ((by, text[: by.start()] if by else ""), (causing, causing["effect"] if causing else "")):
        if found and not _NOT_GIVEN.search(text, 0, found.start()) and asked & set(terms(effect)):
            return True
    return False


def cause_named(text: str) -> frozenset[str]:
    """The stems of the words for what caused something, where they stand behind a word for causing."""
    found = _BY.search(text)
    words = surface_words(found["cause"]) if found else ()
    return frozenset(stem(word) for word in words if word not in STOP_WORDS)


def _rivals(given: Sequence[Held], asked: frozenset[str]) -> list[list[Held]]:
    """Those who assert a cause, together where their causes share a word, and no holder twice."""
    sides: list[tuple[set[str], list[Held]]] = []
    holders: set[str] = set()
    for each in given:
        cause = cause_named(each.claim.text) - asked
        if not cause or each.claim.held == "denied":
            continue
        fitting = next((side for side in sides if side[0] & cause), None)
        if fitting:
            fitting[0].update(cause)
            fitting[1].append(each)
        elif each.claim.holder not in holders:
            sides.append((set(cause), [each]))
        holders.add(each.claim.holder)
    return [side for _, side in sides]
