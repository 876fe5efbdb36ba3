"""From a line of a file of answers to an answer: what the line leaves out is known from the corpus."""

from collections.abc import Iterable

from corpus.source import LineNumbers, Source
from eval.answer_line import AnswerLine, CitationLine, DisagreementLine
from rag.answer import Answer, Citation, Disagreement, Side, Statement


class AnswerMaker:
    """Makes answers over the sources of one corpus."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.file: source for source in sources}
        self._lines: dict[str, LineNumbers] = {}

    def answer(self, question: str, line: AnswerLine) -> Answer:
        """The answer of a line; a citation of an unknown file is left out."""
        return Answer(
            question=question,
            answered=line.answered,
            text=line.text,
            sentences=tuple(Statement(each.text, each.citations, each.supported) for each in line.sentences),
            citations=tuple(self._citation(each) for each in line.citations if each.file in self._sources),
            disagreements=tuple(map(_disagreement, line.disagreements)),
            related=line.related,
            declined_because=line.declined_because,
            mode=line.mode,
        )

    def _citation(self, line: CitationLine) -> Citation:
        source = self._sources[line.file]
        start, end = _place(line, source.text)
        lines = self._lines.setdefault(line.file, LineNumbers(source.text))
        return Citation(
            number=line.number,
            file=line.file,
            start=start,
            end=end,
            line=lines.at(start),
            quote=line.quote,
            title=line.title or source.title,
            outlet=line.outlet or source.outlet,
            date=line.date or (source.date.isoformat() if source.date else None),
            holder=line.holder,
            held=line.held,
            page=line.page,
            caption=line.caption,
        )


def _place(line: CitationLine, text: str) -> tuple[int, int]:
    if line.start is not None and line.end is not None:
        return line.start, line.end
    start = max(text.find(line.quote), 0)
    return start, start + len(line.quote)


def _disagreement(line: DisagreementLine) -> Disagreement:
    sides = tuple(Side(side.position, side.holders, side.citations) for side in line.sides)
    return Disagreement(line.about, line.relation, line.summary, sides)
