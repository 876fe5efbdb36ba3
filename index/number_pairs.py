"""Two numbers that are one: the ends of a range, and the parts of a share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus.patterns import regex
from index.number_bounds import range_lead, tells_change, tells_score
from index.number_shares import share_of
from index.numerals import COMPARATOR
from index.units import convert, is_money, unit_named
from index.written_numbers import Number

_GAP = regex(rf"\s?(?:(?P<word>and|to|or)\s|(?P<dash>[-–—])\s?)(?:{COMPARATOR}\s)?", re.IGNORECASE)


def paired(text: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """The numbers, both ends of a range and both parts of a share as one."""
    behind = 0
    for number, other in zip_longest(numbers, numbers[1:]):
        if number.start >= behind:
            found = (_pair(text, number, other) if other else None) or number
            behind = found.end
            yield found


def _pair(text: str, one: Number, other: Number) -> Number | None:
    return _range(text, one, other) or share_of(text, one, other)


def _range(text: str, one: Number, other: Number) -> Number | None:
    """One number of two that are the ends of a range, the lower first; None where they are none."""
    gap = _GAP.fullmatch(text, one.after, other.start)
    if not gap or one.tail or one.upper or other.upper:
        return None
    said = range_lead(text, one.start)
    changes = said == "from" and tells_change(text, one.start)
    if changes or (gap["word"] == "and" and said != "between") or tells_score(text, one.start):
        return None
    lower = _beside(one, other, joined=bool(gap["dash"]))
    if lower is None or lower >= other.value:
        return None
    return replace(other, start=one.start, value=lower, upper=other.value, unit=other.unit or one.unit, lead=said)


def _beside(one: Number, other: Number, joined: bool) -> float | None:
    """What a number is worth in the unit and scale of the next: 20 in "20 to 30 thousand" is 20,000."""
    if one.unit and not other.unit and not (is_money(one.unit) and (joined or other.factor > 1)):
        return None
    if one.unit and other.unit and unit_named(one.unit).dimension != unit_named(other.unit).dimension:
        return None
    shares_scale = one.factor == 1 and one.value < other.value / other.factor
    value = one.value * other.factor if shares_scale else one.value
    return convert(value, one.unit, other.unit) if one.unit and other.unit else value
