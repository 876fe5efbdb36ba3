"""What each article opens with: in the order of their days, for one who does not know yet what they tell of."""

from collections.abc import Collection
from datetime import date

import numpy as np

from index.reader import Index
from rag.quote import Point, Quote

MOST = 10
"""Articles whose openings are told at once."""
FEWEST_WORDS = 6
"""Of an opening: a shorter one is a place or a rubric."""


def openings(index: Index, files: Collection[str]) -> tuple[Point, ...]:
    """The first whole sentence of each of these articles; of many, those that are nearest to what all tell of."""
    rows: dict[str, int] = {}
    for row, place in enumerate(index.places):
        if place.source.file in files and _may_open(_quote(row, index)):
            rows.setdefault(place.source.file, row)
    middle = np.mean(index.vectors, axis=0)
    central = sorted(rows.values(), key=lambda row: -float(index.vectors[row] @ middle))[:MOST]
    return tuple(Point(_quote(row, index)) for row in sorted(central, key=lambda row: (_day(row, index), row)))


def _may_open(quote: Quote) -> bool:
    sentence = quote.place.sentence
    return sentence.kind == "prose" and not quote.is_fragment and len(sentence.reading.split()) >= FEWEST_WORDS


def _quote(row: int, index: Index) -> Quote:
    place = index.places[row]
    return Quote(place, place.sentence.start, place.sentence.end, index.claim_at(place))


def _day(row: int, index: Index) -> date:
    return index.places[row].source.date or date.max
