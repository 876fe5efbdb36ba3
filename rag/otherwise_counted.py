"""Figures that count otherwise than those which moved: each is told beside the nearest of these, not beside all."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Sequence
from datetime import date
from typing import TypeVar

Told = TypeVar("Told", bound=Hashable)


def with_the_nearest(
    scopes: Sequence[tuple[Told, Told]],
    moves: Sequence[tuple[Told, Told]],
    day: Callable[[Told], date | None],
    are_same: Callable[[Told, Told], bool],
) -> list[tuple[Told, Told]]:
    """The pairs of figures of other things, but of one beside a chain only that with its nearest in time there.

    `moves` are the pairs of which one was before the other. The same figure as the nearest, told by others, is kept
    too.
    """

    def partner(pair: tuple[Told, Told], own: Told) -> Told:
        return pair[1] if pair[0] == own else pair[0]

    def apart(pair: tuple[Told, Told]) -> tuple[bool, int]:
        one, other = (day(each) for each in pair)
        return not (one and other), abs((one - other).days) if one and other else 0

    moved = {each for pair in moves for each in pair}
    otherwise = _covering(scopes, moved)
    chain = moved - set(otherwise)
    kept = [pair for pair in scopes if chain.isdisjoint(pair)]
    for own in otherwise:
        beside = [pair for pair in scopes if own in pair and not chain.isdisjoint(pair)]
        if beside:
            nearest = partner(min(beside, key=apart), own)
            kept += [pair for pair in beside if are_same(partner(pair, own), nearest)]
    return kept


def _covering(pairs: Sequence[tuple[Told, Told]], moved: Collection[Told]) -> list[Told]:
    """The few of which every pair has one: those that moved nowhere, then those that most pairs have, first."""
    chosen: list[Told] = []
    while pairs:
        often = Counter(each for pair in pairs for each in pair)
        chosen.append(max(often, key=lambda each: (each not in moved, often[each])))
        pairs = [pair for pair in pairs if chosen[-1] not in pair]
    return chosen
