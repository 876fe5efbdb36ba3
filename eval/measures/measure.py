"""A measure: what it counts in one case, and how the counts of all questions are brought together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from eval.case import Case
from eval.measures.count import Count, mean_of_shares, share_of_sums

Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A name, what it counts, and whether the counts are `pooled` or averaged over questions.

    `meaning` tells a reader of the report what the value is the share of.
    """

    name: str
    count: Callable[[Case], Count]
    meaning: str
    pooled: bool = False
    better: Better = "higher"

    def value(self, counts: Iterable[Count]) -> float | None:
        """What the counts of all questions come to; None where there is nothing to score."""
        return share_of_sums(counts) if self.pooled else mean_of_shares(counts)

    def number(self, counts: Iterable[Count]) -> int:
        """How many things the value rests on: what was counted where pooled, else questions."""
        totals = [count.total for count in counts if count.total]
        return sum(totals) if self.pooled else len(totals)
