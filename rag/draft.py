"""An answer drafted by a language model from numbered evidence: each sentence is shown when it is verified."""

import asyncio
import time
from collections.abc import AsyncGenerator, Generator, Iterator, Sequence
from contextlib import aclosing, closing
from dataclasses import replace

from index.reader import Index
from rag.answer import Answer, Dropped
from rag.brief import brief_of
from rag.budget import Budget
from rag.deadline import within, within_async
from rag.draft_sentences import DraftSentence, DraftSentences
from rag.drafted import Draft, fallen_back
from rag.faults import ModelFaultError, fault_of
from rag.found import Found
from rag.judging import Judge, Kept
from rag.model_replies import LanguageModel
from rag.prompts import prompt_for
from rag.verdict import Verifier

LEAST_SHORTER = 100
"""Characters by which the evidence of a prompt that is too long is shortened at least."""


class Drafter:
    """Has answers written by a language model, and answers in the sources' own words where it cannot."""

    def __init__(self, model: LanguageModel, verifier: Verifier, index: Index, budget: Budget | None = None) -> None:
        self._model = model
        self._verifier = verifier
        self._index = index
        self._budget = budget or Budget()

    def over(self, index: Index) -> "Drafter":
        """The same model, verifier and budget over another index."""
        return Drafter(self._model, self._verifier, index, self._budget)

    def stream(self, found: Found) -> Generator[Answer]:
        """The answer as it grows, a verified sentence at a time; the last one is whole."""
        drafting = self._begin(found)
        pieces = within(self._budget.seconds, lambda: self._model.stream(drafting.prompt))
        try:
            with closing(pieces):
                for piece in pieces:
                    yield from drafting.read(piece)
                    if drafting.is_spent:
                        break
            yield from drafting.end()
        except (ModelFaultError, TimeoutError) as error:
            yield drafting.failed(error)
            return
        yield drafting.answer()

    async def astream(self, found: Found) -> AsyncGenerator[Answer]:
        """The same on an event loop, which is free while a sentence is verified; cancelling it stops the model."""
        drafting = await asyncio.to_thread(self._begin, found)
        pieces = within_async(self._budget.seconds, self._model.astream(drafting.prompt))
        try:
            async with aclosing(pieces):
                async for piece in pieces:
                    for answer in await asyncio.to_thread(drafting.read, piece):
                        yield answer
                    if drafting.is_spent:
                        break
            for answer in await asyncio.to_thread(drafting.end):
                yield answer
        except (ModelFaultError, TimeoutError) as error:
            yield drafting.failed(error)
            return
        yield drafting.answer()

    def _begin(self, found: Found) -> "_Drafting":
        """The draft before its first word, with as much evidence as its prompt has room for."""
        room = self._budget.prompt_bytes
        while True:
            brief = brief_of(found, self._index, room)
            prompt = prompt_for(brief)
            excess = len(f"{prompt.system}{prompt.user}".encode("utf-8", "replace")) - self._budget.prompt_bytes
            if excess <= 0 or room <= 0:
                return _Drafting(self._model.name, self._budget, Draft(found, brief), Judge(brief, self._verifier))
            room -= max(excess, LEAST_SHORTER)


class _Drafting:
    """One draft from its prompt to its answer: it is handed the reply, and asks for nothing itself."""

    def __init__(self, name: str, budget: Budget, draft: Draft, judge: Judge) -> None:
        self.prompt = prompt_for(draft.brief)
        self._name = name
        self._draft = draft
        self._judge = judge
        self._left = budget.reply_bytes
        self._sentences = DraftSentences()
        self._started = time.perf_counter()
        self._verifying = 0.0

    @property
    def is_spent(self) -> bool:
        """Whether the reply is longer than its budget."""
        return self._left < 0

    def read(self, piece: str) -> list[Answer]:
        """The answers that a further piece of the reply leads to."""
        self._left -= len(piece.encode("utf-8", "replace"))
        return [*self._grow(self._sentences.add(piece))]

    def end(self) -> list[Answer]:
        """The same for what is left when the reply is over."""
        return [*self._grow(self._sentences.end())]

    def answer(self) -> Answer:
        """The whole answer; a draft of which nothing is left is none."""
        if self._draft.kept:
            return self._timed(self._draft.whole(self._name))
        return self._fallen("wrote nothing that could be verified", self._draft.dropped)

    def failed(self, error: Exception) -> Answer:
        """The answer after a fault: none of the draft is in it, for nobody knows how it would have gone on."""
        return self._fallen(str(fault_of(error)), ())

    def _fallen(self, why: str, dropped: Sequence[Dropped]) -> Answer:
        return self._timed(fallen_back(self._draft.found.answer, self._name, why, dropped))

    def _grow(self, sentences: Iterator[DraftSentence]) -> Generator[Answer]:
        for sentence in sentences:
            if self._draft.says(sentence.text):
                continue
            started = time.perf_counter()
            judged = self._judge.judge(sentence)
            self._verifying += time.perf_counter() - started
            self._draft = self._draft.with_judged(judged)
            if isinstance(judged, Kept):
                yield self._timed(self._draft.grown(self._name))

    def _timed(self, answer: Answer) -> Answer:
        drafting = time.perf_counter() - self._started
        laps = {"draft": drafting, "verify": self._verifying}
        return replace(answer, timings_ms={**answer.timings_ms, **{k: round(1000 * v, 2) for k, v in laps.items()}})
