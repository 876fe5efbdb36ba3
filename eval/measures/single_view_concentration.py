"""Single-view concentration: how far an answer keeps to one of several viewpoints."""

from eval.case import Case
from eval.measures.count import NOTHING, Count
from eval.measures.evenness import evenness
from eval.spans import matches_any


def single_view_concentration(case: Case) -> Count:
    """1 less the evenness of the cited spans over the viewpoints they show; the less, the better.

    Only answered questions of two viewpoints and more are scored. An answer that shows none of them is as
    one-sided as one that shows one.
    """
    if not (case.question.answerable and case.answer.answered):
        return NOTHING
    spans = case.cited_spans
    shown = [
        sum(matches_any(span, [evidence.span for evidence in view.evidence]) for span in spans)
        for view in case.question.viewpoints
    ]
    spread = evenness(shown)
    return NOTHING if spread is None else Count(1 - spread, 1)
