"""How sure a score is: the score of the same rows drawn again and again, with replacement."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from eval.bootstrap import DRAWS, SEED

Table = npt.NDArray[np.float64]
Score = Callable[[Table], Table]
"""The scores of sums of rows: an array of shape (…, columns) in, one of shape (…) out; NaN for nothing to score."""
AT_ONCE = 200
"""Draws that are counted together, which keeps memory small for many rows."""


def interval_of(
    rows: Sequence[Sequence[float]], score: Score, draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float]:
    """The 95 % bootstrap interval of a score over the sum of at least one row; one seed, one interval."""
    table = np.asarray(rows, dtype=np.float64)
    generator = np.random.default_rng(seed)
    even = np.full(len(table), 1 / len(table))
    values: list[Table] = []
    for begin in range(0, draws, AT_ONCE):
        times = generator.multinomial(len(table), even, size=min(AT_ONCE, draws - begin))
        values.append(score(times.astype(np.float64) @ table))
    low, high = np.nanpercentile(np.concatenate(values), [2.5, 97.5])
    return float(low), float(high)


def quotient(sums: Table) -> Table:
    """The first column over the second: a share of sums, or the mean of shares where the second counts rows."""
    over, under = np.moveaxis(sums, -1, 0)
    return np.where(under > 0, over / np.where(under > 0, under, 1), np.nan)


def f1_of_spans(sums: Table) -> Table:
    """The harmonic mean of precision and recall from columns right, found, met and there; 0 where nothing is right."""
    right, found, met, there = np.moveaxis(sums, -1, 0)
    precision, recall = right / np.maximum(found, 1), met / np.maximum(there, 1)
    return np.asarray(2 * precision * recall / np.maximum(precision + recall, 1e-12))


def macro_f1_of_cells(sums: Table) -> Table:
    """The mean F1 of the classes from the cells of a confusion matrix, row by row (true, then said).

    A class that is neither true nor said of any row is left out of the mean.
    """
    classes = round(sums.shape[-1] ** 0.5)
    cells = sums.reshape(*sums.shape[:-1], classes, classes)
    right = np.diagonal(cells, axis1=-2, axis2=-1)
    seen = cells.sum(axis=-1) + cells.sum(axis=-2)
    each = 2 * right / np.maximum(seen, 1)
    return np.asarray(each.sum(axis=-1) / np.maximum((seen > 0).sum(axis=-1), 1))


def accuracy_of_cells(sums: Table) -> Table:
    """The share of the rows on the diagonal of a confusion matrix."""
    classes = round(sums.shape[-1] ** 0.5)
    cells = sums.reshape(*sums.shape[:-1], classes, classes)
    return np.asarray(np.trace(cells, axis1=-2, axis2=-1) / np.maximum(sums.sum(axis=-1), 1))
