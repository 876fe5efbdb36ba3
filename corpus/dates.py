"""The day an article was published, when a line of it says so; never a guess."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from corpus.patterns import regex

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_ISO = regex(r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?=\D|$)")
_DAY_FIRST = regex(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = regex(rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
_NUMERIC = regex(r"(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year>\d{4})(?=\D|$)")
_LEAD = regex(
    r"\W*(?:[^\W\d_][^\W\d]{2,20},\s+(?=\d|[a-z]{3}))?(?:(?:first\s+|date\s+)?(?:published|posted|date[d]?|publication\s+date|issued|released|created|updated|last\s+\w+|modified)"
    r"(?:\s+(?:on|at))?\s*:?\s*)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?,?\s+)?",
    re.IGNORECASE,
)
_TRAIL = regex(
    r"[\s,|·•–—T-]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d\d:?\d\d|\(?[A-Z]{2,5}\)?)?)?"
    r"(?:[\s,|·•–—-]*(?:\d+\s*min\w*(?:\s+read)?|(?:last\s+)?updated.*|by\s.*|\(?updated\)?.*))?\W*",
    re.IGNORECASE,
)
_DATELINE = regex(
    r"[A-Z][A-Z ,./()’'-]{2,60}?,?\s*(?:\([A-Za-z ]+\)\s*)?"
    rf"(?i:{_MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})\s*(?:\([^)]{{1,40}}\)\s*)?[-–—:]"
)
_YEARS = range(1500, 2200)
_LONGEST_LINE, _LINES_LOOKED_AT = 90, 14


def date_of_lines(lines: Iterable[str]) -> date | None:
    """The first date that is a whole line near the top, or the dateline of the first paragraph."""
    for _, line in zip(range(_LINES_LOOKED_AT), lines, strict=False):
        found = date_of_line(line) or _dateline(line)
        if found:
            return found
    return None


def date_of_line(line: str) -> date | None:
    """The date a line consists of, weekday, time and "Published" aside; None when the year is missing."""
    if len(line) > _LONGEST_LINE or not any(character.isdigit() for character in line):
        return None
    lead = _LEAD.match(line)
    begin = lead.end() if lead else 0
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _NUMERIC):
        found = pattern.match(line, begin)
        if found and _TRAIL.fullmatch(line, found.end()):
            return _from_match(found)
    return _foreign(line[begin:])


def date_of_value(value: object) -> date | None:
    """The date of a metadata value: a TOML or YAML date, or a string that is one."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return date_of_line(value.strip()) if isinstance(value, str) else None


def _dateline(line: str) -> date | None:
    found = _DATELINE.match(line)
    return _from_match(found) if found else None


def _from_match(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    if "first" in parts:
        return _from_numbers(int(parts["first"]), int(parts["second"]), int(parts["year"]))
    name = (parts.get("month") or "").lower()[:3]
    month = int(parts["number"]) if "number" in parts else [full[:3] for full in _MONTHS].index(name) + 1
    return _checked(int(parts["year"]), month, int(parts["day"]))


def _from_numbers(first: int, second: int, year: int) -> date | None:
    """03/04/2023 is two dates, so it is none; 25/04/2023 and 04/25/2023 are one each."""
    if first != second and max(first, second) <= 12:
        return None
    day, month = (first, second) if first > 12 or first == second else (second, first)
    return _checked(year, month, day)


def _checked(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _foreign(text: str) -> date | None:
    """A date in another language: a day, a word, a year, and little else."""
    if not re.fullmatch(
        r"\W*(?:[^\W\d]+\.?,?\s+){0,2}\d{1,2}\.?\s+(?:[^\W\d]+\.?\s+){1,3}\d{4}(?:\s*[^\W\d]{1,5}\.?)?\W*(?:\d{1,2}:\d{2})?\W*",
        text,
    ):
        return None
    import dateparser  # slow to load, and only other languages need it

    found = dateparser.parse(text, settings={"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]})
    return found.date() if found else None
