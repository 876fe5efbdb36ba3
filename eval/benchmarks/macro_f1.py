"""Macro-F1 of a yes-or-no decision, with its bootstrap interval."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eval.bootstrap import DRAWS, SEED

Counts = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Decision:
    """What is true of one row, and what was said of it."""

    subset: str
    true: bool
    said: bool


@dataclass(frozen=True, slots=True)
class MacroF1:
    """The mean of the F1 of yes and of no over `rows` decisions, and the ends of its 95 % interval."""

    value: float
    low: float
    high: float
    rows: int


def macro_f1(decisions: Sequence[Decision], draws: int = DRAWS, seed: int = SEED) -> MacroF1:
    """The score of at least one decision; a class that is neither true nor said of any row has an F1 of 0.

    The interval is that of as many decisions drawn with replacement, `draws` times; one seed, one interval.
    """
    whole = _counts(decisions)
    drawn = np.random.default_rng(seed).multinomial(len(decisions), whole / whole.sum(), size=draws)
    low, high = np.percentile(_score(drawn.astype(float)), [2.5, 97.5])
    return MacroF1(float(_score(whole)), float(low), float(high), len(decisions))


def _counts(decisions: Sequence[Decision]) -> Counts:
    """How many are true and said, true and not said, said and not true, neither."""
    cells = [(True, True), (True, False), (False, True), (False, False)]
    pairs = [(each.true, each.said) for each in decisions]
    return np.array([pairs.count(cell) for cell in cells], dtype=float)


def _score(counts: Counts) -> Counts:
    """Macro-F1 of the four counts in the last axis."""
    both, missed, wrong, neither = np.moveaxis(counts, -1, 0)
    errors = missed + wrong
    parts = [2 * right / np.maximum(2 * right + errors, 1) for right in (both, neither)]
    return np.asarray(np.mean(parts, axis=0))
