"""The figures of the sentences nearest to a question that asks for one, where they are of one measure or one noun."""

from collections.abc import Sequence
from dataclasses import replace

from index.counted import head_of
from index.fates import fate_of
from index.figure import Figure
from index.figures import compared_as_one
from index.people import is_vague
from index.quantities import Quantity
from index.reader import Index
from index.unit_words import unit_at
from index.words import stem, surface_words, terms
from rag.answering_figures import are_worlds_apart, is_over, part_of
from rag.cues import Kind
from rag.evidence import Evidence
from rag.figures_asked import FiguresAsked
from rag.held import Held, are_far_apart
from rag.question import Question
from rag.slots import slots_of
from rag.timely import timely_for

NEAR = 0.25
"""How far below the best sentence one may be."""
FAR = 0.5
"""The same where it has a word of the question."""


def nearest_figures(question: Question, evidence: Sequence[Evidence], index: Index) -> list[Held]:
    """The figures of the two nearest sentences of different articles, where both are of one measure or one noun.

    None where it is asked whether something is so, how old or how tall something is, or for a sum: sums of all sorts of
    things stand about, and of an age or a height a sentence says that it is one.
    """
    slots = slots_of(question)
    if (
        question.kind is Kind.YES_OR_NO
        or len(slots) > 1
        or any(slot.age or slot.dimension or slot.money for slot in slots)
    ):
        return []
    units = {stem(word) for word in surface_words(question.clear) if unit_at(word, 0)}
    matter = frozenset(question.words) - units - frozenset(question.names)
    sharing = [each for each in evidence if matter & _words_of(each)]
    found = _two_of([each for each in sharing if _behind(each, evidence) <= FAR], question, index)
    return found or _two_of([each for each in evidence if _behind(each, evidence) <= NEAR], question, index)


def _behind(evidence: Evidence, others: Sequence[Evidence]) -> float:
    return others[0].relevance - evidence.relevance


def _words_of(evidence: Evidence) -> set[str]:
    return set(terms(evidence.hit.place.sentence.reading))


def _two_of(evidence: Sequence[Evidence], question: Question, index: Index) -> list[Held]:
    """The first two that have figures of one measure; none where only one has."""
    asked = FiguresAsked.by(question.clear)
    near = [Held(each, claim) for each in evidence if (claim := index.claim_at(each.hit.place))]
    timely = timely_for(question, near, index)
    found: list[Held] = []
    for each in near:
        told = [figure for figure in _figures_of(each) if _may_answer(figure, asked)]
        fitting = next((figure for figure in told if _goes_with(found, figure, asked)), None)
        if fitting and timely(each.claim):
            found.append(replace(each, figure=fitting))
    return found[:2] if len(found) > 1 else []


def _figures_of(held: Held) -> list[Figure]:
    return [Figure(held.claim, quantity) for quantity in held.claim.quantities]


def compared_as_nearest(one: Held, other: Held) -> str | None:
    """What two of them are to each other; None for those worlds apart."""
    if not (one.figure and other.figure) or are_worlds_apart(one.figure.quantity, other.figure.quantity):
        return None
    found = compared_as_one(one.figure, other.figure)
    return "update" if found == "conflict" and are_far_apart(one, other) else found


def _may_answer(figure: Figure, asked: FiguresAsked) -> bool:
    stated = any(figure.quantity.value == value for value, _ in asked.given)
    is_asked = bool(figure.quantity.unit) or asked.fate in (None, fate_of(figure.claim.text, figure.quantity))
    return is_asked and not (stated or is_vague(figure.number) or is_over(figure) or part_of(figure))


def _goes_with(found: Sequence[Held], figure: Figure, asked: FiguresAsked) -> bool:
    """Whether it is of another article than that found before, and of its measure, its noun or the fate asked for."""
    before = next((each.figure for each in found), None)
    if before is None:
        return True
    left, right = before.quantity, figure.quantity
    if before.claim.file == figure.claim.file:
        return False
    if _is_measure(left) or _is_measure(right):
        return bool(left.unit and right.unit) and left.same_measure(right)
    is_same = asked.fate is not None or (bool(head_of(left)) and head_of(left) == head_of(right))
    return is_same and left.unit == right.unit


def _is_measure(quantity: Quantity) -> bool:
    """Whether it measures; ferries a day are counted."""
    return bool(quantity.unit) and not quantity.unit.startswith("/")
