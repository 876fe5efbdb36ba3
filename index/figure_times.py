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

YEAR = 366
_STAGE = regex(
    r"\b(?:at\sfirst|first|initially|later|once|now|still|before|after|by|until|since|last|next|quarter|season|half|morning"
    r"|noon|afternoon|evening|night|will|would|could|expect\w*|plan\w*|due|former\w*)\b",
    re.IGNORECASE,
)
"""Words that may tell of another moment than that of the article, though they name no day."""
_GROWING = regex(
    r"\b(?:already|so\s+far|as\s+of|to\s+date|until\s+now|now|rose|risen|grew|grown|climbed|stands?|stood"
    r"|(?<!be )reached|toll|since|eclipsed|passed|topped|missing)\b",
    re.IGNORECASE,
)

Parted = Literal["of other times", "moved", "at one time"]


def parted_by_time(one: Figure, other: Figure) -> Parted:
    """How two figures that differ stand to each other in time.

    Counts more than a year apart are of other times. Others are of one time where they speak of the same days, and
    where two holders name no day in articles of one day. They moved where they speak of different days, those of their
    articles where they name none; with a day unknown, where people are counted or something goes on growing, for such
    counts seldom stand still; how many came to a gathering does.
    """
    if _of_other_times(one.claim.moment, other.claim.moment):
        return "of other times"
    if _told_at_once(one.claim, other.claim):
        return "at one time"
    days, stands_still = _apart(one.claim.moment, other.claim.moment), _of_a_gathering(one, other)
    replaced = one.claim.holder == other.claim.holder or not one.quantity.unit
    growing = not _lasts(one.quantity) and any(_GROWING.search(each.claim.text) for each in (one, other))
    seldom_stands = growing or counts_people(one.quantity) or (replaced and _written_apart(one.claim, other.claim))
    return "moved" if days or (days is None and seldom_stands and not stands_still) else "at one time"


def are_of_one(holder: str, other: str) -> bool:
    """Whether two names may be of one: Ann Reed, and Ann Reed of the harbour board; not her critics."""
    shorter, longer = sorted((each.casefold().removeprefix("the ") for each in (holder, other)), key=len)
    return bool(shorter) and (
        longer == shorter or longer.startswith((f"{shorter} of ", f"{shorter}, ", f"{shorter} ("))
    )


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
    """Whether two of different holders speak of no moment of their own in articles of one day, or in one."""
    timeless = not (one.day or other.day or _STAGE.search(one.text) or _STAGE.search(other.text))
    at_once = one.file == other.file or (one.written is not None and one.written == other.written)
    return timeless and at_once and not are_of_one(one.holder, other.holder)


def _apart(one: Moment | None, other: Moment | None) -> bool | None:
    """Whether two moments share no day; None where one of them is unknown."""
    if not (one and other and one.first and one.last and other.first and other.last):
        return None
    if "since" in (one.bound, other.bound):  # "since Sunday, up to …" is a count for its last day
        return one.last != other.last
    return one.last < other.first or other.last < one.first
