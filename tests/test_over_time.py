"""The order of a figure that moved."""

from datetime import date

from rag.over_time import over_time

Side = tuple[int | None, float]


def ordered(*sides: Side) -> list[float]:
    """The values of sides, given as a day of May or None and a value."""
    found = over_time(sides, lambda side: date(2030, 5, side[0]) if side[0] else None, lambda side: side[1])
    return [value for _, value in found]


def test_a_count_that_only_grew_or_only_fell_is_in_the_order_of_its_figures() -> None:
    """Those of no known day stand among the others."""
    assert ordered((3, 90), (1, 10), (None, 40)) == [10, 40, 90]
    assert ordered((3, 10), (1, 90), (None, 40)) == [90, 40, 10]


def test_a_count_that_rose_and_fell_is_in_the_order_of_its_days() -> None:
    """One of no known day is the last."""
    assert ordered((1, 10), (3, 20), (2, 90), (None, 1)) == [10, 90, 20, 1]
