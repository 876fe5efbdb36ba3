"""An answer composed of the sources' own words, without any language model."""

from collections.abc import Mapping, Sequence
from datetime import date

from rag.answer import Answer, Citation, Statement
from rag.cues import Kind
from rag.markup import escape
from rag.question import Question
from rag.quote import Point, Quote, one_line
from rag.timeline import timeline_of


def answer_with(question: Question, points: Sequence[Point]) -> Answer:
    """The answer that gives these points, in their order."""
    citations = number_quotes([quote for point in points for quote in point.quotes])
    statements = [_statement(point, citations, question.kind) for point in points]
    lines = [_line(statement) for statement in statements]
    return Answer(
        question=question.text,
        answered=True,
        text="\n".join(lines) if len(lines) == 1 else "\n".join(f"- {line}" for line in lines),
        sentences=tuple(statements),
        citations=tuple(citations.values()),
        timeline=timeline_of(question, [quote for point in points for quote in point.quotes], citations),
    )


def decline_with(question: Question, reason: str, nearest: Sequence[Quote]) -> Answer:
    """The answer that says that the sources do not say, why, and what comes nearest."""
    citations = number_quotes(nearest)
    lines = [
        f"- {_lead(quote, Kind.THING)}{escape(quote.shown)} [{citations[_key(quote)].number}]" for quote in nearest
    ]
    near = ["", "The nearest they come to it:", *lines] if lines else []
    return Answer(
        question=question.text,
        answered=False,
        text="\n".join([f"The sources do not say. {escape(reason)}", *near]),
        citations=tuple(citations.values()),
        related=tuple(citation.number for citation in citations.values()),
        declined_because=reason,
    )


def number_quotes(quotes: Sequence[Quote]) -> dict[tuple[str, int, int], Citation]:
    """A citation for each quote, numbered in order of use; the same words are cited once."""
    distinct = {_key(quote): quote for quote in quotes}
    return {key: _citation(number, quote) for number, (key, quote) in enumerate(distinct.items(), start=1)}


def _key(quote: Quote) -> tuple[str, int, int]:
    return quote.place.source.file, quote.start, quote.end


def _citation(number: int, quote: Quote) -> Citation:
    source, sentence = quote.place.source, quote.place.sentence
    return Citation(
        number=number,
        file=source.file,
        start=quote.start,
        end=quote.end,
        line=_line_of(quote),
        quote=quote.text,
        title=source.title,
        outlet=source.outlet,
        date=source.date.isoformat() if source.date else None,
        holder=quote.claim.holder if quote.claim else source.name,
        held=quote.claim.held if quote.claim else "asserted",
        page=sentence.page,
        caption=sentence.kind == "caption",
    )


def _line_of(quote: Quote) -> int:
    """The line the words begin on; they may begin before the sentence's own longest piece."""
    sentence, text = quote.place.sentence, quote.place.source.text
    after = text.count("\n", sentence.start, quote.start)
    return sentence.line + after - text.count("\n", quote.start, sentence.start)


def _statement(point: Point, citations: Mapping[tuple[str, int, int], Citation], kind: Kind) -> Statement:
    numbers = tuple(dict.fromkeys(citations[_key(quote)].number for quote in point.quotes))
    return Statement(f"{_lead(point.quote, kind)}{point.quote.shown}", numbers, supported=True)


def _line(statement: Statement) -> str:
    return f"{escape(statement.text)} {''.join(f'[{number}]' for number in statement.citations)}"


def _lead(quote: Quote, kind: Kind) -> str:
    """Who speaks and where, before the words: the holder where the words themselves do not name him."""
    source = quote.place.source
    title = f"“{source.title}”" if source.title and (kind is Kind.SOURCE or not source.outlet) else None
    file = source.file if kind is Kind.SOURCE or not (source.outlet or source.title) else None
    when = _written(source.date) if source.date else "undated"
    where = ", ".join(part for part in (source.outlet, title, file) if part)
    caption = ", caption" if quote.place.sentence.kind == "caption" else ""
    speaker = quote.claim.holder if quote.claim and not quote.claim.own_voice else None
    holder = f"{speaker}, in " if speaker and speaker not in one_line(quote.text) else ""
    return f"{holder}{where} ({when}{caption}): "


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
