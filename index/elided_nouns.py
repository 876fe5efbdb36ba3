"""Nouns that are left out because the number before has them: "from 9,000 pieces to 6,400"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.patterns import regex
from index.number_bounds import look_before
from index.numerals import COMPARATOR
from index.quantity import Quantity

_FROM = regex(rf"\bfrom\s(?:{COMPARATOR}\s)*\Z", re.IGNORECASE)
_TO = regex(rf"\s(?:\w+\s){{0,3}}to\s(?:{COMPARATOR}\s)*\Z")


def with_elided_nouns(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities, one to which a count has changed with the noun of what it was before."""
    before: Quantity | None = None
    for quantity in quantities:
        bare = not (quantity.counted or quantity.unit)
        if bare and before and before.counted and not before.unit and _is_changed(text, before, quantity):
            quantity = replace(quantity, counted=before.counted)
        yield quantity
        before = quantity


def _is_changed(text: str, before: Quantity, after: Quantity) -> bool:
    """Whether one count is told to have become another."""
    end = before.end + 1 + len(before.counted)
    is_told = text[before.end + 1 : end] == before.counted and look_before(text, before.start, _FROM)
    return bool(is_told and _TO.fullmatch(text, end, after.start))
