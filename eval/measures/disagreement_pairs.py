"""Reported disagreements beside gold ones: which pair of sides shows which gold pair."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from eval.gold import Evidence, GoldDisagreement
from eval.spans import Span, matches_any
from rag.answer import Disagreement, Side


def shows_pair(report: Disagreement, gold: GoldDisagreement, spans: Mapping[int, Span]) -> bool:
    """Whether a report cites both sides of a gold pair, on two different sides of its own."""
    return any(sides_show(one, other, gold, spans) for one, other in combinations(report.sides, 2))


def sides_show(one: Side, other: Side, gold: GoldDisagreement, spans: Mapping[int, Span]) -> bool:
    """Whether one side cites the left quotes of a gold pair and the other the right ones, or the other way round."""
    straight = _cites(one, gold.left, spans) and _cites(other, gold.right, spans)
    return straight or (_cites(one, gold.right, spans) and _cites(other, gold.left, spans))


def pairs_claimed(report: Disagreement) -> Iterator[tuple[Side, Side]]:
    """The pairs of sides a report says differ: every two of them, or neighbours where a count moves on."""
    if report.relation == "update":
        return pairwise(report.sides)
    return combinations(report.sides, 2)


def closest_report(
    reports: Iterable[Disagreement], gold: GoldDisagreement, spans: Mapping[int, Span]
) -> Disagreement | None:
    """The report that shows a gold pair; of several the one with fewest sides, then the first.

    Two figures for one day may stand in a long update and in a conflict of their own: the conflict is
    the closer one. Saying the same pair again with every relation gains nothing.
    """
    showing = [report for report in reports if shows_pair(report, gold, spans)]
    return min(showing, key=lambda report: len(report.sides), default=None)


def _cites(side: Side, quotes: Iterable[Evidence], spans: Mapping[int, Span]) -> bool:
    wanted = [evidence.span for evidence in quotes]
    return any(matches_any(spans[number], wanted) for number in side.citations if number in spans)
