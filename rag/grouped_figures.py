"""The figures of a whole corpus that clash or moved, brought together by what they are of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from index.claims import Claim
from index.figure import Figure
from index.figures import are_close, compared
from index.reader import Index
from index.relations import Relation
from index.units import to_base
from rag.answer import Relation as Kind
from rag.cliques import cliques, components, gathered
from rag.otherwise_counted import with_the_nearest
from rag.over_time import over_time


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, with the number of the claim that tells it, and where it stands there: these two say which it is."""

    number: int
    start: int
    figure: Figure = field(compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one thing, those that are the same on one side, in the order of their days."""

    kind: Kind
    sides: tuple[tuple[Told, ...], ...]
    strongest: Relation


Pair = tuple[Told, Told]


def groups_of_figures(index: Index) -> Iterator[Group]:
    """Those that moved as a chain each; and those that clash or differ in scope, each with every other of its group."""
    kinds: tuple[Kind, ...] = ("update", "conflict", "scope")
    for kind in kinds:
        pairs = sorted(_pairs(index, kind).items(), key=lambda found: -found[1].strength)
        strongest: dict[Told, Relation] = {}
        for ends, relation in pairs:
            for end in ends:
                strongest.setdefault(end, relation)
        ordered = [ends for ends, _ in pairs]
        if kind == "scope":
            ordered = with_the_nearest(ordered, list(_pairs(index, "update")), _told_of, _are_same)
        groups = components(ordered) if kind == "update" else cliques(ordered, _are_same)
        for group in groups:
            sides = _sides(sorted(group, key=lambda each: (day_of(each.figure.claim), each.number, each.start)))
            if kind == "update":
                sides = over_time(sides, _day, _value)
            if len(sides) > 1:
                yield Group(kind, sides, max((strongest[each] for each in group), key=lambda each: each.strength))


def _pairs(index: Index, kind: Kind) -> dict[Pair, Relation]:
    """The figures of each relation of a kind between figures that make it what it is."""
    found: dict[Pair, Relation] = {}
    for relation in index.relations:
        if relation.about != "quantity" or relation.kind != kind:
            continue
        one, other = (
            [Told(number, each.start, Figure(claim, each)) for each in claim.quantities]
            for number, claim in ((end, index.claims[end]) for end in (relation.one, relation.other))
        )
        for left, right in product(one, other):
            if compared(left.figure, right.figure) == kind:
                found[left, right] = relation
    return found


def _sides(told: Iterable[Told]) -> tuple[tuple[Told, ...], ...]:
    """The figures that are the same together, in their order."""
    return tuple(map(tuple, gathered(told, _are_same)))


def _day(side: Sequence[Told]) -> date | None:
    return min((each.figure.claim.day for each in side if each.figure.claim.day), default=None)


def _value(side: Sequence[Told]) -> float:
    return min(to_base(each.figure.quantity.value, each.figure.quantity.unit) for each in side)


def _are_same(one: Told, other: Told) -> bool:
    return are_close(one.figure.quantity, other.figure.quantity)


def _told_of(told: Told) -> date | None:
    return told.figure.claim.day or told.figure.claim.written


def day_of(claim: Claim) -> date:
    """The day spoken of, else that of the article; unknown days last."""
    return claim.day or claim.written or date.max
