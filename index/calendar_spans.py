"""Days, weeks, months and seasons as spans of days, and what is reckoned with them."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta

Days = tuple[date, date]
"""A first and a last day, both belonging to it."""
_MONTHS_OF = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_YEARS = 9
"""Among so many years is a 29 February."""


def days_of_months(year: int, month: int, count: int = 1) -> Days:
    """So many months from one on; `month` may be above 12, and is then of a later year."""
    last = shifted(shifted(date(year, 1, 1), month - 1, "month"), count - 1, "month")
    return shifted(date(year, 1, 1), month - 1, "month"), last.replace(day=monthrange(last.year, last.month)[1])


def days_of_years(first: int, last: int) -> Days:
    """All days of some years."""
    return date(first, 1, 1), date(last, 12, 31)


def days_of_season(season: str, year: int) -> Days:
    """A season of the northern half of the earth; a winter begins in its year and ends in the next."""
    return days_of_months(year, _SEASONS[season], 3)


def days_around(day: date, unit: str) -> Days:
    """The week (Monday to Sunday), weekend, month, year, decade or century that a day lies in; else the day itself."""
    if unit in ("week", "weekend"):
        monday = day - timedelta(day.weekday())
        return monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6)
    if unit == "month":
        return days_of_months(day.year, day.month)
    if unit == "year":
        return days_of_years(day.year, day.year)
    if unit == "decade":
        return days_of_years(day.year // 10 * 10, day.year // 10 * 10 + 9)
    return days_of_century((day.year + 99) // 100) if unit == "century" else (day, day)


def days_of_century(number: int) -> Days:
    """A century by its number: the 20th goes from 1901 to 2000."""
    return days_of_years(100 * number - 99, 100 * number)


def shifted(day: date, count: int, unit: str) -> date:
    """The day so many units later, or earlier if negative; a day that a month lacks becomes its last.

    Raises OverflowError or ValueError outside the years 1 to 9999.
    """
    if unit in _DAYS_OF:
        return day + timedelta(count * _DAYS_OF[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS_OF[unit], 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is out of range")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def part_of(days: Days, number: int, parts: int) -> Days:
    """One of several equal parts, counted from 0: whole months if they come out even, else days."""
    first, last = days
    after = last + timedelta(1)
    months = (after.year - first.year) * 12 + after.month - first.month
    if first.day == after.day == 1 and months % parts == 0:
        return days_of_months(first.year, first.month + months // parts * number, months // parts)
    length = (after - first).days
    return first + timedelta(length * number // parts), first + timedelta(length * (number + 1) // parts - 1)


def nearest(days_in: Callable[[int], Days], day: date, ahead: timedelta, future: bool) -> Days | None:
    """Days that come every year, in the year meant on a day: the latest that have begun, or are to begin so soon.

    Of what is still to come, the first that have not ended.
    """
    if future:
        return next((span for span in _later(days_in, day) if span[1] >= day), None)
    return next((span for span in _earlier(days_in, day) if span[0] <= day + ahead), None)


def chosen(days_in: Callable[[int], Days], which: int, day: date) -> Days | None:
    """Days that come every year: the last that ended before a day (-1), this year's (0), the next to begin (1)."""
    if which < 0:
        return next((span for span in _earlier(days_in, day) if span[1] < day), None)
    if which > 0:
        return next((span for span in _later(days_in, day) if span[0] > day), None)
    now = (span for span in _earlier(days_in, day) if span[0] <= day <= span[1])
    return next(now, None) or days_in(day.year)


def _earlier(days_in: Callable[[int], Days], day: date) -> Iterator[Days]:
    return _in_years(days_in, range(day.year + 1, day.year - _YEARS, -1))


def _later(days_in: Callable[[int], Days], day: date) -> Iterator[Days]:
    return _in_years(days_in, range(day.year - 1, day.year + _YEARS))


def _in_years(days_in: Callable[[int], Days], years: Iterable[int]) -> Iterator[Days]:
    """The days of each year; a year that lacks them, as most lack 29 February, is left out."""
    for year in years:
        with suppress(ValueError, OverflowError):
            yield days_in(year)
