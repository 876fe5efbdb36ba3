"""Floors that a run must reach: `--fail-under measure=value`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.errors import ParallaxError
from eval.measures.measure import Measure
from eval.results import SystemReport, shown


class GateError(ParallaxError):
    """A floor that cannot be understood; the message says what was expected."""


class BelowFloorError(ParallaxError):
    """The run is worse than its floors allow; the message says in what."""


@dataclass(frozen=True, slots=True)
class Gate:
    """The least a measure may come to, or the most where less is better."""

    measure: Measure
    limit: float

    def passes(self, value: float | None) -> bool:
        """Whether a value is good enough; nothing to score is not."""
        if value is None:
            return False
        return value >= self.limit if self.measure.better == "higher" else value <= self.limit


@dataclass(frozen=True, slots=True)
class GateResult:
    """A floor and what was reached."""

    gate: Gate
    value: float | None

    @property
    def passed(self) -> bool:
        """Whether it was good enough."""
        return self.gate.passes(self.value)

    @property
    def line(self) -> str:
        """One line for a reader."""
        word = "at least" if self.gate.measure.better == "higher" else "at most"
        return f"{self.gate.measure.name} is {shown(self.value)}, to be {word} {shown(self.gate.limit)}"


def read_gates(written: Iterable[str], measures: Sequence[Measure]) -> tuple[Gate, ...]:
    """The floors as they were written, "measure=value".

    Raises:
        GateError: one has no value between 0 and 1, or names no measure.
    """
    return tuple(_gate(each, {measure.name: measure for measure in measures}) for each in written)


def _gate(written: str, measures: dict[str, Measure]) -> Gate:
    name, _, value = written.rpartition("=")
    measure = measures.get(" ".join(name.replace("_", " ").casefold().split()))
    try:
        limit = float(value)
    except ValueError:
        limit = -1.0
    if not 0 <= limit <= 1:
        raise GateError(
            f"{written!r} is no floor; write a measure, = and a value from 0 to 1: 'citation precision=0.5'"
        )
    if measure is None:
        raise GateError(f"no measure is called {name.strip()!r}; there are {', '.join(measures)}")
    return Gate(measure, limit)


def gate_results(gates: Iterable[Gate], system: SystemReport) -> tuple[GateResult, ...]:
    """Each floor with what a system reached."""
    return tuple(GateResult(gate, system.score(gate.measure.name).value) for gate in gates)


def check_gates(results: Iterable[GateResult]) -> None:
    """Raise BelowFloorError where any was missed, and say which."""
    missed = [result.line for result in results if not result.passed]
    if missed:
        raise BelowFloorError("below the floor: " + "; ".join(missed))
