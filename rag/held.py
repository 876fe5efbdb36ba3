"""A claim as the side of a difference: with the evidence it was found in."""

from dataclasses import dataclass
from datetime import timedelta

from index.claims import Claim
from index.figure import Figure
from rag.evidence import Evidence

FAR_APART = timedelta(days=300)
"""Between days of which neither figure gainsays the other; a count so long before its article is history."""
BEFORE = 3
"""Sentences back at most to what is called "it"."""


@dataclass(frozen=True, slots=True)
class Held:
    """A claim with the evidence it was found in.

    `figure` is the one that matters, where figures differ; `span` the part of its sentence that counts, where only one
    does, in code points of its source. `goes_on` says that the next one of its side is the same voice, right behind it.
    """

    evidence: Evidence
    claim: Claim
    figure: Figure | None = None
    span: tuple[int, int] | None = None
    goes_on: bool = False


def are_far_apart(one: Held, other: Held) -> bool:
    """Whether two claims speak of days that lie far apart, or were written on such days."""
    first, second = (each.claim.day or each.claim.written for each in (one, other))
    return bool(first and second and abs(first - second) > FAR_APART)


def told_before(held: Held) -> str:
    """What its paragraph tells before it, the last few sentences: they may name what is called "it"."""
    place = held.evidence.hit.place
    earlier = place.source.sentences[max(0, place.number - BEFORE) : place.number]
    return " ".join(each.reading for each in earlier if each.paragraph == place.sentence.paragraph)
