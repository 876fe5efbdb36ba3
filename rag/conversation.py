"""Questions and answers of one visitor, and an answer that grows before his eyes."""

from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Protocol

from rag.answer import Answer


class Answering(Protocol):
    """Whoever answers the questions of a conversation."""

    def stream(self, question: str, *, history: Sequence[str] = (), sources: Sequence[str] = ()) -> Generator[Answer]:
        """The answer as it grows; the last one is whole."""
        ...

    def astream(
        self, question: str, *, history: Sequence[str] = (), sources: Sequence[str] = ()
    ) -> AsyncGenerator[Answer]:
        """The same on an event loop."""
        ...


class Conversation:
    """Questions and answers of one visitor; `answers` holds them in order, one that was stopped as far as it came."""

    def __init__(self, engine: Answering, answers: Sequence[Answer] = ()) -> None:
        self._engine = engine
        self.answers: list[Answer] = list(answers)

    def ask(self, question: str, *, sources: Sequence[str] = ()) -> Answer:
        """The answer, in the light of the questions before."""
        return [*self.stream(question, sources=sources)][-1]

    def stream(self, question: str, *, sources: Sequence[str] = ()) -> Generator[Answer]:
        """The answer as it grows, a statement at a time; the last one is whole."""
        answer = None
        try:
            for answer in self._engine.stream(question, history=self._history(), sources=sources):
                yield answer
        finally:
            self._remember(answer)

    async def aask(self, question: str, *, sources: Sequence[str] = ()) -> Answer:
        """The answer, on an event loop."""
        return [answer async for answer in self.astream(question, sources=sources)][-1]

    async def astream(self, question: str, *, sources: Sequence[str] = ()) -> AsyncGenerator[Answer]:
        """The answer as it grows, on an event loop."""
        answer = None
        try:
            async with aclosing(self._engine.astream(question, history=self._history(), sources=sources)) as answers:
                async for answer in answers:
                    yield answer
        finally:
            self._remember(answer)

    def _history(self) -> list[str]:
        return [answer.question for answer in self.answers]

    def _remember(self, answer: Answer | None) -> None:
        if answer is not None:
            self.answers.append(answer)


def growing(answer: Answer) -> Generator[Answer]:
    """A finished answer a line at a time."""
    lines = answer.text.split("\n")
    for shown in range(1, len(lines)):
        yield replace(answer, text="\n".join(lines[:shown]), sentences=answer.sentences[:shown])
    yield answer
