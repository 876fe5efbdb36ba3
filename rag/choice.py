"""Which sentences make the answer: as many as the question needs, each fact once."""

from collections.abc import Sequence

from corpus.source import Source
from index.attribution import attributions_of
from index.quantities import quantities_of
from index.reader import Index, Place
from rag.evidence import Evidence
from rag.quotes import Point, Quote

GAP = 0.3
MOST = 12
SAME_FACT = 0.8


def choose(evidence: Sequence[Evidence], index: Index) -> tuple[Point, ...]:
    """The points of an answer, most relevant first: all evidence within a gap of the best."""
    best = max((each.relevance for each in evidence), default=0.0)
    chosen = [each for each in evidence if each.relevance >= best - GAP][:MOST]
    points: list[tuple[Evidence, list[Evidence]]] = []
    for each in chosen:
        kept = next((same for first, same in points if _same_fact(first, each, index)), None)
        if kept is None:
            points.append((each, []))
        else:
            kept.append(each)
    holders = _Holders()
    return tuple(
        Point(holders.quote(first.hit.place), tuple(holders.quote(each.hit.place) for each in same))
        for first, same in points
    )


def _same_fact(one: Evidence, other: Evidence, index: Index) -> bool:
    """Whether two sentences say the same: near in meaning, and no figure of one is missing in the other."""
    if float(index.vectors[one.hit.row] @ index.vectors[other.hit.row]) < SAME_FACT:
        return False
    return _figures(one.hit.place) == _figures(other.hit.place)


def _figures(place: Place) -> frozenset[tuple[float, str]]:
    return frozenset((found.value, found.comparator) for found in quantities_of(place.sentence.reading))


class _Holders:
    """Who says each sentence, read once a source."""

    def __init__(self) -> None:
        self._by_file: dict[str, tuple[str | None, ...]] = {}

    def quote(self, place: Place) -> Quote:
        sentence = place.sentence
        return Quote(place, sentence.start, sentence.end, self._of(place.source)[place.number])

    def _of(self, source: Source) -> tuple[str | None, ...]:
        if source.file not in self._by_file:
            found = attributions_of(source)
            self._by_file[source.file] = tuple(each.holder if each else None for each in found)
        return self._by_file[source.file]
