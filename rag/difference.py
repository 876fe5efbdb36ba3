"""A way in which sources differ on what a question asks."""

from dataclasses import dataclass

from rag.answer import About, Relation
from rag.held import Held

READ = 24
"""How many of the best sentences are looked through for another side."""
MOST_OF_A_SIDE = 4


@dataclass(frozen=True, slots=True)
class Difference:
    """A way in which sources differ; each side has those who are on it, the most relevant first."""

    about: About
    relation: Relation
    sides: tuple[tuple[Held, ...], ...]
