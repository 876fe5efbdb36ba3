"""Days on which sources put the same event, where they are not the same."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from index.claims import Claim
from index.moments import YEAR, moments_in
from index.reader import Index
from index.words import stem, surface_words, terms
from rag.cliques import gathered
from rag.evidence import Evidence
from rag.held import Held
from rag.question import Question

NEAR = 0.42
"""How far below the best sentence one may be that gives another day."""
ALIKE = 0.5
"""How near in meaning two sentences must be to tell of one event."""
SHARED = 0.5
"""The least share of the question's words, names aside, that each of them has."""
MOST_SIDES = 3
_OF_TIME = {stem(word) for word in "day date year month time exactly when".split()}


def days_apart(
    question: Question, evidence: Sequence[Evidence], index: Index
) -> Iterator[tuple[tuple[Held, ...], tuple[Held, ...]]]:
    """Each two sides that put what is asked for on days of which none is the same."""
    sides = _sides(list(_dated(question, evidence, index)))[:MOST_SIDES]
    for one, other in combinations(sides, 2):
        if _disjoint(one[0], other[0]) and one[0].claim.file != other[0].claim.file and _alike(one[0], other[0], index):
            yield one, other


def _dated(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Held]:
    asked = set(terms(question.clear)) - set(terms(" ".join(question.names))) - _OF_TIME
    best = evidence[0].relevance if evidence else 0.0
    for each in evidence:
        claim = index.claim_at(each.hit.place)
        if claim is None or _days(claim) is None or best - each.relevance > NEAR:
            continue
        shared = asked & {stem(word) for word in surface_words(each.hit.place.sentence.reading)}
        if len(shared) >= SHARED * len(asked):
            yield Held(each, claim)


def _days(claim: Claim) -> tuple[date, date] | None:
    """The first and the last day that a claim may speak of; None where it names several times, or none for certain."""
    if len(moments_in(claim.text)) > 1:
        return None
    if claim.moment is None:
        years = set(map(int, YEAR.findall(claim.text)))
        year = years.pop() if len(years) == 1 else None
        return (date(year, 1, 1), date(year, 12, 31)) if year else None
    first, last = claim.moment.first, claim.moment.last
    return (first, last) if first and last and claim.moment.bound == "on" else None


def _sides(held: Sequence[Held]) -> list[tuple[Held, ...]]:
    """Those who name days that overlap, together."""
    return [tuple(side) for side in gathered(held, lambda one, other: not _disjoint(one, other))]


def _disjoint(one: Held, other: Held) -> bool:
    first, second = _days(one.claim), _days(other.claim)
    return first is not None and second is not None and (first[1] < second[0] or second[1] < first[0])


def _alike(one: Held, other: Held, index: Index) -> bool:
    return float(index.vectors[one.evidence.hit.row] @ index.vectors[other.evidence.hit.row]) >= ALIKE
