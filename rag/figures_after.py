"""Sentences that go on with a figure of what one before them counts: "It has since raised that to 34."."""

from collections.abc import Iterator

from index.quantities import Quantity
from index.reader import Index
from index.taken_up import SENTENCES


def figures_after(row: int, index: Index) -> Iterator[int]:
    """The rows of the sentences behind one, in its article, with a figure that takes up what one of its own counts."""
    counted = [each for each in _figures(row, index) if each.counted or each.unit]
    end = min(row + 1 + SENTENCES, len(index.places))
    for other in range(row + 1, end):
        if index.places[other].source is not index.places[row].source:
            return
        taken = (each for each in _figures(other, index) if each.is_taken_up)
        if any((each.counted, each.unit) == (found.counted, found.unit) for each in taken for found in counted):
            yield other


def _figures(row: int, index: Index) -> tuple[Quantity, ...]:
    claim = index.claim_at(index.places[row])
    return claim.quantities if claim else ()
