"""Citation precision: the share of cited spans that are evidence for the question."""

from eval.case import Case
from eval.measures.count import NOTHING, Count, count_true
from eval.spans import matches_any


def citation_precision(case: Case) -> Count:
    """Cited spans that match some gold evidence, out of all; only answered answerable questions are scored.

    A span cited twice counts once, so that nothing is gained by repeating what is right.
    """
    if not case.question.answerable:
        return NOTHING
    evidence = case.question.evidence_spans
    return count_true(matches_any(span, evidence) for span in case.cited_spans)
