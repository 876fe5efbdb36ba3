"""Source balance: how evenly an answer draws on the articles that have something to say."""

from eval.case import Case
from eval.measures.count import NOTHING, Count
from eval.measures.evenness import evenness
from eval.spans import matches_any


def source_balance(case: Case) -> Count:
    """The evenness of the cited evidence over the files that hold evidence.

    Only answered questions with evidence in two files and more are scored. Citations beside the point are not
    looked at: a sentence of each file would be balanced and say nothing.
    """
    if not (case.question.answerable and case.answer.answered):
        return NOTHING
    evidence = case.question.evidence_spans
    shown = [span.file for span in case.cited_spans if matches_any(span, evidence)]
    spread = evenness(shown.count(file) for file in sorted({span.file for span in evidence}))
    return NOTHING if spread is None else Count(spread, 1)
