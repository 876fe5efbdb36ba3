"""Two claims -> agreement, conflict, update, framing, scope, or nothing, by their structure and their nearness."""

from dataclasses import dataclass
from itertools import product
from typing import Literal

from index.claims import Claim
from index.figure import Figure
from index.figures import Comparison, compared
from index.held import denies_flatly
from index.judgement import About, leaning, matter_of

Kind = Literal["agreement", "conflict", "update", "framing", "scope"]

NEAR = 0.35
"""The least cosine of two claims that are compared at all; what the vector store finds below is not looked at."""
ALIKE = 0.8
"""From this cosine on two claims without figures say the same."""
OPPOSED = 0.6
"""From this cosine on two judgements are of one matter."""
DENYING = 0.7
"""From this cosine on a denial denies the other claim."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What two claims are to each other, by their numbers, `one` the smaller; `strength` is their cosine."""

    one: int
    other: int
    kind: Kind
    about: About
    strength: float


def related(one: Claim, other: Claim, cosine: float) -> tuple[Kind, About] | None:
    """What two claims are to each other, and about what; None for nothing.

    Figures of one thing speak first. Then a denial and what it denies are a conflict, and judgements of different
    holders on one matter framing, unless they say the same.
    """
    figures = _figures(one, other) if cosine >= NEAR else None
    if figures:
        return figures, "quantity"
    if cosine < OPPOSED or (one.quantities and other.quantities):  # each counts something else
        return None
    return _by_meaning(one, other, cosine)


def _by_meaning(one: Claim, other: Claim, cosine: float) -> tuple[Kind, About] | None:
    """What two claims on one matter are to each other without figures."""
    if denies_flatly(one.text) != denies_flatly(other.text) and one.holder != other.holder and cosine >= DENYING:
        return "conflict", matter_of(one.text, other.text, "event")
    if cosine >= ALIKE:
        return "agreement", "event"
    if one.holder != other.holder and leaning(one.text) * leaning(other.text) < 0:
        return "framing", matter_of(one.text, other.text, "evaluation")
    return None


def _figures(one: Claim, other: Claim) -> Comparison | None:
    """What their figures are to each other: a clash counts before an agreement."""
    pairs = product(one.quantities, other.quantities)
    found = {compared(Figure(one, left), Figure(other, right)) for left, right in pairs}
    order: tuple[Comparison, ...] = ("conflict", "update", "scope", "agreement")
    return next((kind for kind in order if kind in found), None)
