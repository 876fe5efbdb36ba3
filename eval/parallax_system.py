"""Parallax itself as a system under test."""

from collections.abc import Sequence
from typing import Protocol

from rag.answer import Answer


class Asked(Protocol):
    """What is needed of `rag.engine.Engine`."""

    def ask(self, question: str, *, history: Sequence[str] = ()) -> Answer:
        """Answer a question that follows others."""


class ParallaxSystem:
    """An open engine, asked one question after another."""

    def __init__(self, engine: Asked, name: str = "parallax") -> None:
        self.name = name
        self._engine = engine

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        """The engine's answer."""
        return self._engine.ask(question, history=history)
