"""Two figures in time: whether they are of other times, both of one, or of times between which it may have moved."""

import re
from datetime import date
from typing import Literal

from corpus.patterns import regex
from index.claims import Claim
from index.fates import fate_of
from index.figure import Figure
from index.moments import Moment
from index.people import counts_people
from index.quantities import Quantity
from index.units import unit_named
from index.words import surface_words

YEAR = 366
FOR_GOOD = {"died", "hurt", "held", "ill"}
"""What has befallen somebody once and for all: how many it befell only grows."""
_GROWING = regex(
    r"\b(?:already|so\s+far|as\s+of|to\s+date|until\s+now|now|rose|risen|grew|grown|climbed|stands?|stood"
    r"|(?<!be )reached|toll|since|eclipsed|passed|topped|missing)\b",
    re.IGNORECASE,
)

Parted = Literal["of other times", "moved", "at one time"]


def parted_by_time(one: Figure, other: Figure) -> Parted:
    """How two figures that differ stand to each other in time.

    Counts more than a year apart are of other times. Others are of one time where they speak of the same days, or of
    none in articles of one day, and where fewer are counted later of those whom something befell for good. They moved
    where they speak of different days, those of their articles where they name none; with a day unknown, where people
    are counted or something goes on growing, for such counts seldom stand still; how many came to a gathering does.
    """
    if _of_other_times(one.claim.moment, other.claim.moment):
        return "of other times"
    if _told_at_once(one.claim, other.claim) or _fell(one, other):
        return "at one time"
    days, stands_still = _apart(one.claim.moment, other.claim.moment), _of_a_gathering(one, other)
    replaced = one.claim.holder == other.claim.holder or not one.quantity.unit
    growing = not _lasts(one.quantity) and any(_GROWING.search(each.claim.text) for each in (one, other))
    seldom_stands = growing or counts_people(one.quantity) or (replaced and _written_apart(one.claim, other.claim))
    return "moved" if days or (days is None and seldom_stands and not stands_still) else "at one time"


def are_of_one(holder: str, other: str) -> bool:
    """Whether two names may be of one: Ann Reed, and Ann Reed of the harbour board."""
    names = sorted((surface_words(each) for each in (holder, other)), key=len)
    return bool(names[0]) and set(names[0]) <= set(names[1])


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
    fates = {fate_of(each.claim.text, each.quantity) for each in (one, other)}
    return "gathered" in fates and fates <= {"gathered", None}


def _written_apart(one: Claim, other: Claim) -> bool:
    """Whether two claims without a day of their own stand in articles of different days."""
    timeless = not (one.day or other.day)
    return timeless and bool(one.written and other.written) and one.written != other.written


def _told_at_once(one: Claim, other: Claim) -> bool:
    """Whether two who differ speak of no day of their own in articles of one day, or in one."""
    timeless = not (one.day or other.day) and not are_of_one(one.holder, other.holder)
    return timeless and (one.file == other.file or (one.written is not None and one.written == other.written))


def _fell(one: Figure, other: Figure) -> bool:
    """Whether one who writes later than another counts fewer of those whom something befell for good."""
    earlier, later = sorted((one, other), key=lambda each: each.claim.day or each.claim.written or date.min)
    days = [each.claim.day or each.claim.written for each in (earlier, later)]
    if None in days or days[0] == days[1] or are_of_one(one.claim.holder, other.claim.holder):
        return False
    for_good = all(fate_of(each.claim.text, each.quantity) in FOR_GOOD for each in (one, other))
    return for_good and counts_people(one.quantity) and later.quantity.value < earlier.quantity.value


def _apart(one: Moment | None, other: Moment | None) -> bool | None:
    """Whether two moments share no day; None where one of them is unknown."""
    if not (one and other and one.first and one.last and other.first and other.last):
        return None
    if "since" in (one.bound, other.bound):  # "since Sunday, up to …" is a count for its last day
        return one.last != other.last
    return one.last < other.first or other.last < one.first
