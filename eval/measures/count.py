"""Counts: how many of how many, for one question, and what they come to over all."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """`hits` out of `total`; a total of 0 says that there was nothing to score. Hits may be a part of one."""

    hits: float
    total: int

    @property
    def share(self) -> float | None:
        """Hits over total; None where there is nothing to score."""
        return self.hits / self.total if self.total else None


NOTHING = Count(0, 0)


def count_true(outcomes: Iterable[bool]) -> Count:
    """How many of the outcomes are true."""
    seen = tuple(outcomes)
    return Count(sum(seen), len(seen))


def mean_of_shares(counts: Iterable[Count]) -> float | None:
    """The mean over questions of their shares, those with nothing to score left out; None where none is left."""
    shares = [share for count in counts if (share := count.share) is not None]
    return sum(shares) / len(shares) if shares else None


def share_of_sums(counts: Iterable[Count]) -> float | None:
    """All hits over all totals, so that each thing counted weighs the same; None where nothing was counted."""
    seen = tuple(counts)
    return Count(sum(count.hits for count in seen), sum(count.total for count in seen)).share
