"""A system under test: a question and what was asked before it in, an answer out."""

from collections.abc import Sequence
from typing import Protocol

from rag.answer import Answer


class System(Protocol):
    """Anything that answers questions in the public shape of an answer."""

    @property
    def name(self) -> str:
        """What the report calls it."""

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        """Answer a question; `history` holds the earlier questions of the chat, oldest first."""
