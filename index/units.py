"""What numbers measure: units by their short names, the words for them, and conversion between them."""

import re
from dataclasses import dataclass
from functools import lru_cache


class UnknownUnitError(ValueError):
    """A name that no unit has."""


class DifferentMeasuresError(ValueError):
    """Units that cannot be converted into one another."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `factor` times a value in it, plus `offset`, is the value in the base unit of its dimension."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit in a text: its word stands from `start` to `end`, what it is a rate of ("per hour") ends at `rate_end`."""

    name: str
    start: int
    end: int
    rate_end: int


_DAY = 86_400.0
# Dimension, short name, worth in the base unit, words in any case, symbols as they are. Of a word that means several
# units the more usual in news counts: gallons are American, tons metric, degrees alone Celsius.
_MEASURES: tuple[tuple[str, str, float, str, str], ...] = (
    ("length", "m", 1, r"met(?:re|er)s?", "m"),
    ("length", "km", 1000, r"kilomet(?:re|er)s?|kms?", ""),
    ("length", "cm", 0.01, r"centimet(?:re|er)s?|cm", ""),
    ("length", "mm", 0.001, r"millimet(?:re|er)s?|mm", ""),
    ("length", "nmi", 1852, r"nautical\smiles?", ""),
    ("length", "mi", 1609.344, r"miles?", "mi"),
    ("length", "yd", 0.9144, r"yards?", "yd"),
    ("length", "ft", 0.3048, r"feet|foot", "ft"),
    ("length", "in", 0.0254, r"inch(?:es)?", ""),
    ("area", "m2", 1, r"(?:square|sq\.?)[\s-](?:met(?:re|er)s?|m)|sqm", "m2|m²"),
    ("area", "km2", 1e6, r"(?:square|sq\.?)[\s-](?:kilomet(?:re|er)s?|km)|km[2²]", ""),
    ("area", "ha", 1e4, r"hectares?", "ha"),
    ("area", "acre", 4046.8564224, r"acres?", ""),
    ("area", "ft2", 0.09290304, r"(?:square|sq\.?)[\s-](?:feet|foot|ft)", ""),
    ("area", "mi2", 1609.344**2, r"(?:square|sq\.?)[\s-]miles?", ""),
    ("volume", "l", 1, r"lit(?:re|er)s?", "[lL]"),
    ("volume", "ml", 0.001, r"millilit(?:re|er)s?|ml", ""),
    ("volume", "m3", 1000, r"cubic[\s-]met(?:re|er)s?", "m3|m³"),
    ("volume", "ft3", 28.316846592, r"cubic[\s-](?:feet|foot)", ""),
    ("volume", "km3", 1e12, r"cubic[\s-]kilomet(?:re|er)s?|km[3³]", ""),
    ("volume", "imperial gal", 4.54609, r"imperial\sgallons?", ""),
    ("volume", "gal", 3.785411784, r"(?:us\s)?gallons?", ""),
    ("volume", "bbl", 158.987294928, r"barrels?", "bbl"),
    ("mass", "kg", 1, r"kilogram(?:me)?s?|kilos?|kgs?", ""),
    ("mass", "g", 0.001, r"gram(?:me)?s?", "g"),
    ("mass", "mg", 1e-6, r"milligram(?:me)?s?|mg", ""),
    ("mass", "µg", 1e-9, r"microgram(?:me)?s?|[µμ]g", ""),
    ("mass", "short ton", 907.18474, r"(?:short|us)[\s-]tons?", ""),
    ("mass", "long ton", 1016.0469088, r"(?:long|imperial)[\s-]tons?", ""),
    ("mass", "t", 1000, r"(?:metric[\s-])?ton(?:ne)?s?", "t"),
    ("mass", "kt", 1e6, r"kiloton(?:ne)?s?", "kt"),
    ("mass", "Mt", 1e9, r"megaton(?:ne)?s?", "Mt"),
    ("mass", "Gt", 1e12, r"gigaton(?:ne)?s?", "Gt"),
    ("mass", "lb", 0.45359237, r"lbs?", ""),
    ("mass", "oz", 0.028349523125, r"ounces?|oz", ""),
    ("time", "s", 1, r"seconds?(?!-)|secs?", ""),
    ("time", "min", 60, r"minutes?|mins?", ""),
    ("time", "h", 3600, r"hours?|hrs?", "h"),
    ("time", "day", _DAY, r"days?", ""),
    ("time", "week", 7 * _DAY, r"weeks?", ""),
    ("time", "month", 365.25 / 12 * _DAY, r"months?", ""),
    ("time", "year", 365.25 * _DAY, r"years?|annum", ""),
    ("time", "decade", 3652.5 * _DAY, r"decades?", ""),
    ("time", "century", 36525 * _DAY, r"centur(?:y|ies)", ""),
    ("power", "kW", 1, r"kilowatts?|kw", ""),
    ("power", "MW", 1e3, r"megawatts?", "MW"),
    ("power", "GW", 1e6, r"gigawatts?", "GW"),
    ("energy", "kWh", 1, r"kilowatt[\s-]hours?|kwh", ""),
    ("energy", "MWh", 1e3, r"megawatt[\s-]hours?", "MWh"),
    ("energy", "GWh", 1e6, r"gigawatt[\s-]hours?", "GWh"),
    ("energy", "TWh", 1e9, r"terawatt[\s-]hours?", "TWh"),
    ("temperature", "°F", 5 / 9, r"(?:°|º|degrees?)\s?f(?:ahrenheit)?", r"(?<=\d)F"),
    ("temperature", "°C", 1, r"(?:°|º|degrees?)\s?c(?:elsius|entigrade)?", r"(?<=\d)C"),
    ("temperature", "°C", 1, r"(?:°|º|degrees?)(?!\s?(?:of|in|from|north|south|east|west|[nsew])\b)", ""),
)
# Each currency is a dimension of its own; a name that several countries have for their money stays that name.
_MONEY: tuple[tuple[str, str], ...] = (
    ("USD", r"(?:(?:us|american)\s)?dollars?|usd|bucks"),
    ("AUD", r"australian\sdollars?|aud"),
    ("CAD", r"canadian\sdollars?|cad"),
    ("HKD", r"hong\skong\sdollars?|hkd"),
    ("NZD", r"new\szealand\sdollars?|nzd"),
    ("EUR", r"euros?|eur"),
    ("GBP", r"(?:british\s)?pounds?(?:\ssterling)?|quid|gbp"),
    ("EGP", r"egyptian\spounds?|egp"),
    ("CHF", r"swiss\sfrancs?|chf"),
    ("XAF", r"cfa\sfrancs?|xaf"),
    ("JPY", r"yen|jpy"),
    ("CNY", r"(?:chinese\s)?yuan|renminbi|rmb|cny"),
    ("INR", r"indian\srupees?|inr"),
    ("PKR", r"pakistani\srupees?|pkr"),
    ("RUB", r"rou?bles?|rub"),
    ("SEK", r"swedish\scrowns?|(?:swedish\s)?kron(?:a|or)|sek"),
    ("NOK", r"norwegian\s(?:crowns?|kroner?)|nok"),
    ("DKK", r"danish\s(?:crowns?|kroner?)|dkk"),
    ("CZK", r"czech\scrowns?|koruna|czk"),
    ("PLN", r"zlot(?:ys?|ych)|pln"),
    ("HUF", r"forints?|huf"),
    ("TRY", r"(?:turkish\s)?liras?"),
    ("UAH", r"hryvnias?|uah"),
    ("ILS", r"(?:new\s)?shekels?"),
    ("KRW", r"(?:south\s)?korean\swon"),
    ("ZAR", r"rand|zar"),
    ("BRL", r"(?:brazilian\s)?rea(?:is|ls)|brl"),
    ("MXN", r"mexican\spesos?|mxn"),
    ("THB", r"baht"),
    ("NGN", r"nairas?"),
    *((name, f"{name}s?") for name in "cent crown dinar dirham franc mark peso rial riyal rupee shilling".split()),
    ("krone", r"kroner?"),
)
_SIGNS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD",
    "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "Rs": "rupee", "₽": "RUB", "₺": "TRY", "₴": "UAH",
    "₩": "KRW", "₪": "ILS",
}  # fmt: skip
_CURRENCIES = frozenset(name for name, _ in _MONEY)
_UNITS = {name: Unit(name, dimension, factor) for dimension, name, factor, *_ in _MEASURES}
_UNITS |= {name: Unit(name, name) for name in _CURRENCIES}
_UNITS["°F"] = Unit("°F", "temperature", 5 / 9, -160 / 9)
_UNITS |= {"p": Unit("p", "GBP", 0.01), "": Unit("", "count")}
_UNITS |= {name: Unit(name, name) for name in ("%", "pp", "times", "person")}

