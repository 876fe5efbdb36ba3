"""Disagreement precision: the share of reported pairs of sides that are gold pairs."""

from collections.abc import Mapping

from eval.case import Case
from eval.gold import GoldDisagreement
from eval.measures.count import Count
from eval.measures.disagreement_pairs import pairs_claimed, sides_show
from eval.spans import Span
from rag.answer import Disagreement


def disagreement_precision(case: Case) -> Count:
    """Reported pairs of sides that show a gold pair, out of all reported, whatever the question.

    The sides of an update are paired with their neighbours, those of any other report each with each. A
    report with fewer than two sides is a pair that shows nothing.
    """
    gold, spans = case.question.disagreements, case.spans_by_number
    counts = [_pairs_shown(report, gold, spans) for report in case.answer.disagreements]
    return Count(sum(count.hits for count in counts), sum(count.total for count in counts))


def _pairs_shown(report: Disagreement, gold: tuple[GoldDisagreement, ...], spans: Mapping[int, Span]) -> Count:
    pairs = tuple(pairs_claimed(report))
    shown = sum(any(sides_show(one, other, pair, spans) for pair in gold) for one, other in pairs)
    return Count(shown, max(1, len(pairs)))
