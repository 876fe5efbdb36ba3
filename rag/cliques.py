"""Things that are pairs, brought together: all that hang together, and those of which every two are a pair."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from operator import eq
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)
Each = TypeVar("Each")
Pair = tuple[Thing, Thing]


def components(pairs: Sequence[Pair[Thing]]) -> Iterator[tuple[Thing, ...]]:
    """The things that hang together, directly or by way of others."""
    beside = _beside(pairs)
    seen: set[Thing] = set()
    for first in beside:
        group: dict[Thing, None] = {}
        waiting = [] if first in seen else [first]
        while waiting:
            each = waiting.pop()
            if each not in group:
                group[each] = None
                waiting.extend(beside[each])
        seen.update(group)
        if group:
            yield tuple(group)


def gathered(things: Iterable[Each], same: Callable[[Each, Each], bool]) -> list[list[Each]]:
    """The things in their order, each with the first before it that is the same."""
    groups: list[list[Each]] = []
    for each in things:
        fitting = next((group for group in groups if same(group[0], each)), None)
        if fitting is None:
            groups.append([each])
        else:
            fitting.append(each)
    return groups


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