_FORMS = (
    *((name, words, symbols) for _, name, _, words, symbols in _MEASURES),
    *((name, words, "") for name, words in _MONEY),
    ("p", "pence", r"(?<=\d)p"),
    ("times", "times", ""),
    ("km/h", "kmh|kph", ""),
    ("mi/h", "mph", ""),
    ("nmi/h", "knots?", ""),
)
_PATTERNS = tuple(
    (name, re.compile(f"(?i:{words})" + (f"|{symbols}" if symbols else ""))) for name, words, symbols in _FORMS
)
_ANY = "(?:(?i:{})|{})".format(
    "|".join(words for _, words, _ in _FORMS), "|".join(symbols for *_, symbols in _FORMS if symbols)
)
_OF_RATES = {"time", "length", "area", "volume", "mass"}
_PER_ANY = "|".join(words for dimension, _, _, words, _ in _MEASURES if dimension in _OF_RATES)
_RATE = re.compile(
    rf"(?:\s?/\s?(?P<symbol>km|kg|m2|m3|[hslmt])|(?:\s?/\s?|\s(?:per|an?)\s)(?P<word>(?i:head|capita|person|{_PER_ANY})))"
    r"(?!\w|\s(?:later|ago|earlier|before|after|away|long|old)\b)"
)
_UNIT = re.compile(rf"[\s-]?(?P<word>{_ANY})(?!\w)")

