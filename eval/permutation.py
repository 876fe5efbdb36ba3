"""Whether two systems differ by more than chance: a paired permutation test over questions."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import numpy.typing as npt

from eval.measures.count import Count

SHUFFLES = 10_000
SEED = 20232
EXACT = 12
"""Up to so many questions that differ, every way of swapping is tried instead of drawing some."""

Floats = npt.NDArray[np.float64]


def permutation_test(
    ones: Sequence[Count], others: Sequence[Count], *, pooled: bool, shuffles: int = SHUFFLES, seed: int = SEED
) -> float | None:
    """The two-sided p of the difference between two systems on the same questions, in the same order.

    If it did not matter which system gave which answer, the two counts of each question could be swapped: p is the
    share of swaps that give a difference as great as the one seen, or greater. Where means are compared, questions
    that only one of the two has something to score in are left out. None where either has nothing to score.
    """
    pairs = [pair for pair in zip(ones, others, strict=True) if pooled or (pair[0].total and pair[1].total)]
    if not all(any(pair[side].total for pair in pairs) for side in (0, 1)):
        return None
    both = _table(pairs)
    differing = np.array([one != other for one, other in pairs])
    swaps, extra = _swaps(int(differing.sum()), shuffles, seed)
    every = np.zeros((len(swaps), len(pairs)), dtype=bool)
    every[:, differing] = swaps
    seen = abs(_differences(both, np.zeros((1, len(pairs)), dtype=bool), pooled)[0])
    drawn = np.abs(_differences(both, every, pooled))
    drawn = drawn[~np.isnan(drawn)]
    return float(((drawn >= seen - 1e-12).sum() + extra) / (len(drawn) + extra))


def _swaps(number: int, shuffles: int, seed: int) -> tuple[npt.NDArray[np.bool_], int]:
    """Which questions are swapped, a row a trial; and how often what was seen counts besides, as it must for draws."""
    if number <= EXACT:
        return np.array(list(product((False, True), repeat=number)), dtype=bool).reshape(2**number, number), 0
    return np.random.default_rng(seed).integers(2, size=(shuffles, number)).astype(bool), 1


def _table(pairs: Sequence[tuple[Count, Count]]) -> Floats:
    """Hits and totals of shape (2 systems, questions, 2)."""
    counts = np.array([[(count.hits, count.total) for count in pair] for pair in pairs], dtype=float)
    return counts.transpose(1, 0, 2)


def _differences(both: Floats, swaps: npt.NDArray[np.bool_], pooled: bool) -> Floats:
    """The value of the first less that of the second for each trial; NaN where a swap leaves one without any count."""
    hits, totals = both[:, :, 0], both[:, :, 1]
    scored = totals > 0
    weights = totals if pooled else scored.astype(float)
    sums = hits if pooled else np.divide(hits, totals, out=np.zeros_like(hits), where=scored)
    with np.errstate(invalid="ignore"):
        first = _sum(sums, swaps) / _sum(weights, swaps)
        second = _sum(sums, ~swaps) / _sum(weights, ~swaps)
    return np.asarray(first - second)


def _sum(table: Floats, swaps: npt.NDArray[np.bool_]) -> Floats:
    return np.asarray(np.where(swaps, table[1], table[0]).sum(axis=1))
