"""How what one of the named says has changed, where a question asks for that."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from corpus.patterns import regex
from index.claims import Claim
from index.judgement import matter_of
from index.reader import Index
from index.words import terms
from rag.difference import READ, Difference
from rag.evidence import Evidence
from rag.held import FAR_APART, Held
from rag.question import Question
from rag.same_fact import are_opposed
from rag.told_change import told_change
from rag.whose_change import Asked

FAR = 0.5
"""How far below the best sentence the word of the one named may be."""
OWN_WORD, HIS_WORD, TOLD_OF_HIM = 0.5, 0.8, 0.6
"""The same where a question asks whether somebody has changed his mind: of what he writes as an outlet, of which all is
his, of what an article says that he says, and of a sentence that begins with him."""
SAME = 0.75
"""From this nearness in meaning on somebody says the same again."""
MOST_SIDES = 4
MOST_OF_A_DAY = 2
"""How many of what was said on one day are told: not all of it is of the matter."""
_CHANGES = regex(
    r"\b(?:chang(?:e|es|ed|ing)|shift(?:s|ed|ing)?|evolv(?:e|es|ed|ing)|develop(?:s|ed)?|mov(?:ed|ing)|revis(?:ed|ing|ion)"
    r"|revers(?:ed|ing|al)|backtrack\w*|over\s+time|since\s+then|in\s+the\s+meantime|(?:days?|weeks?|months?|years?)\s+later)\b",
    re.IGNORECASE,
)

_THAT = regex(r"that\s+", re.IGNORECASE)


def changed_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """An update with a side for each day on which the one asked about said something else; None where nobody did."""
    asked = Asked.by(question.text)
    if asked is None and not _CHANGES.search(question.clear):
        return None
    named, his = _said(question, evidence, index), _said_by(asked, evidence, index) if asked else iter(())
    readings = (named, his) if asked is None or asked.head in question.names else (his, named)
    sides = next((sides for said in readings if len(sides := _in_order(said, index)) > 1), [])
    if not sides:
        return None
    about = matter_of(sides[0][0].claim.text, sides[-1][0].claim.text, "status")
    return Difference(about, "update", tuple(_best_first(side) for side in sides[-MOST_SIDES:]))


def _in_order(said: Iterable[Held], index: Index) -> list[list[Held]]:
    """What was said, a side for each day."""
    return _with_told(_sides(sorted(said, key=lambda held: _day(held) or date.max), index))


def _said_by(asked: Asked, evidence: Sequence[Evidence], index: Index) -> Iterator[Held]:
    """What the one asked about says, be it as an outlet, or is told of at the head of a sentence."""
    best = evidence[0].relevance if evidence else 0.0
    asked = asked.as_named_in(each.hit.place.sentence.reading for each in evidence[:READ])
    for each in evidence[:READ]:
        whole, *parts = index.claims_at(each.hit.place) or (None,)
        if whole is None:
            continue
        own = next((claim for claim in (whole, *parts) if _is_his(asked, claim)), None)
        held = Held(each, own or whole, span=_words_of(own, each) if own and own is not whole else None)
        if _day(held) and best - each.relevance <= _reach(asked, own, whole):
            yield held


def _words_of(part: Claim, evidence: Evidence) -> tuple[int, int]:
    """The span of a part of a sentence, without the "that" before it."""
    that = _THAT.match(evidence.hit.place.source.text, part.start, part.end)
    return (that.end() if that else part.start), part.end


def _reach(asked: Asked, own: Claim | None, whole: Claim) -> float:
    """How far below the best sentence one may be that is his, or begins with him; nowhere where it is neither."""
    if own:
        return OWN_WORD if own.own_voice else HIS_WORD
    if not asked.begins(whole.text):
        return -1.0
    return TOLD_OF_HIM if whole.own_voice else HIS_WORD  # "the mayor, Ann Reed, said" is held by Ann Reed


def _is_his(asked: Asked, claim: Claim) -> bool:
    """Whether a claim is his; a file that is called after him is not he."""
    return claim.holder != claim.file and asked.is_named(claim.holder)


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
        if sides and (_day(each) == _day(sides[-1][-1]) or _says_again(each, sides[-1], index)):
            sides[-1].append(each)
        else:
            sides.append([each])
    return sides


def _with_told(sides: list[list[Held]]) -> list[list[Held]]:
    """The same; where what is told first is a change, in one sentence, its two halves stand for all of that day."""
    for each in sides[0] if sides else ():
        halves = None if each.evidence.hit.place.sentence.fragments else _halves(each)
        if halves:
            return [[halves[0]], [halves[1]], *sides[1:]]
    return sides


def _halves(held: Held) -> tuple[Held, Held] | None:
    """What a sentence tells was held before, and what is now."""
    sentence = held.evidence.hit.place.sentence
    told = told_change(sentence.text)
    if told is None:
        return None
    before, after = ((sentence.start + start, sentence.start + end) for start, end in told)
    return replace(held, span=before), replace(held, span=after)


def _day(held: Held) -> date | None:
    """The day on which it was said: one that the claim names, not long before its article, else that of the article."""
    day, written = held.claim.day, held.claim.written
    if day and written:
        return day if timedelta(0) <= written - day <= FAR_APART else written
    return day or written


def _says_again(one: Held, others: Sequence[Held], index: Index) -> bool:
    """Whether it is near in meaning to one of the others, and does not deny it."""
    return any(
        float(index.vectors[one.evidence.hit.row] @ index.vectors[each.evidence.hit.row]) >= SAME
        and not are_opposed(one.claim.text, each.claim.text)
        for each in others
    )


def _best_first(side: Sequence[Held]) -> tuple[Held, ...]:
    return tuple(sorted(side, key=lambda held: -held.evidence.relevance)[:MOST_OF_A_DAY])
