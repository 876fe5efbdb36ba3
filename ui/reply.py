"""An answer for the command line and for programs, to whom declining is no error."""

from collections.abc import Sequence
from typing import Protocol

from rag.answer import Answer
from rag.refusal import refusal, refused


class Asked(Protocol):
    """What is needed of an engine."""

    def ask(self, question: str, *, history: Sequence[str] = (), sources: Sequence[str] = ()) -> Answer:
        """The answer to a question."""
        ...


def reply(engine: Asked, question: str, *, history: Sequence[str] = (), sources: Sequence[str] = ()) -> Answer:
    """The answer to a question; nothing, too, is declined in a sentence, so that a batch goes on."""
    if question.strip():
        return engine.ask(question, history=history, sources=sources)
    return refused(question, refusal(question) or "")
