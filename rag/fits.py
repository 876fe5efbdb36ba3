"""How well a sentence has what a question asks for: a number of the right thing, a moment, a name."""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from corpus.patterns import regex
from index.clock_times import clock_places
from index.encoder import Encoder
from index.fates import HARMS, fate_of, tells_of
from index.moments import YEAR, moments_in
from index.noun_words import one_of
from index.numerals import NUMBER_WORDS
from index.people import are_soldiers, counts_people, is_anybody, may_count_people
from index.quantities import Quantity, quantities_of
from index.taken_up import Reading
from index.units import unit_named
from index.words import STOP_WORDS, stem, surface_words
from rag.cues import Kind
from rag.each_of import each_of
from rag.introduction import introduces
from rag.slots import PEOPLE, Slot

Fits = npt.NDArray[np.float32]

THINGS_READ = 10
THING_ALIKE = 0.57
"""How near in meaning a word must be to the noun asked for to be one of its kind ("minister" for "politician")."""
OF_DIMENSION = 0.8
"""How well a figure fits that is in a unit of the right sort, whatever the sentence says it measures."""
TOTAL = 0.5
"""How well a total fits where a figure is asked for each of something: it is not what was asked."""
UNTOLD = 0.5
"""How much less a count fits that tells nothing of the harm asked about, where another counts those who suffered it."""
DAY_FOR_HOUR = 0.3
"""How well a day fits where the time of day is asked for."""
LEAST_SUM = 10
"""A bare number that may be a sum of money is this at least."""
NEAR_NAME = 48
"""Characters between a name and the word for what its bearer is."""

_PERSON = regex(r"(?:[A-Z][\w’'-]+|[A-Z]\.)(?: (?:[A-Z][\w’'-]+|[A-Z]\.))+")
_NAMING = regex(r"\b(?:named|identified|called|by the name of|known as)\b", re.IGNORECASE)
_UNIT_OF_TIME = regex(r"(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?\b", re.IGNORECASE)
_STRETCH = regex(
    r"\b(?:since|until|between|from \w+ to|for (?:\w+ )?(?:decades|years|months|weeks|days|hours)"
    r"|(?:several|many|some|a few) (?:decades|years|months|weeks|days|hours))\b",
    re.IGNORECASE,
)
# A time within which something was is not how long it lasted.
_WITHIN = regex(r"\b(?:in|over|within|during) (?:the |these )?(?:past|last|next|coming) (?:[\w-]+ )?\w+", re.IGNORECASE)
_NUMBER_OF = regex(r"\b(?:numbers?|counts?|total) of (?P<counted>(?:[\w’'-]+ ){0,2}[\w’'-]+)", re.IGNORECASE)
# "Cheap seats make up nine per cent of the house" counts seats.
_NUMBER = rf"(?:\d[\d.,]*|(?:{'|'.join(sorted(NUMBER_WORDS))})(?:[- ](?:{'|'.join(sorted(NUMBER_WORDS))}))?)"
_SHARE_OF = regex(
    r"\b(?P<counted>(?:[\w’'-]+ ){1,3})(?:(?:makes?|made|making) up|account(?:s|ed)? for|represent(?:s|ed)?"
    r"|constitut(?:es?|ed)) (?:(?:only|just|about|around|roughly|nearly|almost|some|over|at least|up to"
    rf"|(?:more|less) than|an estimated|a mere) )?{_NUMBER} ?(?:%|per ?cent)",
    re.IGNORECASE,
)
_AGE = regex(
    r"\b(?:aged?|old|years-old)\b|\bage of\b|, \d{1,2},"
    r"|\b(?:is|was|am|turn(?:s|ed)) \d{1,3}\b(?=\s?[.,;)]|\s(?:and|now)\b|$)",
    re.IGNORECASE,
)
# Words that stand beside a sum in any currency, also in one that no list knows.
_OF_MONEY = regex(
    r"\b(?:cost|price|pa(?:y|id|ys|ying|yment)|worth|valu|bought|buy|sold|sell|fee|fund|budget|spen[dt]|fine[sd]?\b|salar"
    r"|wage|loan|debt|donat|damage|insur|compensat)\w*",
    re.IGNORECASE,
)
# And before a bare number, which is a sum by that alone: "an episode costs 9,000", "savings are put at 2.2 million".
_SUM_TOLD = regex(
    r"\b(?:cost(?:s|ing)?|pric(?:es?|ed)|pa(?:y|ys|id|ying)|worth|sav(?:e[sd]?|ings?)|earn(?:s|ed|ings)?|spen(?:ds?|t)"
    r"|charg(?:es?|ed)|fees?|fine[sd]?|budgets?|bill|loan|deficit|revenue|sold\s(?:for|at))\b[^.,;:()\d]{0,40}\Z",
    re.IGNORECASE,
)
_CALLED = regex(r"\+?\d(?:[\s/().-]?\d){4,}")


