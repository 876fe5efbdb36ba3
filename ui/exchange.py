"""What happens when a visitor asks: their conversation as values, without Gradio."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from corpus.source import Source
from rag.answer import Answer
from rag.refusal import refusal
from ui.reader import reader
from ui.render import answer_markdown, question_markdown

_log = logging.getLogger(__name__)


class Conversation(Protocol):
    """A visitor's exchange, which remembers what was asked."""

    def stream(self, question: str) -> Iterator[Answer]:
        """The answer as it grows; the last one is whole."""
        ...


class Answering(Protocol):
    """What the page needs of an engine."""

    def conversation(self) -> Conversation:
        """A new conversation, for one visitor."""
        ...

    def sources(self) -> tuple[Source, ...]:
        """The articles that can be asked."""
        ...

    def examples(self) -> tuple[str, ...]:
        """Questions that the articles answer."""
        ...


@dataclass(frozen=True, slots=True)
class Visit:
    """One visitor's conversation so far: what the chat shows, and the answers that the source pane stands on."""

    conversation: Conversation | None = None
    messages: tuple[dict[str, str], ...] = ()
    answers: tuple[Answer, ...] = ()

    def asked(self, question: str, conversation: Conversation) -> "Visit":
        """The visit with one more question in its chat."""
        message = {"role": "user", "content": question_markdown(question)}
        return replace(self, conversation=conversation, messages=(*self.messages, message))

    def told(self, markdown: str) -> "Visit":
        """The visit with one more message from Parallax."""
        return replace(self, messages=(*self.messages, {"role": "assistant", "content": markdown}))

    def answered(self, answer: Answer) -> "Visit":
        """The visit with one more answer, told and kept."""
        told = self.told(answer_markdown(answer, len(self.answers) + 1))
        return replace(told, answers=(*self.answers, answer))


class Exchange:
    """What happens on the page when somebody asks, stops or clears; it keeps nothing of a visitor."""

    def __init__(self, engine: Answering) -> None:
        self._engine = engine
        self._sources = engine.sources()

    def ask(self, question: str, visit: Visit) -> Iterator[tuple[str, list[dict[str, str]], str, Visit]]:
        """The question box, the chat, the source pane and the visit, again for each statement of the answer."""
        asked = visit.asked(question, visit.conversation or self._engine.conversation())
        yield self._shown(asked)
        for grown in self._answers(question, asked):
            yield self._shown(grown)

    def clear(self) -> tuple[str, list[dict[str, str]], str, Visit]:
        """An empty page."""
        return self._shown(Visit())

    def _answers(self, question: str, asked: Visit) -> Iterator[Visit]:
        unfit = refusal(question)
        if unfit or asked.conversation is None:
            yield asked.told(unfit or "")
            return
        try:
            for answer in asked.conversation.stream(question):
                yield asked.answered(answer)
        except Exception:  # The page outlives one question; its owner finds the trace in the log.
            _log.exception("No answer to %r", question)
            yield asked.told("This question could not be answered: something failed, and is written in the log.")

    def _shown(self, visit: Visit) -> tuple[str, list[dict[str, str]], str, Visit]:
        return "", list(visit.messages), reader(visit.answers, self._sources), visit
