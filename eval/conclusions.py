"""What is made of the scores of all systems: controls, comparisons, floors, curves."""

from datetime import UTC, datetime

from eval.comparison import Comparison, compared
from eval.control_results import control_reports
from eval.curve import Curve
from eval.gates import gate_results
from eval.judges.choice import quality_of
from eval.material import Material
from eval.outcome import JudgeCard, Outcome
from eval.plan import Plan
from eval.results import EvalReport, SystemReport
from eval.results_document import Document, ResultsError, SystemPart
from eval.results_file import system_part


def concluded(
    systems: tuple[SystemReport, ...], plan: Plan, material: Material, curves: tuple[Curve, ...] = ()
) -> Outcome:
    """All that a run came to; controls and floors are those of the first system."""
    parts = tuple(map(system_part, systems))
    return Outcome(
        report=EvalReport(systems, material.provenance.corpus, len(material.questions)),
        provenance=material.provenance,
        judge=JudgeCard(plan.judge.name, quality_of(plan.judge, material.questions)),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        controls=control_reports(systems[0], plan.measures),
        against=tuple(compared(other, parts[0]) for other in parts[1:]),
        since=tuple(_since(plan.earlier, parts)) if plan.earlier else (),
        gates=gate_results(plan.gates, systems[0]),
        curves=curves,
    )


def _since(earlier: Document, now: tuple[SystemPart, ...]) -> list[Comparison]:
    """Each system beside itself in the earlier run; the first beside the only one of other names there is."""
    before = {system.name: system for system in earlier.systems}
    pairs = [(before[system.name], system) for system in now if system.name in before]
    if not pairs and len(earlier.systems) == 1:
        pairs = [(earlier.systems[0], now[0])]
    if not pairs:
        raise ResultsError(f"the earlier results are of {', '.join(before)}, none of which was asked now")
    return [compared(old, new) for old, new in pairs]
