"""What the terminal says: pure functions from results to lines."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from corpus.source import Source
from index.build_plan import BuildReport
from rag.answer import Answer, Citation, Side
from rag.contrast import shortened_around, sort_of_difference
from rag.markup import shown, unescape
from rag.overview import Overview

WIDTH = 100


def told_answer(answer: Answer) -> Iterator[str]:
    """The answer's text, then each citation with its place and its words."""
    for line in unescape(answer.text).split("\n"):
        yield textwrap.fill(line, WIDTH, subsequent_indent="  " if line.startswith("- ") else "")
    if answer.citations:
        yield ""
    for citation in answer.citations:
        yield _told_citation(citation)


def told_dropped(answer: Answer) -> Iterator[str]:
    """A line for each sentence of a draft that the answer leaves out, with the reason."""
    for each in answer.dropped:
        yield f"left out: {shown(each.text)} ({shown(each.reason)})"


def told_overview(overview: Overview) -> Iterator[str]:
    """Each disagreement with the markers of its sides, then the citations; one line where there is none."""
    if not overview.disagreements:
        yield "no disagreement was found among the articles"
    cited = {citation.number: citation for citation in overview.citations}
    for number, each in enumerate(overview.disagreements, start=1):
        yield f"{number}. {sort_of_difference(each.about, each.relation, len(each.sides))} ({each.about})"
        for side in each.sides:
            markers = "".join(f"[{citation}]" for citation in side.citations)
            line = f"{_in_its_words(side, cited)} – {shown(', '.join(side.holders))} {markers}"
            yield textwrap.fill(line, WIDTH, initial_indent="   - ", subsequent_indent="     ")
    if overview.citations:
        yield ""
    for citation in overview.citations:
        yield _told_citation(citation)


def _in_its_words(side: Side, cited: Mapping[int, Citation]) -> str:
    """The position of a side; a figure with the words that say what it is of."""
    position = shown(side.position)
    if position.startswith("“"):
        return position
    return f"{position}: “{shortened_around(shown(cited[side.citations[0]].quote), position)}”"


def _told_citation(citation: Citation) -> str:
    page = f", page {citation.page}" if citation.page else ""
    caption = ", caption" if citation.caption else ""
    who = " · ".join(shown(part) for part in (citation.outlet, citation.date, citation.title) if part)
    return f"[{citation.number}] {shown(citation.file)}:{citation.line}{page}{caption}" + (f"  {who}" if who else "")


def told_build(report: BuildReport) -> Iterator[str]:
    """What an update of the index did."""
    if report.up_to_date:
        yield f"up to date: {report.sources} articles, {report.sentences} sentences"
    else:
        yield f"{report.sources} articles, {report.sentences} sentences, in {report.seconds:.1f} s"
        for what, files in (("added", report.added), ("changed", report.changed), ("removed", report.removed)):
            if files:
                yield f"{what} {len(files)}: {_named(files)}"
        yield f"encoded {report.encoded} new texts"
    for unread in report.unread:
        yield f"not read: {shown(unread.file)}: {shown(unread.reason)}"
    for notice in report.notices:
        yield f"note: {shown(notice.file)}: {shown(notice.message)}"


def _named(files: Sequence[str]) -> str:
    return ", ".join(map(shown, files[:5])) + (f" and {len(files) - 5} more" if len(files) > 5 else "")


def told_sources(sources: Sequence[Source]) -> Iterator[str]:
    """A line for each article: file, date, outlet, title, and how many sentences may be quoted."""
    for source in sources:
        when = source.date.isoformat() if source.date else "undated"
        title = f"“{shown(source.title)}”" if source.title else "untitled"
        outlet = shown(source.outlet or "outlet unknown")
        yield f"{shown(source.file)}  {when}  {outlet}  {title}  {len(source.sentences)} sentences"
