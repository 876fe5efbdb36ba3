"""Figures that clash, grow, or count something else, among the sentences that answer a question."""

import math
from collections.abc import Collection, Iterator, Sequence

from index.counted import nouns_of
from index.fates import fate_of
from index.figure import Figure
from index.figures import compared, compared_as_one
from index.people import counts_people
from index.reader import Index
from index.units import is_money, to_base, unit_named
from index.words import terms
from rag.answering_figures import AnsweringFigures, part_of
from rag.difference import Difference
from rag.dimensions import described_as
from rag.evidence import Evidence
from rag.figure_sides import differences_between
from rag.figures_asked import FiguresAsked
from rag.held import Held, are_far_apart
from rag.nearest_figures import compared_as_nearest, nearest_figures
from rag.question import Question
from rag.related_figures import related_figures
from rag.timely import timely_for

ANSWERING = 0.35
"""How far apart in relevance two sentences may be that both answer a question."""
AS_NEAR = 0.1
"""How far below the best one that measures another may be, which several articles measure, and that one does not."""
WORLDS_APART = 1000
"""How many times another a measure of the same thing may be at most."""
_EXTENTS = ("volume", "mass", "length", "area")
MANY_TIMES = 20
"""How many times the largest count of those whom something befell another may be that does not say what did."""


def figure_differences(
    question: Question, evidence: Sequence[Evidence], index: Index, files: Collection[str]
) -> Iterator[Difference]:
    """One update for all figures of one thing in their order, and conflicts of those of the same days.

    What the search did not find may stand in these files only.
    """
    asked = FiguresAsked.by(question.clear)
    near = _as_it_is_asked(question, list(_figures_asked(question, asked, evidence, index)))
    timely = timely_for(question, near, index)
    found = of_one_thing([each for each in near if timely(each.claim)], frozenset(question.words))
    related = related_figures(question, asked, found, index, files)
    found += [each for each in related if timely(each.claim)]
    told = tuple(differences_between(_without_populations(found), _compared))
    answers = AnsweringFigures(question, () if told else evidence, index)
    told = told or tuple(differences_between(answers.held, answers.compared))
    yield from told or differences_between(nearest_figures(question, evidence, index), compared_as_nearest)


def _figures_asked(
    question: Question, asked: FiguresAsked, evidence: Sequence[Evidence], index: Index
) -> Iterator[Held]:
    """The figures near the question that count what it counts, one a sentence.

    "Of 60 who fell ill, 22 were taken to hospital" tells how many fell ill, and not of 60 that they were taken there.
    """
    matter = set(question.words) - set(question.names) - asked.words
    best, measured = evidence[0].relevance if evidence else 0.0, ""
    for each in evidence:
        behind = best - each.relevance
        figures = (
            Figure(claim, quantity) for claim in index.claims_at(each.hit.place) for quantity in claim.quantities
        )
        reached = [figure for figure in figures if behind <= asked.reach(figure, each.has_it, measured)]
        found = next((figure for figure in reached if not _is_asked_of_a_part(figure, matter)), None)
        if found:
            measured = measured or found.quantity.unit
            yield Held(each, found.claim, found)


def _is_asked_of_a_part(figure: Figure, matter: Collection[str]) -> bool:
    """Whether something of what is asked about is told only behind the part of what a figure counts."""
    part, text = part_of(figure), figure.claim.text
    if part is None:
        return False
    before = set(terms(text[figure.quantity.end : part.start])) if part.start > figure.quantity.end else set[str]()
    behind = set(terms(text[max(part.end, figure.quantity.end) :]))
    return bool(behind & set(matter) - before)


def _as_it_is_asked(question: Question, held: Sequence[Held]) -> list[Held]:
    """Where some measure stands with the word that "how" asks by, as in "38 metres high", only such ones."""
    described = [each for each in held if each.figure and described_as(question.clear, each.figure.quantity)]
    return described or list(held)


