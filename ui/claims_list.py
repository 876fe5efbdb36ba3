"""The list of claims, as lines for a person or as JSON."""

import textwrap
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date

from rapidfuzz import fuzz, process, utils

from corpus.source import LineNumbers, Sentence, Source
from index.claims import Claim
from rag.json_line import json_line
from rag.markup import shown

WIDTH = 100
MOST_NAMES = 5
ALIKE = 75
"""How like the name asked for a part of one must be for it to be offered instead, of 100."""


def told_claims(claims: Sequence[Claim], sources: Sequence[Source]) -> Iterator[str]:
    """Each claim under its article: its line, who holds it and how, of what day, and its words."""
    by_file, file = {source.file: source for source in sources}, None
    for claim in claims:
        source = by_file[claim.file]
        if claim.file != file:
            yield from (() if file is None else ("",))
            file, lines = claim.file, LineNumbers(source.text)
            yield " · ".join([shown(claim.file), *([shown(source.outlet)] if source.outlet else []), _date(source)])
        yield f"  line {lines.at(claim.start)}{_part(source.sentences[claim.sentence])}  {shown(_who(claim))}"
        yield textwrap.fill(shown(claim.text), WIDTH, initial_indent="    ", subsequent_indent="    ")


def json_lines(claims: Sequence[Claim], sources: Sequence[Source]) -> Iterator[str]:
    """One object a claim: its place and exact words, its holder, and what was read in it."""
    by_file = {source.file: source for source in sources}
    lines = {source.file: LineNumbers(source.text) for source in sources}
    for claim in claims:
        source = by_file[claim.file]
        sentence = source.sentences[claim.sentence]
        place: Mapping[str, object] = {
            "file": claim.file,
            "line": lines[claim.file].at(claim.start),
            "start": claim.start,
            "end": claim.end,
            "quote": source.text[claim.start : claim.end],
            "outlet": source.outlet,
            "date": source.date,
            "page": sentence.page,
            "caption": sentence.kind == "caption",
        }
        stated = {name: value for name, value in asdict(claim).items() if name != "written"}  # it is the date above
        yield json_line({**place, **stated})


def no_claims(holder: str, claims: Sequence[Claim]) -> str:
    """That nobody of this name holds any of the claims, and who does: names like it, else those named most often."""
    names = [name for claim in claims for name in (claim.holder, *claim.through) if name.strip()]
    often = list({name.casefold(): name for name, _ in reversed(Counter(names).most_common())}.values())[::-1]
    alike = process.extract(
        holder, often, scorer=fuzz.partial_ratio, processor=utils.default_process, score_cutoff=ALIKE
    )
    offered = [name for name, *_ in alike] or often
    told = f"{'near it' if alike else 'named most often'}: {'; '.join(map(shown, offered[:MOST_NAMES]))}"
    return f"nobody called {holder!r} holds anything" + (f"; {told}" if offered else "")


def _who(claim: Claim) -> str:
    """ "Ann Reed (denied), told by the Courier, of 2023-05-03"."""
    own = ", own voice" if claim.own_voice else ""
    through = f", told by {' and '.join(claim.through)}" if claim.through else ""
    day = claim.moment and claim.moment.first and claim.moment.last and (claim.moment.first, claim.moment.last)
    when = f", of {_days(*day)}" if day else ""
    return f"{claim.holder}{own} ({claim.held}){through}{when}"


def _part(sentence: Sentence) -> str:
    page = f", page {sentence.page}" if sentence.page else ""
    return page + (", caption" if sentence.kind == "caption" else "")


def _days(first: date, last: date) -> str:
    """ "2023-09-24 to 2023-09-27"; whole months as "2023-09", whole years as "2023"."""
    ends = str(first), str(last)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        whole_years = (first.month, last.month) == (1, 12)
        ends = (ends[0][:4], ends[1][:4]) if whole_years else (ends[0][:7], ends[1][:7])
    return " to ".join(dict.fromkeys(ends))


def _date(source: Source) -> str:
    return source.date.isoformat() if source.date else "undated"
