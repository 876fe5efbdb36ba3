"""What a sentence has of the gap of a question."""

from dataclasses import dataclass

from index.reader import Place
from rag.gaps.filler import TIED, Filler

BACK = 4
"""Sentences of a paragraph that are looked back through for the one who is meant."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence read for a gap.

    `named` says that it names the one asked about, `follows` that a sentence before it does, `elsewhere` that nothing
    in its article does. `namer` is the sentence before it with the name that fills the gap, where it says "she".
    """

    named: bool = False
    follows: bool = False
    elsewhere: bool = False
    filler: Filler | None = None
    namer: Place | None = None

    @property
    def is_about_it(self) -> bool:
        """Whether it may speak of the one asked about."""
        return self.named or self.follows

    @property
    def is_tied(self) -> bool:
        """Whether it says firmly what fills the gap."""
        return self.is_about_it and self.filler is not None and self.filler.tied >= TIED

    def differs_from(self, other: "Filled") -> bool:
        """Whether both fill the gap, and not with the same thing."""
        return bool(self.filler and other.filler and self.filler.differs_from(other.filler))


NOTHING = Filled()
"""What a sentence has of no gap."""


def before(place: Place) -> list[Place]:
    """The sentences before one in its paragraph, the nearest first."""
    found: list[Place] = []
    while len(found) < BACK and place.previous is not None:
        place = Place(place.source, place.number - 1)
        found.append(place)
    return found
