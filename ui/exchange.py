"""What happens when a visitor asks: a visit in, what the page shows out, without Gradio."""

import logging
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Protocol

from corpus.source import Source
from index.claims import Claim
from rag.answer import Answer
from rag.naming import UnknownSourceError
from rag.overview import Overview
from rag.refusal import refusal
from ui.asked import Visit
from ui.citing import called
from ui.corpus_list import corpus_differences, corpus_list, overview_answer
from ui.markup import literal
from ui.reader import reader
from ui.shown import Shown, views_of
from ui.visit import Founder

_log = logging.getLogger(__name__)


class Conversation(Protocol):
    """A visitor's exchange, which remembers what was asked."""

    def stream(self, question: str, *, sources: Sequence[str] = ()) -> Iterator[Answer]:
        """The answer as it grows; the last one is whole."""
        ...


class Answering(Founder, Protocol):
    """What the page needs of an engine."""

    def conversation(self, answers: Sequence[Answer] = ()) -> Conversation:
        """A conversation that goes on after these answers."""
        ...

    def sources(self) -> tuple[Source, ...]:
        """The articles that can be asked."""
        ...

    def claims(self) -> tuple[Claim, ...]:
        """What they state."""
        ...

    def disagreements(self) -> Overview:
        """Where they differ, whatever is asked."""
        ...

    def examples(self) -> tuple[str, ...]:
        """Questions that the articles answer."""
        ...

    def follow_ups(self, answers: Sequence[Answer]) -> tuple[str, ...]:
        """Questions that may be asked after these answers, and are answered."""
        ...


class Exchange:
    """What happens on the page when somebody asks, edits, reopens or clears; it keeps nothing of a visitor."""

    def __init__(self, engine: Answering) -> None:
        self._engine = engine
        self.sources = engine.sources()

    @cached_property
    def overview(self) -> Overview:
        """Where the articles differ, found once."""
        return self._engine.disagreements()

    @cached_property
    def examples(self) -> tuple[str, ...]:
        """Questions to begin with."""
        return self._engine.examples()

    @cached_property
    def outlets(self) -> tuple[tuple[str, str], ...]:
        """What a reader calls the outlets, and the name by which a question can be kept to each."""
        named = {source.name: called(source) for source in self.sources}
        return tuple(sorted(((words, name) for name, words in named.items()), key=lambda each: each[0].casefold()))

    @property
    def corpus(self) -> str:
        """The list of the articles."""
        return corpus_list(self.sources, self._engine.claims())

    @property
    def corpus_differences(self) -> str:
        """The cards of the corpus-wide disagreements."""
        return corpus_differences(self.overview)

    def ask(self, question: str, outlets: Sequence[str], visit: Visit) -> Iterator[Shown]:
        """What the page shows, again for each statement of the answer."""
        asked = visit.asked(question, tuple(outlets))
        yield self.shown(asked)
        for grown in self._answers(question, asked):
            yield self.shown(grown)

    def edit(self, question: str, position: int, outlets: Sequence[str], visit: Visit) -> Iterator[Shown]:
        """What the page shows when the question in the message at a position is asked anew, and all after it goes."""
        return self.ask(question, outlets, visit.until(visit.turn_of_message(position)))

    def follow_ups(self, visit: Visit) -> tuple[str, ...]:
        """What may be asked next."""
        try:
            return self._engine.follow_ups(visit.answers) if visit.answers else ()
        except Exception:  # a suggestion less is no trouble of the visitor's
            _log.exception("No follow-ups")
            return ()

    def shown(self, visit: Visit) -> Shown:
        """Everything that the page shows of a visit."""
        pane = reader(visit.answered, self.sources, overview_answer(self.overview))
        return Shown(visit, visit.messages, pane, views_of(visit, self.sources))

    def _answers(self, question: str, asked: Visit) -> Iterator[Visit]:
        unfit = refusal(question)
        if unfit:
            yield asked.told(None, unfit)
            return
        try:
            conversation = self._engine.conversation(asked.answers)
            for answer in conversation.stream(question, sources=asked.turns[-1].outlets):
                yield asked.told(answer)
        except UnknownSourceError as error:
            yield asked.told(None, literal(str(error)))
        except Exception:  # The page outlives one question; its owner finds the trace in the log.
            _log.exception("No answer to %r", question)
            yield asked.told(None, "This question could not be answered: something failed, and is written in the log.")
