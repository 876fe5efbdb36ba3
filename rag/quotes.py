"""An answer composed of the sources' own words, without any language model."""

from collections.abc import Mapping, Sequence
from datetime import date

from rag.answer import Answer, Citation, Statement
from rag.contrast import Contrast, Key, sort_of_difference
from rag.cues import Kind
from rag.markup import escape
from rag.question import Question
from rag.quote import Point, Quote
from rag.timeline import timeline_of

DIFFER = "Where the sources differ:"


def answer_with(question: Question, points: Sequence[Point], contrasts: Sequence[Contrast] = ()) -> Answer:
    """The answer that gives these points, in their order, and then how the sources differ."""
    quotes = [quote for point in points for quote in point.quotes]
    cited = [quote for point in points for quote in point.cited]
    citations = number_quotes([*cited, *(quote for contrast in contrasts for quote in contrast.quotes)])
    statements = [_statement(point, citations, question.kind) for point in points]
    differing = [_differing(contrast, citations) for contrast in contrasts]
    lines = [_line(statement) for statement in statements]
    text = "\n".join(lines) if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)
    told = "\n".join([DIFFER, *(f"- {_told(contrast, citations)}" for contrast in contrasts)]) if contrasts else ""
    return Answer(
        question=question.text,
        answered=True,
        text=f"{text}\n\n{told}".strip(),
        sentences=(*statements, *differing),
        citations=tuple(citations.values()),
        disagreements=tuple(contrast.disagreement(citations) for contrast in contrasts),
        timeline=timeline_of(question, quotes, citations),
    )


def _differing(contrast: Contrast, citations: Mapping[Key, Citation]) -> Statement:
    numbers = tuple(dict.fromkeys(citations[quote.key].number for quote in contrast.quotes))
    return Statement(contrast.summary, numbers, supported=True)


def _told(contrast: Contrast, citations: Mapping[Key, Citation]) -> str:
    """The line of a difference: its kind, and each side with its markers behind it."""
    sides = []
    for position in contrast.positions:
        markers = "".join(
            f"[{number}]" for number in dict.fromkeys(citations[quote.key].number for quote in position.quotes)
        )
        sides.append(f"{escape(position.words)} ({escape(', '.join(position.holders))}) {markers}")
    return f"{sort_of_difference(contrast.about, contrast.relation, len(contrast.positions))}: {'; '.join(sides)}"


def decline_with(question: Question, reason: str, nearest: Sequence[Quote]) -> Answer:
    """The answer that says that the sources do not say, why, and what comes nearest."""
    points = [Point(quote) for quote in nearest]
    citations = number_quotes([quote for point in points for quote in point.cited])
    lines = [f"- {_line(_statement(point, citations, Kind.THING))}" for point in points]
    near = ["", "The nearest they come to it:", *lines] if lines else []
    return Answer(
        question=question.text,
        answered=False,
        text="\n".join([f"The sources do not say. {escape(reason)}", *near]),
        citations=tuple(citations.values()),
        related=tuple(citation.number for citation in citations.values()),
        declined_because=reason,
    )


def number_quotes(quotes: Sequence[Quote]) -> dict[Key, Citation]:
    """A citation for each quote, numbered in order of use; the same words are cited once."""
    distinct = {quote.key: quote for quote in quotes}
    return {key: _citation(number, quote) for number, (key, quote) in enumerate(distinct.items(), start=1)}


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
        holder=quote.holder,
        held=quote.claim.held if quote.claim else "asserted",
        page=sentence.page,
        caption=sentence.kind == "caption",
    )


def _line_of(quote: Quote) -> int:
    """The line the words begin on; they may begin before the sentence's own longest piece."""
    sentence, text = quote.place.sentence, quote.place.source.text
    after = text.count("\n", sentence.start, quote.start)
    return sentence.line + after - text.count("\n", quote.start, sentence.start)


def _statement(point: Point, citations: Mapping[Key, Citation], kind: Kind) -> Statement:
    numbers = tuple(dict.fromkeys(citations[quote.key].number for quote in point.cited))
    return Statement(f"{lead(point.quote, kind)}{point.quote.shown_whole}", numbers, supported=True)


def _line(statement: Statement) -> str:
    return f"{escape(statement.text)} {''.join(f'[{number}]' for number in statement.citations)}"


def lead(quote: Quote, kind: Kind) -> str:
    """Who speaks and where, before the words: the holder where the words themselves do not name him."""
    source = quote.place.source
    title = f"“{source.title}”" if source.title and (kind is Kind.SOURCE or not source.outlet) else None
    file = source.file if kind is Kind.SOURCE or not (source.outlet or source.title) else None
    when = written(source.date) if source.date else "undated"
    where = ", ".join(part for part in (source.outlet, title, file) if part)
    caption = ", caption" if quote.place.sentence.kind == "caption" else ""
    speaker = quote.claim.holder if quote.claim and not quote.claim.own_voice else None
    holder = f"{speaker}, in " if speaker and speaker not in quote.shown_whole else ""
    return f"{holder}{where} ({when}{caption}): "


def written(day: date) -> str:
    """A day as a person writes it: 26 September 2023."""
    return f"{day.day} {day:%B %Y}"
