"""The moments a text speaks of, as it writes them, and the days they mean."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.patterns import regex
from index.calendar_asides import has_figure, is_aside, is_mark, is_of_telling
from index.calendar_context import Bound, bound_of, is_future
from index.calendar_days import days_of
from index.calendar_ranges import Ends, times_in
from index.calendar_relative import Standpoint
from index.calendar_spans import Days
from index.calendar_words import MONTH

__all__ = ["MONTH", "Moment", "moment_of", "moments_in", "moments_of"]

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MOMENT = regex(
    rf"""
    \b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{{1,2}})?\s(?:of\s)?{MONTH}(?!\w)(?:,?\s\d{{4}})?
    | \b{MONTH}\s\d{{1,2}}\b(?:,?\s\d{{4}})?
    | \b(?:{MONTH}\s)?(?:1[5-9]|20)\d\d(?:s|\b)
    | \b(?:by|in|until|till|since|before|after|from|early|late|mid|this|last|next)[\s-]{MONTH}(?!\w|,?\s\d)
    | \b{_WEEKDAY}\b
    | \b(?:yesterday|today|tomorrow|tonight|midnight|noon)\b
    | \b(?:last|next|this|past)\s(?:week|month|year|night|summer|autumn|winter|spring|decade|century)\b
    | \b(?:\w+\s)?(?:days?|weeks?|months?|years?|decades?|hours?|centuries)\s(?:ago|earlier|later|before|after)\b
    | \b(?:by|at|until|before)\s(?:the\s)?(?:end\sof\s(?:the\s)?\w+|(?:week|month|year)[’']s\send)
    | \b\d{{1,2}}(?::\d\d)?\s?(?:a\.m\.|p\.m\.|am\b|pm\b)|\b\d{{1,2}}:\d\d\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
"""A number that is a year wherever it stands."""
_ALWAYS_ALIKE = {"iso", "numeric", "years", "decade", "century", "today", "unit", "shift", "elsewhere"}
"""Forms that mean the same days whether past or to come."""
_SOME_DAY = date(2000, 6, 15)
"""Tells how long a time is that a text without a date speaks of."""
_A_WEEK, _A_MONTH, _A_YEAR = 7, 31, 366


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that a text speaks of: `start` and `end` are its place in the text, `text` its words.

    `first` and `last` are the days it may mean, both inclusive, or None where unknown; "since Sunday" lasts to the day
    the article was written. `bound` says how they stand to what is told: "by Friday" is that Friday, and "until".
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    bound: Bound


def moments_in(text: str) -> tuple[str, ...]:
    """Words of a text that name a day, a year or another point of time."""
    return tuple(match.group().strip() for match in _MOMENT.finditer(text))


def moments_of(text: str, written: date | None) -> tuple[Moment, ...]:
    """The moments of a text in order, read on the day that its article was written.

    Without that day, "on Monday" and a date without a year are moments of unknown days. A weekday beside its date is
    one moment, and so are both ends of a range.
    """
    return tuple(_moment(text, ends, written) for ends in times_in(text))


def moment_of(text: str, written: date | None) -> Moment | None:
    """The moment that a statement as a whole speaks of, or None where it speaks of none.

    Of several: one outside brackets, clauses that hang on another and names such as "the 2015 law" rather than one
    inside; then "by Friday", "since May" or "as of Monday" with a number in its clause; then one that is not merely
    when something was said; then known days; then a day or some days, a month, a year, longer; then the first.
    """
    moments = moments_of(text, written)
    if len(moments) < 2:
        return moments[0] if moments else None
    read = moments if written else moments_of(text, _SOME_DAY)
    bare = _blotted(text, moments)
    return min(zip(moments, read, strict=True), key=lambda each: _rank(text, bare, each[1]))[0]


def _rank(text: str, bare: str, moment: Moment) -> tuple[bool, bool, bool, int, int]:
    start, end = moment.start, moment.end
    return (
        is_aside(text, start, end, moment.bound),
        not (is_mark(text, start, moment.bound) and has_figure(bare, start, end)),
        is_of_telling(text, start, end),
        _length(moment),
        start,
    )


def _length(moment: Moment) -> int:
    """0 for up to a week, 1 for up to a month, 2 for up to a year, 3 for longer, 4 for unknown days."""
    if not moment.first or not moment.last:
        return 4
    days = (moment.last - moment.first).days + 1
    return sum(days > most for most in (_A_WEEK, _A_MONTH, _A_YEAR))


def _blotted(text: str, moments: tuple[Moment, ...]) -> str:
    """The text with letters in place of its moments, so that their digits count nothing."""
    for moment in moments:
        text = text[: moment.start] + "x" * len(moment.text) + text[moment.end :]
    return text


def _moment(text: str, ends: Ends, written: date | None) -> Moment:
    bound = bound_of(text, ends[0]) if ends[0] is ends[1] else "on"
    future = ends[0].form not in _ALWAYS_ALIKE and is_future(text, ends[0])
    days = _days(ends, Standpoint(written, written, future, bound != "on"))
    first, last = days or (None, None)
    if bound == "since" and first and not (written and first > written):
        last = written
    start, end = ends[0].start, ends[1].end
    return Moment(start, end, text[start:end], first, last, bound)


def _days(ends: Ends, at: Standpoint) -> Days | None:
    last = days_of(ends[1], at)
    if not last or ends[0] is ends[1]:
        return last
    # "From 28 August to 3 September 2019": the end tells the year of the beginning.
    first = days_of(ends[0], replace(at, near=last[1], future=False, ahead=timedelta(0)))
    return (first[0], last[1]) if first and first[0] <= last[1] else None
