"""Causes that the sources give differently, or that one gives and another calls unknown."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.reader import Index
from index.words import terms
from rag.causes import DONE, calls_unknown, cause_named, effect_of, gives_cause, of_unknown_cause
from rag.cues import ASKS, Kind
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.gaps.word_forms import is_form_of
from rag.held import Held, told_before
from rag.other_reasons import other_reasons
from rag.question import Question

NEAR = 0.45
"""How far below the best sentence one may be that gives the cause, or calls it unknown,"""
RIVAL_NEAR = 0.6
"""and one that gives another cause: it has its own word for what happened."""
UNKNOWN_FAR = 1.0
"""and one that calls unknown what caused the thing of which the question takes a cause for given."""
OF_WHAT_HAPPENED = 2
"""Words of the question, the cause aside, that who gives the cause has: it is asked about what happened."""
MOST_SIDES = 3
_CAUSING_WORDS = frozenset(terms("cause caused reason start started trigger triggered lead led brought down"))
_ASKED = regex(
    rf"\bwhat\s(?:(?!was\b|were\b|is\b|are\b|been\b)\w+\s){{0,2}}?(?:(?:{DONE}|started)\s(?!by\b|on\b|in\b|at\b)"
    r"|(?:brought|bring)\s(?:\w+\s){1,4}down\b)",
    re.IGNORECASE,
)


def cause_differences(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """Those who give a cause against those who call it unknown, and each against those who give another."""
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence[:READ] if best - each.relevance <= UNKNOWN_FAR]
    told = [found for each in near if (found := _held(each, index))]
    asked = frozenset(question.words) - _CAUSING_WORDS
    unknown = [each for each in told if _calls_unknown(each, asked, best)]
    told = [each for each in told if best - each.evidence.relevance <= RIVAL_NEAR]
    giving = [each for each in told if gives_cause(each.claim.text, asked, told_before(each))]
    given = [each for each in giving if best - each.evidence.relevance <= NEAR]
    givers = {each.claim.holder for each in given}
    unknown = [each for each in unknown if each.claim.holder not in givers]
    if unknown and given:
        yield Difference("cause", "conflict", (tuple(given[:MOST_OF_A_SIDE]), tuple(unknown[:MOST_OF_A_SIDE])))
    rivals = _rivals(giving, asked)[:MOST_SIDES]
    rivals = rivals if len(rivals) > 1 else other_reasons(_happened(question), told, best)
    if len(rivals) > 1:
        yield Difference("cause", "framing", tuple(tuple(side[:MOST_OF_A_SIDE]) for side in rivals))


def _happened(question: Question) -> list[str]:
    """The words for what is asked about in their order, without names and words for causing."""
    return [word for word in question.words if word not in question.names and word not in _CAUSING_WORDS]


def unknown_cause_differences(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """Those who give a cause that the question takes for a fact, or asks about, against one who calls it unknown.

    Both speak of what the question tells; the one who calls it unknown perhaps in the sentences before.
    """
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence[:READ] if best - each.relevance <= UNKNOWN_FAR]
    told = [found for each in near if (found := _held(each, index))]
    answering = [each for each in told if best - each.evidence.relevance <= NEAR]
    for unknown in told:
        effect = of_unknown_cause(unknown.claim.text)
        others = (each for each in answering if each.claim.holder != unknown.claim.holder)
        given = [each for each in others if _gives_asked(question, each, effect)]
        told_of = _tells_of(unknown) & set(question.words) - effect - _CAUSING_WORDS
        if given and told_of:
            yield Difference("cause", "conflict", (tuple(given[:MOST_OF_A_SIDE]), (unknown,)))
            return


def _calls_unknown(held: Held, asked: frozenset[str], best: float) -> bool:
    """Whether it says, near the question or of the very thing in it, that the cause is not known."""
    is_near = best - held.evidence.relevance <= NEAR
    return calls_unknown(held.claim.text) and (is_near or bool(of_unknown_cause(held.claim.text) & asked))


def _held(evidence: Evidence, index: Index) -> Held | None:
    """What a sentence states; where its article itself calls a cause unknown before it tells what others say, that."""
    claims = index.claims_at(evidence.hit.place)
    own = (part for part in claims[1:] if part.own_voice and calls_unknown(part.text))
    granted = next(own, None)
    if granted:
        return Held(evidence, granted, span=(granted.start, granted.end))
    return Held(evidence, claims[0]) if claims else None


def _tells_of(held: Held) -> set[str]:
    """The stems of what a sentence is about, as far as it, those before it and its article's title say."""
    place = held.evidence.hit.place
    return set(terms(f"{place.source.title or ''} {told_before(held)} {place.sentence.reading}"))


def _gives_asked(question: Question, held: Held, effect: frozenset[str]) -> bool:
    """Whether a statement gives the cause of an effect by a word of the question, and has others of what happened."""
    if not effect or held.claim.held in ("hedged", "denied"):
        return False
    causes = cause_named(held.claim.text, effect)
    named = {word for word in question.words if any(is_form_of(word, cause) for cause in causes)}
    return bool(named) and len(set(terms(held.claim.text)) & set(question.words) - named) >= OF_WHAT_HAPPENED


def takes_for_given(question: Question) -> bool:
    """Whether it says that something is so, or asks whether it is."""
    return question.kind is Kind.YES_OR_NO or not ASKS.match(question.clear)


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
        cause = cause_named(each.claim.text, asked, told_before(each)) - asked
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