def fits(slots: Sequence[Slot], sentences: Sequence[Reading], encoder: Encoder) -> Fits:
    """How well each sentence has what each slot asks for, from 0 to 1, of shape (slots, sentences)."""
    return np.array([_fits(slot, sentences, encoder) for slot in slots], dtype=np.float32)


def _fits(slot: Slot, sentences: Sequence[Reading], encoder: Encoder) -> list[float]:
    readings = [sentence.text for sentence in sentences]
    if slot.contact:
        return [float(bool(_CALLED.search(reading))) for reading in readings]
    if slot.kind in {Kind.NUMBER, Kind.DURATION} and (slot.counted or slot.kind is Kind.NUMBER):
        found = _each_fits(slot, _number_fits(slot, sentences, encoder), readings, encoder)
        return [fit * _same_year(slot, reading) for fit, reading in zip(found, readings, strict=True)]
    if slot.name or slot.who:
        return [_name_fits(slot, reading) for reading in readings]
    if slot.thing and not slot.asks_for_something:
        return _thing_fits(slot.thing, readings, encoder)
    if slot.clock:
        return _clock_fits(readings)
    return [float(_has(slot, reading)) for reading in readings]


def _each_fits(slot: Slot, found: list[float], readings: Sequence[str], encoder: Encoder) -> list[float]:
    """Where a figure is asked for each of something, how well each sentence has that."""
    if slot.each is None:
        return found
    nouns = [each_of(reading) for reading in readings]
    alike = _alike(slot.each, sorted(set().union(*nouns)), encoder)
    same = [any(alike[noun] >= THING_ALIKE for noun in each) for each in nouns]
    return [fit if is_same else fit * TOTAL for fit, is_same in zip(found, same, strict=True)]


def _thing_fits(thing: str, readings: Sequence[str], encoder: Encoder) -> list[float]:
    """Which sentences have a word of the thing's kind; only the first few are read, for reading words is slow."""
    words = [_all_words(reading) for reading in readings]
    wanted = stem(one_of(thing))
    same = [any(stem(one_of(word)) == wanted for word in each) for each in words]
    if any(same):
        return [float(each) for each in same]
    read = words[:THINGS_READ]
    alike = _alike(thing, sorted(set().union(*read)), encoder)
    found = [float(max((alike[word] for word in each), default=0.0) >= THING_ALIKE) for each in read]
    return found + [0.0] * (len(words) - len(read))


def _has(slot: Slot, reading: str) -> bool:
    if slot.kind is Kind.DURATION:
        return _has_duration(reading) or (slot.extent and _has_length(reading))
    if slot.kind is Kind.TIME:
        return bool(moments_in(reading)) or any(clock_places(reading))
    return True


