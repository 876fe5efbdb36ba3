"""Those who call out of the ordinary what a question asks about, and those to whom it was to be expected."""

from collections.abc import Sequence
from itertools import product

from index.reader import Index
from rag.difference import READ, Difference
from rag.evidence import Evidence
from rag.foreseeing import asks_whether_foreseen, stance_of
from rag.held import Held
from rag.question import Question

NEAR = 0.5
"""How far below the best sentence one may be that says either."""


def foreseen_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """The most relevant who says that nobody could know it, against the most relevant who says otherwise."""
    if not asks_whether_foreseen(question.clear):
        return None
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence[:READ] if best - each.relevance <= NEAR]
    held = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    beyond = [each for each in held if stance_of(each.claim.text) == "beyond"]
    ordinary = [each for each in held if stance_of(each.claim.text) == "ordinary"]
    apart = ((one, other) for one, other in product(beyond, ordinary) if one.claim.holder != other.claim.holder)
    sides = max(apart, key=_relevance, default=None)
    return Difference("evaluation", "framing", ((sides[0],), (sides[1],))) if sides else None


def _relevance(pair: tuple[Held, Held]) -> float:
    return sum(each.evidence.relevance for each in pair)
