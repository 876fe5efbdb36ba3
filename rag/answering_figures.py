"""The figures by which sentences answer a question that asks for one, though no noun beside them says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.patterns import regex
from index.counted import nouns_of
from index.elided_nouns import stands_alone
from index.fates import fate_of
from index.figure import Figure
from index.figures import compared_as_one
from index.people import is_vague
from index.quantity import Quantity
from index.reader import Index
from index.units import is_money, to_base
from index.words import STOP_WORDS, stem, terms
from rag.cues import Kind
from rag.difference import READ
from rag.evidence import Evidence
from rag.figures_asked import FiguresAsked
from rag.fits import is_bare_sum
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
# The whole of which the figure behind its comma is the part, or the one right before it.
_WHOLE = regex(r"(?:\A|[;:]\s|,\s(?:and\s|but\s)?)of\s(?:(?:the|its|our|their|all)\s)?\Z", re.IGNORECASE)
_PART_OF = regex(r"\sof\s(?:the\s|its\s|our\s|their\s|these\s)?")
# What a figure was before, or is not.
_NO_LONGER = regex(
    r"\b(?:from|instead\sof|not|rather\sthan|against|compared\s(?:with|to)|(?:down|up)\sfrom)\s(?:\w+\s){0,2}\Z",
    re.IGNORECASE,
)


class AnsweringFigures:
    """The figure of each near sentence by which it answers how many, or for how much, of the time asked about.

    How long something takes is no such question: any stretch of time may stand in a sentence about it.
    """

    def __init__(self, question: Question, evidence: Sequence[Evidence], index: Index) -> None:
        slots = slots_of(question)
        self._money = any(slot.money for slot in slots)
        self._asked = FiguresAsked.by(question.clear)
        self._counted = self._asked.words - set(map(stem, STOP_WORDS))
        self._names = set(question.names)
        self._matter = set(question.words) - self._names
        self._sureness: dict[int, int] = {}
        self.held: tuple[Held, ...] = ()
        is_asked = len(slots) == 1 and (question.kind is Kind.NUMBER or self._money)  # of two things, which is it?
        if is_asked and not (slots[0].age or slots[0].dimension):
            self.held = tuple(self._timely(question, list(self._answers(evidence, index)), index))

    def compared(self, one: Held, other: Held) -> str | None:
        """What two of them are to each other; None for those of one article, and for two that hardly answer."""
        if not (one.figure and other.figure) or one.claim.file == other.claim.file:
            return None
        if self._sureness[one.evidence.hit.row] + self._sureness[other.evidence.hit.row] < ENOUGH:
            return None
        left, right = one.figure.quantity, other.figure.quantity
        if (left.unit and right.unit and not left.same_measure(right)) or are_worlds_apart(left, right):
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
            surest, figure = self._surest([Figure(claim, quantity) for quantity in claim.quantities])
            if figure and self._is_of_the_names(claim.text):
                self._sureness[each.hit.row] = surest
                yield Held(each, claim, figure)

    def _surest(self, figures: Sequence[Figure]) -> tuple[int, Figure | None]:
        """The first of the figures that answer most surely; of several none that is a whole, or is over."""
        told = [each for each in figures if len(figures) == 1 or not (part_of(each) or is_over(each))]
        sure = [self._sureness_of(each) for each in told]
        surest = max(sure, default=0)
        return (surest, told[sure.index(surest)]) if surest else (0, None)

    def _sureness_of(self, figure: Figure) -> int:
        """How surely a figure is what is asked for; 0 where it is not."""
        text, quantity = figure.claim.text, figure.quantity
        if is_vague(figure.number) or any(quantity.value == value for value, _ in self._asked.given):
            return 0
        if self._money:
            return self._sureness_of_sum(figure) if self._matter & set(terms(text)) else 0
        return 0 if self._is_of_another_fate(figure) else self._sureness_of_count(figure)

    def _sureness_of_sum(self, figure: Figure) -> int:
        if is_money(figure.quantity.unit):
            return SURE
        return LIKELY if not figure.quantity.unit and is_bare_sum(figure.claim.text, figure.quantity) else 0

    def _is_of_the_names(self, text: str) -> bool:
        """Whether it has all names of the question: there are other bridges."""
        return self._names <= set(terms(text))

    def _is_of_another_fate(self, figure: Figure) -> bool:
        asked = self._asked.fate
        return asked is not None and fate_of(figure.claim.text, figure.quantity) not in (None, asked)

    def _sureness_of_count(self, figure: Figure) -> int:
        text, quantity = figure.claim.text, figure.quantity
        if self._counted & nouns_of(quantity) and (not quantity.unit or quantity.unit.startswith("/")):
            return SURE
        if not (stands_alone(text, quantity) or _is_part(figure)):
            return 0
        return LIKELY if self._counted & set(terms(text)) else POSSIBLE


def part_of(figure: Figure) -> Quantity | None:
    """The bare number that tells a part of what a figure counts: 35 "of 430 branches", 90 "of 180 posts"; else None."""
    text, quantity = figure.claim.text, figure.quantity
    bare = [each for each in figure.claim.quantities if not (each.counted or each.unit)]
    if _WHOLE.search(text, 0, quantity.start):
        return next((each for each in bare if each.start > quantity.end), None)
    return next((each for each in bare if (of := _PART_OF.match(text, each.end)) and of.end() == quantity.start), None)


def _is_part(figure: Figure) -> bool:
    wholes = (replace(figure, quantity=each) for each in figure.claim.quantities)
    return any(part_of(each) == figure.quantity for each in wholes)


def is_over(figure: Figure) -> bool:
    """Whether it tells what something was before, or is not: "from 40 to 60", "60 instead of 40"."""
    return _NO_LONGER.search(figure.claim.text, 0, figure.quantity.start) is not None


def are_worlds_apart(one: Quantity, other: Quantity) -> bool:
    """Whether one of two figures is so much larger that they must be of different things."""
    values = [abs(to_base(each.value, each.unit)) for each in (one, other)]
    return not all(values) or max(values) > MOST_TIMES * min(values)
