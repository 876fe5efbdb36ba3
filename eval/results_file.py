"""results.json: everything a run found, for programs."""

from pathlib import Path

from eval.bootstrap import DRAWS
from eval.bootstrap import SEED as BOOTSTRAP_SEED
from eval.comparison import Comparison, Difference
from eval.control_results import ControlReport, Moved
from eval.controls import SEED as CONTROLS_SEED
from eval.curve import Curve, CutPoint
from eval.outcome import Outcome
from eval.permutation import SEED as PERMUTATION_SEED
from eval.permutation import SHUFFLES
from eval.results import KindScores, QuestionResult, Score, SystemReport
from eval.results_document import (
    ComparisonPart,
    ControlPart,
    CountPart,
    CurvePart,
    DifferencePart,
    Document,
    JudgePart,
    KindPart,
    MovedPart,
    PointPart,
    RelationPart,
    ResultPart,
    ScorePart,
    SeedsPart,
    SystemPart,
)
from eval.weaknesses import weaknesses


def write_results(outcome: Outcome, path: Path) -> None:
    """Write the results as JSON, making the folder they go to."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(document_of(outcome).model_dump_json(indent=1) + "\n", encoding="utf-8")


def document_of(outcome: Outcome) -> Document:
    """The results in the form of the file; a value of null says that there was nothing to score."""
    found = outcome.provenance
    return Document(
        created=outcome.created,
        versions=dict(found.versions),
        corpus_sha256=found.corpus,
        gold_sha256=found.gold,
        index_sha256=found.index,
        code_sha256=found.code,
        seeds=SeedsPart(
            bootstrap_draws=DRAWS,
            bootstrap=BOOTSTRAP_SEED,
            permutation_shuffles=SHUFFLES,
            permutation=PERMUTATION_SEED,
            controls=CONTROLS_SEED,
        ),
        judge=JudgePart(name=outcome.judge.name, quality=outcome.judge.quality),
        questions=outcome.report.questions,
        systems=tuple(map(system_part, outcome.report.systems)),
        controls=tuple(map(_control, outcome.controls)),
        comparisons=(
            *(_comparison(each, earlier=True) for each in outcome.since),
            *(_comparison(each, earlier=False) for each in outcome.against),
        ),
        curves=tuple(map(_curve, outcome.curves)),
    )


def system_part(system: SystemReport) -> SystemPart:
    """One system, in the form of the file."""
    return SystemPart(
        name=system.name,
        measures=tuple(map(_score, system.scores)),
        kinds=tuple(map(_kind, system.kinds)),
        relations=tuple(RelationPart(right=c.right, given=c.given, times=c.times) for c in system.confusion),
        median_ms=system.median_milliseconds,
        results=tuple(map(_result, system.results)),
    )


def _score(score: Score) -> ScorePart:
    return ScorePart.model_validate(score, from_attributes=True)


def _kind(kind: KindScores) -> KindPart:
    return KindPart(kind=kind.kind, questions=kind.questions, measures=dict(kind.values))


def _result(result: QuestionResult) -> ResultPart:
    gold = result.case.question
    return ResultPart(
        id=gold.id,
        kind=gold.kind,
        question=gold.question,
        measures={
            name: CountPart(hits=count.hits, total=count.total, share=count.share) for name, count in result.counts
        },
        weaknesses=weaknesses(result),
        ms=result.milliseconds,
        answer=result.case.answer,
    )


def _control(control: ControlReport) -> ControlPart:
    return ControlPart(name=control.name, moved=tuple(map(_moved, control.moved)))


def _moved(moved: Moved) -> MovedPart:
    return MovedPart.model_validate(moved, from_attributes=True)


def _comparison(comparison: Comparison, *, earlier: bool) -> ComparisonPart:
    return ComparisonPart(
        before=comparison.before,
        after=comparison.after,
        earlier=earlier,
        questions=comparison.asked,
        differences=tuple(map(_difference, comparison.differences)),
        moved=tuple(question.id for question in comparison.questions),
    )


def _difference(difference: Difference) -> DifferencePart:
    change = difference.change
    return DifferencePart(measure=change.measure, before=change.before, after=change.after, p=difference.p)


def _curve(curve: Curve) -> CurvePart:
    return CurvePart(scores=curve.scores, points=tuple(map(_point, curve.points)))


def _point(point: CutPoint) -> PointPart:
    return PointPart.model_validate(point, from_attributes=True)
