"""The figure of a sentence that fills the gap of a question."""

from collections.abc import Collection, Sequence

from index.people import counts_people, is_anybody
from index.quantities import Quantity, quantities_of
from index.units import unit_named
from index.words import stem, surface_words
from rag.gaps.filler import LOOSE, TIED, Filler
from rag.gaps.gap import Gap
from rag.gaps.words import Word

NEAR = 48
"""Characters between the word for what is measured and its figure, or for what happened and its day."""
NOWHERE = 999
_NO_UNITS = ("", "%", "times")


def figure_in(gap: Gap, reading: str, words: Sequence[Word], heads: Collection[str]) -> Filler | None:
    """The figure of what is measured: in a unit of its dimension, or beside a word for what is counted."""
    found = [each for each in quantities_of(reading) if _may_be(each, gap.dimension)]
    if not found:
        return None
    nearest = min(found, key=lambda each: _far(gap, each, words, heads))
    far = _far(gap, nearest, words, heads)
    if far > NEAR and len(found) > 1:
        return None
    firm = far <= NEAR or gap.dimension is not None
    text = f"{reading[nearest.start : nearest.end]} {nearest.counted}".strip()
    return Filler(nearest.start, nearest.end, text, frozenset((text,)), TIED if firm else LOOSE, quantity=nearest)


def _may_be(quantity: Quantity, dimension: str | None) -> bool:
    if dimension is None:
        return not (quantity.unit or quantity.money)
    return quantity.unit not in _NO_UNITS and unit_named(quantity.unit).dimension == dimension


def _far(gap: Gap, quantity: Quantity, words: Sequence[Word], heads: Collection[str]) -> int:
    """How many characters part a figure from the nearest word for what is measured; none where it counts that."""
    if gap.thing and _counts(quantity, gap.thing):
        return 0
    places = [word for word in words if word.lower in heads]
    far = min((max(word.start - quantity.end, quantity.start - word.end, 0) for word in places), default=NOWHERE)
    counted = gap.head is not None and _counts(quantity, gap.head)  # inhabitants, where a population is asked for
    return min(far, NEAR) if counted else far


def _counts(quantity: Quantity, thing: str) -> bool:
    named = stem(thing) in {stem(word) for word in surface_words(quantity.counted)}
    return named or (is_anybody(thing) and counts_people(quantity))
