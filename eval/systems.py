"""The systems that `parallax eval` knows by name, and how each is opened."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ParallaxError
from corpus.source import Source
from eval.llamaindex_baseline import LlamaIndexSystem
from eval.parallax_system import ParallaxSystem
from eval.system import System
from rag.engine import Engine


class UnknownSystemError(ParallaxError):
    """A name that no system under test has."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What systems are opened over: a corpus, where Parallax keeps its index, and a scratch folder for the others.

    An `index` of None is its usual place.
    """

    corpus: Path
    index: Path | None
    sources: tuple[Source, ...]
    scratch: Path


@dataclass(frozen=True, slots=True)
class Opener:
    """How a system is opened; `apart` says that several processes may each open it, and cheaply."""

    open: Callable[[Ground], System]
    apart: bool = False


def check_systems(systems: Sequence[str]) -> Sequence[str]:
    """The names as they are; raises UnknownSystemError for one that no system has."""
    for name in systems:
        if name not in OPENERS:
            raise UnknownSystemError(f"no system is called {name!r}; there are {', '.join(OPENERS)}")
    return systems


def opens_apart(name: str) -> bool:
    """Whether several processes may each open the system of that name."""
    return OPENERS[name].apart


def open_system(name: str, ground: Ground) -> System:
    """The system of that name."""
    return OPENERS[name].open(ground)


def _open_parallax(ground: Ground) -> System:
    return ParallaxSystem(Engine.open(ground.corpus, index=ground.index))


def _open_llamaindex(ground: Ground) -> System:
    return LlamaIndexSystem.build(ground.sources, ground.scratch / "llamaindex")


OPENERS: Mapping[str, Opener] = {
    "parallax": Opener(_open_parallax, apart=True),
    "llamaindex": Opener(_open_llamaindex),
}