def of_one_thing(held: Sequence[Held], asked: frozenset[str]) -> list[Held]:
    """Those that count the same as most do; of as many, as the most relevant one does.

    A measure is of what the most relevant one is; where a single article gives that, the next of which several tell is
    as good, if it is nearly as near, has as many words that are `asked`, and is no sum: sums of all sorts stand about.
    """
    groups: list[list[Held]] = []
    for each in held:
        fitting = next((group for group in groups if any(_compared(other, each) for other in group)), None)
        if fitting is None:
            groups.append([each])
        else:
            fitting.append(each)
    first = groups[0][0].figure if groups else None
    if first is None or not first.quantity.unit:
        return max(groups, key=len, default=[])
    if is_money(first.quantity.unit):
        return groups[0]
    return next(filter(_is_of_several, _as_near(groups, asked)), groups[0])


def _as_near(groups: Sequence[list[Held]], asked: frozenset[str]) -> list[list[Held]]:
    """The first of the groups, and those nearly as near to the question and with as many of its words."""
    best, *_ = groups[0]
    least = len(asked & set(terms(best.claim.text)))
    near = (group for group in groups if best.evidence.relevance - group[0].evidence.relevance <= AS_NEAR)
    return [group for group in near if len(asked & set(terms(group[0].claim.text))) >= least]


def _is_of_several(group: Sequence[Held]) -> bool:
    return len({each.claim.file for each in group}) > 1


def _without_populations(held: Sequence[Held]) -> list[Held]:
    """All but counts many times as large as any that says what befell those it counts: they are of everybody there."""
    told = [each.figure.quantity.value for each in held if each.figure and _fate(each.figure)]
    most = max(told, default=math.inf) * MANY_TIMES
    return [each for each in held if each.figure and (_fate(each.figure) or each.figure.quantity.value <= most)]


def _fate(figure: Figure) -> str | None:
    return fate_of(figure.claim.text, figure.quantity) if counts_people(figure.quantity) else None


def _compared(one: Held, other: Held) -> str | None:
    """What two figures are to each other; those told of days that lie far apart are no conflict."""
    if not (one.figure and other.figure) or _are_worlds_apart(one.figure, other.figure):
        return None
    found = (
        compared(one.figure, other.figure)
        or _compared_in_a_unit(one.figure, other.figure)
        or _compared_as_answers(one, other)
    )
    return "update" if found == "conflict" and are_far_apart(one, other) else found


def _are_worlds_apart(one: Figure, other: Figure) -> bool:
    """Whether two measures are so unlike that they must be of different things: a spill, and the lake."""
    left, right = (abs(to_base(each.quantity.value, each.quantity.unit)) for each in (one, other))
    is_extent = all(unit_named(each.quantity.unit).dimension in _EXTENTS for each in (one, other))
    return is_extent and bool(left and right) and max(left, right) > WORLDS_APART * min(left, right)


def _compared_as_answers(one: Held, other: Held) -> str | None:
    """What two figures are by which different articles answer one question, whatever else their sentences name."""
    if not (one.figure and other.figure) or one.claim.file == other.claim.file:
        return None
    left, right = one.evidence, other.evidence
    answer = left.has_it and right.has_it and one.figure.quantity.unit == other.figure.quantity.unit
    near = abs(left.relevance - right.relevance) <= ANSWERING and max(left.hit.keywords, right.hit.keywords) > 0
    if not (answer and near):
        return None
    # Counts of other years are of other events, unless each was of the present when its article was written.
    nouns = nouns_of(one.figure.quantity)
    over_years = are_far_apart(one, other) and bool(nouns) and nouns == nouns_of(other.figure.quantity)
    return compared_as_one(one.figure, other.figure) or ("update" if over_years else None)


def _compared_in_a_unit(one: Figure, other: Figure) -> str | None:
    """What two answers in one unit are: of something else each (water, water and mud), or one does not say of what."""
    nouns = nouns_of(one.quantity), nouns_of(other.quantity)
    alike = one.quantity.unit == other.quantity.unit not in ("", "%", "times")
    if not alike or not any(nouns) or one.claim.file == other.claim.file:
        return None
    if all(nouns):
        return "scope"
    found, lasts = compared_as_one(one, other), unit_named(one.quantity.unit).dimension == "time"
    return "conflict" if found == "scope" and not lasts else found  # what one does not name is what the other names
