"""Figures brought into sides, and the sides into differences."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from itertools import combinations
from operator import eq

from index.figures import are_close
from index.units import to_base
from rag.answer import Relation
from rag.cliques import cliques, gathered
from rag.difference import MOST_OF_A_SIDE, Difference
from rag.held import Held
from rag.otherwise_counted import with_the_nearest
from rag.over_time import over_time

CLASHES: tuple[Relation, ...] = ("conflict", "scope")
RELATIONS: tuple[Relation, ...] = ("conflict", "update", "scope")
"""What two sides are to each other, the weightiest first."""
Compare = Callable[[Held, Held], str | None]
"""What the figures of two claims are to each other; None where they are not of one thing."""


def differences_between(held: Sequence[Held], compare: Compare) -> Iterator[Difference]:
    """One update for all figures that moved, in their order, and conflicts of those that cannot both hold."""
    sides = _sides(held)
    relations = {
        (one, other): _relation(sides[one], sides[other], compare) for one, other in combinations(range(len(sides)), 2)
    }
    pairs = {kind: [pair for pair, relation in relations.items() if relation == kind] for kind in RELATIONS}
    pairs["scope"] = with_the_nearest(
        pairs["scope"], pairs["update"], lambda number: _day(sides[number]) or _written(sides[number]), eq
    )
    for kind in CLASHES:
        for group in cliques(pairs[kind]):
            yield Difference("quantity", kind, tuple(sides[number] for number in sorted(group)))
    moved = {number for pair in pairs["update"] for number in pair}
    chain = _chain(moved, sides, {frozenset(pair) for pair in pairs["conflict"]})
    if len(chain) > 1:
        yield Difference("quantity", "update", tuple(sides[number] for number in chain))


def _chain(
    moved: Collection[int], sides: Sequence[tuple[Held, ...]], clashing: Collection[frozenset[int]]
) -> Sequence[int]:
    """Those that moved in their order, but none at an end that clashes with its neighbour: that is told as a clash."""
    day = _day if any(_day(sides[number]) for number in moved) else _written
    chain = over_time(sorted(moved), lambda number: day(sides[number]), lambda number: _value(sides[number]))
    while frozenset(chain[:2]) in clashing:
        chain = chain[1:]
    while frozenset(chain[-2:]) in clashing:
        chain = chain[:-1]
    return chain


def _sides(held: Sequence[Held]) -> list[tuple[Held, ...]]:
    """Those whose figures are the same, together."""
    return [tuple(side[:MOST_OF_A_SIDE]) for side in gathered(held, _same_figure)]


def _same_figure(one: Held, other: Held) -> bool:
    return bool(one.figure and other.figure and are_close(one.figure.quantity, other.figure.quantity))


def _relation(one: Sequence[Held], other: Sequence[Held], compare: Compare) -> Relation | None:
    """What two sides are to each other: a conflict where any two of their figures are one."""
    kinds = {compare(left, right) for left in one for right in other}
    return next((kind for kind in RELATIONS if kind in kinds), None)


def _day(side: Sequence[Held]) -> date | None:
    return min((held.claim.day for held in side if held.claim.day), default=None)


def _written(side: Sequence[Held]) -> date | None:
    """When the first of them was written: what gives no day of its own is of that."""
    return min((held.claim.written for held in side if held.claim.written), default=None)


def _value(side: Sequence[Held]) -> float:
    return min(to_base(held.figure.quantity.value, held.figure.quantity.unit) for held in side if held.figure)
