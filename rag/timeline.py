"""The quantities of one thing by the moment they speak of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.claims import Claim
from index.counted import same_kind
from index.fates import fate_in, fate_of
from index.people import counts_people
from index.quantities import Quantity
from rag.answer import Citation, TimelinePoint
from rag.cues import Kind
from rag.question import Question
from rag.quote import Quote

FEWEST = 2
_COUNTING = {Kind.NUMBER, Kind.TIME, Kind.DURATION, Kind.COMPARISON}


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity of a quote's claim; `fate` is what befalls the people it counts, if it counts any."""

    quote: Quote
    claim: Claim
    quantity: Quantity
    fate: str | None


def timeline_of(
    question: Question, quotes: Sequence[Quote], citations: Mapping[tuple[str, int, int], Citation]
) -> tuple[TimelinePoint, ...]:
    """The figures of one thing in order of their days, those of unknown days last.

    The thing is people whom that befalls which is asked for, else what the most quotes count. Empty where the question
    asks for no figures, or fewer than two quotes have one: one figure is no line.
    """
    if question.kind not in _COUNTING:
        return ()
    figures = list(_figures(quotes))
    asked = fate_in(question.whole)
    lines = ([each for each in figures if _same_thing(one, each)] for one in figures)
    of_one_thing = max(filter(None, lines), key=lambda line: _weight(line, asked), default=[])
    points = {_point(figure, citations): None for figure in of_one_thing}
    ordered = sorted(points, key=lambda point: (point.last or date.max.isoformat(), point.value))
    return tuple(ordered) if len({point.citation for point in ordered}) >= FEWEST else ()


def _figures(quotes: Sequence[Quote]) -> Iterator[_Figure]:
    for quote, claim in ((quote, quote.claim) for quote in quotes):
        if claim:
            for quantity in claim.quantities:
                fate = fate_of(claim.text, quantity) if counts_people(quantity) else None
                yield _Figure(quote, claim, quantity, fate)


def _same_thing(one: _Figure, other: _Figure) -> bool:
    """Whether two figures count one thing; of people, those whom the same befalls."""
    return one.fate == other.fate and same_kind(one.quantity, other.quantity)


def _weight(line: Sequence[_Figure], asked: str | None) -> tuple[bool, int, int]:
    """Whether what is asked befalls those counted; how many quotes have such a figure; of these, with a known day."""
    claims = {figure.quote.key: figure.claim for figure in line}
    return asked is not None and line[0].fate == asked, len(claims), sum(bool(each.day) for each in claims.values())


def _point(figure: _Figure, citations: Mapping[tuple[str, int, int], Citation]) -> TimelinePoint:
    moment, quantity = figure.claim.moment, figure.quantity
    return TimelinePoint(
        first=moment.first.isoformat() if moment and moment.first else None,
        last=moment.last.isoformat() if moment and moment.last else None,
        value=quantity.value,
        upper=quantity.upper,
        bound=quantity.bound,
        unit=quantity.unit,
        counted=quantity.counted,
        comparator=quantity.comparator,
        holder=figure.claim.holder,
        citation=citations[figure.quote.key].number,
    )
