"""Figures of one thing compared: whether both can hold, and if not, whether time or what is counted parts them."""

from typing import Literal

from index.basis import is_taken_in, rest_on_other_things
from index.counted import nouns_of, same_thing
from index.figure import Figure
from index.figure_times import are_of_one, parted_by_time
from index.occasions import are_of_other_causes
from index.people import counts_people
from index.quantities import Quantity
from index.units import to_base

Comparison = Literal["agreement", "conflict", "update", "scope"]

CLOSE = 0.12
"""How far apart two figures may be that are given as the same, as a share of the larger."""


def compared(one: Figure, other: Figure) -> Comparison | None:
    """What two figures are to each other; None where they do not count the same thing."""
    if not (_goes_on(one, other) or same_thing(one.claim.text, one.quantity, other.claim.text, other.quantity)):
        return None
    return compared_as_one(one, other)


def _goes_on(one: Figure, other: Figure) -> bool:
    """Whether one of two figures takes up what the other counts, or both what a third does."""
    if one.claim.file != other.claim.file or not (one.quantity.taken_from or other.quantity.taken_from):
        return False
    return _first_of(one) == _first_of(other)


def _first_of(figure: Figure) -> tuple[int, float]:
    """The sentence and the value of the figure that says what is counted."""
    return figure.quantity.taken_from or (figure.claim.sentence, figure.quantity.value)


def compared_as_one(one: Figure, other: Figure) -> Comparison | None:
    """What two figures are to each other that are known to count the same thing; None where they are of other times.

    Those that agree and are close are an agreement. Others are a matter of scope where either says what it takes in, or
    both say differently what they count; an update where they moved in time, and else a conflict. Those with different
    causes are of different events, and what a count takes in is no count of its own.
    """
    if are_close(one.quantity, other.quantity):
        return "agreement"
    parted = parted_by_time(one, other)
    is_part = any(is_taken_in(each.claim.text, each.quantity, each.claim.quantities) for each in (one, other))
    if parted == "of other times" or is_part or _of_other_causes(one, other):
        return None
    if not are_of_one(one.claim.holder, other.claim.holder) and rest_on_other_things(
        one.claim.text, one.quantity, other.claim.text, other.quantity
    ):
        return "scope"
    if parted == "moved":
        return "update"
    return "scope" if _count_differently(one.quantity, other.quantity) else "conflict"


def are_close(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are given as the same: both can hold, and they are about as large."""
    left, right = (to_base(each.value, each.unit) for each in (one, other))
    return one.agrees_with(other) and abs(left - right) <= CLOSE * max(abs(left), abs(right))


def _of_other_causes(one: Figure, other: Figure) -> bool:
    """Whether two counts of people are given different causes: those whom a blast killed, and those whom a war did."""
    people = counts_people(one.quantity) and counts_people(other.quantity)
    return people and are_of_other_causes(one.claim.text, one.quantity, other.claim.text, other.quantity)


def _count_differently(one: Quantity, other: Quantity) -> bool:
    """Whether they say of different things that they count them; of a measure any other word tells, of people none."""
    if counts_people(one) and counts_people(other):
        return False
    left, right = nouns_of(one), nouns_of(other)
    if one.unit:
        return left != right
    return bool(left - right) and bool(right - left)
