"""Sentences labelled by hand: who holds each, how, with what figures, of what days."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.errors import ParallaxError
from index.held import Held
from index.numerals import Bound

LABELS = Path(__file__).parent / "labels" / "claims.jsonl"


class LabelError(ParallaxError):
    """A line that is no label, or a labelled sentence that its article does not have."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as labelled: `upper` is the upper end of a range, `unit` empty where things are counted."""

    value: float
    upper: float | None
    bound: Bound
    unit: str


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a sentence speaks of."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Label:
    """What a person read in a sentence of a corpus; `holders` are the names that are right, best first."""

    corpus: str
    file: str
    sentence: str
    holders: tuple[str, ...]
    held: Held
    quantities: tuple[Figure, ...]
    moment: Days | None


def read_labels(path: Path = LABELS) -> tuple[Label, ...]:
    """The labelled sentences of a file, one a line.

    Raises:
        LabelError: a line is no label.
    """
    lines = enumerate(path.read_text("utf-8").split("\n"), start=1)
    return tuple(_label(path, number, line) for number, line in lines if line.strip())


def _label(path: Path, number: int, line: str) -> Label:
    try:
        return _LABEL.validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise LabelError(f"{path}, line {number}: {where or 'the line'}: {first['msg']}") from error


_LABEL = TypeAdapter(Label)
