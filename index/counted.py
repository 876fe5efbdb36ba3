"""Whether two figures count the same thing, by what they count and what is said to befall it."""

import re

from corpus.patterns import regex
from index.calendar_words import MONTH, WEEKDAY
from index.fates import clause_of, fate_of
from index.people import counts_all, counts_people, may_count_people, sort_of
from index.quantities import Quantity
from index.units import unit_named
from index.words import STOP_WORDS, stem, surface_words

_OF_PLACE = regex(
    rf"(?:[a-z][\w’'-]*\s){{1,3}}(?:of|in|from|at|near)\s(?:the\s)?(?!(?i:{MONTH}|{WEEKDAY})\b)"
    r"(?P<place>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)"
)
"""Where those are who are counted: "residents of Dale", "people in Lower Brook"."""
TOLD_BY = 2
"""Words around two measures that tell together that both are of one thing."""


def same_thing(one: str, left: Quantity, other: str, right: Quantity) -> bool:
    """Whether both measure in one dimension or count things of one name, and the same befalls those who are counted.

    `one` and `other` are the texts that the quantities stand in.
    """
    if not left.same_measure(right) or _are_of_other_places(left, right):
        return False
    people = counts_people(left) or counts_people(right)
    if people and _may_count(one, left) and _may_count(other, right):
        fates = fate_of(one, left), fate_of(other, right)
        if (sort_of(one, left) or "civil") != (sort_of(other, right) or "civil"):
            return False
        return fates[0] == fates[1] and fates[0] is not None
    mine, theirs = nouns_of(left), nouns_of(right)
    if mine and theirs and left.unit:
        return bool(mine & theirs)
    if mine and theirs:
        return head_of(left) == head_of(right) and fate_of(one, left) == fate_of(other, right)
    # Anything may last or be a part of something: without a noun these are compared with nothing.
    is_measure = bool(left.unit) and left.unit != "%" and unit_named(left.unit).dimension != "time"
    return is_measure and len(_around(one, left) & _around(other, right)) >= TOLD_BY


def _are_of_other_places(one: Quantity, other: Quantity) -> bool:
    """Whether both are said to be of a place, and no word of their names is the same."""
    places = [_OF_PLACE.match(each.following) for each in (one, other)]
    names = [frozenset(map(stem, surface_words(place["place"]))) for place in places if place]
    return len(names) == 2 and not names[0] & names[1]


def _may_count(text: str, quantity: Quantity) -> bool:
    """Whether a figure counts people, or without a noun may count some."""
    return counts_people(quantity) or (may_count_people(quantity) and counts_all(text, quantity))


def head_of(quantity: Quantity) -> str:
    """The stem of the noun that is counted: posts of "nursing posts in the wards"."""
    words = surface_words(re.split(r"\s(?:of|in|at|on|for|from|with|to|by)\s", quantity.counted)[0])
    return stem(words[-1]) if words else ""


def _around(text: str, quantity: Quantity) -> set[str]:
    """The stems of the words around a figure, which tell what a measure is of where nothing behind it does."""
    start, end = clause_of(text, quantity)
    words = surface_words(f"{text[start : quantity.start]} {text[quantity.end : end]}")
    return {stem(word) for word in words if word not in STOP_WORDS and word not in quantity.counted.lower().split()}


def same_kind(one: Quantity, other: Quantity) -> bool:
    """Whether both measure in one dimension, or count things of one name, or human beings."""
    if one.unit or other.unit:
        return one.same_measure(other)
    if counts_people(one) and counts_people(other):
        return True
    return bool(nouns_of(one) & nouns_of(other))


def nouns_of(quantity: Quantity) -> set[str]:
    """The stems of the words for what is counted; of a measure those for what is measured: fuel of "tonnes of fuel".

    Ferries a day are counted, and so much a day.
    """
    is_measure = bool(quantity.unit) and not quantity.unit.startswith("/")
    counted = quantity.counted.partition(" of ")[2] if is_measure else quantity.counted
    return {stem(word) for word in surface_words(counted)}
