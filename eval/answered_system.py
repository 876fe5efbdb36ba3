"""Any pipeline as a system under test, by the answers that it wrote to a file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.source import Source
from eval.answers_file import AnswersError, read_answers, remarks_on
from eval.gold import GoldQuestion
from rag.answer import Answer

MOST_REMARKS = 5


class AnsweredSystem:
    """Gives to each question the answer that a file has for it."""

    def __init__(self, name: str, answers: Mapping[tuple[str, tuple[str, ...]], Answer]) -> None:
        self.name = name
        self._answers = answers

    @classmethod
    def of(cls, path: Path, questions: Sequence[GoldQuestion], sources: Sequence[Source]) -> "AnsweredSystem":
        """The answers of a file to these questions.

        Raises:
            AnswersError: the file cannot be scored, or answers one question that has two ids in two ways.
        """
        by_id = read_answers(path, questions, sources)
        answers: dict[tuple[str, tuple[str, ...]], Answer] = {}
        for question in questions:
            first = answers.setdefault((question.question, question.history), by_id[question.id])
            if first != by_id[question.id]:
                raise AnswersError(f"{path} answers {question.question!r} in two ways, by two ids of the gold file")
        return cls(path.stem, answers)

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        """The answer of the file.

        Raises:
            AnswersError: the file was read for other questions.
        """
        found = self._answers.get((question, tuple(history)))
        if found is None:
            raise AnswersError(f"{self.name} has no answer to {question!r}")
        return found


def told_remarks(path: Path, questions: Sequence[GoldQuestion], sources: Sequence[Source]) -> list[str]:
    """What there is to say about the quotes of a file, a line each, the first few of them."""
    remarks = list(remarks_on(read_answers(path, questions, sources), sources))
    more = [f"and {len(remarks) - MOST_REMARKS} more quotes that are not exact"] if len(remarks) > MOST_REMARKS else []
    return [*remarks[:MOST_REMARKS], *more]
