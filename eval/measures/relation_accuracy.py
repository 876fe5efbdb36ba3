"""Relation accuracy: of the gold pairs that were reported, how many are named rightly, and what for what."""

from collections import Counter
from collections.abc import Iterable

from eval.case import Case
from eval.measures.count import Count, count_true
from eval.measures.disagreement_pairs import closest_report
from rag.answer import Relation


def relation_accuracy(case: Case) -> Count:
    """Matched gold pairs whose closest report has the right relation, out of the matched ones."""
    return count_true(right == given for right, given in relations_given(case))


def relations_given(case: Case) -> list[tuple[Relation, Relation]]:
    """The right relation and the one given, for each matched gold pair."""
    spans, reports = case.spans_by_number, case.answer.disagreements
    found = ((gold.relation, closest_report(reports, gold, spans)) for gold in case.question.disagreements)
    return [(right, report.relation) for right, report in found if report]


def confusion(cases: Iterable[Case]) -> Counter[tuple[Relation, Relation]]:
    """How often each right relation was given each name."""
    return Counter(pair for case in cases for pair in relations_given(case))
