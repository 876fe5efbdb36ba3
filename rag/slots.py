"""The kinds of thing a question asks for, and whether a sentence has one of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.counted import counts_people, fate_in, fate_of, is_anybody
from index.encoder import Encoder
from index.moments import moments_in
from index.quantities import Quantity, quantities_of
from index.words import STOP_WORDS, stem, surface_words
from rag.cues import Kind, kind_of
from rag.question import Question

Fits = npt.NDArray[np.float32]

_COUNTED = re.compile(
    r"\bhow\s+(?:many|much)\s+(?:of\s+(?:\w+\s+){1,4}?(?:are|were|is|was)\s+)?(?P<many>.+)"
    r"|\b(?:numbers?|count|share|percentage|proportion|amount)\s+of\s+(?P<number>.+)",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(
    r"[?,.;:]|\b(?:is|are|was|were|be|been|has|have|had|did|do|does|will|would|can|could|of|in|on|at|from|to|for|by|with"
    r"|who|that|which|left|so|there|\w+ed)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\bhow much\b.*\b(?:money|costs?|pay|pays|paid|price|worth|budget|funding|funds|fined?|pledged?|spen[dt])\b"
    r"|\bwhat (?:did|does|do|will|would)\b.*\b(?:pay|cost)\b|\b(?:price|budget|cost) of\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\bnames?\s+of\b|\bwho\s+(?:was|were|is|are)\s+the\s+(?:\w+\s+(?:people|men|women|persons?)|\w+(?:\s\w+)?\s+who)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:[A-Z][\w’'-]+|[A-Z]\.)(?: (?:[A-Z][\w’'-]+|[A-Z]\.))+")
_UNIT_OF_TIME = re.compile(r"(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?\b", re.IGNORECASE)
_STRETCH = re.compile(
    r"\b(?:since|until|between|from \w+ to|for (?:\w+ )?(?:decades|years|months|weeks|days|hours)"
    r"|(?:several|many|some|a few) (?:decades|years|months|weeks|days|hours))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NUMBER_OF = re.compile(r"\b(?:number|count|total) of (?P<counted>(?:[\w’'-]+ ){0,2}[\w’'-]+)", re.IGNORECASE)
_VERB = r"is|are|was|were|be|did|does|do|has|have|had|will|would|can|could|should"
_NOT_A_NOUN = (
    rf"(?:{_VERB}|the|of|an?|in|to|on|if|about|caused|makes?|made|happen\w*|led|drove|explains|triggered|else)\b"
)
_WHICH = re.compile(
    rf"\b(?:what|which)\s+(?P<noun>(?!{_NOT_A_NOUN})[a-z][\w-]+(?:\s(?!{_NOT_A_NOUN})[a-z]\w+)?)\s+(?:{_VERB}|\w+(?:ed|ought))\b",
    re.IGNORECASE,
)
_NO_THINGS = {Kind.NUMBER, Kind.DURATION, Kind.TIME, Kind.SOURCE, Kind.REASON}
THINGS_READ = 10
THING_ALIKE = 0.57
"""How near in meaning a word must be to the noun asked for to be one of its kind ("minister" for "politician")."""
_AGE = re.compile(r"\b(?:aged?|old|years-old)\b|\bage of\b|, \d{1,2},", re.IGNORECASE)
# Nouns that stand for any human being: "how many people" is answered by a number of refugees, or of the dead.
_PEOPLE = frozenset(
    """
    people person persons individual individuals life lives death deaths casualty casualties victim victims
    human humans
    """.split()
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What must stand in a sentence that answers a question, or one part of it.

    `counted` is the noun a number must count, or measure where it is a `mass`; `thing` is the noun of
    "which" and "what"; `fate` is what befell the people who are counted; `years` are
    those the question names, `said` its own words.
    """

    kind: Kind
    counted: str | None = None
    thing: str | None = None
    money: bool = False
    name: bool = False
    mass: bool = False
    age: bool = False
    fate: str | None = None
    years: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()

    @property
    def asks_for_something(self) -> bool:
        """Whether a sentence of the right kind can be told from others: a number, a moment, a name."""
        return self.name or self.kind in {Kind.NUMBER, Kind.DURATION, Kind.TIME}

    @property
    def can_be_missing(self) -> bool:
        """Whether the sources can be seen to lack it."""
        return self.asks_for_something or self.thing is not None


def slots_of(question: Question) -> tuple[Slot, ...]:
    """What each part of a question asks for."""
    return tuple(_slot(part) for part in question.parts or (question.clear,))


def _slot(text: str) -> Slot:
    money = bool(_MONEY.search(text))
    kind = Kind.NUMBER if money else kind_of(text)
    return Slot(
        kind=kind,
        counted=_counted(text) if kind in {Kind.NUMBER, Kind.DURATION} else None,
        thing=_thing(text) if kind not in _NO_THINGS else None,
        money=money,
        mass=bool(re.search(r"\bhow much\b", text, re.IGNORECASE)),
        age=bool(re.search(r"\bhow old\b", text, re.IGNORECASE)),
        name=bool(_NAME.search(text)),
        fate=fate_in(text) if kind is Kind.NUMBER else None,
        years=frozenset(_YEAR.findall(text)),
        said=frozenset(surface_words(text)),
    )


def _thing(text: str) -> str | None:
    """The noun of "which platform" or "what subject"."""
    found = _WHICH.search(text)
    words = [word for word in surface_words(found["noun"]) if word not in STOP_WORDS] if found else []
    return words[-1] if words else None


