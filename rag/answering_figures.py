"""The figures by which sentences answer a question that asks for one, though no noun beside them says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.patterns import regex
from index.counted import nouns_of
from index.elided_nouns import stands_alone
from index.fates import fate_of
from index.figures import Figure, compared_as_one
from index.people import is_vague
from index.quantity import Quantity
from index.reader import Index
from index.units import is_money, to_base, unit_named
from index.words import STOP_WORDS, stem, terms
from rag.cues import Kind
from rag.difference import READ
from rag.evidence import Evidence
from rag.figures_asked import FiguresAsked
from rag.fits import LEAST_SUM
from rag.held import Held, are_far_apart
from rag.question import Question
from rag.slots import slots_of
from rag.timely import timely_for

NEAR = 0.45
"""How far below the best sentence one may be that answers with a figure."""
MOST_TIMES = 30
"""How many times the smaller of two answers the larger may be: what is further apart is of other things."""
SURE, LIKELY, POSSIBLE = 3, 2, 1
"""How surely a figure answers: it says that it is of what is asked for; its sentence does; or it is bare, no more."""
ENOUGH = 3
"""How sure two figures must be together that answer one question."""
_COUNTING = {Kind.NUMBER, Kind.DURATION}
# The whole of which another figure is the part: "of 430 branches, 35 will be closed", "90 of 180 posts".
_OF = regex(r"\bof\s(?:(?:the|its|our|their|his|her|all|these|those|some|about|more\sthan)\s)*\Z", re.IGNORECASE)
# What a figure was before, or is not.
_NO_LONGER = regex(
    r"\b(?:from|instead\sof|not|rather\sthan|than|against|put\sat|compared\s(?:with|to)|(?:down|up)\sfrom)\s(?:\w+\s){0,2}\Z",
    re.IGNORECASE,
)
# How long before or after something is not how long it lasts.
_APART = regex(r"(?:[\s-]\w+){0,2}(?:\s(?:ago|later|earlier|ahead|before|after|old)\b|-old\b)", re.IGNORECASE)


class AnsweringFigures:
    """The figure of each near sentence by which it answers, of the time asked about, if a figure is asked for."""

    def __init__(self, question: Question, evidence: Sequence[Evidence], index: Index) -> None:
        slots = slots_of(question)
        self._money = any(slot.money for slot in slots)
        self._asked = FiguresAsked.by(question.clear)
        self._counted = self._asked.words - set(map(stem, STOP_WORDS))
        self._matter = set(question.words) - set(question.names)
        self._sureness: dict[int, int] = {}
        self.held: tuple[Held, ...] = ()
        if (question.kind in _COUNTING or self._money) and not any(slot.age or slot.dimension for slot in slots):
            self.held = tuple(self._timely(question, list(self._answers(evidence, index)), index))

    def compared(self, one: Held, other: Held) -> str | None:
        """What two of them are to each other; None for those of one article, and for two that hardly answer."""
        if not (one.figure and other.figure) or one.claim.file == other.claim.file:
            return None
        if self._sureness[one.evidence.hit.row] + self._sureness[other.evidence.hit.row] < ENOUGH:
            return None
        left, right = one.figure.quantity, other.figure.quantity
        if (left.unit and right.unit and not left.same_measure(right)) or _are_worlds_apart(left, right):
            return None
        found = compared_as_one(one.figure, other.figure)
        return "update" if found == "conflict" and are_far_apart(one, other) else found

    def _timely(self, question: Question, held: Sequence[Held], index: Index) -> Iterator[Held]:
        timely = timely_for(question, held, index)
        return (each for each in held if timely(each.claim))

    def _answers(self, evidence: Sequence[Evidence], index: Index) -> Iterator[Held]:
        best = evidence[0].relevance if evidence else 0.0
        for each in evidence[:READ]:
            claim = index.claim_at(each.hit.place)
            if claim is None or best - each.relevance > NEAR:
                continue
            surest, figure = self._surest([Figure(claim, _of_no_year(quantity)) for quantity in claim.quantities])
            if figure:
                self._sureness[each.hit.row] = surest
                yield Held(each, claim, figure)

    def _surest(self, figures: Sequence[Figure]) -> tuple[int, Figure | None]:
        """The first of the figures that answer most surely; what is only a whole, or is over, is none beside others."""
        told = [each for each in figures if len(figures) == 1 or not (is_whole(each) or _is_over(each))]
        sure = [self._sureness_of(each) for each in told]
        surest = max(sure, default=0)
        return (surest, told[sure.index(surest)]) if surest else (0, None)

    def _sureness_of(self, figure: Figure) -> int:
        """How surely a figure is what is asked for; 0 where it is not."""
        text, quantity = figure.claim.text, figure.quantity
        if is_vague(figure.number) or any(quantity.value == value for value, _ in self._asked.given):
            return 0
        if self._money or self._asked.lasting:
            told = self._sureness_of_sum(quantity) if self._money else SURE * _lasts(figure)
            return told if self._matter & set(terms(text)) else 0
        return 0 if self._is_of_another_fate(figure) else self._sureness_of_count(figure)

    def _sureness_of_sum(self, quantity: Quantity) -> int:
        if is_money(quantity.unit):
            return SURE
        return LIKELY * (not (quantity.counted or quantity.unit) and quantity.value >= LEAST_SUM)

    def _is_of_another_fate(self, figure: Figure) -> bool:
        asked = self._asked.fate
        return asked is not None and fate_of(figure.claim.text, figure.quantity) not in (None, asked)

    def _sureness_of_count(self, figure: Figure) -> int:
        text, quantity = figure.claim.text, figure.quantity
        if self._counted & nouns_of(quantity) and (not quantity.unit or quantity.unit.startswith("/")):
            return SURE
        sure = LIKELY if self._counted & set(terms(text)) else POSSIBLE
        return sure * (stands_alone(text, quantity) or _is_part(figure))


def _of_no_year(quantity: Quantity) -> Quantity:
    """A bare number a year as one that another source may give without saying so."""
    return replace(quantity, unit="") if quantity.unit == "/year" and not quantity.counted else quantity


def _lasts(figure: Figure) -> bool:
    """Whether it is a stretch of time, and not how long before or after something."""
    unit = figure.quantity.unit
    is_time = unit_named(unit).dimension == "time" and "/" not in unit
    return is_time and not _APART.match(figure.claim.text, figure.quantity.end)


def is_whole(figure: Figure) -> bool:
    """Whether another figure of its sentence may be the part of it: "of 430 branches, 35", "90 of 180 posts"."""
    return len(figure.claim.quantities) > 1 and bool(_OF.search(figure.claim.text[: figure.quantity.start]))


def _is_part(figure: Figure) -> bool:
    """Whether it is a bare number beside one that it may be a part of."""
    is_bare = not (figure.quantity.counted or figure.quantity.unit)
    return is_bare and any(is_whole(replace(figure, quantity=each)) for each in figure.claim.quantities)


def _is_over(figure: Figure) -> bool:
    return bool(_NO_LONGER.search(figure.claim.text[: figure.quantity.start]))


def _are_worlds_apart(one: Quantity, other: Quantity) -> bool:
    """Whether one of two figures is so much larger that they must be of different things."""
    values = [abs(to_base(each.value, each.unit)) for each in (one, other)]
    return not all(values) or max(values) > MOST_TIMES * min(values)
