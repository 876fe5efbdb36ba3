"""Figures of what a question counts in sentences that the search left out, by the relations of the index."""

import re
from collections.abc import Collection, Iterator, Sequence

from corpus.patterns import regex
from index.calendar_words import MONTH, WEEKDAY
from index.claims import Claim
from index.figure import Figure
from index.figures import compared
from index.moments import YEAR
from index.people import may_count_people
from index.reader import Index
from index.words import terms
from rag.evidence import unsearched
from rag.figures_asked import FiguresAsked
from rag.held import Held
from rag.question import Question

_TIME = regex(rf"\b(?:{MONTH}|{WEEKDAY}|today|yesterday)\b", re.IGNORECASE)


def related_figures(
    question: Question, asked: FiguresAsked, held: Sequence[Held], index: Index, files: Collection[str]
) -> Iterator[Held]:
    """The figures in these files that count people, or measure, what the figures found do, one a sentence.

    None where a day, a month or a year is asked about; where a question names a speaker, only what he says.
    """
    if _names_a_time(question.clear) or not (asked.countable or asked.units or asked.dimension):
        return
    named = any(_is_named(each.claim, question) for each in held)
    told = {(each.claim.file, each.claim.sentence) for each in held}
    for each in held:
        for claim in index.related_to(each.claim):
            figure = next((found for found in _of_the_same(each, claim) if asked.reach(found, True) >= 0), None)
            heard = claim.file in files and (_is_named(claim, question) or not named)
            if figure and heard and (claim.file, claim.sentence) not in told:
                told.add((claim.file, claim.sentence))
                yield Held(unsearched(index.row_of(claim), index), claim, figure)


def _names_a_time(text: str) -> bool:
    return bool(_TIME.search(text) or YEAR.search(text))


def _is_named(claim: Claim, question: Question) -> bool:
    """Whether a question names the one who holds a claim."""
    holder = set(terms(claim.holder))
    return bool(holder) and holder <= set(question.names)


def _of_the_same(held: Held, claim: Claim) -> Iterator[Figure]:
    """The figures of a claim that count what a figure does; things are too many to be the same by their name alone."""
    figures = (Figure(claim, quantity) for quantity in claim.quantities if quantity.unit or may_count_people(quantity))
    return (figure for figure in figures if held.figure and compared(held.figure, figure))
