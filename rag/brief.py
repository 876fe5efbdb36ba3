"""What a language model is given to write from: numbered sentences, and how they differ."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.patterns import regex
from index.reader import Index, Place
from rag.contrast import Contrast, Position
from rag.found import Found
from rag.quote import Quote, one_line

MOST = 28
"""Sentences given at most."""
LONGEST = 500
"""Characters of the longest sentence that is given, and cited, whole; of a longer one its decisive part is."""
_LEANS = regex(
    r"[\"'“‘(]*(?:he|she|it|they|his|her|its|their|this|that|these|those|such|but|and|however|yet|so|both)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Brief:
    """The question, its evidence by numbers from 1, and the differences, whose quotes are all among the evidence."""

    question: str
    quotes: tuple[Quote, ...]
    contrasts: tuple[Contrast, ...]

    def quote(self, number: int) -> Quote | None:
        """The evidence of a number; None where nothing has it."""
        return self.quotes[number - 1] if 1 <= number <= len(self.quotes) else None

    def with_before(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """These numbers, and those of the sentences that they lean on, where they are given too."""
        places = {_key(quote): number for number, quote in enumerate(self.quotes, start=1)}
        leaning = [quote.place for quote in map(self.quote, numbers) if quote and leans(quote.place.sentence.reading)]
        before = (places.get((place.source.file, place.number - 1)) for place in leaning)
        return tuple(dict.fromkeys((*numbers, *filter(None, before))))

    def numbers_of(self, quotes: Iterable[Quote]) -> tuple[int, ...]:
        """The numbers of some of its quotes."""
        return tuple(dict.fromkeys(self.quotes.index(quote) + 1 for quote in quotes))


def brief_of(found: Found, index: Index, room: int) -> Brief:
    """The brief for what was found, in at most `room` characters of evidence; the differences come before the rest."""
    chosen = [quote for point in found.points for quote in point.quotes]
    differing = [quote for contrast in found.contrasts for quote in contrast.quotes]
    given: dict[tuple[str, int], Quote] = {}
    for quote in (*chosen[:1], *differing, *chosen, *_neighbours(chosen, index)):
        used = sum(len(each.text) for each in given.values())
        if len(given) < MOST and used + len(quote.text) <= room:
            given.setdefault(_key(quote), _whole(quote))
    contrasts = [_within(contrast, given) for contrast in found.contrasts]
    return Brief(
        question=found.question.whole if found.question.refers_back else found.question.text,
        quotes=tuple(given.values()),
        contrasts=tuple(contrast for contrast in contrasts if len(contrast.positions) > 1),
    )


def leans(reading: str) -> bool:
    """Whether a sentence begins with a word that means something in the one before."""
    return _LEANS.match(one_line(reading)) is not None


def _key(quote: Quote) -> tuple[str, int]:
    return quote.place.source.file, quote.place.number


def _whole(quote: Quote) -> Quote:
    """The whole sentence of a quote, unless it is too long or a page cuts it."""
    sentence = quote.place.sentence
    if quote.is_fragment or len(sentence.text) > LONGEST:
        return quote
    return replace(quote, start=sentence.start, end=sentence.end)


def _within(contrast: Contrast, given: dict[tuple[str, int], Quote]) -> Contrast:
    """The difference in the words that are given; a side of which none is given is left out."""
    sides = [
        replace(
            position, quotes=tuple(dict.fromkeys(given[_key(each)] for each in position.quotes if _key(each) in given))
        )
        for position in contrast.positions
    ]
    return replace(contrast, positions=tuple(_nonempty(sides)))


def _nonempty(positions: Sequence[Position]) -> Iterator[Position]:
    return (position for position in positions if position.quotes)


def _neighbours(quotes: Sequence[Quote], index: Index) -> Iterator[Quote]:
    """The sentence before one that leans on it, and the one after that leans on this."""
    for quote in quotes:
        place = quote.place
        before, after = place.previous, place.following
        if before and leans(place.sentence.reading):
            yield _neighbour(Place(place.source, place.number - 1), index)
        if after and leans(after.reading):
            yield _neighbour(Place(place.source, place.number + 1), index)


def _neighbour(place: Place, index: Index) -> Quote:
    return Quote(place, place.sentence.start, place.sentence.end, index.claim_at(place))
