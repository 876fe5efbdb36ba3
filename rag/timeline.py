"""The quantities of one thing by the moment they speak of."""

from collections.abc import Mapping, Sequence
from datetime import date

from index.counted import same_kind
from index.quantities import Quantity
from rag.answer import Citation, TimelinePoint
from rag.cues import Kind
from rag.question import Question
from rag.quote import Quote

FEWEST = 2
_COUNTING = {Kind.NUMBER, Kind.TIME, Kind.DURATION, Kind.COMPARISON}

Figure = tuple[Quote, Quantity]


def timeline_of(
    question: Question, quotes: Sequence[Quote], citations: Mapping[tuple[str, int, int], Citation]
) -> tuple[TimelinePoint, ...]:
    """The figures of the thing that the most quotes count, in order of their days; those of unknown days last.

    Empty where the question asks for no figures, or fewer than two are left: one figure is no line.
    """
    if question.kind not in _COUNTING:
        return ()
    figures = [(quote, figure) for quote in quotes if quote.claim for figure in quote.claim.quantities]
    of_one_thing = max((_of_kind(figure, figures) for _, figure in figures), key=_weight, default=[])
    points = {_point(*figure, citations): None for figure in of_one_thing}
    ordered = sorted(points, key=lambda point: (point.last or date.max.isoformat(), point.value))
    return tuple(ordered) if len({point.citation for point in ordered}) >= FEWEST else ()


def _of_kind(wanted: Quantity, figures: Sequence[Figure]) -> list[Figure]:
    return [(quote, figure) for quote, figure in figures if same_kind(wanted, figure)]


def _weight(figures: Sequence[Figure]) -> tuple[int, int]:
    """How many quotes have such a figure; of as many, those whose day is known."""
    quotes = {(quote.place.source.file, quote.start): quote for quote, _ in figures}
    return len(quotes), sum(bool(quote.claim and quote.claim.day) for quote in quotes.values())


def _point(quote: Quote, figure: Quantity, citations: Mapping[tuple[str, int, int], Citation]) -> TimelinePoint:
    moment = quote.claim.moment if quote.claim else None
    return TimelinePoint(
        first=moment.first.isoformat() if moment and moment.first else None,
        last=moment.last.isoformat() if moment and moment.last else None,
        value=figure.value,
        upper=figure.upper,
        bound=figure.bound,
        unit=figure.unit,
        counted=figure.counted,
        comparator=figure.comparator,
        holder=quote.claim.holder if quote.claim else quote.place.source.name,
        citation=citations[quote.place.source.file, quote.start, quote.end].number,
    )
