"""Whether two sentences say the same."""

from index.quantities import quantities_of
from index.reader import Index, Place
from rag import verdict
from rag.evidence import Evidence
from rag.verify_negation import lost_negation
from rag.verify_opposites import opposite_word

ALIKE = 0.8
"""How near in meaning two sentences are that say the same."""


def is_same_fact(one: Evidence, other: Evidence, index: Index) -> bool:
    """Whether two are near in meaning, neither a figure nor what is asked for is another, and none denies the other."""
    if one.filled.differs_from(other.filled):
        return False
    if float(index.vectors[one.hit.row] @ index.vectors[other.hit.row]) < ALIKE:
        return False
    first, second = one.hit.place, other.hit.place
    return _figures(first) == _figures(second) and not are_opposed(first.sentence.reading, second.sentence.reading)


def are_opposed(one: str, other: str) -> bool:
    """Whether one of two texts denies what the other says, or uses the opposite of a word of it."""
    return any(
        gainsays(said, [verdict.Evidence(told)])
        for said, told in ((one, other), (other, one))
        for gainsays in (lost_negation, opposite_word)
    )


def _figures(place: Place) -> frozenset[tuple[float, float | None, str, str]]:
    found = quantities_of(place.sentence.reading)
    return frozenset((each.value, each.upper, each.unit, each.comparator) for each in found)
