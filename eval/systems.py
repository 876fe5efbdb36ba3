"""The systems that `parallax eval` knows by name, and how each is opened."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from corpus.errors import ParallaxError
from corpus.source import Source
from eval.answered_system import AnsweredSystem
from eval.citation_engine import CitationEngineSystem
from eval.cited_places import CitedPlaces
from eval.gold import GoldQuestion
from eval.language_model import model_name, open_model
from eval.llamaindex_baseline import LlamaIndexSystem, plain_index
from eval.parallax_system import ParallaxSystem
from eval.prompted_system import CHUNKS, PromptedSystem
from eval.system import System
from rag.engine import Engine
from rag.settings import Settings, load_settings

ANSWERS = "answers:"
"""Before the path of a file of answers, which is a system like any other."""


class UnknownSystemError(ParallaxError):
    """A name that no system under test has."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What systems are opened over: a corpus, where Parallax keeps its index, and a scratch folder for the others.

    An `index` of None is its usual place. `questions` are those that a file of answers has to answer.
    """

    corpus: Path
    index: Path | None
    sources: tuple[Source, ...]
    scratch: Path
    questions: tuple[GoldQuestion, ...] = ()

    @property
    def settings(self) -> Settings:
        """What the user has set, over this corpus."""
        return load_settings(corpus=self.corpus, index=self.index)


@dataclass(frozen=True, slots=True)
class Opener:
    """How a system is opened.

    `apart` says that several processes may each open it, and cheaply; `asks_model`, that it needs a language model.
    """

    open: Callable[[Ground], System]
    apart: bool = False
    asks_model: bool = False


def named_systems(names: Sequence[str], answers: Sequence[Path]) -> tuple[str, ...]:
    """The systems that are asked for by name and by their files of answers; Parallax where there are none."""
    return (*names, *(f"{ANSWERS}{path}" for path in answers)) or ("parallax",)


def needs_index(systems: Sequence[str]) -> bool:
    """Whether one of the systems is Parallax, which asks an index."""
    return any(name.startswith("parallax") for name in systems)


def check_systems(systems: tuple[str, ...]) -> tuple[str, ...]:
    """The names as they are; raises UnknownSystemError for one that no system has."""
    for name in systems:
        if name not in OPENERS and not name.startswith(ANSWERS):
            raise UnknownSystemError(f"no system is called {name!r}; there are {', '.join(OPENERS)}")
    return systems


def without_skipped(systems: Sequence[str], settings: Settings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The systems that can be opened, and a line for each that needs a language model where none is set."""
    missing = model_name(settings) is None
    skipped = [name for name in systems if missing and not name.startswith(ANSWERS) and OPENERS[name].asks_model]
    told = tuple(f"{name} is skipped: it needs a language model, and PARALLAX_LLM names none" for name in skipped)
    return tuple(name for name in systems if name not in skipped), told


def opens_apart(name: str) -> bool:
    """Whether several processes may each open the system of that name."""
    return name in OPENERS and OPENERS[name].apart


def kept_as(name: str, ground: Ground) -> str:
    """A system's name with what its answers depend on beside the corpus: the file they stand in, the language model."""
    if name.startswith(ANSWERS):
        return f"{name} {sha256(Path(name.removeprefix(ANSWERS)).read_bytes()).hexdigest()}"
    return f"{name} {model_name(ground.settings)}" if OPENERS[name].asks_model else name


def shown_name(name: str) -> str:
    """What the report calls a system: a file of answers by the file's name."""
    return Path(name.removeprefix(ANSWERS)).name if name.startswith(ANSWERS) else name


def open_system(name: str, ground: Ground) -> System:
    """The system of that name, or the file of answers behind its mark."""
    if name.startswith(ANSWERS):
        return AnsweredSystem.of(Path(name.removeprefix(ANSWERS)), ground.questions, ground.sources)
    return OPENERS[name].open(ground)


def _open_parallax(ground: Ground) -> System:
    """With quotes, whatever language model is set."""
    settings = ground.settings
    quoting = settings.model_copy(update={"llm": None}) if model_name(settings) else settings
    return ParallaxSystem(Engine.open(settings=quoting))


def _open_drafting(ground: Ground) -> System:
    return ParallaxSystem(Engine.open(settings=ground.settings), "parallax-model")


def _open_llamaindex(ground: Ground, name: str = "llamaindex", chunks: int = 5) -> System:
    return LlamaIndexSystem.build(ground.sources, ground.scratch / "llamaindex", chunks, name)


def _open_citation_engine(ground: Ground) -> System:
    index = plain_index(ground.sources, ground.scratch / "llamaindex")
    return CitationEngineSystem.over(index, CitedPlaces(ground.sources), open_model(ground.settings))


def _open_prompt(ground: Ground) -> System:
    retriever = plain_index(ground.sources, ground.scratch / "llamaindex").as_retriever(similarity_top_k=CHUNKS)
    return PromptedSystem(retriever, CitedPlaces(ground.sources), open_model(ground.settings))


OPENERS: Mapping[str, Opener] = {
    "parallax": Opener(_open_parallax, apart=True),
    "parallax-model": Opener(_open_drafting, asks_model=True),
    "llamaindex": Opener(_open_llamaindex),
    "llamaindex-2": Opener(partial(_open_llamaindex, name="llamaindex-2", chunks=2)),
    "llamaindex-10": Opener(partial(_open_llamaindex, name="llamaindex-10", chunks=10)),
    "citation-engine": Opener(_open_citation_engine, asks_model=True),
    "prompt": Opener(_open_prompt, asks_model=True),
}
