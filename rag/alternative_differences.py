"""Who takes which side, where a question itself names two and the sources use its words for them."""

from collections.abc import Sequence

from index.judgement import matter_of
from index.reader import Index
from index.words import terms
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.question import Question
from rag.sides_asked import sides_asked

NEAR = 0.45
"""How far below the best sentence one may be that takes a side."""
FAR = 0.7
"""The same where it has another word of the question besides: the best may have all of them but the side's."""
DECISIVE = 2
"""How many words next to the "or" may tell the sides apart."""


def alternative_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """A side for each of the two that the question names; None where it names none, or nobody takes one of them."""
    asked = sides_asked(question.clear)
    if asked is None:
        return None
    names = set(question.names)
    told = [set(terms(each.hit.place.sentence.reading)) for each in evidence[:READ]]
    one = _decisive([word for word in terms(asked.one) if word not in names][::-1], told)
    other = _decisive([word for word in terms(asked.other) if word not in names], told)
    best = evidence[0].relevance if evidence else 0.0
    matter = set(question.words) - one - other
    sides: tuple[list[Held], list[Held]] = ([], [])
    for each in evidence[:READ]:
        claim = index.claim_at(each.hit.place)
        window = FAR if matter & set(terms(each.hit.place.sentence.reading)) else NEAR
        side = _side_of(each, one - other, other - one) if best - each.relevance <= window else None
        if claim is not None and side is not None:
            sides[side].append(Held(each, claim))
    if not all(sides):
        return None
    about = matter_of(sides[0][0].claim.text, sides[1][0].claim.text, "evaluation")
    return Difference(about, "framing", (tuple(sides[0][:MOST_OF_A_SIDE]), tuple(sides[1][:MOST_OF_A_SIDE])))


def _decisive(words: Sequence[str], told: Sequence[set[str]]) -> set[str]:
    """The word of a side nearest to the "or" that the sources use: the next may be what both sides are about."""
    near = words[:DECISIVE]
    used = [word for word in near if any(word in each for each in told)]
    return {*used[:1]} or {*near}


def _side_of(each: Evidence, one: set[str], other: set[str]) -> int | None:
    """0 or 1 by the side whose word a sentence has; None where it has none, or one of each."""
    said = set(terms(each.hit.place.sentence.reading))
    if bool(said & one) == bool(said & other):
        return None
    return 0 if said & one else 1
