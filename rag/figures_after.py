"""Sentences that go on with a figure of what one before them counts: "It has since raised that to 34."."""

from collections.abc import Iterator

from index.quantities import Quantity
from index.reader import Index
from index.taken_up import SENTENCES


def figures_after(row: int, index: Index) -> Iterator[int]:
    """The rows of the sentences behind one, in its article, with a figure that takes up what one of its own counts."""
    place = index.places[row]
    first = {each.taken_from or (place.number, each.value) for each in _figures(row, index)}
    for other in range(row + 1, min(row + 1 + SENTENCES, len(index.places))):
        if index.places[other].source is not place.source:
            return
        if first & {each.taken_from for each in _figures(other, index)}:
            yield other


def _figures(row: int, index: Index) -> tuple[Quantity, ...]:
    claim = index.claim_at(index.places[row])
    return claim.quantities if claim else ()
