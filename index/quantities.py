"""Quantities in a text: numbers with what bounds them, what they measure, and what they count."""

import re

from corpus.patterns import regex
from index.counted_nouns import counted_of, subject_of
from index.elided_nouns import with_elided_nouns
from index.elided_units import with_elided_units
from index.number_bounds import bound_before, bound_behind, comparator_of
from index.number_pairs import paired
from index.numerals import SPELLED, bound_of
from index.other_numbers import without_others
from index.quantity import Quantity
from index.unit_words import rate_at
from index.units import is_money
from index.written_numbers import Number, numbers_in

__all__ = ["Quantity", "quantities_of"]

_FOLLOWING = regex(
    rf"[\s-]?((?!(?:and|or|to)\b)[^\W\d_][\w’'-]{{0,40}}(?:\s(?!{SPELLED})[^\W\d_][\w’'-]{{0,40}}){{0,3}})",
    re.IGNORECASE,
)
_JOINING = regex(r"\s(?:and|or|to)\Z")


def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order; days of a month, years, times and numbers in names are none."""
    numbers = list(without_others(text, numbers_in(text)))
    measured = with_elided_units(text, paired(text, numbers))
    return tuple(with_elided_nouns(text, (_quantity(text, number) for number in measured)))


def _quantity(text: str, number: Number) -> Quantity:
    counted, end = counted_of(text, number)
    before = bound_before(text, number.start)
    comparator = comparator_of(
        number.lead or (before.group() if before else ""), number.tail or bound_behind(text, end)
    )
    bound = bound_of(comparator)
    rate = "" if "/" in number.unit else rate_at(text, end)[0]
    return Quantity(
        start=number.start,
        end=number.end,
        value=number.value,
        comparator=comparator,
        counted=counted or subject_of(text, number),
        percent=number.unit.split("/")[0] in ("%", "pp"),
        money=is_money(number.unit),
        upper=number.upper,
        unit=number.unit + rate,
        bound=number.bound if bound == "exactly" else bound,
        following=_following(text, number),
        place=number.place,
    )


def _following(text: str, number: Number) -> str:
    found = _FOLLOWING.match(text, number.end)
    return _JOINING.sub("", found[1]) if found else ""
