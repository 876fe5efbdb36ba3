"""The engine: a question in, an answer out, every statement tied to the words of a source."""

import asyncio
from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import aclosing
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from corpus.source import Source
from index.build_plan import BuildReport, Progress
from index.claims import Claim
from index.generation import build_command
from rag.answer import Answer, Citation
from rag.choice import Chooser
from rag.clock import Clock
from rag.contrast import Contrast, contrast_of
from rag.conversation import Conversation, growing
from rag.differences import differences_in
from rag.draft import Drafter
from rag.evidence import Evidence, EvidenceFinder
from rag.examples import example_questions
from rag.follow_ups import follow_up_questions
from rag.following import with_following
from rag.found import Found
from rag.naming import files_of, is_held_by
from rag.on_the_whole import asked_on_the_whole
from rag.overview import Overview, overview_of
from rag.parts import (
    Parts,
    build_index,
    index_folder,
    load_parts,
    load_selector,
    parts_over,
    settled,
    why_to_build,
)
from rag.question import Question, understand
from rag.quote import Point
from rag.quotes import answer_with, decline_with, number_quotes
from rag.refusal import refusal, refused, require_question, whole_characters
from rag.settings import Settings
from rag.silence import UNSPOKEN_OF, touches, why_silent
from rag.told_on_the_whole import told_on_the_whole
from rag.unasked import asks_nothing, names_hardly_anything, nothing_asked

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

__all__ = ["Conversation", "Engine", "Parts", "build_index", "index_folder", "load_selector", "why_to_build"]


