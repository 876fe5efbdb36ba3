"""What a number counts that stands by the one before it: "from 9,000 pieces to 6,400", "412 births, against 590"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.patterns import regex
from index.calendar_words import MONTH, WEEKDAY
from index.elided_units import SETTING
from index.fates import fate_of
from index.number_bounds import look_before
from index.numerals import COMPARATOR
from index.people import is_vague
from index.quantity import Quantity
from index.units import unit_named

MOST = 10
"""How many times another a figure of the same thing may be at most."""

_SET_AGAINST = regex(
    r"\b(?:not|rather\sthan|instead\sof|against|versus|compared\s(?:with|to)|up\sfrom|down\sfrom"
    r"|(?P<total>(?:brings?|brought|bringing)\s(?:the|its|their)\s(?:total|number|toll)\s(?:up\s)?to)|(?P<to>to))"
    rf"\s(?:{COMPARATOR}\s+)*\Z",
    re.IGNORECASE,
)
_FROM = regex(rf"\bfrom\s(?:{COMPARATOR}\s)*\Z", re.IGNORECASE)
# What has another day or number between, or another matter, is set against that.
_BETWEEN = regex(rf"\d|[;:.]|\b(?:and|that|who|which|{MONTH}|{WEEKDAY})\b", re.IGNORECASE)
_ENDS = regex(
    r"\s*(?:[.,;:!?)”\"]|\s[–—-]\s|\Z)|\s(?:over|by|in|on|at|as|after|since|if|because|when|while|and|but|for|from|until"
    r"|once|this|last|today|so\sfar|now|yesterday|the)\b"
)


def with_elided_nouns(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities, a bare number that is set against the one before it with what that counts or measures."""
    before: Quantity | None = None
    for quantity in quantities:
        if before and stands_alone(text, quantity) and _is_set_against(text, before, quantity):
            quantity = counting_as(quantity, before, text)
        yield quantity
        before = quantity


def stands_alone(text: str, quantity: Quantity) -> bool:
    """Whether a number counts and measures nothing that is said, and is more than a word for many or a pronoun."""
    number = text[quantity.start : quantity.end]
    bare = not (quantity.counted or quantity.unit or is_vague(number) or number.lower() == "one")
    return bare and bool(_ENDS.match(text, quantity.end))


def counting_as(quantity: Quantity, other: Quantity, text: str, sentence: int | None = None) -> Quantity:
    """A number as one of what another counts or measures, which stands in that text; `sentence` is its number."""
    return replace(
        quantity,
        counted=other.counted,
        unit=other.unit,
        percent=other.percent,
        money=other.money,
        taken_from=other.taken_from if sentence is None or other.taken_from else (sentence, other.value),
        fate=other.fate or ("" if other.unit else fate_of(text, other) or ""),
    )


def are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether the first says what it counts, and both are about as large."""
    return bool(one.counted or one.unit) and 0 < times(one, other) <= MOST


def times(one: Quantity, other: Quantity) -> float:
    """How many times the smaller of two figures the larger one is; 0 where one is nothing."""
    least, most = sorted((abs(one.value), abs(other.value)))
    return most / least if least else 0.0


def _is_set_against(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a number is set against the figure before it, or is what that has become."""
    found = look_before(text, quantity.start, _SET_AGAINST)
    if not found or not are_alike(before, quantity) or _BETWEEN.search(text, before.end, quantity.start):
        return False
    if found["to"]:
        return bool(look_before(text, before.start, _FROM)) or before.counted.endswith("votes")
    if found["total"]:
        return not before.unit
    is_time = unit_named(before.unit).dimension == "time"
    return not (is_time and look_before(text, before.start, SETTING))
