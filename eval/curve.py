"""Coverage against precision over the cut: how well a score tells the sentences that answer from the others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eval.candidates import Candidates
from eval.spans import Span, matches_any

CUTS = 25
Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CutPoint:
    """Mean coverage and precision where all is kept that scores at most `gap` below the best, and how much that is."""

    gap: float
    coverage: float
    precision: float
    sentences: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The points of one way of scoring, from the strictest cut to the most generous."""

    scores: str
    points: tuple[CutPoint, ...]


def curve(name: str, candidates: Sequence[Candidates], scores: Sequence[Scores]) -> Curve:
    """The curve of these scores of the candidates of answerable questions, over cuts that keep ever more of them."""
    pairs = [(each, given) for each, given in zip(candidates, scores, strict=True) if len(given)]
    gaps = np.concatenate([given.max() - given for _, given in pairs]) if pairs else np.zeros(0)
    cuts = np.unique(np.quantile(gaps, np.linspace(0, 1, CUTS) ** 2)) if pairs else gaps
    judged = [(_Judged.of(each), given.max() - given) for each, given in pairs]
    return Curve(name, tuple(_point(float(cut), judged) for cut in cuts))


@dataclass(frozen=True, slots=True)
class _Judged:
    """Which viewpoints each candidate shows, of shape (candidates, viewpoints)."""

    shows: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, candidates: Candidates) -> "_Judged":
        """Judge every sentence by the gold."""
        views = [[evidence.span for evidence in view.evidence] for view in candidates.question.viewpoints]
        return cls(np.array([_shows(span, views) for span in candidates.spans], dtype=bool))


def _shows(span: Span, views: Sequence[Sequence[Span]]) -> list[bool]:
    return [matches_any(span, view) for view in views]


def _point(cut: float, judged: Sequence[tuple[_Judged, Scores]]) -> CutPoint:
    kept = [(each.shows, gaps <= cut + 1e-9) for each, gaps in judged]
    return CutPoint(
        gap=cut,
        coverage=float(np.mean([shows[keep].any(axis=0).mean() for shows, keep in kept])),
        precision=float(np.mean([shows[keep].any(axis=1).mean() for shows, keep in kept])),
        sentences=float(np.mean([keep.sum() for _, keep in kept])),
    )


def curves_of(candidates: Sequence[Candidates]) -> tuple[Curve, ...]:
    """The curves of the search alone, of the selection model alone, and of the two together."""
    return (
        curve("cosine and keywords", candidates, [each.found for each in candidates]),
        curve("selection model", candidates, [each.selected for each in candidates]),
        curve("the two together", candidates, [each.blended for each in candidates]),
    )