class Engine:
    """Answers questions over one folder of articles."""

    def __init__(self, parts: Parts, settings: Settings) -> None:
        self._parts = parts
        self._settings = settings
        self._index = parts.index
        self._chooser = Chooser(parts.index)
        self._finder = EvidenceFinder(parts.index, parts.encoder, parts.selector)

    @classmethod
    def open(
        cls,
        corpus: Path | str | None = None,
        *,
        index: Path | str | None = None,
        settings: Settings | None = None,
        llm: "LLM | str | None" = None,
    ) -> Self:
        """The engine over a folder that has an index; nothing is built or written.

        With `llm`, an LLM object of LlamaIndex or a name like "ollama:llama3.2", answers are drafted by it.

        Raises:
            IndexMissingError, IndexUnusableError: the message names the command that builds it.
            LanguageModelError: the language model cannot be used; the message says what is missing.
        """
        settings = settled(corpus, index, settings)
        return cls(load_parts(settings, llm), settings)

    @classmethod
    def build(
        cls,
        corpus: Path | str | None = None,
        *,
        index: Path | str | None = None,
        settings: Settings | None = None,
        llm: "LLM | str | None" = None,
    ) -> Self:
        """The engine over a folder, whose index is brought up to date first."""
        settings = settled(corpus, index, settings)
        build_index(settings)
        return cls.open(settings=settings, llm=llm)

    def over(self, corpus: Path, index: Path, progress: Progress = lambda *_: None) -> tuple[Self, BuildReport]:
        """An engine of the same models over another folder, whose index is brought up to date first; and what was done.

        Its vectors lie in the index folder, whatever Chroma server this engine has.
        """
        settings = self._settings.model_copy(update={"corpus": corpus, "index": index, "chroma_url": None})
        parts, report = parts_over(self._parts, settings, progress)
        return type(self)(parts, settings), report

    def ask(self, question: str, *, history: Sequence[str] = (), sources: Sequence[str] = ()) -> Answer:
        """The answer to a question, after the earlier questions of its conversation.

        `sources` (outlets, files or titles) are the only ones to be heard; all are where none is given. What cannot be
        answered for its form (no letter, or a book) is declined in a sentence.

        Raises:
            QuestionError: the question is no text, or an empty one.
            UnknownSourceError: a name in `sources` fits none.
        """
        return [*self.stream(question, history=history, sources=sources)][-1]

    def stream(self, question: str, *, history: Sequence[str] = (), sources: Sequence[str] = ()) -> Generator[Answer]:
        """The answer as it grows, a statement at a time; the last one is whole."""
        found = self._find(question, history, sources)
        drafter = self._drafter_for(found)
        yield from drafter.stream(found) if drafter else growing(found.answer)

    async def aask(self, question: str, *, history: Sequence[str] = (), sources: Sequence[str] = ()) -> Answer:
        """The answer, on an event loop that is free meanwhile; cancelling it stops the language model."""
        return [answer async for answer in self.astream(question, history=history, sources=sources)][-1]

    async def astream(
        self, question: str, *, history: Sequence[str] = (), sources: Sequence[str] = ()
    ) -> AsyncGenerator[Answer]:
        """The answer as it grows, on an event loop."""
        found = await asyncio.to_thread(self._find, question, history, sources)
        drafter = self._drafter_for(found)
        if drafter is None:
            for answer in growing(found.answer):
                yield answer
            return
        async with aclosing(drafter.astream(found)) as answers:
            async for answer in answers:
                yield answer

    def retrieve(self, question: str) -> tuple[Citation, ...]:
        """The words that answer a question, most relevant first; none where the sources are silent."""
        found = self._find(question)
        quotes = [quote for point in found.points for quote in point.quotes]
        quotes = quotes or [quote for contrast in found.contrasts for quote in contrast.quotes]
        return tuple(number_quotes(quotes).values()) if found.answer.answered else ()

    def _find(self, question: str, history: Sequence[str] = (), sources: Sequence[str] = ()) -> Found:
        """What answers a question, and the answer in the sources' own words."""
        require_question(question, history)
        clock = Clock()
        files = files_of(sources, self._index.sources)
        earlier = [whole_characters(one) for one in history if not refusal(one)]
        understood = understand(whole_characters(question), self._index.vocabulary, earlier)
        whole = asked_on_the_whole(understood, self._index.sources)
        found = told_on_the_whole(understood, whole, files, self._index) if whole and not refusal(question) else None
        if found:
            clock.lap("compose")
            return replace(found, answer=self._told(found.answer, clock))
        unfit = refusal(question) or (nothing_asked(question) if asks_nothing(understood) else None)
        if unfit:
            return Found(understood, (), (), replace(refused(question, unfit), warnings=self._warnings))
        clock.lap("understand")
        evidence = with_following(
            self._finder.find(understood, files if sources else None), self._index, understood.kind
        )
        clock.lap("search")
        reason = why_silent(understood, evidence, self._index, self._parts.pairs)
        points = self._chooser.choose(understood, evidence)
        contrasts = () if reason else self._contrasts(understood, evidence, files)
        if reason:
            answer = self._declined(understood, reason, evidence, points)
        else:
            answer = answer_with(understood, points, contrasts)
        clock.lap("compose")
        return Found(understood, points, contrasts, self._told(answer, clock))

    def _told(self, answer: Answer, clock: Clock) -> Answer:
        return replace(answer, timings_ms=clock.laps, warnings=self._warnings)

    def _declined(
        self, question: Question, reason: str, evidence: Sequence[Evidence], points: Sequence[Point]
    ) -> Answer:
        """That the sources do not say, with what comes nearest, where anything comes near."""
        if touches(question, evidence, self._index):
            return decline_with(question, reason, [point.quote for point in points[:2]])
        if reason == UNSPOKEN_OF and names_hardly_anything(question):
            return refused(question.text, nothing_asked(question.text))
        return decline_with(question, reason, ())

    def _drafter_for(self, found: Found) -> Drafter | None:
        """Whoever drafts the answer; nobody one that the sources do not give, nor one that tells what they are."""
        return self._parts.drafter if found.answer.answered and not found.is_listing else None

    def _contrasts(
        self, question: Question, evidence: Sequence[Evidence], files: Sequence[str]
    ) -> tuple[Contrast, ...]:
        """How the sources differ on a question, in their own words."""
        found = differences_in(question, evidence, self._index, self._parts.encoder, frozenset(files))
        return tuple(contrast_of(each, lambda held: self._chooser.quote_of(question, held)) for each in found)

    def conversation(self, answers: Sequence[Answer] = ()) -> Conversation:
        """A conversation that remembers what was asked before; it may go on after these answers."""
        return Conversation(self, answers)

    def quoting(self) -> Self:
        """The same engine without a language model."""
        return type(self)(replace(self._parts, drafter=None), self._settings)

    def sources(self) -> tuple[Source, ...]:
        """The articles, in order of file name."""
        return self._index.sources

    def claims(self, holder: str | None = None) -> tuple[Claim, ...]:
        """What the articles state, in their order; that of one holder, by name or a part of it, where one is given."""
        held = self._index.claims
        return tuple(claim for claim in held if is_held_by(claim, holder)) if holder else held

    def disagreements(self) -> Overview:
        """Where the articles differ, whatever is asked: the weightiest first, with the citations of every side."""
        return overview_of(self._index)

    def examples(self) -> tuple[str, ...]:
        """Four questions that these articles answer."""
        return self._examples

    def follow_ups(self, answers: Sequence[Answer]) -> tuple[str, ...]:
        """Up to three questions that may be asked after these answers, and that the articles answer."""
        return follow_up_questions(self.quoting(), answers)

    @cached_property
    def _examples(self) -> tuple[str, ...]:
        return example_questions(self.quoting())

    @property
    def _command(self) -> str:
        return build_command(self._settings.corpus, index_folder(self._settings))

    @cached_property
    def _warnings(self) -> tuple[str, ...]:
        changed = self._index.stale(self._settings.corpus)
        if not changed:
            return ()
        names = ", ".join(changed[:3]) + (f" and {len(changed) - 3} more" if len(changed) > 3 else "")
        return (f"the index is older than the articles ({names}); update it with: {self._command}",)
