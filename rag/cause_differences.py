"""Causes that the sources give differently, or that one gives and another calls unknown."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.reader import Index
from index.words import STOP_WORDS, stem, surface_words
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.question import Question

NEAR = 0.45
"""How far below the best sentence one may be that tells of the cause."""
MOST_SIDES = 3
_ASKED = regex(
    r"\bwhat\s(?:\w+\s)?(?:caused|causes|destroyed|started|triggered|sparked|brought\s(?:down|about)|led\sto|set\soff|killed)\b"
    r"|\b(?:cause|origin)\sof\b",
    re.IGNORECASE,
)
_CAUSE = r"\b(?:causes?|origins?)\b"
_UNKNOWN = regex(
    rf"{_CAUSE}[^.;]{{0,100}}?\b(?:is|are|was|were|remains?|remained)\s(?:\w+\s){{0,2}}?"
    r"(?:unknown|unclear|undetermined|unexplained|(?:not|never)\s(?:\w+\s){0,2}?(?:known|clear|established|determined))\b"
    r"|\bunknown\s(?:cause|origin)\b"
    rf"|\b(?:not|never|cannot|n[’']t)\s(?:\w+\s){{0,3}}?(?:know|known|establish\w*|determine\w*|explain\w*)\s(?:\w+\s){{0,3}}?{_CAUSE}",
    re.IGNORECASE,
)
_GIVEN = regex(
    r"\b(?:caused\sby|due\sto|because\sof|blam(?:ed|es)|attribut(?:ed|es)|(?:the\s)?result\sof|owing\sto|triggered|incited"
    r"|sparked|set\soff|led\sto|brought\s(?:down|about)|ignited|caused)\b",
    re.IGNORECASE,
)
_BY = regex(
    r"\b(?:caused\sby|due\sto|because\sof|blamed\son|attributed\sto|the\sresult\sof|owing\sto|triggered\sby|started\sby"
    r"|sparked\sby|set\soff\sby|ignited\sby|destroyed\sby|blames|blamed)\s(?P<cause>[^.,;:()“”]{3,80})",
    re.IGNORECASE,
)


def cause_differences(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """Those who give a cause against those who call it unknown, and each against those who give another."""
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence[:READ] if best - each.relevance <= NEAR]
    held = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    unknown = [each for each in held if calls_unknown(each.claim.text)]
    given = [each for each in held if each not in unknown and gives_cause(each.claim.text)]
    if unknown and given:
        yield Difference("cause", "conflict", (tuple(given[:MOST_OF_A_SIDE]), tuple(unknown[:MOST_OF_A_SIDE])))
    rivals = _rivals(given, frozenset(question.words))[:MOST_SIDES] if _ASKED.search(question.clear) else []
    if len(rivals) > 1:
        yield Difference("cause", "framing", tuple(tuple(side[:MOST_OF_A_SIDE]) for side in rivals))


def calls_unknown(text: str) -> bool:
    """Whether a statement says that a cause is not known."""
    return _UNKNOWN.search(text) is not None


def gives_cause(text: str) -> bool:
    """Whether a statement says what caused something."""
    return _GIVEN.search(text) is not None


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
