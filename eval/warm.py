"""The parts of the benchmark that load models: building both indexes, asking an open engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from corpus.folder import read_folder
from eval.gold import read_gold
from eval.plain_llamaindex import build_index
from rag.engine import Engine
from rag.settings import load_settings
from rag.verify import Evidence, shipped_verifier


@dataclass(frozen=True, slots=True)
class Builds:
    """How long each index took, in seconds, and of how many articles."""

    articles: int
    parallax: float
    plain: float


def build_both(corpus: Path, parallax: Path, plain: Path) -> Builds:
    """Index a corpus with Parallax and with plain LlamaIndex, each into its own new folder."""
    started = perf_counter()
    Engine.build(corpus, index=parallax)
    between = perf_counter()
    texts = {source.file: source.text for source in read_folder(corpus).sources}
    build_index(texts, plain)
    return Builds(len(texts), between - started, perf_counter() - between)


def warm_milliseconds(corpus: Path, index: Path, gold: Path, selector: str | None) -> tuple[float, ...]:
    """How long an open engine takes for each gold question, after a first one that is not counted."""
    engine = Engine.open(corpus, index=index, settings=load_settings(selector=selector))
    questions = read_gold(gold, {source.file: source.text for source in engine.sources()})
    engine.ask(questions[0].question)
    return tuple(_milliseconds(engine, question.question, question.history) for question in questions)


def verify_milliseconds(corpus: Path, most: int = 100) -> tuple[float, ...]:
    """How long the shipped verifier takes for each of the corpus' first sentences, cut by a word, against itself.

    Cut, for one that is verbatim needs no model; a first one is not counted.
    """
    verifier = shipped_verifier()
    sentences = [each.reading for source in read_folder(corpus).sources for each in source.sentences]
    pairs = [(text.rsplit(" ", 1)[0], [Evidence(text)]) for text in sentences if text.count(" ") > 4][: most + 1]
    times = []
    for claim, evidence in pairs:
        started = perf_counter()
        verifier.verify(claim, evidence)
        times.append((perf_counter() - started) * 1000)
    return tuple(times[1:])


def _milliseconds(engine: Engine, question: str, history: Sequence[str]) -> float:
    started = perf_counter()
    engine.ask(question, history=history)
    return (perf_counter() - started) * 1000
