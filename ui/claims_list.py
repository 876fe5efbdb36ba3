"""The list of claims, as lines for a person or as JSON."""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from corpus.source import LineNumbers, Source
from index.claims import Claim
from rag.markup import shown

WIDTH = 100


def told_claims(claims: Sequence[Claim], sources: Sequence[Source]) -> Iterator[str]:
    """Each claim under its article: its line, who holds it and how, of what day, and its words."""
    by_file, file = {source.file: source for source in sources}, None
    for claim in claims:
        source = by_file[claim.file]
        if claim.file != file:
            yield from (() if file is None else ("",))
            file, lines = claim.file, LineNumbers(source.text)
            yield " · ".join([shown(claim.file), *([shown(source.outlet)] if source.outlet else []), _date(source)])
        yield f"  line {lines.at(claim.start)}  {shown(_who(claim))}"
        yield textwrap.fill(shown(claim.text), WIDTH, initial_indent="    ", subsequent_indent="    ")


def json_lines(claims: Sequence[Claim], sources: Sequence[Source]) -> Iterator[str]:
    """One object a claim: its place and exact words, its holder, and what was read in it."""
    by_file = {source.file: source for source in sources}
    lines = {source.file: LineNumbers(source.text) for source in sources}
    for claim in claims:
        source = by_file[claim.file]
        place: Mapping[str, object] = {
            "file": claim.file,
            "line": lines[claim.file].at(claim.start),
            "start": claim.start,
            "end": claim.end,
            "quote": source.text[claim.start : claim.end],
            "outlet": source.outlet,
            "date": source.date,
        }
        yield json.dumps({**place, **asdict(claim)}, ensure_ascii=False, default=str)


def _who(claim: Claim) -> str:
    """ "Ann Reed (denied), told by the Courier, of 3 May 2023"."""
    through = f", told by {' and '.join(claim.through)}" if claim.through else ""
    day = claim.moment and claim.moment.last and (claim.moment.first, claim.moment.last)
    when = f", of {_days(*day)}" if day else ""
    return f"{claim.holder} ({claim.held}){through}{when}"


def _days(first: object, last: object) -> str:
    return str(last) if first == last else f"{first} to {last}"


def _date(source: Source) -> str:
    return source.date.isoformat() if source.date else "undated"
