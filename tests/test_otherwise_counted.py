"""Which figures of another thing are told beside a count that moved."""

from datetime import date
from operator import eq

from rag.otherwise_counted import with_the_nearest

DAYS = {"c1": date(2031, 3, 1), "c2": date(2031, 3, 20), "o1": date(2031, 3, 19), "o2": date(2031, 3, 2), "o3": None}


def test_beside_the_nearest_of_a_chain_only() -> None:
    """Each with that of the chain which is nearest in time to it, and with one that counts otherwise too."""
    scopes = [("c1", "o1"), ("c2", "o1"), ("c1", "o2"), ("c2", "o2"), ("o1", "o2")]
    kept = with_the_nearest(scopes, [("c1", "c2")], DAYS.get, eq)
    assert sorted(kept) == [("c1", "o2"), ("c2", "o1"), ("o1", "o2")]


def test_without_a_chain_all_are_told() -> None:
    """Three that count three things are three pairs, days or not."""
    scopes = [("o1", "o2"), ("o2", "o3"), ("o1", "o3")]
    assert with_the_nearest(scopes, [], DAYS.get, eq) == scopes


def test_one_in_the_chain_may_count_otherwise_than_the_others() -> None:
    """It is told beside the nearest of them once."""
    days = {number: date(2031, 3, number) for number in range(1, 6)}
    kept = with_the_nearest([(1, 5), (2, 5), (3, 5)], [(1, 2), (2, 3), (4, 5)], days.get, eq)
    assert kept == [(3, 5)]
