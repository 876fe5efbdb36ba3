"""The kind of thing a question asks for, and whether a sentence has one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.encoder import Encoder
from index.moments import moments_in
from index.quantities import Quantity, quantities_of
from index.words import STOP_WORDS, stem, surface_words
from rag.cues import Kind
from rag.question import Question

_COUNTED = re.compile(
    r"\bhow\s+(?:many|much)\s+(?:of\s+(?:the|these|those|them)\s+(?:\w+\s+)?(?:are|were|is|was)\s+)?(?P<many>.+)"
    r"|\b(?:numbers?|count|share|percentage|proportion|amount)\s+of\s+(?P<number>.+)",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(
    r"[?,.;:]|\b(?:is|are|was|were|be|been|has|have|had|did|do|does|will|would|can|could|of|in|on|at|from|to|for|by|with"
    r"|who|that|which|left|so|\w+ed)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:money|cost|costs|pay|pays|paid|price|prices|worth|budget|funding|funds|sum|fine|fined)\b", re.IGNORECASE
)
_TIME_UNIT = re.compile(
    r"^(?:\w+\s)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What must stand in a sentence that answers: `counted` is the noun a number must count, where one is named."""

    kind: Kind
    counted: str | None = None
    money: bool = False


def slot_of(question: Question) -> Slot:
    """What a question asks for."""
    found = _COUNTED.search(question.clear)
    counted = None
    if question.kind in {Kind.NUMBER, Kind.DURATION} and found:
        words = surface_words(_PHRASE_END.split(found["many"] or found["number"])[0])
        meaning = [word for word in words if word not in STOP_WORDS]
        counted = meaning[-1] if meaning else None
    return Slot(question.kind, counted, question.kind is Kind.NUMBER and bool(_MONEY.search(question.clear)))


def fits(slot: Slot, readings: Sequence[str], encoder: Encoder) -> np.ndarray:
    """How well each sentence fills the slot, from 0 (not at all) to 1."""
    if slot.kind is Kind.NUMBER:
        return _number_fits(slot, readings, encoder)
    return np.array([float(_has(slot.kind, reading)) for reading in readings])


def _has(kind: Kind, reading: str) -> bool:
    if kind is Kind.DURATION:
        return any(_TIME_UNIT.match(quantity.counted) for quantity in quantities_of(reading)) or bool(
            re.search(r"\b(?:since|until|between|decades?|years?|months?|weeks?|days?|hours?)\b", reading)
        )
    if kind is Kind.TIME:
        return bool(moments_in(reading))
    return True


def _number_fits(slot: Slot, readings: Sequence[str], encoder: Encoder) -> np.ndarray:
    quantities = [quantities_of(reading) for reading in readings]
    if slot.money:
        return np.array([float(any(quantity.money for quantity in found)) for found in quantities])
    if not slot.counted:
        return np.array([float(bool(found)) for found in quantities])
    nouns = sorted({word for found in quantities for quantity in found for word in _nouns(quantity)})
    if not nouns:
        return np.zeros(len(readings))
    vectors = encoder.encode([slot.counted, *nouns])
    alike = dict(zip(nouns, (vectors[1:] @ vectors[0]).tolist(), strict=True))
    alike |= {noun: 1.0 for noun in nouns if stem(noun) == stem(slot.counted)}
    return np.array(
        [max((alike[noun] for quantity in found for noun in _nouns(quantity)), default=0.0) for found in quantities]
    )


def _nouns(quantity: Quantity) -> list[str]:
    return [word for word in surface_words(quantity.counted) if word not in STOP_WORDS]
