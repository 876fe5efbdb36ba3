"""Every day, month and year of a statement is in its evidence, read on the day of its article."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.moments import Moment, moments_of
from rag.verdict import Evidence

_BEFORE, _AFTER = ("before", "until"), ("after", "since")
_WORD = regex(r"\w+")
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")


def wrong_date(claim: str, evidence: Sequence[Evidence]) -> str | None:
    """Why a moment of the statement is not the evidence's, or None."""
    for number, moment in enumerate(moments_of(claim, None)):
        told = [other for each in evidence for other in _told(each)]
        said = [moment, *(read[number] for each in evidence if len(read := moments_of(claim, each.date)) > number)]
        fitting = [other for other in told if any(is_same_moment(each, other) for each in said)]
        if not fitting and not any(_is_day_of_article(each, evidence) for each in said):
            own = [other.text for each in evidence for other in moments_of(each.text, each.date)]
            return f"the source says {own[0]}, not {moment.text}" if own else f"the source does not say {moment.text}"
        if fitting and all(_turned(moment, other) for other in fitting):
            return f"the source says {_with_bound(fitting[0])}, not {_with_bound(moment)}"
    return None


def with_dates_of(claim: str, evidence: Sequence[Evidence]) -> str:
    """The statement with its moments in the evidence's words, where they mean the same days."""
    for number, moment in reversed(list(enumerate(moments_of(claim, None)))):
        for each in evidence:
            read = moments_of(claim, each.date)
            told = moments_of(each.text, each.date)
            said = [moment, *read[number : number + 1]]
            same = next((other for other in told if any(is_same_moment(one, other) for one in said)), None)
            if same:
                claim = f"{claim[: moment.start]}{same.text}{claim[moment.end :]}"
                break
    return claim


def is_same_moment(said: Moment, told: Moment) -> bool:
    """Whether a moment may be said so: in the same words, as the same days, or a longer time of the same years."""
    words, others = _words(said), _words(told)
    if words == others or (words and words < others):
        return True
    if said.first is None or said.last is None or told.first is None or told.last is None:
        return False
    longer = said.first <= told.first and told.last <= said.last
    return longer and {int(year) for year in _YEAR.findall(said.text)} <= {*range(told.first.year, told.last.year + 1)}


def _told(evidence: Evidence) -> Iterator[Moment]:
    for text in (evidence.text, evidence.context, evidence.title):
        yield from moments_of(text or "", evidence.date)


def _is_day_of_article(said: Moment, evidence: Sequence[Evidence]) -> bool:
    days = [each.date for each in evidence if each.date]
    return bool(said.first and said.last) and any(
        said.first <= day <= said.last for day in days if said.first and said.last
    )


def _turned(said: Moment, told: Moment) -> bool:
    """Whether one is said to be before what the other is after, or at it."""
    bounds = {said.bound, told.bound}
    if bounds & set(_BEFORE) and bounds & set(_AFTER):
        return True
    return "on" in bounds and bool(bounds & {"before", "after"})


def _words(moment: Moment) -> frozenset[str]:
    """The words of a moment, months by their first three letters."""
    words = [re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", word) for word in _WORD.findall(moment.text.lower())]
    return frozenset(word[:3] if word.isalpha() and not word.endswith("day") else word for word in words)


def _with_bound(moment: Moment) -> str:
    return moment.text if moment.bound == "on" else f"{moment.bound} {moment.text}"
