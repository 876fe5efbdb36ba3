"""The words and signs for units in a text."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.patterns import regex
from index.unit_tables import MEASURES, MONEY, SIGNS
from index.units import CURRENCIES

_FORMS = (
    *((name, words, symbols) for _, name, _, words, symbols in MEASURES),
    *((name, words, "") for name, words in MONEY),
    ("p", "pence", r"(?<=\d)p"),
    ("times", "times", ""),
    ("km/h", "kmh|kph", ""),
    ("mi/h", "mph", ""),
    ("nmi/h", "knots?", ""),
)
_ANY = "(?:(?i:{})|{})".format(
    "|".join(words for _, words, _ in _FORMS), "|".join(symbols for *_, symbols in _FORMS if symbols)
)
_OF_RATES = {"time", "length", "area", "volume", "mass"}
_PER_ANY = "|".join(words for dimension, _, _, words, _ in MEASURES if dimension in _OF_RATES)
_RATE = regex(
    rf"(?:\s?/\s?(?P<symbol>km|kg|m2|m3|[hslmt])|(?:\s?/\s?|\s(?:per|an?)\s)(?P<word>(?i:head|capita|person|{_PER_ANY})))"
    r"(?!\w|\s(?:later|ago|earlier|before|after|away|long|old)\b)"
)
_UNIT = regex(rf"[\s-]?(?P<word>{_ANY})(?!\w)")

# Pounds are money, but for a pound of something, what weighs so many, and the 500-pound bomb.
_MONEY_OF = r"(?:public|taxpayers?|debts?|aid|damages?|investments?|funding|savings|cuts|money|spending|tax|cash)"
_WEIGHT_AFTER = regex(rf"\sof\s(?!(?:\w+[’']?s?\s)?{_MONEY_OF}\b)|\sper\ssquare\sinch", re.IGNORECASE)
_WEIGHED_BEFORE = regex(r"\bweigh\w*\s(?:[\w-]+\s){0,4}[\d.,]+\Z", re.IGNORECASE)
_PRICED_AFTER = regex(
    r"\s(?:\w+\s)?(?:fine|bill|note|grant|prize|fee|reward|ticket|deal|contract|house|home|budget|loan|coin|price|project"
    r"|package|fund|donation|bonus|salary|pledge|scheme|payment|investment)s?\b",
    re.IGNORECASE,
)

SIGN = (
    r"(?-i:(?<![^\W\d_])(?:US|AU?|CA?|HK|NZ|R)\$|[$€£¥₹₽₺₴₩₪]|\bRs\.?\s?(?=\d)|"
    rf"\b(?:{'|'.join(sorted(name for name in CURRENCIES if name.isupper()))})\s(?=\d))"
)
"""What stands before a sum of money, case as written."""
SIGN_WORDS = frozenset(name.lower() for name in CURRENCIES) | frozenset("us a au c ca hk nz r rs".split())
"""The words of such signs, in lower case."""


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit in a text: its word stands from `start` to `end`, what it is a rate of ("per hour") ends at `rate_end`."""

    name: str
    start: int
    end: int
    rate_end: int


def currency_of(sign: str) -> str:
    """The currency of a match of SIGN."""
    plain = sign.strip().rstrip(".")
    return SIGNS.get(plain, plain)


def unit_at(text: str, position: int) -> UnitFound | None:
    """The unit whose word begins at a place of a text, or one space or hyphen behind it."""
    found = _UNIT.match(text, position)
    if not found:
        return None
    name, (start, end) = _name_of(found["word"]), found.span("word")
    if name == "GBP" and _is_weight(text, position, start, end):
        name = "lb"
    per, rate_end = rate_at(text, end)
    return UnitFound(name if "/" in name else name + per, start, end, rate_end)


def rate_at(text: str, position: int) -> tuple[str, int]:
    """What a number is a rate of, "/day" where a place of the text says "a day", and where that ends."""
    found = _RATE.match(text, position)
    if not found:
        return "", position
    return "/" + (found["symbol"] or _name_of(found["word"])), found.end()


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The pattern of each form; compiled when first used, since an import is to be quick."""
    return tuple(
        (name, re.compile(f"(?i:{words})" + (f"|{symbols}" if symbols else ""))) for name, words, symbols in _FORMS
    )


@lru_cache(maxsize=1024)
def _name_of(word: str) -> str:
    if word.lower() in ("head", "capita", "person"):
        return "person"
    # A symbol may look back at a digit.
    return next(name for name, pattern in _patterns() if pattern.fullmatch("0" + word, 1))


def _is_weight(text: str, position: int, start: int, end: int) -> bool:
    """Whether pounds are a weight."""
    if text[start - 1 : start] == "-" and text[position - 1 : position].isdigit() and text[end - 1 : end] == "d":
        return not _PRICED_AFTER.match(text, end)
    return bool(_WEIGHT_AFTER.match(text, end) or _WEIGHED_BEFORE.search(text, max(0, position - 60), position))
