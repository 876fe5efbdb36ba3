"""Which sentences make the answer: as many as the question needs, each fact once."""

from collections.abc import Sequence

from index.quantities import quantities_of
from index.reader import Index, Place
from rag.clauses import decisive_span
from rag.evidence import Evidence
from rag.question import Question
from rag.quote import Point, Quote

GAP = 0.3
"""How far below the best sentence another may be that still belongs to the answer."""
GAP_WHEN_FITTING = 0.48
"""The same for a sentence that has what is asked for: another figure of the same thing is another side."""
MOST = 12
SAME_FACT = 0.8


class Chooser:
    """Chooses what answers: which sentences, and which part of a long one."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def choose(self, question: Question, evidence: Sequence[Evidence]) -> tuple[Point, ...]:
        """The points of an answer, most relevant first: all evidence within a gap of the best."""
        best = max((each.relevance for each in evidence), default=0.0)
        chosen = [each for each in evidence if best - each.relevance <= (GAP_WHEN_FITTING if each.has_it else GAP)][
            :MOST
        ]
        quotes = [self._quote(question, each.hit.place) for each in chosen]
        points: list[tuple[Evidence, list[Quote]]] = []
        for each, quote in zip(chosen, quotes, strict=True):
            said = next((quotes for first, quotes in points if _same_fact(first, each, self._index)), None)
            if said is None:
                points.append((each, [quote]))
            else:
                said.append(quote)
        return tuple(_point(quotes) for _, quotes in points)

    def _quote(self, question: Question, place: Place) -> Quote:
        return Quote(place, *decisive_span(question, place), self._index.claim_at(place))


def _point(quotes: Sequence[Quote]) -> Point:
    """One fact; it is given in the words of the first source whose markup leaves the sentence in one piece."""
    ordered = sorted(quotes, key=lambda quote: quote.is_fragment)
    return Point(ordered[0], tuple(ordered[1:]))


def _same_fact(one: Evidence, other: Evidence, index: Index) -> bool:
    """Whether two sentences say the same: near in meaning, and no figure of one is missing in the other."""
    if float(index.vectors[one.hit.row] @ index.vectors[other.hit.row]) < SAME_FACT:
        return False
    return _figures(one.hit.place) == _figures(other.hit.place)


def _figures(place: Place) -> frozenset[tuple[float, str]]:
    return frozenset((found.value, found.comparator) for found in quantities_of(place.sentence.reading))
