"""Things of which every two are a pair, brought together."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from operator import eq
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def cliques(
    pairs: Sequence[tuple[Thing, Thing]], same: Callable[[Thing, Thing], bool] = eq
) -> Iterator[tuple[Thing, ...]]:
    """Groups of which every two things are a pair, or the same; every pair is in one, the first begins the first."""
    beside: dict[Thing, set[Thing]] = defaultdict(set)
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    left = list(pairs)
    while left:
        group = dict.fromkeys(left[0])
        for each in (each for pair in left[1:] for each in pair):
            if all(other in beside[each] or same(each, other) for other in group):
                group[each] = None
        yield tuple(group)
        left = [pair for pair in left if not set(pair) <= group.keys()]
