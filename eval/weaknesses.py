"""What is wrong with an answer, in words short enough for one line."""

from collections import Counter
from collections.abc import Iterator

from eval.case import Case
from eval.measures.answer_recall import is_found
from eval.measures.citation_precision import citation_precision
from eval.measures.disagreement_pairs import closest_report
from eval.measures.no_false_disagreement import no_false_disagreement
from eval.measures.quotes_exact import is_exact
from eval.measures.viewpoint_coverage import is_shown
from eval.results import QuestionResult

LEAST_PRECISION = 1 / 3
LONGEST_SUMMARY = 60


def weaknesses(result: QuestionResult) -> tuple[str, ...]:
    """What the answer misses or says wrongly; empty where the answer is good."""
    case = result.case
    return tuple(_inexact(case)) + tuple(_answerable(case) if case.question.answerable else _must_decline(case))


def _inexact(case: Case) -> Iterator[str]:
    wrong = [str(c.number) for c in case.answer.citations if not is_exact(c, case.sources)]
    if wrong:
        yield f"not verbatim: {', '.join(wrong)}"


def _must_decline(case: Case) -> Iterator[str]:
    if case.answer.answered:
        yield "answered, though the sources do not say"
    if case.answer.disagreements:
        yield "reports a disagreement about nothing"


def _answerable(case: Case) -> Iterator[str]:
    if not case.answer.answered:
        yield "declined, though the sources say"
        return
    yield from _missed_viewpoints(case)
    yield from _missed_words(case)
    yield from _disagreements(case)
    precision = citation_precision(case)
    if precision.share is not None and precision.share < LEAST_PRECISION:
        yield f"{precision.hits} of {precision.total} citations to the point"


def _missed_viewpoints(case: Case) -> Iterator[str]:
    spans, viewpoints = case.cited_spans, case.question.viewpoints
    missed = [_clipped(viewpoint.summary) for viewpoint in viewpoints if not is_shown(viewpoint, spans)]
    if missed:
        yield f"misses {len(missed)} of {len(viewpoints)} viewpoints: {missed[0]}"


def _missed_words(case: Case) -> Iterator[str]:
    missed = [group[0] for group in case.question.answers if not is_found(group, case.answer)]
    if missed:
        yield f"does not say {', '.join(missed)}"


def _disagreements(case: Case) -> Iterator[str]:
    spans, reports = case.spans_by_number, case.answer.disagreements
    found = [(gold, closest_report(reports, gold, spans)) for gold in case.question.disagreements]
    missed = Counter(f"{gold.about} {gold.relation}" for gold, report in found if report is None)
    if missed:
        yield f"misses {missed.total()} of {len(found)} disagreements: {', '.join(missed)}"
    named = [(gold.relation, report.relation) for gold, report in found if report]
    yield from dict.fromkeys(f"calls {right} {given}" for right, given in named if right != given)
    if no_false_disagreement(case).share == 0:
        yield "reports a disagreement where there is none"


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST_SUMMARY else text[: LONGEST_SUMMARY - 1].rstrip() + "…"
