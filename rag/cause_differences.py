"""Causes that the sources give differently, or that one gives and another calls unknown."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.reader import Index
from index.words import STOP_WORDS, stem, surface_words, terms
from rag.cues import Kind
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.question import Question

NEAR = 0.6
"""How far below the best sentence one may be that tells of the cause."""
MOST_SIDES = 3
_CAUSING_WORDS = frozenset(terms("cause caused reason start started trigger triggered lead led brought down"))
_CAUSE = r"\b(?:causes?|caused|origins?)\b"
_NO = r"(?:\b(?:not|never|cannot|yet\sto|trying\sto)|n[’']t)"
_UNKNOWN = regex(
    rf"{_CAUSE}[^.;]{{0,100}}?\b(?:is|are|was|were|remains?|remained)\s(?:\w+\s){{0,2}}?"
    r"(?:unknown|unclear|undetermined|unexplained|(?:not|never)\s(?:\w+\s){0,2}?(?:known|clear|established|determined))\b"
    r"|\b(?:unknown|unclear)\s(?:cause|origin|what\scaused)\b"
    rf"|{_NO}\s(?:\w+\s){{0,3}}?(?:know|known|clear|say|said|establish\w*|determin\w*|explain\w*)\s(?:\w+\s){{0,3}}?{_CAUSE}",
    re.IGNORECASE,
)
_DONE = r"(?:caused|triggered|sparked|set\soff|ignited|brought\sdown|toppled|felled|wrecked|destroyed|derailed)"
_BY = regex(
    rf"\b(?:{_DONE}\sby|started\sby|due\sto|because\sof|blamed\son|attributed\sto|the\sresult\sof|owing\sto)"
    r"\s(?P<cause>[^.,;:()“”]{3,80})",
    re.IGNORECASE,
)
_CAUSING = regex(
    rf"\b(?:(?:{_DONE}|incited|led\sto|brought\sabout)\s(?!by\b)(?P<effect>[^.,;:()“”]{{3,120}})"
    r"|brought\s(?P<fallen>(?:\w+\s){1,4})down\b)",
    re.IGNORECASE,
)
_ASKED = regex(rf"\bwhat\s(?:\w+\s)?(?:{_DONE}|brought\s(?:\w+\s){{1,4}}down)\b", re.IGNORECASE)
_BEGINNING = regex(r"[.,;:()“”]|\b(?:that|which|who|said|says|and|but|so|when|while|as)\b", re.IGNORECASE)
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
    rivals = _rivals(given, asked)[:MOST_SIDES]
    if len(rivals) > 1:
        yield Difference("cause", "framing", tuple(tuple(side[:MOST_OF_A_SIDE]) for side in rivals))


def asks_for_cause(question: Question) -> bool:
    """Whether it asks why, or what brought something about."""
    return question.kind is Kind.REASON or _ASKED.search(question.clear) is not None


def calls_unknown(text: str) -> bool:
    """Whether a statement says that a cause is not known."""
    return _UNKNOWN.search(text) is not None


def gives_cause(text: str, asked: frozenset[str]) -> bool:
    """Whether a statement says what caused something of which it has one of the words asked about, as stems."""
    return bool(_given(text, asked))


def cause_named(text: str, asked: frozenset[str]) -> frozenset[str]:
    """The stems of the words for what caused it, behind a word for causing or before one; none where none is given."""
    causes = " ".join(_given(text, asked))
    return frozenset(stem(word) for word in surface_words(causes) if word not in STOP_WORDS)


def _given(text: str, asked: frozenset[str]) -> list[str]:
    """The words for what a statement says was the cause of something asked about."""
    if calls_unknown(text):
        return []
    found = []
    by, causing = _BY.search(text), _CAUSING.search(text)
    if by and _is_given(text, by.start()) and asked & set(terms(text[: by.start()])):
        found.append(by["cause"])
    if causing and _is_given(text, causing.start()) and asked & set(terms(causing["effect"] or causing["fallen"])):
        found.append(_clause_before(text[: causing.start()]))
    return found


def _is_given(text: str, at: int) -> bool:
    return not _NOT_GIVEN.search(text, 0, at)


def _clause_before(text: str) -> str:
    """The end of a text from its last mark, or the last word that begins a clause."""
    begun = max((found.end() for found in _BEGINNING.finditer(text)), default=0)
    return text[begun:]


def _rivals(given: Sequence[Held], asked: frozenset[str]) -> list[list[Held]]:
    """Those who assert a cause, together where their causes share a word, and no holder twice."""
    sides: list[tuple[set[str], list[Held]]] = []
    holders: set[str] = set()
    for each in given:
        cause = cause_named(each.claim.text, asked) - asked
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
