"""Quantities in a text: number, comparator, unit, and what is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "half": 0.5, "a third": 1 / 3, "two thirds": 2 / 3, "a quarter": 0.25,
    "a dozen": 12, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "a hundred": 100,
    "a few hundred": 300, "a thousand": 1000, "a million": 1e6, "a few": 3, "several": 3,
}  # fmt: skip
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_SPELLED = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)"
_QUANTITY = re.compile(
    rf"""
    (?P<comparator>\b(?:at\ least|at\ most|up\ to|as\ many\ as|no\ (?:more|fewer|less)\ than
        |(?:more|fewer|less|other)\ than|over|under|below|above|nearly|almost|about|around|roughly|approximately|some
        |exactly|only|just|an\ estimated)\s+)?
    (?P<money>[$€£¥])?
    (?:(?P<digits>(?<![\w.,])\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+(?:\.\d+)?(?!\d)|(?<![\w.,])\d+(?:\.\d+)?)
        |(?P<spelled>\b(?:{_TENS}|{_SPELLED})\b))
    (?:[\s-]*(?P<scale>hundred|thousand|million|billion|trillion|bn|m)\b)?
    \s?(?P<percent>%|per\ ?cent|percent(?:age\ points?)?)?
    [\s-]?(?P<counted>(?:[^\W\d_][\w’'-]*)(?:\s[^\W\d_][\w’'-]*){{0,3}})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DAY = re.compile(rf"(?:\b{_MONTH}\s$)", re.IGNORECASE)
_MONTH_NEXT = re.compile(rf"^{_MONTH}(?:\W|$)", re.IGNORECASE)
_MONEY_WORD = re.compile(
    r"^(?:dollars?|euros?|pounds?|cents?|francs?|yen|crowns?|marks?|kroner|rubles?|usd|eur|gbp)\b", re.IGNORECASE
)
_YEAR = range(1500, 2101)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: `start` and `end` are its place, `counted` the words after it, up to four.

    `comparator` is the word that bounds it ("at least", "nearly"), lower case, or an empty string.
    """

    start: int
    end: int
    value: float
    comparator: str
    counted: str
    percent: bool = False
    money: bool = False


def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order; days of a month, years and numbers in names are none."""
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        value = _value(match)
        counted = (match["counted"] or "").strip()
        if _is_date(text, match, value, counted):
            continue
        start = match.start("money") if match["money"] else match.start("digits" if match["digits"] else "spelled")
        yield Quantity(
            start=start,
            end=match.end("percent")
            if match["percent"]
            else max(match.end("scale"), match.end("digits"), match.end("spelled")),
            value=value,
            comparator=" ".join((match["comparator"] or "").lower().split()),
            counted=counted,
            percent=bool(match["percent"]),
            money=bool(match["money"]) or bool(_MONEY_WORD.match(counted)),
        )


def _value(match: re.Match[str]) -> float:
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
    if match["digits"]:
        return float(re.sub(r"[,\s\u00a0\u202f]", "", match["digits"])) * scale
    spelled = match["spelled"].lower()
    tens, _, ones = spelled.partition("-")
    return (_WORDS[tens] + _WORDS.get(ones, 0)) * scale


def _is_date(text: str, match: re.Match[str], value: float, counted: str) -> bool:
    if not match["digits"] or match["scale"] or match["percent"] or match["money"]:
        return False
    before = text[max(0, match.start("digits") - 12) : match.start("digits")]
    is_day = value <= 31 and bool(_DAY.search(before) or _MONTH_NEXT.match(counted))
    is_year = value in _YEAR and "," not in match["digits"] and not match["comparator"]
    return is_day or is_year
