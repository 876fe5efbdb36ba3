"""Answers as a table in CSV: a row for each claim and each place that it rests on."""

import csv
import io
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from rag.answer import Answer, Citation

COLUMNS = (
    "question", "claim", "holder", "held", "source", "title", "date", "file", "line", "page", "start", "end", "quote",
)  # fmt: skip

_FORMULA = regex(r"['=+\-@\t\r\n＝＋－＠]")
_CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def claim_table(answers: Sequence[Answer]) -> str:
    """The rows of every answer under one head; every cell is quoted, and none is a formula.

    Spreadsheets run what begins like a formula. Such a cell begins with an apostrophe instead, and so does one that
    begins with an apostrophe of its own: whoever strips one from the front of a cell has its very words. Control
    characters, which no spreadsheet shows, are left out.
    """
    written = io.StringIO()
    table = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows([_cell(value) for value in row] for answer in answers for row in _rows(answer))
    return written.getvalue()


def _rows(answer: Answer) -> Iterator[tuple[object, ...]]:
    """Its statements with their places, then places that no statement names; a declined answer says so in `claim`."""
    by_number = {citation.number: citation for citation in answer.citations}
    rest = dict(by_number)
    for statement in answer.sentences:
        for number in statement.citations:
            if number in by_number:
                rest.pop(number, None)
                yield _row(answer, statement.text, by_number[number])
    yield from (_row(answer, answer.declined_because, citation) for citation in rest.values())
    if not answer.citations:
        yield (answer.question, answer.declined_because, *("" for _ in COLUMNS[2:]))


def _row(answer: Answer, claim: str | None, one: Citation) -> tuple[object, ...]:
    source = one.outlet or one.title or one.file
    place = (one.file, one.line, one.page, one.start, one.end, one.quote)
    return (answer.question, claim, one.holder, one.held, source, one.title, one.date, *place)


def _cell(value: object) -> str:
    text = _CONTROL.sub("", "" if value is None else str(value))
    return f"'{text}" if _FORMULA.match(text) else text
