"""An accusation that answers a question, beside what the accused says to it, or what another tells of him."""

from collections.abc import Iterator, Sequence

from index.reader import Index
from index.replies import denies, negates
from rag.accusations import Accusation, accusation_in
from rag.difference import READ, Difference
from rag.evidence import Evidence
from rag.held import Held, are_far_apart

ANSWERS = 0.1
"""How far below the best sentence an accusation may be that answers the question,"""
DENIED_NEAR = 0.5
"""and the word of the accused; who tells in the words of the accusation that he does not do it may be anywhere."""
ALIKE = 0.3
"""How near in meaning to the accusation the word of the accused must be that does not speak of denying."""


def accused_differences(evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """A conflict between the best sentence, where it accuses somebody, and the first that gainsays it."""
    best = evidence[0].relevance if evidence else 0.0
    held = [Held(each, claim) for each in evidence[:READ] if (claim := index.claim_at(each.hit.place))]
    for one in held:
        accusation = accusation_in(one.claim.text) if _is_within(one, best, ANSWERS) else None
        if accusation is None or one.claim.held == "denied":
            continue
        others = (other for other in held if other is not one and _gainsays(other, one, accusation, best, index))
        other = next(others, None)
        if other:
            yield Difference("event", "conflict", ((one,), (other,)))
            return


def _gainsays(other: Held, one: Held, accusation: Accusation, best: float, index: Index) -> bool:
    """Whether it is the denial of the accused, or tells that he does not do it; not the accuser's word."""
    claim = other.claim
    if claim.holder == one.claim.holder or accusation_in(claim.text) or are_far_apart(one, other):
        return False
    if not claim.own_voice and accusation.is_of(claim.holder) and _is_within(other, best, DENIED_NEAR):
        alike = float(index.vectors[one.evidence.hit.row] @ index.vectors[other.evidence.hit.row]) >= ALIKE
        return claim.held == "denied" or denies(claim.text) or (alike and negates(claim.text))
    return accusation.is_told_undone(claim.text)


def _is_within(held: Held, best: float, reach: float) -> bool:
    return best - held.evidence.relevance <= reach
