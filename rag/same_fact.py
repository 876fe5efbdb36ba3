"""Whether two sentences say the same."""

import re

from corpus.patterns import regex
from index.quantities import quantities_of
from index.reader import Index, Place
from index.words import surface_words
from rag.causes import calls_unknown
from rag.evidence import Evidence
from rag.verdict import Evidence as Told
from rag.verify_negation import NEGATION, lost_negation
from rag.verify_opposites import opposite_word

ALIKE = 0.8
"""How near in meaning two sentences are that say the same."""
_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non")
_HARDLY = regex(r"\b(?:barely|hardly|scarcely)\b", re.IGNORECASE)


def is_same_fact(one: Evidence, other: Evidence, index: Index) -> bool:
    """Whether two are near in meaning, neither a figure nor what is asked for is another, and none denies the other."""
    if one.filled.differs_from(other.filled):
        return False
    if float(index.vectors[one.hit.row] @ index.vectors[other.hit.row]) < ALIKE:
        return False
    first, second = one.hit.place, other.hit.place
    said, told = first.sentence.reading, second.sentence.reading
    return _figures(first) == _figures(second) and not are_opposed(said, told)


def are_opposed(one: str, other: str) -> bool:
    """Whether one of two texts denies what the other says, uses the opposite of a word of it, or alone has a "not"."""
    return _differ_in_a_negation(one, other) or any(
        gainsays(said, [Told(told)])
        for said, told in ((one, other), (other, one))
        for gainsays in (lost_negation, opposite_word)
    )


def _differ_in_a_negation(one: str, other: str) -> bool:
    """Whether only one of two has a "not", or calls a cause unknown, or has "un-" before a word of the other."""
    words, others = set(surface_words(one)), set(surface_words(other))
    turned = any(
        f"{prefix}{word}" in second
        for first, second in ((words, others), (others, words))
        for word in first
        for prefix in _PREFIXES
    )
    is_negated = (bool(NEGATION.search(text) or _HARDLY.search(text)) for text in (one, other))
    return turned or len(set(is_negated)) > 1 or calls_unknown(one) != calls_unknown(other)


def _figures(place: Place) -> frozenset[tuple[float, float | None, str, str]]:
    found = quantities_of(place.sentence.reading)
    return frozenset((each.value, each.upper, each.unit, each.comparator) for each in found)
