"""Whether two figures count things of one kind, by their nouns alone."""

import re

from index.quantities import Quantity
from index.words import stem, surface_words

# Nouns of English for human beings whatever they do or suffer; what befell them is told by the words around.
_HUMANS = frozenset(
    """
    people person persons individual individuals human humans resident residents inhabitant inhabitants refugee refugees
    civilian civilians citizen citizens man men woman women child children migrant migrants evacuee evacuees population
    villager villagers local locals family families
    """.split()
)
_PEOPLE_OF = re.compile(r"[A-Z]\w+(?:s|ese|ish)$")


def counts_people(quantity: Quantity) -> bool:
    """Whether human beings are counted: "residents", "ethnic Serbs"."""
    words = quantity.counted.split()
    return (
        not quantity.unit
        and bool(words)
        and (any(word.lower() in _HUMANS for word in words) or bool(_PEOPLE_OF.match(words[-1])))
    )


def same_kind(one: Quantity, other: Quantity) -> bool:
    """Whether both measure in one dimension, or count things of one name, or human beings."""
    if one.unit or other.unit:
        return one.same_measure(other)
    if counts_people(one) and counts_people(other):
        return True
    return bool(_nouns(one.counted) & _nouns(other.counted))


def _nouns(counted: str) -> set[str]:
    return {stem(word) for word in surface_words(counted)}
