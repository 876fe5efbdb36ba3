"""The sides of a figure that moved, in their order."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

Side = TypeVar("Side")


def over_time(
    sides: Sequence[Side], day: Callable[[Side], date | None], value: Callable[[Side], float]
) -> tuple[Side, ...]:
    """The sides by their days; where the known days say that the count only grew, or only fell, by their figures."""
    dated = sorted((side for side in sides if day(side)), key=lambda side: (day(side) or date.max, value(side)))
    values = [value(side) for side in dated]
    for falling in (False, True):
        if values == sorted(values, reverse=falling):
            return tuple(sorted(sides, key=value, reverse=falling))
    return tuple(sorted(sides, key=lambda side: (day(side) or date.max, value(side))))
