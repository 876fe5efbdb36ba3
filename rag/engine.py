"""The engine: a question in, an answer out, every statement tied to the words of a source."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from corpus.source import Source
from index.build import BuildReport, IndexPlan, Progress, update_index
from index.claims import Claim
from index.encoder import Encoder
from index.export import load_encoder
from index.generation import build_command, current_generation, default_index_folder, require_index
from index.pair_model import PairModel, ShippedPairModel
from index.reader import Index
from index.selection import CrossEncoderSelector, NoSelector, OnnxSelector, Selector
from rag.answer import Answer
from rag.choice import Chooser
from rag.contrast import Contrast, contrast_of
from rag.differences import differences_in
from rag.evidence import Evidence, EvidenceFinder
from rag.examples import example_questions
from rag.follow_ups import follow_up_questions
from rag.naming import files_of, is_held_by
from rag.overview import Overview, overview_of
from rag.question import Question, understand
from rag.quotes import answer_with, decline_with
from rag.refusal import refusal, refused, whole_characters
from rag.settings import Settings, load_settings
from rag.silence import why_silent


@dataclass(frozen=True, slots=True)
class Parts:
    """What an engine is made of, finished: a test hands in its own."""

    index: Index
    encoder: Encoder
    selector: Selector
    pairs: PairModel = field(default_factory=ShippedPairModel)


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
        cls, corpus: Path | str | None = None, *, index: Path | str | None = None, settings: Settings | None = None
    ) -> Self:
        """The engine over a folder that has an index; nothing is built or written.

        Raises:
            IndexMissingError, IndexUnusableError: the message names the command that builds it.
        """
        settings = _settled(corpus, index, settings)
        require_index(index_folder(settings), settings.corpus)  # before an encoder is loaded, let alone exported
        encoder = load_encoder(settings.encoder)
        opened = Index.open(index_folder(settings), settings.corpus, encoder.fingerprint, settings.chroma_url)
        return cls(Parts(opened, encoder, load_selector(settings)), settings)

    @classmethod
    def build(
        cls, corpus: Path | str | None = None, *, index: Path | str | None = None, settings: Settings | None = None
    ) -> Self:
        """The engine over a folder, whose index is brought up to date first."""
        settings = _settled(corpus, index, settings)
        build_index(settings)
        return cls.open(settings=settings)

    def over(self, corpus: Path, index: Path, progress: Progress = lambda *_: None) -> tuple[Self, BuildReport]:
        """An engine of the same models over another folder, whose index is brought up to date first; and what was done.

        Its vectors lie in the index folder, whatever Chroma server this engine has.
        """
        settings = self._settings.model_copy(update={"corpus": corpus, "index": index, "chroma_url": None})
        plan = IndexPlan(corpus, index, settings.encoder)
        report = update_index(plan, self._parts.encoder, progress=progress)
        opened = Index.open(index, corpus, self._parts.encoder.fingerprint)
        return type(self)(replace(self._parts, index=opened), settings), report

    def ask(self, question: str, *, history: Sequence[str] = (), sources: Sequence[str] = ()) -> Answer:
        """The answer to a question, after the earlier questions of its conversation.

        `sources` (outlets, files or titles) are the only ones to be heard; all are where none is given. What cannot be
        asked (nothing, or a book) is declined in a sentence.

        Raises:
            UnknownSourceError: a name in `sources` fits none.
        """
        clock = _Clock()
        files = files_of(sources, self._index.sources)
        unfit = refusal(question)
        if unfit:
            return replace(refused(question, unfit), warnings=self._warnings)
        earlier = [whole_characters(one) for one in history if not refusal(one)]
        understood = understand(whole_characters(question), self._index.vocabulary, earlier)
        clock.lap("understand")
        evidence = self._finder.find(understood, files if sources else None)
        clock.lap("search")
        reason = why_silent(understood, evidence, self._index, self._parts.pairs)
        points = self._chooser.choose(understood, evidence)
        nearest = [point.quote for point in points[:2]]
        if reason:
            answer = decline_with(understood, reason, nearest)
        else:
            answer = answer_with(understood, points, self._contrasts(understood, evidence))
        clock.lap("compose")
        return replace(answer, timings_ms=clock.laps, warnings=self._warnings)

    def _contrasts(self, question: Question, evidence: Sequence[Evidence]) -> list[Contrast]:
        """How the sources differ on a question, in their own words."""
        found = differences_in(question, evidence, self._index)
        return [contrast_of(each, lambda held: self._chooser.quote_of(question, held)) for each in found]

    def conversation(self, answers: Sequence[Answer] = ()) -> "Conversation":
        """A conversation that remembers what was asked before; it may go on after these answers."""
        return Conversation(self, answers)

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
        return follow_up_questions(self, answers)

    @cached_property
    def _examples(self) -> tuple[str, ...]:
        return example_questions(self)

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


class Conversation:
    """Questions and answers of one visitor; `answers` holds them in order."""

    def __init__(self, engine: Engine, answers: Sequence[Answer] = ()) -> None:
        self._engine = engine
        self.answers: list[Answer] = list(answers)

    def ask(self, question: str, *, sources: Sequence[str] = ()) -> Answer:
        """The answer, in the light of the questions before."""
        history = [answer.question for answer in self.answers]
        answer = self._engine.ask(question, history=history, sources=sources)
        self.answers.append(answer)
        return answer

    def stream(self, question: str, *, sources: Sequence[str] = ()) -> Iterator[Answer]:
        """The answer as it grows, a statement at a time; the last one is whole."""
        answer = self.ask(question, sources=sources)
        lines = answer.text.split("\n")
        for shown in range(1, len(lines)):
            yield replace(answer, text="\n".join(lines[:shown]), sentences=answer.sentences[:shown])
        yield answer


def index_folder(settings: Settings) -> Path:
    """Where the index of these settings lies."""
    return settings.index or default_index_folder(settings.corpus)


def build_index(settings: Settings, *, rebuild: bool = False, progress: Progress = lambda *_: None) -> BuildReport:
    """Brings the index of these settings up to date."""
    plan = IndexPlan(settings.corpus, index_folder(settings), settings.encoder, settings.chroma_url)
    return update_index(plan, load_encoder(settings.encoder), rebuild=rebuild, progress=progress)


def has_index(settings: Settings) -> bool:
    """Whether anything was built for these settings."""
    return current_generation(index_folder(settings)) is not None


def load_selector(settings: Settings) -> Selector:
    """The selection model that is set: ours unless another, or "none", was named."""
    if settings.selector == "none":
        return NoSelector()
    return CrossEncoderSelector(settings.selector) if settings.selector else OnnxSelector.open()


def _settled(corpus: Path | str | None, index: Path | str | None, settings: Settings | None) -> Settings:
    given = {name: Path(value) for name, value in (("corpus", corpus), ("index", index)) if value is not None}
    return settings.model_copy(update=given) if settings else load_settings(**given)


class _Clock:
    """Milliseconds between laps."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = round(1000 * (now - self._last), 2)
        self._last = now
