"""Figures of one thing compared: whether both can hold, and if not, whether time or what is counted parts them."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.patterns import regex
from index.claims import Claim
from index.counted import nouns_of, same_thing
from index.fates import fate_of
from index.moments import Moment
from index.occasions import are_of_other_causes
from index.people import counts_people
from index.quantities import Quantity
from index.units import to_base, unit_named

Comparison = Literal["agreement", "conflict", "update", "scope"]

CLOSE = 0.12
"""How far apart two figures may be that are given as the same, as a share of the larger."""
YEAR = 366
_GROWING = regex(
    r"\b(?:already|so\s+far|as\s+of|to\s+date|until\s+now|now|rose|risen|grew|grown|climbed|stands?|stood"
    r"|(?<!be )reached|toll|since|eclipsed|passed|topped|missing)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity and the claim it stands in."""

    claim: Claim
    quantity: Quantity

    @property
    def number(self) -> str:
        """The number as it is written."""
        return self.claim.text[self.quantity.start : self.quantity.end]

    @property
    def words(self) -> str:
        """The figure as its sentence gives it: comparator, number and what is counted."""
        return " ".join((self.quantity.comparator, self.number, self.quantity.counted)).strip()


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

    Those that agree and are close are an agreement. Others are a conflict where they speak of the same days, and an
    update where of different ones, those of their articles where they name none; with a day unknown, an update where
    people are counted or something goes on growing, for such counts seldom stand still; how many came to a gathering
    does. Counts of times more than a
    year apart, or with different causes, are of different events. Figures for one time that say differently what they
    count are a matter of scope.
    """
    if are_close(one.quantity, other.quantity):
        return "agreement"
    if _of_other_times(one.claim.moment, other.claim.moment) or _of_other_causes(one, other):
        return None
    days = _apart(one.claim.moment, other.claim.moment)
    growing = not _lasts(one.quantity) and any(_GROWING.search(each.claim.text) for each in (one, other))
    replaced = one.claim.holder == other.claim.holder or not one.quantity.unit
    if days is None and replaced and not _of_a_gathering(one, other) and _written_apart(one.claim, other.claim):
        return "update"
    if days or (days is None and not _of_a_gathering(one, other) and (growing or counts_people(one.quantity))):
        return "update"
    return "scope" if _count_differently(one.quantity, other.quantity) else "conflict"


def are_close(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are given as the same: both can hold, and they are about as large."""
    left, right = (to_base(each.value, each.unit) for each in (one, other))
    return one.agrees_with(other) and abs(left - right) <= CLOSE * max(abs(left), abs(right))


def _of_other_times(one: Moment | None, other: Moment | None) -> bool:
    """Whether two counts are more than a year apart, or one is over years and the other of no known day."""
    known = [each for each in (one, other) if each and each.first and each.last]
    if len(known) == 2:
        first, second = sorted(known, key=lambda each: each.last or date.min)
        return bool(first.last and second.first and (second.first - first.last).days > YEAR)
    return any((each.last - each.first).days > YEAR for each in known if each.first and each.last)


def _lasts(quantity: Quantity) -> bool:
    """Whether a stretch of time is told: how long something took does not grow."""
    return bool(quantity.unit) and unit_named(quantity.unit).dimension == "time"


def _of_a_gathering(one: Figure, other: Figure) -> bool:
    """Whether those are counted who came together: when it is over, their number stands still."""
    return all(fate_of(each.claim.text, each.quantity) == "gathered" for each in (one, other))


def _of_other_causes(one: Figure, other: Figure) -> bool:
    """Whether two counts of people are given different causes: those whom a blast killed, and those whom a war did."""
    people = counts_people(one.quantity) and counts_people(other.quantity)
    return people and are_of_other_causes(one.claim.text, one.quantity, other.claim.text, other.quantity)


def _written_apart(one: Claim, other: Claim) -> bool:
    """Whether two claims without a day of their own stand in articles of different days."""
    timeless = not (one.day or other.day)
    return timeless and bool(one.written and other.written) and one.written != other.written


def _apart(one: Moment | None, other: Moment | None) -> bool | None:
    """Whether two moments share no day; None where one of them is unknown."""
    if not (one and other and one.first and one.last and other.first and other.last):
        return None
    if "since" in (one.bound, other.bound):  # "since Sunday, up to …" is a count for its last day
        return one.last != other.last
    return one.last < other.first or other.last < one.first


def _count_differently(one: Quantity, other: Quantity) -> bool:
    """Whether they say of different things that they count them; of a measure any other word tells."""
    left, right = nouns_of(one), nouns_of(other)
    if one.unit:
        return left != right
    return bool(left - right) and bool(right - left)
