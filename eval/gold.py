"""Gold questions: what a person found in the corpus, each quote tied to its place in a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pydantic import ValidationError

from corpus.errors import ParallaxError
from eval.gold_faults import faults
from eval.gold_line import Controversy, DisagreementLine, Kind, QuestionLine, QuoteLine, ViewpointLine
from eval.nearest import nearest_place
from eval.spans import Span
from rag.answer import About, Relation


class GoldError(ParallaxError):
    """A gold file does not hold what it should; the message lists every problem with its line and remedy."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a file that show a viewpoint or a side: `text[start:end] == quote`, and nowhere else."""

    file: str
    quote: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where they stand."""
        return Span(self.file, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """One position the corpus takes; any one piece of its evidence is enough to show it."""

    summary: str
    holders: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class GoldDisagreement:
    """Two statements that differ; the quotes of a side are interchangeable."""

    left: tuple[Evidence, ...]
    right: tuple[Evidence, ...]
    about: About
    relation: Relation


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question, and all that a right answer to it shows.

    `answers` are groups of alternatives, of which a complete answer contains one each; `history` holds
    the earlier questions of the chat.
    """

    id: str
    question: str
    kind: Kind
    answerable: bool
    answers: tuple[tuple[str, ...], ...]
    viewpoints: tuple[Viewpoint, ...]
    disagreements: tuple[GoldDisagreement, ...]
    controversy: Controversy | None = None
    history: tuple[str, ...] = ()
    note: str | None = None

    @property
    def evidence_spans(self) -> tuple[Span, ...]:
        """Where the evidence of all its viewpoints stands."""
        return tuple(evidence.span for viewpoint in self.viewpoints for evidence in viewpoint.evidence)


def read_gold(path: Path, texts: Mapping[str, str]) -> tuple[GoldQuestion, ...]:
    """The questions of a JSON-lines file, their quotes found in `texts` (decoded text by file name).

    Raises GoldError with all problems of the file at once.
    """
    reader = _GoldReader(texts)
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"the gold file {path} cannot be read ({error}); give a JSON-lines file in UTF-8") from error
    questions = [reader.question(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    if not questions:
        raise GoldError(f"{path} holds no question; write one JSON object a line")
    if reader.problems:
        raise GoldError(f"{path} has {len(reader.problems)} problem(s):", reader.problems)
    return tuple(question for question in questions if question)


class _GoldReader:
    """Reads line by line and keeps what is wrong, so that an annotator sees all of it in one go."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.problems: list[str] = []
        self._texts = texts
        self._line_of_id: dict[str, int] = {}
        self._missing: set[str] = set()
        self._place = ""

    def question(self, number: int, line: str) -> GoldQuestion | None:
        """The question of one line; None where the line does not parse, which is noted."""
        self._place = f"line {number}"
        try:
            parsed = QuestionLine.model_validate_json(line)
        except ValidationError as error:
            self.problems.extend(f"{self._place}: {fault}" for fault in faults(error))
            return None
        self._place = f"line {number} ({parsed.id})"
        self._check(number, parsed)
        return self._resolve(parsed)

    def _check(self, number: int, line: QuestionLine) -> None:
        first = self._line_of_id.setdefault(line.id, number)
        if first != number:
            self._note(f"the id is taken by line {first}; give every question its own")
        if line.answerable and not line.viewpoints:
            self._note("answerable, but without a viewpoint; add one with its evidence, or set answerable to false")
        if line.answerable and line.controversy is None:
            self._note(f"answerable, but without controversy; choose one of {', '.join(get_args(Controversy))}")

    def _resolve(self, line: QuestionLine) -> GoldQuestion:
        return GoldQuestion(
            id=line.id,
            question=line.question,
            kind=line.kind,
            answerable=line.answerable,
            answers=tuple(tuple(group) for group in line.answers),
            viewpoints=tuple(map(self._viewpoint, line.viewpoints)),
            disagreements=tuple(map(self._disagreement, line.disagreements)),
            controversy=line.controversy,
            history=tuple(line.history),
            note=line.note,
        )

    def _viewpoint(self, line: ViewpointLine) -> Viewpoint:
        return Viewpoint(line.summary, tuple(line.holders), self._evidence(line.evidence))

    def _disagreement(self, line: DisagreementLine) -> GoldDisagreement:
        return GoldDisagreement(self._evidence(line.left), self._evidence(line.right), line.about, line.relation)

    def _evidence(self, quotes: list[QuoteLine]) -> tuple[Evidence, ...]:
        return tuple(found for quote in quotes if (found := self._find(quote)))

    def _find(self, line: QuoteLine) -> Evidence | None:
        text = self._texts.get(line.file)
        if text is None:
            self._note_missing(line.file)
            return None
        start = text.find(line.quote)
        if start < 0:
            self._note_absent(line)
        elif text.find(line.quote, start + 1) >= 0:
            self._note(f"{line.file} holds {line.quote!r} more than once; lengthen it until it stands there once")
        return Evidence(line.file, line.quote, start, start + len(line.quote))

    def _note_absent(self, line: QuoteLine) -> None:
        nearest = nearest_place(line.quote, line.file, self._texts)
        remedy = nearest.told if nearest else "copy the words from it, quotation marks and all"
        self._note(f"{line.file} does not hold {line.quote!r}; {remedy}")

    def _note_missing(self, file: str) -> None:
        """Once a file, however many quotes are said to be from it."""
        if file not in self._missing:
            self._missing.add(file)
            self._note(f"no file {file!r} in the corpus; it has {', '.join(sorted(self._texts)) or 'none'}")

    def _note(self, problem: str) -> None:
        self.problems.append(f"{self._place}: {problem}")
