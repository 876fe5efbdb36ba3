"""Figures of another year than the one that a question names."""

from collections.abc import Sequence

from corpus.patterns import regex
from index.reader import Index
from rag.evidence import Evidence
from rag.question import Question

NEAR = 0.35
"""How far below the best sentence one may be that gives what is asked for."""
_YEAR = regex(r"\b(?:in|during)\s(?P<year>(?:1[5-9]|20)\d\d)(?=\s*[?.,;!]|\s*\Z|\s(?:and|or|by|from|at|for)\b)")


def of_another_year(question: Question, evidence: Sequence[Evidence], index: Index) -> str | None:
    """The year in which a figure is asked for, where it is told of other years only; None where it may be told.

    Some sentence must speak of that year: articles seldom repeat the year that all of them are of.
    """
    years = set(_YEAR.findall(question.clear))
    best = max((each.relevance for each in evidence), default=0.0)
    having = [each for each in evidence if each.has_it and best - each.relevance <= NEAR]
    if len(years) != 1 or not having:
        return None
    [year] = years
    if any(_may_be_of(year, each, index) for each in having):
        return None
    return year if any(year in each.hit.place.sentence.reading for each in evidence) else None


def _may_be_of(year: str, evidence: Evidence, index: Index) -> bool:
    """Whether its article speaks of the year anywhere, is of that year or of an unknown one."""
    source = evidence.hit.place.source
    told = [claim.moment for claim in index.claims_at(evidence.hit.place) if claim.moment]
    return (
        source.date is None
        or str(source.date.year) == year
        or year in source.text
        or any(each.first and each.last and each.first.year <= int(year) <= each.last.year for each in told)
    )
