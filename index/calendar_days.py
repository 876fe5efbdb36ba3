"""Which days the words of a time mean, for a reader of a certain day."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from re import Match

from index.calendar_relative import RELATIVE, Standpoint, count_of, step_of
from index.calendar_spans import (
    Days,
    chosen,
    days_around,
    days_of_century,
    days_of_months,
    days_of_season,
    days_of_years,
    nearest,
    part_of,
    shifted,
)
from index.calendar_words import DAYS_SPELLED, Expression, span_at

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_PARTS = {
    "early": (0, 3), "start": (0, 3), "beginning": (0, 3), "mid": (1, 3), "middle": (1, 3), "late": (2, 3),
    "end": (2, 3), "first half": (0, 2), "second half": (1, 2), "latter half": (1, 2), "h1": (0, 2), "h2": (1, 2),
    "first quarter": (0, 4), "second quarter": (1, 4), "third quarter": (2, 4), "fourth quarter": (3, 4),
    "last quarter": (3, 4), "final quarter": (3, 4), "q1": (0, 4), "q2": (1, 4), "q3": (2, 4), "q4": (3, 4),
}  # fmt: skip
_HOLIDAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year": (1, 1), "new years day": (1, 1), "new years eve": (12, 31), "may day": (5, 1), "halloween": (10, 31),
}  # fmt: skip
_EDGES = {"start": 0, "beginning": 0, "end": 1}


def days_of(expression: Expression, at: Standpoint) -> Days | None:
    """The days that an expression may mean, or None where they are unknown."""
    # What the calendar lacks, such as 31 June or a day before the year 1, is unknown as well.
    try:
        days = _days(expression, at)
    except (ValueError, OverflowError):
        return None
    return days if days and days[0] <= days[1] else None


def _days(expression: Expression, at: Standpoint) -> Days | None:
    if expression.form in RELATIVE:
        return RELATIVE[expression.form](expression.parts, at.written, at) if at.written else None
    return _ABSOLUTE[expression.form](expression.parts, at)


def _iso(parts: Match[str], at: Standpoint) -> Days:
    day = date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    return day, day


def _numeric(parts: Match[str], at: Standpoint) -> Days:
    numbers = int(parts["one"]), int(parts["two"])
    day, month = numbers if numbers[1] <= 12 else reversed(numbers)
    return date(int(parts["year"]), month, day), date(int(parts["year"]), month, day)


def _day(parts: Match[str], at: Standpoint) -> Days | None:
    month, first = _month_number(parts), int(parts["day"])
    last = int(parts["until"] or first)
    return _in_year(lambda year: (date(year, month, first), date(year, month, last)), parts, at)


def _spelled_day(parts: Match[str], at: Standpoint) -> Days | None:
    month, day = _month_number(parts), DAYS_SPELLED.index("-".join(re.split(r"[-\s]", parts["spelled"].lower()))) + 1
    return _in_year(lambda year: (date(year, month, day), date(year, month, day)), parts, at)


def _holiday(parts: Match[str], at: Standpoint) -> Days | None:
    name = re.sub("[’']", "", " ".join(parts["holiday"].lower().split()))
    return _in_year(lambda year: (date(year, *_HOLIDAYS[name]), date(year, *_HOLIDAYS[name])), parts, at)


def _month(parts: Match[str], at: Standpoint) -> Days | None:
    month = _month_number(parts)
    return _which_or_year(lambda year: days_of_months(year, month), parts, at)


def _season(parts: Match[str], at: Standpoint) -> Days | None:
    season = parts["season"].lower()
    if season == "winter" and parts["year"] and not parts["until"]:
        # "The winter of 2022" may have begun or ended in that year.
        year = int(parts["year"])
        return days_of_season(season, year - 1)[0], days_of_season(season, year)[1]
    return _which_or_year(lambda year: days_of_season(season, year), parts, at)


def _which_or_year(days_in: Callable[[int], Days], parts: Match[str], at: Standpoint) -> Days | None:
    if not parts["near"]:
        return _in_year(days_in, parts, at)
    return chosen(days_in, step_of(parts["near"]), at.written) if at.written else None


def _in_year(days_in: Callable[[int], Days], parts: Match[str], at: Standpoint) -> Days | None:
    if parts["year"]:
        return days_in(int(parts["year"]))
    if parts["which"]:
        return days_in(at.written.year + step_of(parts["which"])) if at.written else None
    return nearest(days_in, at.near, at.ahead, at.future) if at.near else None


def _years(parts: Match[str], at: Standpoint) -> Days:
    first, until = parts["year"], parts["until"] or ""
    # "2023-09" is a month or a number of some kind, and no years.
    return days_of_years(int(first), max(int(first), int(first[: 4 - len(until)] + until)))


def _decade(parts: Match[str], at: Standpoint) -> Days:
    first = int(parts["decade"])
    # "The 1900s" may be all hundred years.
    return days_of_years(first, first + (99 if first % 100 == 0 and first < 2000 else 9))


def _century(parts: Match[str], at: Standpoint) -> Days:
    return days_of_century(int(parts["century"]))


def _end(parts: Match[str], at: Standpoint) -> Days | None:
    return _part_or_edge(days_around(at.written, parts["unit"].lower()), "end", at) if at.written else None


def _part(parts: Match[str], at: Standpoint) -> Days | None:
    days = _rest(parts, at)
    return _part_or_edge(days, " ".join(parts["part"].lower().split()), at) if days else None


def _part_or_edge(days: Days, part: str, at: Standpoint) -> Days | None:
    if at.edge and part in _EDGES:
        return days[_EDGES[part]], days[_EDGES[part]]
    return part_of(days, *_PARTS[part]) if part in _PARTS else None


def _counted(parts: Match[str], at: Standpoint) -> Days | None:
    days, unit = _rest(parts, at), parts["unit"].lower()
    if not days:
        return None
    count = count_of(parts["count"] or "a")[1]
    if parts["side"].lower() == "first":
        return days[0], min(shifted(days[0], count, unit) - timedelta(1), days[1])
    return max(shifted(days[1] + timedelta(1), -count, unit), days[0]), days[1]


def _rest(parts: Match[str], at: Standpoint) -> Days | None:
    span = span_at(parts.string, parts.start("rest"))
    return _days(span, at) if span else None


def _month_number(parts: Match[str]) -> int:
    return _MONTHS.index(parts["month"][:3].lower()) + 1


def _elsewhere(parts: Match[str], at: Standpoint) -> None:
    """A time relative to another that is not told here."""


_ABSOLUTE: dict[str, Callable[[Match[str], Standpoint], Days | None]] = {
    "iso": _iso, "numeric": _numeric, "day": _day, "month_day": _day, "spelled_day": _spelled_day,
    "month": _month, "season": _season, "holiday": _holiday, "years": _years, "decade": _decade, "century": _century,
    "end": _end, "part": _part, "counted": _counted, "elsewhere": _elsewhere,
}  # fmt: skip
