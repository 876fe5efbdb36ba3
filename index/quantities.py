"""Quantities in a text: number, comparator, unit, and what is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.moments import MONTH
from index.numerals import DIGITS, SCALE, SPELLED, value_of_digits, value_of_words

_QUANTITY = re.compile(
    rf"""
    (?P<comparator>\b(?:at\ least|at\ most|up\ to|as\ many\ as|as\ few\ as|no\ (?:more|fewer|less)\ than|close\ to
        |(?:more|fewer|less|other)\ than|over|under|below|above|nearly|almost|about|around|roughly|approximately|some
        |exactly|only|just|an\ estimated)\s+)?
    (?P<number>(?P<money>[$€£¥])?(?:(?P<digits>{DIGITS})(?P<scale>{SCALE})?|(?P<spelled>{SPELLED}))
        (?P<percent>\s?(?:%|(?:per\ ?cent|percent(?:age\ points?)?)\b))?)
    (?=[\s-]?(?P<counted>(?!(?:and|or|to)\b)[^\W\d_][\w’'-]*(?:\s(?!{SPELLED})[^\W\d_][\w’'-]*){{0,3}})?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Numbers that count nothing: dates, times of day, ordinals, decades, and those in names.
_NO_QUANTITY = re.compile(
    rf"""
    (?<![\d.,])\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:[-–,]|and|or|to)\s?\d{{1,2}}(?:st|nd|rd|th)?)*\s(?:of\s)?{MONTH}(?!\w)
    | \b{MONTH}\s\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\b(?![.,\u00a0\u202f]\d)
    | \b\d{{4}}-\d\d-\d\d\b | \d+(?:[/:]\d+)+ | \b(?:1[5-9]|20)\d\d[-–]\d\d(?:\d\d)?\b
    | \b\d{{1,2}}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|o[’']clock) | \d+(?:st|nd|rd|th|s)\b
    | (?<=[^\W\d_]-)\d+
    | \b(?:[Nn]os?\.|№|[Nn]umber|[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]age|[Pp]aragraph|Resolution|Route|Flight|Room)\s?
        \d+
    | \b(?:[Nn]o|[Tt]he|[Tt]his|[Tt]hat|[Ee]ach|[Ee]very|[Aa]ny|[Ww]hich)\sone\b | \b[Oo]ne\s(?:another|by\sone)\b
    """,
    re.VERBOSE,
)
_MONEY_WORD = re.compile(
    r"^(?:dollars?|euros?|pounds?|cents?|francs?|yen|crowns?|marks?|kroner|rubles?|usd|eur|gbp)\b", re.IGNORECASE
)
_YEAR = range(1500, 2101)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|of|until|till|from|to|during|early|late|mid|before|after|between|the|and|\w+,)\s*$",
    re.IGNORECASE,
)
_MANY = re.compile(r"^(?:people|men|women|children|[a-z]{3,}s)\b")


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
    """The quantities of a text in order; days of a month, years, times and numbers in names are none."""
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    others = {place for found in _NO_QUANTITY.finditer(text) for place in range(*found.span())}
    for match in _QUANTITY.finditer(text):
        if match.start("number") not in others and not _is_year(text, match):
            yield _quantity(match)


def _quantity(match: re.Match[str]) -> Quantity:
    digits, counted = match["digits"], re.sub(r"\s(?:and|or|to)$", "", match["counted"] or "")
    return Quantity(
        start=match.start("number"),
        end=match.end("number"),
        value=value_of_digits(digits, match["scale"]) if digits else value_of_words(match["spelled"]),
        comparator=" ".join((match["comparator"] or "").lower().split()),
        counted=counted,
        percent=bool(match["percent"]),
        money=bool(match["money"]) or bool(_MONEY_WORD.match(counted)),
    )


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year: so they are, unless a bound or a round number of many things says otherwise."""
    digits = match["digits"] or ""
    if not re.fullmatch(r"\d{4}", digits) or match["scale"] or match["percent"] or match["money"]:
        return False
    if int(digits) not in _YEAR:
        return False
    if _BEFORE_YEAR.search(text[: match.start()]):
        return True
    return not match["comparator"] and not (int(digits) % 100 == 0 and _MANY.match(match["counted"] or ""))
