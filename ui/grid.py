"""Who says what: the positions of an answer against its sources, empty where a source is silent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.source import Source
from rag.answer import Answer, Citation
from rag.contrast import shortened, sort_of_difference
from rag.markup import shown
from ui.citing import called, cited, dated, marker_element, span, spoken_for
from ui.differences import HELD, Numbered, numbered
from ui.markup import Html, element, plain

MOST_SILENT = 8
"""Columns up to which sources that are silent have one too."""


@dataclass(frozen=True, slots=True)
class Row:
    """A position and the citations that hold it."""

    position: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under one heading: the sides of a disagreement, or what is said besides."""

    heading: str
    rows: tuple[Row, ...]


def positions_of(answer: Answer) -> tuple[Rows, ...]:
    """The sides of every disagreement, then the statements that are part of none."""
    citations = numbered(answer.citations)
    groups = [
        Rows(
            sort_of_difference(each.about, each.relation, len(each.sides)),
            tuple(_row(side.position, side.citations, citations) for side in each.sides),
        )
        for each in answer.disagreements
    ]
    said = tuple(_said_besides(answer, citations))
    return (*groups, *([Rows("Also said" if groups else "What is said", said)] if said else []))


def _said_besides(answer: Answer, citations: Numbered) -> Iterator[Row]:
    told = {number for each in answer.disagreements for side in each.sides for number in side.citations}
    for statement in answer.sentences:
        if not set(statement.citations) <= told:
            first = next((citations[number] for number in statement.citations if number in citations), None)
            yield _row(first.quote if first else statement.text, statement.citations, citations)


def _row(position: str, numbers: Sequence[int], citations: Numbered) -> Row:
    words = position if position.startswith("“") else shortened(shown(position))
    return Row(words, tuple(citations[number] for number in dict.fromkeys(numbers) if number in citations))


def grid(answer: Answer, turn: int, sources: Sequence[Source]) -> Html:
    """The table; a sentence where the answer has no positions."""
    groups = positions_of(answer)
    if not groups:
        return element("p", plain("This answer has no positions to set side by side."), attributes={"class": "none"})
    columns = _columns(answer, sources)
    heads = [_column_head(source) for source in columns.values()]
    body = [_group(group, turn, tuple(columns)) for group in groups]
    corner = element("th", plain("Position"), attributes={"scope": "col"})
    caption = element("caption", plain("Each number opens the words of the source whose column it stands in."))
    table = element("table", caption, element("thead", element("tr", corner, *heads)), *body)
    named = {"class": "grid", "role": "region", "aria-label": "Who says what", "tabindex": "0"}
    return element("div", table, attributes=named)


def _columns(answer: Answer, sources: Sequence[Source]) -> Mapping[str, Source]:
    """The sources by file: those that are cited, in order of use, then the silent ones where they are few."""
    by_file = {source.file: source for source in sources}
    files = [citation.file for citation in cited(answer)]
    if len(sources) <= MOST_SILENT:
        files += [source.file for source in sources]
    return {file: by_file[file] for file in dict.fromkeys(files) if file in by_file}


def _column_head(source: Source) -> Html:
    return element("th", span("outlet", called(source)), span("when", dated(source)), attributes={"scope": "col"})


def _group(group: Rows, turn: int, files: Sequence[str]) -> Html:
    named = {"scope": "rowgroup", "colspan": str(len(files) + 1)}
    rows = [_table_row(row, turn, files) for row in group.rows]
    return element("tbody", element("tr", element("th", plain(group.heading), attributes=named)), *rows)


def _table_row(row: Row, turn: int, files: Sequence[str]) -> Html:
    cells = [_cell([one for one in row.citations if one.file == file], turn) for file in files]
    return element("tr", element("th", plain(row.position), attributes={"scope": "row", "dir": "auto"}), *cells)


def _cell(citations: Sequence[Citation], turn: int) -> Html:
    if not citations:
        return element("td", span("unseen", "silent"), attributes={"class": "silent"})
    return element("td", *(_held(citation, turn) for citation in citations))


def _held(citation: Citation, turn: int) -> Html:
    """The marker, and whose word it is where it is not the source's own."""
    words = ", ".join(filter(None, (spoken_for(citation), HELD.get(citation.held))))
    return element("p", marker_element(citation, turn), *([span("holder", words)] if words else []))
