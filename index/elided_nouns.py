"""What a number counts that stands by the one before it: "from 9,000 pieces to 6,400", "412 births, against 590"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.patterns import regex
from index.elided_units import SETTING
from index.fates import fate_of
from index.number_bounds import look_before, tells_change
from index.numerals import COMPARATOR
from index.people import is_vague
from index.quantity import Quantity
from index.units import unit_named

MOST = 10
"""How many times another a figure of the same thing may be at most."""

_SET_AGAINST = regex(
    r"\b(?:(?:but|and)?\s?not|rather\sthan|instead\sof|against|versus|compared\s(?:with|to)|up\sfrom|down\sfrom|(?P<to>to))"
    rf"\s(?:{COMPARATOR}\s+)*\Z",
    re.IGNORECASE,
)
_ENDS = regex(
    r"\s*(?:[.,;:!?)”\"]|\s[–—-]\s|\Z)|\s(?:over|by|in|on|at|as|after|since|if|because|when|while|and|but|for|from|until"
    r"|once|this|last|today|so\sfar|now|yesterday|the)\b"
)


def with_elided_nouns(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities, a bare number that is set against one before it with what that counts or measures."""
    before: list[Quantity] = []
    for quantity in quantities:
        other = _set_against(text, quantity, before) if stands_alone(text, quantity) else None
        before.append(taken_from(quantity, other, text) if other else quantity)
        yield before[-1]


def stands_alone(text: str, quantity: Quantity) -> bool:
    """Whether a number counts and measures nothing that is said, and is more than a word for many or a pronoun."""
    number = text[quantity.start : quantity.end]
    bare = not (quantity.counted or quantity.unit or is_vague(number) or number.lower() == "one")
    return bare and bool(_ENDS.match(text, quantity.end))


def taken_from(quantity: Quantity, other: Quantity, text: str) -> Quantity:
    """A number as one of what another counts or measures, which stands in that text."""
    fate = other.fate or ("" if other.unit else fate_of(text, other) or "")
    return replace(
        quantity,
        counted=other.counted,
        unit=other.unit,
        percent=other.percent,
        money=other.money,
        is_taken_up=True,
        fate=fate,
    )


def are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether the first says what it counts, and both are about as large."""
    return bool(one.counted or one.unit) and 0 < times(one, other) <= MOST


def times(one: Quantity, other: Quantity) -> float:
    """How many times the smaller of two figures the larger one is; 0 where one is nothing."""
    least, most = sorted((abs(one.value), abs(other.value)))
    return most / least if least else 0.0


def _set_against(text: str, quantity: Quantity, before: Sequence[Quantity]) -> Quantity | None:
    """The figure before a number that this is set against, or that has become this."""
    found = look_before(text, quantity.start, _SET_AGAINST)
    other = next((each for each in reversed(before) if not _is_setting(text, each)), None) if found else None
    if not found or other is None or not are_alike(other, quantity):
        return None
    may_be_range = found["to"] and not (tells_change(text, other.start) or other.counted.endswith("votes"))
    return None if may_be_range else other


def _is_setting(text: str, quantity: Quantity) -> bool:
    """Whether a stretch of time only tells when something was."""
    is_time = unit_named(quantity.unit).dimension == "time"
    return is_time and look_before(text, quantity.start, SETTING) is not None
