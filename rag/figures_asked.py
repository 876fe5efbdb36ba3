"""Which figures a question asks for: those of a fate, of a unit or a dimension, or of what it names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.counted import head_of, nouns_of
from index.fates import HARMS, fate_in, fate_of
from index.figure import Figure
from index.people import (
    are_of_other_sorts,
    counts_all,
    counts_people,
    is_anybody,
    is_human_being,
    is_vague,
    may_count_people,
    sort_in,
    sort_of,
)
from index.quantities import quantities_of
from index.units import is_money, unit_named
from index.words import stem, surface_words
from rag.dimensions import dimension_of_how, measure_named
from rag.slots import asks_for_money

FAR = 0.58
"""How far below the best sentence one may be that gives such a figure."""
NEAR = 0.35
"""The same where it is only people that are counted, and what befell them is not said."""
STANDING = 0.5
"""The same where those are counted who live or work somewhere: others do so elsewhere."""
OF_MONEY = 0.55
"""The same for a sum of money: sums of all sorts of things stand about."""
ANYWHERE = 99.0
_STANDING = {"employed", "living", "provided for"}
_DIMENSIONS = {
    "volume": "volume",
    "mass": "weight weigh weighed mass",
    "length": "length height depth distance width",
    "area": "area",
    "temperature": "temperature",
    "%": "share percentage proportion",
}
_BULK = {"volume", "mass", "area"}
_DIMENSION_OF = {word: dimension for dimension, words in _DIMENSIONS.items() for word in words.split()}
_OF_THE = regex(r"\b(?:one|all|none|some|most|each|any)\sof\s(?:the|these|those)\s\Z", re.IGNORECASE)
# A number behind a noun for what is measured counts nobody: a temperature above 41, at the age of 12.
_OF_MEASURE = regex(
    r"\b(?:temperatures?|speeds?|ages?|aged|heights?|depths?|weights?|levels?|scores?|magnitude|pressure|pulse|grade)\b"
    r"(?:\s(?:of|above|over|below|under|at|around|about|to|up|between|from|was|is|reached))*\s?\Z",
    re.IGNORECASE,
)
# So much in each stretch of time is no total.
_PERIOD = r"(?:hour|day|night|week|month|year)\b"
_RATE = regex(rf"\b(?:each|every|per|an?)\s{_PERIOD}|\b(?:daily|weekly|monthly|yearly|annually)\b", re.IGNORECASE)
_RATE_BEHIND = regex(
    rf"(?:\s(?!(?:in|within|over|after|for|on)\s)[\w’'-]+){{0,2}}\s(?:an?|per|each|every)\s{_PERIOD}"
    r"(?!\s(?:before|after|later|earlier|ago)\b)",
    re.IGNORECASE,
)
_RATE_BEFORE = regex(rf"\b(?:each|every)\s{_PERIOD}[^.;]{{0,60}}\Z", re.IGNORECASE)
_HOW_MANY = regex(
    r"\bhow\s+many\s+(?:of\s+(?:the\s|these\s|those\s)?)?(?P<counted>(?:[\w’'-]+\s?){1,3})", re.IGNORECASE
)
# "How long is the bridge" may ask for metres.
_LASTING = regex(r"\bhow\s+long\b(?!\s+ago\b|\s+(?:is|are|was|were)\s+(?:the|an?|its|their)\s)", re.IGNORECASE)
_TOLL = regex(
    r"(?P<counted>[\w’'-]+)\s(?:number\sof\speople|(?:death\s)?(?:tolls?|deaths|dead|casualties|losses|injuries|victims))\b",
    re.IGNORECASE,
)
# How many, and nouns for what is measured or counted, by which a question asks for a figure without saying how many.
_MEASURED = regex(
    r"\b(?:amounts?|volume|number|count|size|total|sum|figures?|levels?|rate|share|price|costs?|toll|weight|tonn?es|tons"
    r"|readings|(?:the|an?|each|what|which)\s+reading|estimates?|length|height|depth|area|distance|speed|quantity"
    r"|how\s+(?:many|much|large|big|high|long|far|old|often|heavy|tall|deep|wide|fast))\b",
    re.IGNORECASE,
)


def asks_for_figures(question: str) -> bool:
    """Whether a question of whatever kind asks how many, or for a figure by name: "the volume", "the readings"."""
    return bool(_MEASURED.search(question))


@dataclass(frozen=True, slots=True)
class FiguresAsked:
    """What a question counts: whom something befell, what a unit measures, or the stems of its own words.

    `given` are the figures that it states itself, with what they count; `sort` is the sort of people that it counts;
    `countable` says that it asks how many, `rate` that it asks for so much a day or a year, `money` for a sum,
    `lasting` how long something lasts.
    """

    fate: str | None
    people: bool
    units: frozenset[str]
    dimension: str | None
    words: frozenset[str]
    given: frozenset[tuple[float, str]]
    sort: str | None
    countable: bool
    rate: bool
    money: bool
    lasting: bool

    @classmethod
    def by(cls, question: str) -> "FiguresAsked":
        """What a question counts, by its words."""
        words = surface_words(question)
        counted = _HOW_MANY.search(question)
        return cls(
            fate_in(question),
            any(map(is_anybody, words)),
            _units(words),
            _dimension(question),
            frozenset(map(stem, surface_words(counted["counted"]) if counted else words)),
            frozenset((each.value, head_of(each)) for each in quantities_of(question)),
            _sort_asked(question),
            counted is not None,
            bool(_RATE.search(question)),
            asks_for_money(question),
            bool(_LASTING.search(question)),
        )

    def reach(self, figure: Figure, has_it: bool, measured: str = "") -> float:
        """How far below the best sentence a figure may stand; nowhere, which is less than nothing, where it is another.

        `has_it` tells that its sentence has the kind of thing that the question asks for; `measured` is the unit of a
        better figure, in which one that does not say of what it is may be of the same.
        """
        quantity, fate = figure.quantity, fate_of(figure.claim.text, figure.quantity)
        if self._is_another(figure):
            return -1.0
        if self.units or self.dimension:
            return FAR if quantity.unit in self.units or self._measured_by(quantity.unit) else -1.0
        if may_count_people(quantity) and are_of_other_sorts(self.sort, sort_of(figure.claim.text, quantity)):
            return -1.0
        if counts_people(quantity) and (self.fate or self.people):
            return self._reach_of_people(figure, fate)
        if may_count_people(quantity) and (self.people or self.sort) and self.fate:
            return ANYWHERE if fate == self.fate and counts_all(figure.claim.text, quantity) else -1.0
        return self._reach_of_things(figure, has_it, measured)

    def _is_another(self, figure: Figure) -> bool:
        """Whether it is one of those it tells of, one that the question states, or of another sort than asked for."""
        text, quantity = figure.claim.text, figure.quantity
        before, behind = text[: quantity.start], text[quantity.end :]
        rate = _RATE_BEHIND.match(behind) or _RATE_BEFORE.search(before)
        stated = (quantity.value, head_of(quantity)) in self.given and bool(head_of(quantity))
        no_money = self.money and bool(quantity.unit) and not is_money(quantity.unit)
        nobody = self.people and not quantity.unit and not quantity.counted and bool(_OF_MEASURE.search(before))
        is_rate = not self.rate and rate is not None
        no_stretch = self.lasting and is_money(quantity.unit)
        harmed = self.fate in HARMS and any(map(is_human_being, quantity.counted.split()))
        other_harm = harmed and fate_of(text, quantity) not in (None, self.fate)
        return bool(_OF_THE.search(before)) or stated or no_money or no_stretch or nobody or is_rate or other_harm

    def _reach_of_people(self, figure: Figure, fate: str | None) -> float:
        """How far people may stand whom something befell, or of whom it is not said; then they may be they or not."""
        if self.fate and fate == self.fate:
            return STANDING if fate in _STANDING else ANYWHERE
        if is_vague(figure.number) or None not in (fate, self.fate):
            return -1.0
        # How many families live there is told by a number of families, and of no others.
        if fate is None and self.fate in _STANDING and self.countable and head_of(figure.quantity) in self.words:
            return STANDING
        are_anybody = bool(fate) or any(map(is_anybody, surface_words(figure.quantity.counted)))
        return NEAR if self.people and are_anybody else -1.0

    def _reach_of_things(self, figure: Figure, has_it: bool, measured: str) -> float:
        """How far what the question names may stand, what is in a unit where it is looked for, or as much of it."""
        quantity = figure.quantity
        named = bool({stem(word) for word in surface_words(quantity.counted)} & self.words)
        if named or (quantity.unit and has_it and not self.countable):
            return OF_MONEY if self.money else FAR
        is_bare = bool(measured) and quantity.unit == measured and not nouns_of(quantity)
        return NEAR if is_bare and unit_named(measured).dimension in _BULK else -1.0

    def _measured_by(self, unit: str) -> bool:
        return not self.units and bool(unit) and unit_named(unit).dimension == self.dimension


def _units(words: Sequence[str]) -> frozenset[str]:
    """The units that words name: "cubic metres" is one, and no metre; "a year" only tells how often."""
    units: set[str] = set()
    behind = ""
    for word in words:
        alone, together = measure_named(word), measure_named(f"{behind} {word}") if behind else None
        if together and not measure_named(behind):
            units.add(together.unit)
        elif alone:
            units.add(alone.unit)
        behind = word
    return frozenset(unit for unit in units if not unit.startswith("/"))


def _sort_asked(question: str) -> str | None:
    """The sort of people whose number is asked for: soldiers of "how many soldiers", civilians of "civilian toll"."""
    counted = _HOW_MANY.search(question) or _TOLL.search(question)
    return sort_in(counted["counted"]) if counted else None


def _dimension(question: str) -> str | None:
    """What is measured, by a noun for it or by "how deep"."""
    nouns = (_DIMENSION_OF[word] for word in surface_words(question) if word in _DIMENSION_OF)
    return next(nouns, None) or dimension_of_how(question)
