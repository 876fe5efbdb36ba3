"""Times told from the day an article was written: weekdays, yesterday, last week, three days ago."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from re import Match

from index.calendar_spans import Days, days_around, shifted
from index.numerals import value_of_digits, value_of_words

_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_STEPS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_TODAY = {
    "day before yesterday": (-2, -2), "yesterday": (-1, -1), "last night": (-1, -1), "overnight": (-1, 0),
    "tomorrow": (1, 1), "day after tomorrow": (2, 2),
}  # fmt: skip
_FEW = (2, 6)
"""How many "a few" and "several" may be."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a time is read: the day `written`, the day `near` which a date without a year lies, the sense.

    `future` says that the words speak of what is to come; `edge` that the time bounds another, as the last day of
    March in "by the end of March". A date without a year may be as much later than `near` as `ahead` allows.
    """

    written: date | None
    near: date | None
    future: bool = False
    edge: bool = False
    ahead: timedelta = timedelta(60)


def count_of(words: str) -> tuple[int, int]:
    """The least and the most that words for a number may mean."""
    plain = " ".join(words.lower().split())
    if "few" in plain or "several" in plain:
        return _FEW
    if plain[0].isdigit():
        number = int(value_of_digits(plain, None))
    else:
        number = 2 if "couple" in plain else 1 if plain in ("a", "an") else int(value_of_words(plain))
    return number, number


def step_of(which: str) -> int:
    """Whether "last", "this" or "next" and their like look back (-1), at now (0) or ahead (1)."""
    return _STEPS[which.lower().split()[-1]]


def _unit(parts: Match[str], written: date, at: Standpoint) -> Days:
    unit = parts["unit"].lower()
    return days_around(shifted(written, step_of(parts["near"]), unit), unit)


def _of_the_unit(parts: Match[str], written: date, at: Standpoint) -> Days:
    return days_around(written, parts["unit"].lower())


def _so_far(parts: Match[str], written: date, at: Standpoint) -> Days:
    first, last = _of_the_unit(parts, written, at)
    return (written, last) if parts["side"].lower() == "later" else (first, written)


def _weekday(parts: Match[str], written: date, at: Standpoint) -> Days | None:
    number, which = _WEEKDAYS.index(parts["weekday"][:3].lower()), (parts["which"] or "").lower()
    if which in ("previous", "following"):
        return None
    if parts["week"] or which == "this":
        week = days_around(shifted(written, step_of(parts["week"] or which), "week"), "week")
        return week[0] + timedelta(number), week[0] + timedelta(number)
    day = _nearest_weekday(number, at.near or written, step_of(which) if which else 0, at.future)
    return day, day


def _nearest_weekday(number: int, day: date, step: int, future: bool) -> date:
    """The last such day on or before a day, or in the future on or after it; not that day itself if `step` is not 0."""
    if step > 0 or (future and step == 0):
        ahead = (number - day.weekday()) % 7
        return day + timedelta(ahead or (7 if step else 0))
    back = (day.weekday() - number) % 7
    return day - timedelta(back or (7 if step else 0))


def _today(parts: Match[str], written: date, at: Standpoint) -> Days:
    first, last = _TODAY.get(" ".join(parts["today"].lower().split()), (0, 0))
    return written + timedelta(first), written + timedelta(last)


def _weekend(parts: Match[str], written: date, at: Standpoint) -> Days:
    which = parts["which"].lower()
    if which == "the":
        saturday = _nearest_weekday(5, written, 0, at.future)
        return saturday, saturday + timedelta(1)
    return days_around(shifted(written, step_of(which), "week"), "weekend")


def _rolling(parts: Match[str], written: date, at: Standpoint) -> Days | None:
    count, way = count_of(parts["count"] or "a")[1], parts["way"].lower()
    unit, most = _whole_days(parts["unit"], count)
    if way in ("past", "last"):
        return shifted(written, -most, unit), written
    # In a story told in the past, "the next three days" follow another day.
    return (written, shifted(written, most, unit)) if way == "coming" or at.future else None


def _shift(parts: Match[str], written: date, at: Standpoint) -> Days | None:
    if parts["way"].lower() != "ago":
        return None
    least, most = count_of(parts["count"])
    unit, most = _whole_days(parts["unit"], most)
    least = least // 24 if parts["unit"].lower() == "hour" else least
    # "A week ago" is that day, "five weeks ago" hardly.
    around = "day" if unit == "week" and most == 1 else "week" if unit == "fortnight" else unit
    return days_around(shifted(written, -most, unit), around)[0], days_around(shifted(written, -least, unit), around)[1]


def _whole_days(unit: str, count: int) -> tuple[str, int]:
    """Hours as the days that they may reach into; any other unit as it is."""
    if unit.lower() == "hour":
        return "day", -(-count // 24)
    return "century" if unit.lower().startswith("centur") else unit.lower(), count


RELATIVE: dict[str, Callable[[Match[str], date, Standpoint], Days | None]] = {
    "unit": _unit, "of_the_unit": _of_the_unit, "so_far": _so_far, "weekday": _weekday, "today": _today,
    "weekend": _weekend, "rolling": _rolling, "shift": _shift,
}  # fmt: skip
"""How the forms are read that mean nothing without the day an article was written."""
