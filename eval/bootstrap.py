"""How sure a measure is: intervals from drawing the same questions again."""

from collections.abc import Sequence

import numpy as np

from eval.measures.count import Count

DRAWS = 2000
SEED = 20231


def interval(
    counts: Sequence[Count], *, pooled: bool, draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float] | None:
    """The 95 % bootstrap interval of a measure over questions; None where nothing was scored.

    As many of the scored questions as there are, drawn with replacement, `draws` times; the 2.5th and
    97.5th percentile of the pooled share or the mean share of each draw. The same seed gives the same interval.
    """
    scored = [count for count in counts if count.total]
    if not scored:
        return None
    hits = np.array([count.hits for count in scored], dtype=float)
    totals = np.array([count.total for count in scored], dtype=float)
    drawn = np.random.default_rng(seed).integers(len(scored), size=(draws, len(scored)))
    pools = hits[drawn].sum(axis=1) / totals[drawn].sum(axis=1)
    low, high = np.percentile(pools if pooled else (hits / totals)[drawn].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)
