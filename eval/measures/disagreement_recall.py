"""Disagreement recall: the share of gold pairs that an answer reports."""

from eval.case import Case
from eval.measures.count import Count, count_true
from eval.measures.disagreement_pairs import shows_pair


def disagreement_recall(case: Case) -> Count:
    """Gold pairs of which one report cites both sides on two different sides of it, out of all gold pairs."""
    spans, reports = case.spans_by_number, case.answer.disagreements
    return count_true(
        any(shows_pair(report, gold, spans) for report in reports) for gold in case.question.disagreements
    )
