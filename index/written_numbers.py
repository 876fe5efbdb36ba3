"""Numbers as they stand in a text, before what is around them is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.patterns import regex
from index.number_bounds import bound_behind
from index.numerals import (
    DIGITS,
    NUMBER_WORDS,
    SCALE,
    SHARE,
    SPELLED,
    Bound,
    factor_of,
    reach_of_words,
    value_of_digits,
    value_of_share,
    value_of_words,
)
from index.quantity import last_place
from index.unit_words import SIGN, SIGN_WORDS, currency_of, rate_at, unit_at

_NUMBER = regex(
    rf"""
    (?P<sign>(?<![\w.,)\]])[-−](?=\d)|\bminus\s)?
    (?P<number>(?P<money>{SIGN})?(?:(?P<share>{SHARE})|(?P<digits>{DIGITS})(?P<scale>{SCALE})?|(?P<spelled>{SPELLED})
        |(?P<times>\b(?:(?:once\sor\s)?twice|thrice)\b(?!-)))
        (?P<percent>\s?(?:%|(?:per\ ?cent|percent(?P<points>age\ points?)?)\b))?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Looking only where a number may begin is many times as quick as searching for one.
_START = regex(r"[-−$€£¥₹₽₺₴₩₪\d]|[^\W\d_]+")
_STARTERS = NUMBER_WORDS | SIGN_WORDS | {"a", "an", "minus", "once", "twice", "thrice"}
_TIMES = {"once or twice": (1.0, 2.0), "twice": (2.0, None), "thrice": (3.0, None)}
_LONGEST = 100  # characters; what is longer is no number that anybody reads, and may be no finite one
_PART_OF = regex(r"\s(?:of\s)?an?(?=\s)|(?=-)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number before what is around it is read: its place is `start` to `end`, its unit ends at `after`.

    `word` is where the unit's word begins and ends, `after` twice where there is none; `factor` what the scale
    multiplied by; `lead` and `tail` are the words that bound it, of a range on the left, of any number on the right.
    `noun` is where what is counted stands if that is inside: "one household in five".
    """

    start: int
    end: int
    value: float
    unit: str
    word: tuple[int, int]
    after: int
    place: float
    factor: int = 1
    upper: float | None = None
    bound: Bound = "exactly"
    lead: str = ""
    tail: str = ""
    noun: tuple[int, int] | None = None


def numbers_in(text: str) -> Iterator[Number]:
    """The numbers of a text in order, those of dates and names too."""
    for match in _matches(text):
        if match.end() - match.start() < _LONGEST:
            yield _number(text, match)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Where a number may stand."""
    behind = 0
    for begin in _START.finditer(text):
        word = begin.group()
        if begin.start() < behind or (word[0].isalpha() and word.lower() not in _STARTERS):
            continue
        match = _NUMBER.match(text, begin.start())
        if match:
            behind = match.end()
            yield match


def _number(text: str, match: re.Match[str]) -> Number:
    """A match as a number; a part of a unit, as in "half an hour", is counted in that unit."""
    start, end = match.span("number")
    tail = bound_behind(text, end)
    unit, word, after = _unit(text, match, end + len(tail))
    value, factor, upper, bound = _worth(match)
    if match["share"] and unit != "%":
        value /= 100
    if match["sign"] and unit.startswith("°"):
        start, value = match.start(), -value
    place = value if match["share"] and unit == "%" else written_place(value, factor, bool(unit))
    return Number(start, end, value, unit, word, after, place, factor, upper, bound, tail=tail)


def _worth(match: re.Match[str]) -> tuple[float, int, float | None, Bound]:
    """A number's value, what its scale multiplied by, how far up it may reach, and its bound."""
    if match["share"]:
        return value_of_share(match["share"]), 1, None, "exactly"
    if match["digits"]:
        return value_of_digits(match["digits"], match["scale"]), factor_of(match["scale"]), None, "exactly"
    if match["times"]:
        value, upper = _TIMES[" ".join(match["times"].lower().split())]
        return value, 1, upper, "exactly"
    spelled = match["spelled"]
    return value_of_words(spelled), factor_of(re.split(r"[\s-]", spelled)[-1]), *reach_of_words(spelled)


def written_place(value: float, factor: int, measured: bool) -> float:
    """The last place that a number is written to; 0 for a count that is not rounded."""
    place = last_place(value)
    return place if place < 1 or place >= 1000 or factor > 1 else float(measured)


def _unit(text: str, match: re.Match[str], end: int) -> tuple[str, tuple[int, int], int]:
    """What a number measures, where the word for it stands, and where that ends, its rate too."""
    part = _PART_OF.match(text, end) if match["share"] else None
    own = _own_unit(match)
    found = unit_at(text, part.end() if part else end) if part or not own else None
    if found:
        return found.name, (found.start, found.end), found.rate_end
    rate, after = rate_at(text, end) if own else ("", end)
    return own + rate, (after, after), after


def _own_unit(match: re.Match[str]) -> str:
    """What a number measures that says so itself, or an empty string."""
    if match["money"]:
        return currency_of(match["money"])
    if match["percent"]:
        return "pp" if match["points"] else "%"
    return "%" if match["share"] else "times" if match["times"] else ""
