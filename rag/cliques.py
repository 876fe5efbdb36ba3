"""Things that are pairs, brought together: all that hang together, and those of which every two are a pair."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import permutations
from operator import eq
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)
Pair = tuple[Thing, Thing]


def components(pairs: Sequence[Pair[Thing]]) -> Iterator[list[Pair[Thing]]]:
    """The pairs in groups that share things, directly or by way of others; each once, in the order of the first."""
    beside = _beside(pairs)
    group_of: dict[Thing, int] = {}
    for first in beside:
        waiting, number = [first], len(group_of)
        while waiting:
            each = waiting.pop()
            if each not in group_of:
                group_of[each] = number
                waiting.extend(beside[each])
    groups: dict[int, list[Pair[Thing]]] = defaultdict(list)
    for pair in pairs:
        groups[group_of[pair[0]]].append(pair)
    yield from groups.values()


def cliques(pairs: Sequence[Pair[Thing]], same: Callable[[Thing, Thing], bool] = eq) -> Iterator[tuple[Thing, ...]]:
    """Groups of which every two things are a pair, or the same; every pair is in one, the first begins the first."""
    beside = _beside(pairs)
    told: set[Pair[Thing]] = set()
    for one, other in pairs:
        if (one, other) in told:
            continue
        group = {one: None, other: None}
        for each in (*beside[one], *beside[other]):
            if all(member in beside[each] or same(each, member) for member in group):
                group[each] = None
        told.update(permutations(group, 2))
        yield tuple(group)


def _beside(pairs: Sequence[Pair[Thing]]) -> Mapping[Thing, dict[Thing, None]]:
    """What each thing is a pair with, in their order."""
    beside: dict[Thing, dict[Thing, None]] = defaultdict(dict)
    for one, other in pairs:
        beside[one][other] = beside[other][one] = None
    return beside
