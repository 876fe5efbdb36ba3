"""Numbers that count nothing: dates, years, ordinals, and those in names."""

import re
from collections.abc import Iterable, Iterator

from corpus.patterns import regex
from index.calendar_words import MONTH
from index.clock_times import clock_places
from index.number_bounds import ENDS, bound_before, look_before, range_lead
from index.numerals import SCALE_WORD
from index.pronoun_one import is_pronoun
from index.written_numbers import Number

# Dates, ordinals, decades, numbers in names, and words that say no number.
_OTHERS = regex(
    rf"""
    (?=\d)(?:
        (?<![\d.,])\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:[-–,]|and|or|to)\s?\d{{1,2}}(?:st|nd|rd|th)?){{0,6}}\s(?:of\s)?{MONTH}(?!\w)
        | \b\d{{4}}-\d\d-\d\d\b | \d+(?:[/:]\d+)+ | \b(?:1[5-9]|20)\d\d[-–]\d\d(?:\d\d)?\b
        | \d+(?:st|nd|rd|th|s)\b | \A\d{{1,2}}[.)](?=\s|\Z)
        | (?<=[^\W\d_]-)\d+ | (?<=\#)\d+ | (?<=\[)\d+(?=\]) | (?<=’)\d\d\b | 24-7\b | \b(?P<even>\d+)[-–](?P=even)\b
    ) | (?<!\w)(?=[^\W\d]|№)(?:
        {MONTH}\s\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\b(?![.,\u00a0\u202f]\d)
        | (?:[Nn]os?\.|№|[Nn]umber|[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]age|[Pp]aragraph|[Hh]ighway|Resolution|Route
            |Flight|Room|Unit|Area|Channel|Radio|Boeing|Airbus|Apollo|Soyuz|Windows|Formula|Proposition|Protocol|Day
            |Round)\s?
            (?:\d+(?:-\d+)?|One|Two|Three|Four|Five)\b
        | (?:[Tt]ype|[Ss]tage|[Pp]hase|[Gg]rade|[Cc]ategory|[Tt]ier)\s\d{{1,2}}\b(?![.,]?\d)
        | (?:World\sWar|Air\sForce|BBC)\s(?:One|Two)\b | [Aa]n?\s[A-Z][\w-]+\s\d+\b(?![.,]\d)
        | (?:[Ss]everal|[Aa]\sfew)\b(?![\s-]{SCALE_WORD}) | (?:[Tt]hink(?:s|ing)?|[Tt]hought)\s(?:\w+\s)?twice\b
    )
    """,
    re.VERBOSE,
)
_YEAR = range(1500, 2101)
_BEFORE_YEAR = regex(
    r"\b(?:in|since|by|of|until|till|from|to|during|early|late|mid|before|after|between|the|and|\w+,)\s*\Z",
    re.IGNORECASE,
)
_OTHER_END = regex(r"\s(?:and|to)\s(?P<other>\d[\d.,]*)")
_FIRST_END = regex(ENDS + r"(?P<other>\d[\d.,]*)\s(?:and|to)\s\Z", re.IGNORECASE)
_MANY = regex(r"\s(?:people|men|women|children|[a-z]{3,}s)\b")


def without_others(text: str, numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers of a text that count something."""
    places: set[int] | None = None
    for number in numbers:
        # Most texts have no number, and are not searched.
        places = _places(text) if places is None else places
        if not (number.start in places or _is_name(text, number) or _is_year(text, number) or is_pronoun(text, number)):
            yield number


def _places(text: str) -> set[int]:
    """Where the characters of dates, times, names and the like stand."""
    others = [*clock_places(text), *(found.span() for found in _OTHERS.finditer(text))]
    return {place for start, end in others for place in range(start, end)}


def _is_name(text: str, number: Number) -> bool:
    """Whether letters join the digits that are no unit: 5G, 3D."""
    ends = text[number.end - 1 : number.end + 1]
    return number.after == number.end and not ends[0].isalpha() and ends[1:].isalpha()


def _is_year(text: str, number: Number) -> bool:
    """Whether four digits are a year: so they are, unless a bound or a round number of many things says otherwise."""
    if number.unit or number.factor > 1 or not _looks_like_year(text[number.start : number.end]):
        return False
    compared = bound_before(text, number.start)
    if look_before(text, compared.start() if compared else number.start, _BEFORE_YEAR):
        return not _ends_range(text, number)
    return not compared and not (number.value % 100 == 0 and _MANY.match(text, number.end))


def _looks_like_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and int(digits) in _YEAR


def _ends_range(text: str, number: Number) -> bool:
    """Whether a number is an end of a range whose other end is no year."""
    other = _OTHER_END.match(text, number.end) if range_lead(text, number.start) else None
    other = other or look_before(text, number.start, _FIRST_END)
    return other is not None and not _looks_like_year(other["other"].rstrip(".,"))
