"""The figures of a whole corpus that clash or moved, brought together by what they are of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from index.claims import Claim
from index.figures import Figure, are_close, compared
from index.reader import Index
from index.relations import Relation
from rag.answer import Relation as Kind
from rag.cliques import cliques
from rag.over_time import over_time


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, and the number of the claim that tells it."""

    number: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one thing, those that are the same on one side, in the order of their days."""

    kind: Kind
    sides: tuple[tuple[Told, ...], ...]
    strongest: Relation


Pair = tuple[Told, Told, Relation]


def groups_of_figures(index: Index) -> Iterator[Group]:
    """Those that moved as a chain each; and those that clash or differ in scope, each with every other of its group."""
    pairs = list(_pairs(index))
    for kind in ("update", "conflict", "scope"):
        of_kind = [pair for pair in pairs if pair[2].kind == kind]
        groups = _chains(of_kind) if kind == "update" else _cliques(of_kind)
        for group in groups:
            told = dict.fromkeys(each for one, other, _ in group for each in (one, other))
            sides = _sides(sorted(told, key=lambda each: (day_of(each.figure.claim), each.number)))
            if kind == "update":
                sides = over_time(sides, _day, _value)
            if len(sides) > 1:
                yield Group(kind, sides, max((pair[2] for pair in group), key=lambda each: each.strength))


def _pairs(index: Index) -> Iterator[Pair]:
    """The two figures of every relation between figures that makes it what it is."""
    for relation in index.relations:
        one, other = index.claims[relation.one], index.claims[relation.other]
        if relation.about != "quantity" or relation.kind == "agreement":
            continue
        figures = ((Figure(one, left), Figure(other, right)) for left in one.quantities for right in other.quantities)
        found = next((pair for pair in figures if compared(*pair) == relation.kind), None)
        if found:
            yield Told(relation.one, found[0]), Told(relation.other, found[1]), relation


def _chains(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """The pairs in groups that share figures."""
    groups: list[tuple[set[Told], list[Pair]]] = []
    for pair in pairs:
        ends = set(pair[:2])
        touching = [group for group in groups if group[0] & ends]
        merged = ends.union(*(group[0] for group in touching)), [pair, *(one for _, many in touching for one in many)]
        groups = [group for group in groups if group not in touching] + [merged]
    return [found for _, found in groups]


def _cliques(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The pairs in groups of which every two figures are a pair, unless they are the same; the strongest first."""
    ordered = sorted(pairs, key=lambda pair: -pair[2].strength)
    told: set[Relation] = set()
    for group in cliques([(one, other) for one, other, _ in ordered], _are_same):
        found = [pair for pair in ordered if set(pair[:2]) <= set(group) and pair[2] not in told]
        told.update(pair[2] for pair in found)
        yield found


def _sides(told: Iterable[Told]) -> tuple[tuple[Told, ...], ...]:
    """The figures that are the same together, in their order."""
    sides: list[list[Told]] = []
    for each in told:
        fitting = next((side for side in sides if _are_same(side[0], each)), None)
        if fitting is None:
            sides.append([each])
        else:
            fitting.append(each)
    return tuple(map(tuple, sides))


def _day(side: Sequence[Told]) -> date | None:
    return min((each.figure.claim.day for each in side if each.figure.claim.day), default=None)


def _value(side: Sequence[Told]) -> float:
    return min(each.figure.quantity.value for each in side)


def _are_same(one: Told, other: Told) -> bool:
    return are_close(one.figure.quantity, other.figure.quantity)


def day_of(claim: Claim) -> date:
    """The day spoken of, else that of the article; unknown days last."""
    return claim.day or claim.written or date.max
