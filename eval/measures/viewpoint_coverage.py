"""Viewpoint coverage: the share of viewpoints that an answer shows."""

from collections.abc import Iterable

from eval.case import Case
from eval.gold import Viewpoint
from eval.measures.count import NOTHING, Count, count_true
from eval.spans import Span, is_match


def viewpoint_coverage(case: Case) -> Count:
    """Viewpoints of which the answer cites some evidence, out of all; only answerable questions are scored."""
    if not case.question.answerable:
        return NOTHING
    spans = case.cited_spans
    return count_true(is_shown(viewpoint, spans) for viewpoint in case.question.viewpoints)


def is_shown(viewpoint: Viewpoint, spans: Iterable[Span]) -> bool:
    """Whether at least one of the cited spans matches at least one piece of the viewpoint's evidence."""
    return any(is_match(span, evidence.span) for span in spans for evidence in viewpoint.evidence)
