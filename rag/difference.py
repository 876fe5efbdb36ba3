"""A way in which sources differ on what a question asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.answer import About, Relation
from rag.held import Held

READ = 24
"""How many of the best sentences are looked through for another side."""
MOST_OF_A_SIDE = 4

_Side = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A way in which sources differ; each side has those who are on it, the most relevant first."""

    about: About
    relation: Relation
    sides: tuple[tuple[Held, ...], ...]


def told_once(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Each difference, but none whose sides another one of its relation has, be it with more on them."""
    sides = [[frozenset((held.claim.file, held.claim.start) for held in side) for side in each.sides] for each in found]

    def is_told_by(number: int, other: int) -> bool:
        same = other != number and found[other].relation == found[number].relation
        fuller = same and _has_each(sides[other], sides[number])
        return fuller and (other < number or not _has_each(sides[number], sides[other]))

    places = range(len(found))
    return tuple(found[number] for number in places if not any(is_told_by(number, other) for other in places))


def _has_each(other: Sequence[_Side], sides: Sequence[_Side]) -> bool:
    """Whether every side is, or is a part of, a side of its own of another difference of as many."""
    fitting = {next((place for place, side in enumerate(other) if own <= side), None) for own in sides}
    return None not in fitting and len(fitting) == len(sides) == len(other)
