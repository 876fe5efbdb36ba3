"""An accusation that answers a question, beside what the accused says to it, or what another tells of him."""

from collections.abc import Iterator, Sequence

from index.reader import Index
from index.replies import denies, negates
from index.words import terms
from rag.accusations import Accusation, accusation_in
from rag.difference import READ, Difference
from rag.evidence import Evidence
from rag.held import Held, are_far_apart

ANSWERS = 0.1
"""How far below the best sentence an accusation may be, or the denial of its very deed, that answers the question."""
DENIED_NEAR = 0.5
"""How far an accusation may be that an answering sentence denies, and a denial that does not name the deed;
what gainsays it in its own words may be anywhere."""
ALIKE = 0.3
"""How near in meaning to the accusation the word of the accused must be that does not have half of its words."""


def accused_differences(evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """A conflict between an accusation and the first that gainsays it, where one of the two answers the question."""
    best = evidence[0].relevance if evidence else 0.0
    held = [Held(each, claim) for each in evidence[:READ] if (claim := index.claim_at(each.hit.place))]
    for one in held:
        accusation = accusation_in(one.claim.text) if _is_within(one, best, DENIED_NEAR) else None
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
    answers = _is_within(one, best, ANSWERS)
    if claim.own_voice or not accusation.is_of(claim.holder):
        return answers and accusation.is_told_undone(claim.text)
    alike = _are_alike(one, other, index)
    denied = claim.held == "denied" or denies(claim.text)
    if denied and (accusation.is_in_words_of(claim.text) or (alike and accusation.act in terms(claim.text))):
        return answers or _is_within(other, best, ANSWERS)
    near = _is_within(other, best, DENIED_NEAR) and alike and (denied or negates(claim.text))
    return answers and (near or accusation.is_told_undone(claim.text))


def _are_alike(one: Held, other: Held, index: Index) -> bool:
    return float(index.vectors[one.evidence.hit.row] @ index.vectors[other.evidence.hit.row]) >= ALIKE


def _is_within(held: Held, best: float, reach: float) -> bool:
    return best - held.evidence.relevance <= reach
