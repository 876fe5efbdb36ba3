"""How the answers of a run are to be judged, made ready before any question is asked."""

from dataclasses import dataclass

from eval.gates import Gate, read_gates
from eval.judges.choice import judge_named
from eval.judges.judge import Judge
from eval.measures.catalogue import MEASURES, judged_measures
from eval.measures.measure import Measure
from eval.options import Judged
from eval.results_document import Document, read_document


@dataclass(frozen=True, slots=True)
class Plan:
    """The judge, the measures that rest on it and the others, the floors, and an earlier run to compare with."""

    judge: Judge
    measures: tuple[Measure, ...]
    gates: tuple[Gate, ...]
    earlier: Document | None
    curve: bool


def plan_of(judged: Judged) -> Plan:
    """The plan a user chose.

    Raises:
        VerifierError, GateError, ResultsError: something chosen is not there.
    """
    judge = judge_named(judged.judge)
    measures = MEASURES + judged_measures(judge)
    earlier = read_document(judged.compare) if judged.compare else None
    return Plan(judge, measures, read_gates(judged.fail_under, measures), earlier, judged.curve)
