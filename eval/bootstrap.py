"""How sure a measure is: intervals from drawing the same questions again."""

from collections.abc import Callable, Sequence

import numpy as np

from eval.measures.count import Count

DRAWS = 2000
SEED = 20231


def interval(
    counts: Sequence[Count], value: Callable[[Sequence[Count]], float | None], draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float] | None:
    """The 95 % bootstrap interval of a measure over questions; None where nothing was scored.

    As many of the scored questions as there are, drawn with replacement, `draws` times; the 2.5th and
    97.5th percentile of what `value` makes of each draw. The same seed gives the same interval.
    """
    scored = [count for count in counts if count.total]
    if not scored:
        return None
    generator = np.random.default_rng(seed)
    chosen = generator.integers(len(scored), size=(draws, len(scored)))
    values = [value([scored[place] for place in row]) for row in chosen.tolist()]
    low, high = np.percentile(np.array(values, dtype=float), [2.5, 97.5])
    return float(low), float(high)
