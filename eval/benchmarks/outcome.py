"""What a benchmark found: figures with their intervals, as a table to read and as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from corpus.errors import ParallaxError
from eval.benchmarks.details import Detail
from eval.benchmarks.drawn import Score, interval_of, quotient

SCHEMA_VERSION = 1
DASH = "–"


class OutcomeError(ParallaxError):
    """The results of a benchmark cannot be written where they were to go."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with the ends of its 95 % interval, resting on `number` things; None where there is nothing to score."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    number: int = 0

    @property
    def told(self) -> str:
        """The value with three decimals."""
        return DASH if self.value is None else f"{self.value:.3f}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """All figures of one run, the one that stands for it, and what a reader has to know beside them."""

    benchmark: str
    system: str
    figures: tuple[Figure, ...]
    headline: str
    notes: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()

    def figure(self, name: str) -> Figure:
        """The figure of that name."""
        return next(figure for figure in self.figures if figure.name == name)

    def lines(self) -> Iterator[str]:
        """The notes and the table."""
        yield from self.notes
        width = max(len(figure.name) for figure in self.figures)
        yield f"{self.system:{width}}  value   95 %           n"
        for figure in self.figures:
            ends = f"{figure.low:.3f}{DASH}{figure.high:.3f}" if figure.low is not None else ""
            yield f"{figure.name:{width}}  {figure.told:6}  {ends:13}  {figure.number}"


def told_outcomes(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A table for each system, and last the figure that stands for the first, alone on its line."""
    for outcome in outcomes:
        yield from outcome.lines()
        yield ""
    for first in outcomes[:1]:
        yield f"{first.headline}: {first.figure(first.headline).told}"


def scored(name: str, rows: Sequence[Sequence[float]], score: Score = quotient, number: int | None = None) -> Figure:
    """The score of the sum of all rows, with its interval; None where no row has anything to score."""
    if not rows:
        return Figure(name, None)
    value = float(score(np.asarray(rows, dtype=np.float64).sum(axis=0)))
    if np.isnan(value):
        return Figure(name, None)
    return Figure(name, value, *interval_of(rows, score), len(rows) if number is None else number)


def mean_of(name: str, shares: Sequence[float | None]) -> Figure:
    """The mean of the shares that are known."""
    return scored(name, [(share, 1.0) for share in shares if share is not None])


def share_of(name: str, counts: Sequence[tuple[int, int]]) -> Figure:
    """All hits over all totals, of pairs (hits, total) a question; drawn anew by question."""
    return scored(name, [count for count in counts if count[1]], number=sum(total for _, total in counts))


def write_outcomes(outcomes: Sequence[Outcome], path: Path) -> None:
    """Write what a run found as JSON, making the folder it goes to.

    Raises:
        OutcomeError: it cannot be written there.
    """
    found = {"schema_version": SCHEMA_VERSION, "outcomes": [asdict(outcome) for outcome in outcomes]}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutcomeError(f"the results cannot be written to {path} ({error.strerror}); see --output") from error
