"""What is answered to one who asks of the articles themselves: how many, by whom, of which outlets, of which days."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from corpus.patterns import regex
from corpus.source import Source
from index.reader import Index
from rag.answer import Answer
from rag.cues import Kind
from rag.found import Found
from rag.listing_asked import Listing
from rag.markup import escape
from rag.openings import openings
from rag.question import Question
from rag.quotes import answer_with, decline_with, written

_AND = regex(r",\s(?:and\s)?|\s(?:and|&)\s")
"""Between those who sign an article together."""
MOST_NAMES = 12
"""Outlets or authors that are named in the line before the articles."""

Lead = Callable[[Sequence[Source]], str | None]
"""The line before the articles; None where none of them shows what is asked."""


def listed(question: Question, listing: Listing, files: Collection[str], index: Index) -> Found | None:
    """These articles with their outlets, titles and days, and what each opens with; None where none has words.

    Of those that show their day, the newest or the oldest alone where these are asked for. Where none shows what is
    asked, that is said.
    """
    sources = [source for source in index.sources if source.file in files]
    told = _at_the_end(listing, sources)
    points = openings(index, {source.file for source in told})
    if not points:
        return None
    lead = _LEADS[listing](sources)
    if lead is None:
        return Found(question, (), (), decline_with(question, _not_shown(listing, len(sources)), ()))
    if len(points) < len(told):
        lead += f" These {len(points)} are nearest to what all tell; all are listed by “parallax sources”."
    answer = answer_with(replace(question, kind=Kind.SOURCE), points)
    return Found(question, points, (), _behind(lead, answer), is_listing=True)


def _behind(lead: str, answer: Answer) -> Answer:
    return replace(answer, text=f"{escape(lead)}\n\n{answer.text}")


def _at_the_end(listing: Listing, sources: Sequence[Source]) -> list[Source]:
    """Those of the last day or of the first, where these are asked for and any shows its day; all else."""
    end = _end_of(listing, _days(sources))
    return [source for source in sources if end is None or source.date == end]


def _end_of(listing: Listing, days: Sequence[date]) -> date | None:
    return {Listing.NEWEST: days[-1], Listing.OLDEST: days[0]}.get(listing) if days else None


def _days(sources: Sequence[Source]) -> list[date]:
    return sorted(source.date for source in sources if source.date)


def _number(sources: Sequence[Source]) -> str:
    return "There is 1 article." if len(sources) == 1 else f"There are {len(sources)} articles."


def _dated(sources: Sequence[Source]) -> str | None:
    days = _days(sources)
    if not days:
        return None
    span = f"from {written(days[0])} to {written(days[-1])}" if days[0] < days[-1] else f"of {written(days[0])}"
    return f"{_those(sources)} {span}{_without(len(sources) - len(days), 'day')}."


def _last(listing: Listing) -> Lead:
    def lead(sources: Sequence[Source]) -> str | None:
        days = _days(sources)
        end = _end_of(listing, days)
        if end is None:
            return None
        those = f"The {listing.name.lower()} {'is' if days.count(end) == 1 else 'are'}"
        return f"{those} of {written(end)}{_without(len(sources) - len(days), 'day')}."

    return lead


def _of_outlets(sources: Sequence[Source]) -> str | None:
    names = list(dict.fromkeys(source.outlet for source in sources if source.outlet))
    if not names:
        return None
    of = f"of {len(names)} outlets: {_named(names)}" if len(names) > 1 else f"of {names[0]}"
    return f"{_those(sources)} {of}{_without(sum(not source.outlet for source in sources), 'outlet')}."


def _signed(sources: Sequence[Source]) -> str | None:
    signed: dict[str, list[str]] = {}
    for source in sources:
        for name in filter(None, _AND.split(source.author or "")):
            signed.setdefault(name, []).append(source.name)
    if not signed:
        return None
    names = [f"{name} ({', '.join(dict.fromkeys(outlets))})" for name, outlets in signed.items()]
    by = f"by {_named(names if len(sources) > 1 else list(signed))}"
    return f"{_those(sources)} {by}{_without(sum(not source.author for source in sources), 'author')}."


def _those(sources: Sequence[Source]) -> str:
    return "It is" if len(sources) == 1 else "They are"


def _without(number: int, what: str) -> str:
    """That some do not show it, where any does not."""
    return f"; {number} {'shows' if number == 1 else 'show'} no {what}" if number else ""


def _named(names: Sequence[str]) -> str:
    if len(names) > MOST_NAMES:
        return f"{', '.join(names[:MOST_NAMES])} and {len(names) - MOST_NAMES} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _not_shown(listing: Listing, number: int) -> str:
    what = {Listing.AUTHORS: "who wrote it", Listing.OUTLETS: "its outlet"}.get(listing, "of which day it is")
    return f"The article does not show {what}." if number == 1 else f"None of the {number} articles shows {what}."


_LEADS: Mapping[Listing, Lead] = {
    Listing.NUMBER: _number,
    Listing.DAYS: _dated,
    Listing.NEWEST: _last(Listing.NEWEST),
    Listing.OLDEST: _last(Listing.OLDEST),
    Listing.OUTLETS: _of_outlets,
    Listing.AUTHORS: _signed,
}
