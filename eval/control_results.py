"""What the measures made of answers that are wrong on purpose, beside the real ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from eval.case import Case
from eval.controls import CONTROLS, Control, Move
from eval.measures.measure import Measure
from eval.results import SystemReport, shown

Verdict = Literal["moved as it should", "did not move as it should", "could not move"]


@dataclass(frozen=True, slots=True)
class Moved:
    """One measure under one control: where it had to go, and where it went."""

    measure: str
    expected: Move
    real: float | None
    control: float | None

    @property
    def verdict(self) -> Verdict:
        """A value that is at its end already, or that rests on nothing, could not move."""
        if self.real is None or self.real == (0.0 if self.expected == "falls" else 1.0):
            return "could not move"
        if self.control is None:  # nothing left to score: what was there before is gone
            return "moved as it should" if self.expected == "falls" else "did not move as it should"
        right = self.control < self.real if self.expected == "falls" else self.control > self.real
        return "moved as it should" if right else "did not move as it should"


@dataclass(frozen=True, slots=True)
class ControlReport:
    """A control and what each measure made of it."""

    name: str
    moved: tuple[Moved, ...]

    @property
    def unmoved(self) -> tuple[Moved, ...]:
        """What did not move as it should."""
        return tuple(each for each in self.moved if each.verdict == "did not move as it should")

    @property
    def line(self) -> str:
        """One line for a reader."""
        able = [each for each in self.moved if each.verdict != "could not move"]
        told = f"{self.name}: {len(able) - len(self.unmoved)} of {len(able)} measures moved as they should"
        wrong = ", ".join(f"{each.measure} ({shown(each.real)} to {shown(each.control)})" for each in self.unmoved)
        return f"{told}; not: {wrong}" if wrong else told


def control_reports(
    real: SystemReport, measures: Sequence[Measure], controls: Iterable[Control] = CONTROLS
) -> tuple[ControlReport, ...]:
    """Spoil the answers of a system in each way, and score them."""
    cases = [result.case for result in real.results]
    return tuple(_report(control, cases, real, measures) for control in controls)


def _report(control: Control, cases: Sequence[Case], real: SystemReport, measures: Sequence[Measure]) -> ControlReport:
    watched = [measure for measure in measures if measure.name in control.expected]
    spoilt = control.spoil(cases)
    moved = (
        Moved(measure.name, control.expected[measure.name], real.score(measure.name).value, _value(measure, spoilt))
        for measure in watched
    )
    return ControlReport(control.name, tuple(moved))


def _value(measure: Measure, cases: Iterable[Case]) -> float | None:
    return measure.value([measure.count(case) for case in cases])
