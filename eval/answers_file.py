"""A file of answers that some pipeline gave, read and checked against the corpus and the questions."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from corpus.errors import ParallaxError
from corpus.source import Source
from eval.answer_line import AnswerLine, CitationLine
from eval.answer_maker import AnswerMaker
from eval.gold import GoldQuestion
from eval.gold_faults import faults
from eval.nearest import nearest_place
from rag.answer import Answer

MOST_TOLD = 20
"""The most problems of a file that one message lists."""


class AnswersError(ParallaxError):
    """A file of answers that cannot be scored; the message lists what is wrong with its line and remedy."""


def read_answers(path: Path, questions: Sequence[GoldQuestion], sources: Sequence[Source]) -> dict[str, Answer]:
    """The answers of a JSON-lines file by the id of their question; each has to be there.

    A quote that is not what stands at its place is kept: the measure "quotes exact" counts it.

    Raises:
        AnswersError: a line is not in the form, a file, a number or a quote is nowhere, or an answer is missing.
    """
    reader = _AnswersReader(questions, sources)
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise AnswersError(f"the answers {path} cannot be read ({error}); give JSON lines in UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            reader.read(number, line)
    problems = [*reader.problems, *reader.missing()]
    if problems:
        more = [f"and {len(problems) - MOST_TOLD} more"] if len(problems) > MOST_TOLD else []
        raise AnswersError(f"{path} has {len(problems)} problem(s):", [*problems[:MOST_TOLD], *more])
    return reader.answers


class _AnswersReader:
    """Reads line by line and keeps what is wrong, so that all of it is seen in one go."""

    def __init__(self, questions: Sequence[GoldQuestion], sources: Sequence[Source]) -> None:
        self.answers: dict[str, Answer] = {}
        self.problems: list[str] = []
        self._questions = {question.id: question for question in questions}
        self._texts = {source.file: source.text for source in sources}
        self._maker = AnswerMaker(sources)

    def read(self, number: int, line: str) -> None:
        """Take the answer of one line; lines for other questions are passed over."""
        place = f"line {number}"
        try:
            parsed = AnswerLine.model_validate_json(line)
        except ValidationError as error:
            self.problems.extend(f"{place}: {fault}" for fault in faults(error))
            return
        place = f"{place} ({parsed.id})"
        if parsed.id in self.answers:
            self.problems.append(f"{place}: the question is answered twice; keep one of the lines")
        elif parsed.id in self._questions:
            self.problems.extend(f"{place}: {problem}" for problem in self._check(parsed))
            self.answers[parsed.id] = self._maker.answer(self._questions[parsed.id].question, parsed)

    def missing(self) -> Iterator[str]:
        """A line that names every question without an answer."""
        left = [name for name in self._questions if name not in self.answers]
        if left and not self.problems:
            yield (
                f"no answer for {len(left)} of {len(self._questions)} questions: {', '.join(left)}; "
                'where a system declines, its line says "answered": false'
            )

    def _check(self, line: AnswerLine) -> Iterator[str]:
        numbers = [citation.number for citation in line.citations]
        twice = sorted({number for number in numbers if numbers.count(number) > 1})
        if twice:
            yield f"citations {', '.join(map(str, twice))} are there twice; number them 1, 2, 3 …"
        named = [*line.related, *(number for part in line.sentences for number in part.citations)]
        named += [number for each in line.disagreements for side in each.sides for number in side.citations]
        unknown = sorted(set(named) - set(numbers))
        if unknown:
            yield f"no citation has the number {', '.join(map(str, unknown))}"
        for citation in line.citations:
            yield from self._check_citation(citation)

    def _check_citation(self, line: CitationLine) -> Iterator[str]:
        text = self._texts.get(line.file)
        if text is None:
            yield f"citation {line.number}: no file {line.file!r} in the corpus"
        elif line.start is None or line.end is None:
            if not line.quote or text.count(line.quote) != 1:
                yield f"citation {line.number}: {self._misplaced(line, text)}"
        elif line.end < line.start:
            yield f"citation {line.number}: it ends at {line.end}, before it starts at {line.start}"

    def _misplaced(self, line: CitationLine, text: str) -> str:
        if line.quote and line.quote in text:
            return f"{line.quote!r} stands in {line.file} more than once; give start and end"
        nearest = nearest_place(line.quote, line.file, self._texts) if line.quote else None
        return f"{line.file} does not hold {line.quote!r}" + (f"; {nearest.told}" if nearest else "")


def remarks_on(answers: Mapping[str, Answer], sources: Sequence[Source]) -> Iterator[str]:
    """A line for each quote that is not what stands at its place."""
    texts = {source.file: source.text for source in sources}
    for name, answer in answers.items():
        for each in answer.citations:
            there = texts[each.file][each.start : each.end]
            if there != each.quote:
                yield f"{name}: citation {each.number}: {each.file} has {there[:60]!r} there, not the quote"