# Pounds are money, but for a pound of something, what weighs so many, and the 500-pound bomb.
_MONEY_OF = r"(?:public|taxpayers?|debts?|aid|damages?|investments?|funding|savings|cuts|money|spending|tax|cash)"
_WEIGHT_AFTER = re.compile(rf"\sof\s(?!(?:\w+[’']?s?\s)?{_MONEY_OF}\b)|\sper\ssquare\sinch", re.IGNORECASE)
_WEIGHED_BEFORE = re.compile(r"\bweigh\w*\s(?:[\w-]+\s){0,4}[\d.,]+\Z", re.IGNORECASE)
_PRICED_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:fine|bill|note|grant|prize|fee|reward|ticket|deal|contract|house|home|budget|loan|coin|price|project"
    r"|package|fund|donation|bonus|salary|pledge|scheme|payment|investment)s?\b",
    re.IGNORECASE,
)

SIGN = (
    r"(?-i:(?<![^\W\d_])(?:US|AU?|CA?|HK|NZ|R)\$|[$€£¥₹₽₺₴₩₪]|\bRs\.?\s?(?=\d)|"
    rf"\b(?:{'|'.join(sorted(name for name in _CURRENCIES if name.isupper()))})\s(?=\d))"
)
"""What stands before a sum of money, case as written."""
SIGN_WORDS = frozenset(name.lower() for name in _CURRENCIES) | frozenset("us a au c ca hk nz r rs".split())
"""The words of such signs, in lower case."""


def unit_named(name: str) -> Unit:
    """The unit of a short name, or of a rate such as "bbl/day"; UnknownUnitError where there is none."""
    head, *per = name.split("/")
    if head not in _UNITS or len(per) > 1 or (per and per[0] not in _UNITS):
        raise UnknownUnitError(
            f"no unit is called {name!r}; write a short name such as km, t, °C or USD, or a rate, km/h"
        )
    if not per:
        return _UNITS[head]
    over, under = _UNITS[head], _UNITS[per[0]]
    return Unit(name, f"{over.dimension}/{under.dimension}", over.factor / under.factor)


def to_base(value: float, name: str) -> float:
    """A value in the base unit of its dimension: m, m2, l, kg, s, kW, kWh, °C, or the currency itself."""
    unit = unit_named(name)
    return value * unit.factor + unit.offset


def convert(value: float, name: str, other: str) -> float:
    """A value in another unit of the same dimension; DifferentMeasuresError where the dimension is another."""
    unit, wanted = unit_named(name), unit_named(other)
    if unit.dimension != wanted.dimension:
        raise DifferentMeasuresError(f"{name!r} is no measure of {wanted.dimension}; convert within one dimension")
    return (value * unit.factor + unit.offset - wanted.offset) / wanted.factor


def is_money(name: str) -> bool:
    """Whether a unit is a currency, a part of one, or a price per something."""
    head = name.split("/")[0]
    return head in _CURRENCIES or head == "p"


def currency_of(sign: str) -> str:
    """The currency of a match of SIGN."""
    plain = sign.strip().rstrip(".")
    return _SIGNS.get(plain, plain)


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


@lru_cache(maxsize=1024)
def _name_of(word: str) -> str:
    if word.lower() in ("head", "capita", "person"):
        return "person"
    # A symbol may look back at a digit.
    return next(name for name, pattern in _PATTERNS if pattern.fullmatch("0" + word, 1))


def _is_weight(text: str, position: int, start: int, end: int) -> bool:
    """Whether pounds are a weight."""
    if text[start - 1 : start] == "-" and text[position - 1 : position].isdigit() and text[end - 1 : end] == "d":
        return not _PRICED_AFTER.match(text, end)
    return bool(_WEIGHT_AFTER.match(text, end) or _WEIGHED_BEFORE.search(text, max(0, position - 60), position))