def _clock_fits(readings: Sequence[str]) -> list[float]:
    """Which sentences give a time of day; where none does, which name a day."""
    clock = [any(clock_places(reading)) for reading in readings]
    day = [bool(moments_in(reading)) for reading in readings]
    rest = DAY_FOR_HOUR if any(clock) else 1.0
    return [1.0 if hour else rest * has_day for hour, has_day in zip(clock, day, strict=True)]


def _name_fits(slot: Slot, reading: str) -> float:
    """Whether a new name stands there, beside what its bearer is where the question says that; or who one is."""
    if slot.who:
        return float(introduces(reading, slot.who))
    names = [found for found in _PERSON.finditer(reading) if _is_new(found.group(), slot.said)]
    if not names or slot.role is None or _NAMING.search(reading):
        return float(bool(names))
    wanted = {stem(slot.role), *slot.of_whom}
    around = (reading[max(0, name.start() - NEAR_NAME) : name.end() + NEAR_NAME] for name in names)
    return float(any(wanted <= set(map(stem, surface_words(each))) for each in around))


def _is_new(name: str, said: frozenset[str]) -> bool:
    """Whether a name is one that the question does not say itself: two words at least, small words aside.

    The full name of one whom the question calls by his last name is none.
    """
    words = [word for word in surface_words(name) if word not in STOP_WORDS]
    return len(words) > 1 and words[-1] not in said


def _has_duration(reading: str) -> bool:
    reading = _WITHIN.sub(" ", reading)
    measured = any(_UNIT_OF_TIME.search(quantity.counted) for quantity in quantities_of(reading))
    return measured or bool(_STRETCH.search(reading))


def _has_length(reading: str) -> bool:
    return any(quantity.unit and unit_named(quantity.unit).dimension == "length" for quantity in quantities_of(reading))


def _same_year(slot: Slot, reading: str) -> bool:
    """Whether a sentence may speak of the years asked about: it names one of them, or none at all."""
    named = set(YEAR.findall(reading))
    return not (slot.years and named) or bool(slot.years & named)


def _number_fits(slot: Slot, sentences: Sequence[Reading], encoder: Encoder) -> list[float]:
    readings = [sentence.text for sentence in sentences]
    quantities = [
        [quantity for quantity in sentence.quantities if quantity.value not in slot.given] for sentence in sentences
    ]
    if slot.money:
        return [float(_has_money(reading, found)) for reading, found in zip(readings, quantities, strict=True)]
    if slot.age:
        return [
            float(bool(found) and bool(_AGE.search(reading)))
            for found, reading in zip(quantities, readings, strict=True)
        ]
    measured = [OF_DIMENSION * _is_measured(slot, found) for found in quantities]
    if not slot.counted:
        return measured if slot.dimension else [float(bool(found)) for found in quantities]
    nouns = [
        _all_words(reading) if slot.mass and found else _counted_nouns(slot, reading, _of_fate(slot, reading, found))
        for reading, found in zip(readings, quantities, strict=True)
    ]
    alike = _alike(slot.counted, sorted(set().union(*nouns)), encoder)
    near = [max((alike[noun] for noun in counted), default=0.0) for counted in nouns]
    same = [_has_of_fate(slot, reading, found) for reading, found in zip(readings, quantities, strict=True)]
    fitting = [1.0 if is_same else max(fit, least) for is_same, fit, least in zip(same, near, measured, strict=True)]
    return _of_harm_told(slot, fitting, readings, quantities)


def _of_harm_told(
    slot: Slot, fitting: list[float], readings: Sequence[str], quantities: Sequence[Sequence[Quantity]]
) -> list[float]:
    """The same, but less where a figure is of no harm that is told, if the harm asked about is told of others."""
    if slot.fate not in HARMS:
        return fitting
    counted = [counts_the_fate(slot, reading, found) for reading, found in zip(readings, quantities, strict=True)]
    if not any(is_counted and fit > UNTOLD for is_counted, fit in zip(counted, fitting, strict=True)):
        return fitting
    told = [tells_of(reading, slot.fate or "") for reading in readings]
    return [fit if is_told else fit * UNTOLD for is_told, fit in zip(told, fitting, strict=True)]


