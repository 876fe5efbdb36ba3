"""All that a run of the evaluation came to, before it is written in one form or another."""

from dataclasses import dataclass

from eval.comparison import Comparison
from eval.control_results import ControlReport
from eval.curve import Curve
from eval.gates import GateResult
from eval.provenance import Provenance
from eval.results import EvalReport


@dataclass(frozen=True, slots=True)
class JudgeCard:
    """The name of the judge, and how good it is known to be."""

    name: str
    quality: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The scores of every system, what they rest on, and what was made of them.

    `against` compares the first system with the others of the run, `since` each with itself in an earlier run.
    """

    report: EvalReport
    provenance: Provenance
    judge: JudgeCard
    created: str
    controls: tuple[ControlReport, ...] = ()
    against: tuple[Comparison, ...] = ()
    since: tuple[Comparison, ...] = ()
    gates: tuple[GateResult, ...] = ()
    curves: tuple[Curve, ...] = ()
