"""How evenly things are spread."""

from collections.abc import Iterable
from math import log


def evenness(numbers: Iterable[int]) -> float | None:
    """Entropy over its greatest: 1 where all are equal, 0 where one has everything or nothing is there.

    None for fewer than two, which cannot be uneven.
    """
    seen = tuple(numbers)
    if len(seen) < 2:
        return None
    whole = sum(seen)
    shares = [number / whole for number in seen if number]
    return max(0.0, -sum(share * log(share) for share in shares)) / log(len(seen))