def counts_the_fate(slot: Slot, reading: str, quantities: Sequence[Quantity] | None = None) -> bool:
    """Whether a sentence counts those who met with what the question asks about."""
    found = quantities_of(reading) if quantities is None else quantities
    return slot.fate is not None and any(not each.unit and fate_of(reading, each) == slot.fate for each in found)


def _has_money(reading: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a sum stands there: in a known currency, in an unknown one beside a word for paying, or behind one."""
    if any(quantity.money or is_bare_sum(reading, quantity) for quantity in quantities):
        return True
    unknown = [each for each in quantities if not each.unit and each.counted and not counts_people(each)]
    return bool(unknown) and bool(_OF_MONEY.search(reading))


def is_bare_sum(text: str, quantity: Quantity) -> bool:
    """Whether it is a bare number, or one a day or a year, that follows a word for paying."""
    is_bare = not quantity.counted and (not quantity.unit or quantity.unit.startswith("/"))
    return is_bare and quantity.value >= LEAST_SUM and bool(_SUM_TOLD.search(text, 0, quantity.start))


def counts_another_fate(slot: Slot, reading: str) -> bool:
    """Whether a sentence counts, and only those who met with something else than the question asks about."""
    counts = [each for each in quantities_of(reading) if not each.unit] if slot.fate else []
    return bool(counts) and not _of_fate(slot, reading, counts)


def _is_measured(slot: Slot, quantities: Sequence[Quantity]) -> bool:
    """Whether one is in a unit of the dimension asked for."""
    return any(each.unit and unit_named(each.unit).dimension == slot.dimension for each in quantities)


def _of_fate(slot: Slot, reading: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Without those who met with something else than the question asks about: the dead are not the injured."""
    if slot.fate is None:
        return list(quantities)
    return [each for each in quantities if each.unit or fate_of(reading, each) in (None, slot.fate)]


def _has_of_fate(slot: Slot, reading: str, quantities: Sequence[Quantity]) -> bool:
    """Whether people are counted who met with what is asked about, by any word; soldiers by any word for soldiers."""
    counted = slot.counted or ""
    anybody, soldiers = is_anybody(counted), are_soldiers(counted)
    if slot.fate is None or not (anybody or soldiers):
        return False
    people = [each for each in quantities if may_count_people(each) and fate_of(reading, each) == slot.fate]
    return bool(people) if anybody else any(are_soldiers(each.counted) for each in people)


def _alike(counted: str, nouns: Sequence[str], encoder: Encoder) -> dict[str, float]:
    """How alike each noun is to the one that is asked for."""
    if not nouns:
        return {}
    asked = sorted(PEOPLE) if counted in PEOPLE else [counted]
    vectors = encoder.encode([*asked, *nouns])
    near = (vectors[len(asked) :] @ vectors[: len(asked)].T).max(axis=1).tolist()
    stems = {stem(one_of(word)) for word in asked}
    return {
        noun: 1.0 if stem(one_of(noun)) in stems else closeness for noun, closeness in zip(nouns, near, strict=True)
    }


def _counted_nouns(slot: Slot, reading: str, quantities: Sequence[Quantity]) -> set[str]:
    """The words behind each number and "the number of", and for what makes up a share, whom nothing befell by that."""
    if not quantities:
        return set()
    phrases = [quantity.counted for quantity in quantities]
    told = (_NUMBER_OF,) if slot.fate else (_NUMBER_OF, _SHARE_OF)
    phrases += [found["counted"] for of in told for found in of.finditer(reading)]
    return {word for phrase in phrases for word in _all_words(phrase)}


def _all_words(text: str) -> set[str]:
    return {word for word in surface_words(text) if word not in STOP_WORDS or word in PEOPLE}
