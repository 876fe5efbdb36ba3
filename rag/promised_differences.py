"""For when what is to come was announced, where the sources give different days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.patterns import regex
from index.calendar_words import MONTH, WEEKDAY
from index.claims import Claim
from index.moments import Moment, moments_of
from index.reader import Index
from index.words import terms
from rag.cliques import gathered
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.gaps.asked_gap import gap_of
from rag.held import Held
from rag.question import Question

CLOSE = 0.2
"""How far below the best sentence one may be that gives another day, whatever its words;"""
NEAR, ALIKE = 0.4, 0.5
"""and how far where it is so near in meaning to the first that gives one: what is to come is of many kinds."""
MOST_SIDES = 4
_TO_COME = regex(
    r"\bwhen\s(?:is|are)\b[^?.;]*\bagain\b"
    r"|\bwhen\sdo(?:es)?\b[^?.;]*\b(?:begin|start|(?:re)?open|resume|restart|close|end|finish|return|arrive|leave)\b"
    r"|\b(?:when|(?:what|which)\s(?:day|date|month|year))\b[^?.;]*?\b(?:will|can|could|shall|may|should|would|due"
    r"|planned|scheduled|promised|announced|(?:expect|plan|hope|intend|suppose|aim|promise|want|mean)(?:s|ed)?\sto"
    r"|(?:supposed|meant|going)\sto|(?:expect|plan|hope|aim)(?:s|ed)?\b)",
    re.IGNORECASE,
)
_WOULD_HAVE = regex(r"\b(?:could|should|would|may)\b[^?.;]*\bhave\b", re.IGNORECASE)
# What is not to be, what depends on something, what would have been, and what was planned once.
_NOT_FIRM = regex(
    r"\b(?:not|never|nobody|nothing|none|cannot|unlikely|doubt\w*|if|unless)\b|n[’']t\b|\bno\sone\b|\A\W*had\b"
    r"|\bhad\s(?:\w+\s)?(?:promised|planned|hoped|expected|announced|meant|intended|wanted)\b"
    r"|\b(?:was|were)\s(?:\w+\s)?(?:to|due|expected|supposed|meant|promised|planned|scheduled)\b",
    re.IGNORECASE,
)
_PLANNING = frozenset(
    terms("expect plan hope intend aim promise announce schedule suppose mean meant due date day month year")
)
_PLACE = regex(rf"\b(?:in|at|of|to|near|from)\s(?:the\s)?(?!{MONTH}|{WEEKDAY})([A-Z][\w’'-]+)")
_OWNER = regex(r"([\w-]+)[’']s?\s")


@dataclass(frozen=True, slots=True)
class _Promise:
    """A statement with the days, later than its article, that it gives for what is to come."""

    held: Held
    written: date
    first: date
    last: date

    @property
    def relevance(self) -> float:
        return self.held.evidence.relevance


_Side = list[_Promise]


def promised_differences(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """For a question of what is to come: an update of the times given on other days, a conflict of those given on one.

    None where several articles say outright when: which of them differ is known by more than their nearness.
    """
    outright = {each.hit.place.source.file for each in evidence if each.filled.is_tied}
    if len(outright) > 1:
        return
    sides = sorted(_sides(list(_promises(question, evidence, index))), key=lambda side: -side[0].relevance)[:MOST_SIDES]
    by_day: dict[date, list[_Side]] = {}
    for side in sides:
        by_day.setdefault(min(each.written for each in side), []).append(side)
    for together in by_day.values():
        if len(together) > 1:
            yield Difference("prediction", "conflict", tuple(map(_told, together)))
    if len(by_day) > 1:
        yield Difference("prediction", "update", tuple(_told(by_day[day][0]) for day in sorted(by_day)))


def asks_of_what_is_to_come(question: Question) -> bool:
    """Whether it asks when something will be, not when it was, nor when it would have been."""
    return bool(_TO_COME.search(question.clear)) and not _WOULD_HAVE.search(question.clear)


def is_to_come(claim: Claim) -> bool:
    """Whether a statement speaks of a day later than its article."""
    moment, written = claim.moment, claim.written
    return moment is not None and written is not None and _is_ahead(moment, written)


def _told(side: _Side) -> tuple[Held, ...]:
    return tuple(each.held for each in side[:MOST_OF_A_SIDE])


def _promises(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[_Promise]:
    """The most relevant of each article, those close to the best, of which the first with a word of the question tells.

    Each has a name where the question has any. Where the question asks for one thing in a few words, or the first has
    all of its words, each has them all.
    """
    names = set(question.names) if set(question.names) < set(question.words) else set()
    asked = set(question.words) - names - _PLANNING
    needed = set(question.words) - _PLANNING if gap_of(question) else set()
    announcing: list[tuple[Evidence, _Promise, set[str]]] = []
    for each in evidence[:READ]:
        promise, said = _promise(each, index), set(terms(each.hit.place.sentence.reading))
        # Not the mayor's brother where the mayor is asked about.
        of_another = _owners(each.hit.place.sentence.reading) & set(question.words) - _owners(question.clear)
        if promise and needed <= said and (not names or names & said) and not of_another:
            announcing.append((each, promise, said))
    close = [(each, said) for each, _, said in announcing if announcing[0][0].relevance - each.relevance <= CLOSE]
    first, stated = next(((each, said) for each, said in close if asked & said), (None, set()))
    if first is None:
        return
    files: set[str] = set()
    for each, promise, said in announcing:
        if promise.held.claim.file in files or (asked <= stated and not asked <= said) or not _may_be_one(each, first):
            continue
        behind = evidence[0].relevance - each.relevance
        if behind <= CLOSE or (behind <= NEAR and _cosine(each, first, index) >= ALIKE):
            files.add(promise.held.claim.file)
            yield promise


def _promise(evidence: Evidence, index: Index) -> _Promise | None:
    """What a sentence announces firmly; None where it names no day to come, or several."""
    claim = index.claim_at(evidence.hit.place)
    if claim is None or claim.written is None or claim.held == "denied" or _NOT_FIRM.search(claim.text):
        return None
    ahead = [moment for moment in moments_of(claim.text, claim.written) if _is_ahead(moment, claim.written)]
    if len(ahead) != 1 or ahead[0].first is None or ahead[0].last is None:
        return None
    return _Promise(Held(evidence, claim), claim.written, ahead[0].first, ahead[0].last)


def _may_be_one(one: Evidence, other: Evidence) -> bool:
    """Whether two sentences are not each of a place of its own."""
    places = [set(_PLACE.findall(each.hit.place.sentence.reading)) for each in (one, other)]
    return not all(places) or not places[0].isdisjoint(places[1])


def _owners(text: str) -> set[str]:
    """The stems of the words that own something: mayor of "the mayor's brother"."""
    return {word for owner in _OWNER.findall(text) for word in terms(owner)}


def _is_ahead(moment: Moment, written: date) -> bool:
    return moment.first is not None and moment.first > written


def _cosine(one: Evidence, other: Evidence, index: Index) -> float:
    return float(index.vectors[one.hit.row] @ index.vectors[other.hit.row])


def _sides(promises: Sequence[_Promise]) -> list[_Side]:
    """Those who give times that overlap, together."""
    return gathered(promises, lambda one, other: other.first <= one.last and one.first <= other.last)
