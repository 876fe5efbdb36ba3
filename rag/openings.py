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
LONGEST = 500
"""Characters of an opening; words that are longer are no quote but half of an article."""


def openings(index: Index, files: Collection[str]) -> tuple[Point, ...]:
    """The first whole sentence of each of these articles; of many, those that are nearest to what all of them tell.

    An article without one opens with its heading, or whatever stands first.
    """
    heard = [row for row, place in enumerate(index.places) if place.source.file in files]
    rows: dict[str, int] = {}
    for may_open in (_is_sentence, _is_short, lambda _: True):
        for row in heard:
            if may_open(_quote(row, index)):
                rows.setdefault(index.places[row].source.file, row)
    if not rows:
        return ()
    middle = np.mean(index.vectors[heard], axis=0)
    central = sorted(rows.values(), key=lambda row: -float(index.vectors[row] @ middle))[:MOST]
    return tuple(Point(_quote(row, index)) for row in sorted(central, key=lambda row: (_day(row, index), row)))


def _is_sentence(quote: Quote) -> bool:
    sentence = quote.place.sentence
    return sentence.kind == "prose" and len(sentence.reading.split()) >= FEWEST_WORDS and _is_short(quote)


def _is_short(quote: Quote) -> bool:
    return not quote.is_fragment and len(quote.text) <= LONGEST


def _quote(row: int, index: Index) -> Quote:
    place = index.places[row]
    return Quote(place, place.sentence.start, place.sentence.end, index.claim_at(place))


def _day(row: int, index: Index) -> date:
    return index.places[row].source.date or date.max
