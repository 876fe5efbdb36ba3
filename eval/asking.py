"""Gold questions put to a system, one after another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import perf_counter

from eval.gold import GoldQuestion
from eval.system import System
from rag.answer import Answer


@dataclass(frozen=True, slots=True)
class Reply:
    """What a system answered to the question of that id, and how long it took."""

    id: str
    answer: Answer
    milliseconds: float


def ask(system: System, question: GoldQuestion) -> Reply:
    """One question, timed."""
    started = perf_counter()
    answer = system.answer(question.question, question.history)
    return Reply(question.id, answer, (perf_counter() - started) * 1000)


def replies_of(system: System, questions: Iterable[GoldQuestion]) -> Iterator[Reply]:
    """The replies in the order of the questions."""
    return (ask(system, question) for question in questions)
