"""Small cases for the tests of the measures: a question, evidence in its place, an answer that cites it."""

from collections.abc import Sequence

from corpus.source import Source
from eval.case import Case
from eval.gold import Evidence, GoldDisagreement, GoldQuestion, Viewpoint
from rag.answer import Answer, Citation, Disagreement, Relation, Side, Statement

# Evidence of the question stands at 0, 100, 200 … of a.txt, 40 characters each.
TEXT = "".join(f"{place:04d} " for place in range(0, 10_000, 5))
SOURCES = {"a.txt": Source("a.txt", TEXT, (), "", outlet="The Daily Oar")}


def evidence(start: int) -> tuple[Evidence, ...]:
    """Forty characters from `start`."""
    return (Evidence("a.txt", TEXT[start : start + 40], start, start + 40),)


def viewpoint(start: int, *holders: str) -> Viewpoint:
    """A viewpoint shown by the forty characters from `start`."""
    return Viewpoint("summary", holders or ("Ann Lee",), evidence(start))


def pair(left: int, right: int, relation: Relation = "conflict") -> GoldDisagreement:
    """Two pieces of evidence that differ."""
    return GoldDisagreement(evidence(left), evidence(right), "quantity", relation)


def gold(
    viewpoints: Sequence[Viewpoint] = (),
    disagreements: Sequence[GoldDisagreement] = (),
    answers: tuple[tuple[str, ...], ...] = (),
    answerable: bool = True,
) -> GoldQuestion:
    """A gold question with what matters to a test."""
    return GoldQuestion(
        "id", "question?", "fact", answerable, answers, tuple(viewpoints), tuple(disagreements), "agreed"
    )


def cite(number: int, start: int, end: int | None = None, holder: str | None = None, file: str = "a.txt") -> Citation:
    """A verbatim citation, of forty characters where no end is given."""
    end = start + 40 if end is None else end
    return Citation(number, file, start, end, 1, TEXT[start:end], holder=holder)


def report(relation: Relation, *sides: Sequence[int]) -> Disagreement:
    """A reported disagreement whose sides cite these numbers."""
    return Disagreement("quantity", relation, "", tuple(Side("", (), tuple(numbers)) for numbers in sides))


def case(
    question: GoldQuestion,
    *citations: Citation,
    disagreements: Sequence[Disagreement] = (),
    answered: bool = True,
    text: str = "",
    sentences: Sequence[Statement] = (),
    related: tuple[int, ...] = (),
) -> Case:
    """A question and an answer to it, which cites `citations`."""
    answer = Answer("question?", answered, text, tuple(sentences), citations, tuple(disagreements), related)
    return Case(question, answer, SOURCES)


FOUR = gold([viewpoint(start) for start in (0, 100, 200, 300)])
UNANSWERABLE = gold(answerable=False)
