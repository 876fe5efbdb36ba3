"""What a public benchmark is to the command line: a name, where its data comes from, and the lines it prints."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ParallaxError


class BenchmarkError(ParallaxError):
    """A benchmark, or its file, that cannot be used; the message says where the data comes from."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may choose for a run: None is what is shipped.

    `documents` is the file or folder of a benchmark whose questions come without them, `index` the folder that pooled
    documents and their index are kept in, `output` where the figures go as JSON; `progress` is told a stage, the steps
    done, and their number.
    """

    verifier: str | None = None
    encoder: str | None = None
    systems: tuple[str, ...] = ("parallax",)
    documents: Path | None = None
    index: Path | None = None
    output: Path | None = None
    progress: Callable[[str, int, int], None] = lambda *_: None


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A test set by name; `run` yields what is to be printed, its last line the score."""

    name: str
    measures: str
    origin: str
    run: Callable[[Path, Options], Iterator[str]]