def _counted(text: str) -> str | None:
    found = _COUNTED.search(text)
    if not found:
        return None
    words = surface_words(_PHRASE_END.split(found["many"] or found["number"])[0])
    meaning = [word for word in words if word not in STOP_WORDS or word in _PEOPLE]
    return meaning[-1] if meaning else None


def fits(slots: Sequence[Slot], readings: Sequence[str], encoder: Encoder) -> Fits:
    """How well each sentence has what each slot asks for, from 0 to 1, of shape (slots, sentences)."""
    return np.array([_fits(slot, readings, encoder) for slot in slots], dtype=np.float32)


def _fits(slot: Slot, readings: Sequence[str], encoder: Encoder) -> list[float]:
    if slot.kind in {Kind.NUMBER, Kind.DURATION} and (slot.counted or slot.kind is Kind.NUMBER):
        found = _number_fits(slot, readings, encoder)
        return [fit * _same_year(slot, reading) for fit, reading in zip(found, readings, strict=True)]
    if slot.thing and not slot.asks_for_something:
        return _thing_fits(slot.thing, readings, encoder)
    return [float(_has(slot, reading)) for reading in readings]


def _thing_fits(thing: str, readings: Sequence[str], encoder: Encoder) -> list[float]:
    """Which sentences have a word of the thing's kind; only the first few are read, for reading words is slow."""
    words = [_all_words(reading) for reading in readings]
    same = [any(stem(word) == stem(thing) for word in each) for each in words]
    if any(same):
        return [float(each) for each in same]
    read = words[:THINGS_READ]
    alike = _alike(thing, sorted(set().union(*read)), encoder)
    found = [float(max((alike[word] for word in each), default=0.0) >= THING_ALIKE) for each in read]
    return found + [0.0] * (len(words) - len(read))


def _has(slot: Slot, reading: str) -> bool:
    if slot.name:
        return any(_is_new(name, slot.said) for name in _PERSON.findall(reading))
    if slot.kind is Kind.DURATION:
        return _has_duration(reading)
    if slot.kind is Kind.TIME:
        return bool(moments_in(reading))
    return True


def _is_new(name: str, said: frozenset[str]) -> bool:
    """Whether a name is one that the question does not say itself: two words at least, small words aside."""
    words = [word for word in surface_words(name) if word not in STOP_WORDS]
    return len(words) > 1 and not set(words) <= said


def _has_duration(reading: str) -> bool:
    measured = any(_UNIT_OF_TIME.search(quantity.counted) for quantity in quantities_of(reading))
    return measured or bool(_STRETCH.search(reading))


def _same_year(slot: Slot, reading: str) -> bool:
    """Whether a sentence may speak of the years asked about: it names one of them, or none at all."""
    named = set(_YEAR.findall(reading))
    return not (slot.years and named) or bool(slot.years & named)


def _number_fits(slot: Slot, readings: Sequence[str], encoder: Encoder) -> list[float]:
    quantities = [quantities_of(reading) for reading in readings]
    if slot.money:
        return [float(any(quantity.money for quantity in found)) for found in quantities]
    if slot.age:
        return [
            float(bool(found) and bool(_AGE.search(reading)))
            for found, reading in zip(quantities, readings, strict=True)
        ]
    if not slot.counted:
        return [float(bool(found)) for found in quantities]
    nouns = [
        _all_words(reading) if slot.mass and found else _counted_nouns(reading, _of_fate(slot, reading, found))
        for reading, found in zip(readings, quantities, strict=True)
    ]
    alike = _alike(slot.counted, sorted(set().union(*nouns)), encoder)
    near = [max((alike[noun] for noun in counted), default=0.0) for counted in nouns]
    same = [_has_of_fate(slot, reading, found) for reading, found in zip(readings, quantities, strict=True)]
    return [1.0 if is_same else fit for is_same, fit in zip(same, near, strict=True)]


def _of_fate(slot: Slot, reading: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Without those who met with something else than the question asks about: the dead are not the injured."""
    if slot.fate is None:
        return list(quantities)
    return [each for each in quantities if not counts_people(each) or fate_of(reading, each) in (None, slot.fate)]


def _has_of_fate(slot: Slot, reading: str, quantities: Sequence[Quantity]) -> bool:
    """Whether people are counted who met with what is asked about, whatever they are called."""
    if slot.fate is None or not is_anybody(slot.counted or ""):
        return False
    return any(counts_people(each) and fate_of(reading, each) == slot.fate for each in quantities)


def _alike(counted: str, nouns: Sequence[str], encoder: Encoder) -> dict[str, float]:
    """How alike each noun is to the one that is asked for."""
    if not nouns:
        return {}
    asked = sorted(_PEOPLE) if counted in _PEOPLE else [counted]
    vectors = encoder.encode([*asked, *nouns])
    near = (vectors[len(asked) :] @ vectors[: len(asked)].T).max(axis=1).tolist()
    stems = {stem(word) for word in asked}
    return {noun: 1.0 if stem(noun) in stems else closeness for noun, closeness in zip(nouns, near, strict=True)}


def _counted_nouns(reading: str, quantities: Sequence[Quantity]) -> set[str]:
    """The words behind each number, and behind "the number of"; none where there is no number."""
    if not quantities:
        return set()
    phrases = [quantity.counted for quantity in quantities]
    phrases += [found["counted"] for found in _NUMBER_OF.finditer(reading)]
    return {word for phrase in phrases for word in _all_words(phrase)}


def _all_words(text: str) -> set[str]:
    return {word for word in surface_words(text) if word not in STOP_WORDS or word in _PEOPLE}
