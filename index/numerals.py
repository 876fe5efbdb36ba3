"""Numbers as people write them, in digits and in words, what they are worth, and the words that bound them."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Bound = Literal["exactly", "about", "at least", "more than", "at most", "less than"]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: number for number, word in enumerate(_ONES)}
_SMALL |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_SMALL |= {"a": 1, "few": 3, "several": 3, "couple": 2}
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_VAGUE = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9,
}  # fmt: skip
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}

_NO_ORDINAL = r"(?!-(?:first|second|third|\w+th)\b)"
_SMALL_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(reversed(_ONES))})"
SCALE_WORD = "(?:dozen|hundred|thousand|million|billion|trillion)"
"""What multiplies a number in words."""
_CARDINAL = (
    rf"(?:(?:a\scouple\sof(?=\s{SCALE_WORD}\b)|a(?:\sfew)?|several|{_SMALL_WORD}(?:[\s-]and[\s-]a[\s-]half)?)"
    rf"(?:[\s-]{SCALE_WORD}\b)+(?:,?\s(?:and\s)?{_SMALL_WORD}\b(?:[\s-]{SCALE_WORD}\b)*)*"
    rf"|a\scouple(?=\sof\b)|a\sfew|several|{_SMALL_WORD}\b{_NO_ORDINAL}(?:[\s-]and[\s-]a[\s-]half)?)"
)
_MANY = (
    r"(?:(?:dozens|hundreds|thousands|millions|billions)|(?:tens|scores)(?=\sof\b))"
    r"(?:\sof\s(?:hundreds|thousands|millions|billions))?"
)
_PART_WORD = "(?:third|quarter|fifth|tenth)"
# "A third of them" and "by a third" are parts, "a third man" is not; "half the town" is one, "a half-brother" is not.
_AFTER_PART = (
    r"(?=\s(?:of|more|less|fewer|higher|lower|above|below|in|since|from|to|and|or|by|an?\s(?:mile|hour|day|century))\b"
    r"|[^\w\s-]|\s*$)"
)
_AFTER_HALF = (
    r"(?=\s(?:of|the|its|their|his|her|our|my|all|these|those|this|that|were|are|was|is|have|has|had|sa[iy]d?|an?"
    r"|to|and|or|in|at|by|from)\b|[^\w\s-]|\s*$|-(?:hour|mile|day|century|million|billion|dozen)\b)"
)
_PART = (
    rf"(?:(?:two|three|four)[-\s](?:thirds|fifths|tenths)|three-quarters|three\squarters{_AFTER_PART}"
    rf"|one-(?:half|{_PART_WORD})|(?:an?|one)\s{_PART_WORD}{_AFTER_PART}"
    rf"|(?<!\band\sa\s)(?<!-a-)(?<!first\s)(?<!second\s)(?<!other\s)half{_AFTER_HALF})"
)
_OF_MANY = "two three four five six seven eight nine ten twelve twenty fifty".split()
_IN_EVERY = "|".join(
    rf"(?:{few}|{_ONES[few]})\s(?:in|out\sof)\s(?:every\s)?"
    rf"(?:{'|'.join(f'{_spelled}|{_SMALL[_spelled]}' for _spelled in _OF_MANY if _SMALL[_spelled] > few)}"
    r"|a\s(?:hundred|thousand|million)|10{2,3}|1,000|1?0,000|100,000)"
    for few in range(1, 10)
)
# Two days out of three and three meetings in ten days are no shares.
_NO_TIME = rf"(?![.,]?\d|\s?%|\s(?:second|minute|hour|day|night|week|month|year|decade|time)s?\b|[\s-]{SCALE_WORD})"

# The flag a is for İ and ſ, which are no i and s.
SHARE = rf"(?<![\w.,/:-])(?a:{_IN_EVERY})\b{_NO_TIME}|\b(?a:{_PART}(?!(?:\s(?:of\s)?an?\s|-){SCALE_WORD}\b))"
"""A part of a whole, in words; to be compiled with IGNORECASE, as are the others."""
SPELLED = rf"\b(?a:{_PART}(?:(?:\s(?:of\s)?an?\s|-){SCALE_WORD})?|{_MANY}|{_CARDINAL})\b"
"""A number in words, a part among them."""
DIGITS = (
    r"(?<![\w.,/:])(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}|\d+(?:\.\d+)?)"
    r"(?![.,]?\d)"
)
"""A number in digits; thousands may stand apart by comma, space or, from a million up, point."""
SCALE = rf"(?:[\s-]?{SCALE_WORD}|k|bn|tn|m(?![\s-](?:tall|deep|high|wide|long|away|above|below)\b))\b"
"""What multiplies a number in digits."""
NUMBER_WORDS = frozenset([*_SMALL, *_SCALES, *_VAGUE, "half"]) - frozenset("akm")
"""What a number in words begins with, but for an article, and scale words; lower case."""

_A_BIT = r"(?:(?:just|well|far|slightly|a\slittle|somewhat|considerably|significantly)\s)?"
COMPARATOR = (
    rf"{_A_BIT}(?:at\s(?:the\s(?:very\s)?)?(?:least|most)|a\s(?:minimum|maximum)\sof|up\sto|as\s(?:many|much|few|little)\sas"
    r"|(?:no|not)\s(?:more|fewer|less)\sthan|close\sto|(?:more|fewer|less|greater|higher|lower)\sthan|in\sexcess\sof"
    r"|upwards?\sof|topp(?:ed|ing)|tops|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|eclips(?:es|ed|ing)|within|over|under|below|above|nearly|almost"
    r"|barely|about|around|roughly|approximately|some|exactly|precisely|only|just|an\sestimated|estimated\sat|estimated)"
)
"""Words before a number that bound it."""
TRAILING = (
    r"(?:-odd\b|\+(?![\w+])|\s(?:or\s(?:more|so|fewer|less)|and\scounting)\b"
    r"|\sat\s(?:the\s)?(?:very\s)?(?:least|most)(?=\s*(?:[.,;:!?)]|$)))"
)
"""Words that do so after a number, or after what it counts."""
_BOUNDS: tuple[tuple[Bound, str], ...] = (
    ("at most", r"\b(?:(?:no|not) more than|most|maximum|up to|as (?:many|much) as|or (?:fewer|less)|within)\b"),
    ("at least", r"\b(?:(?:no|not) (?:fewer|less) than|least|minimum|as (?:few|little) as|or more|and counting)\b|\+"),
    ("more than", r"\b(?:(?:more|greater|higher) than|excess|upwards?|top|exceed|surpass|eclips|over|above)"),
    ("less than", r"\b(?:(?:fewer|less|lower) than|under|below)\b"),
    ("about", r"\b(?:nearly|almost|barely|close to|some|about|around|roughly|approximately|estimated|or so|odd)\b"),
)


@lru_cache(maxsize=1024)
def bound_of(comparator: str) -> Bound:
    """What the words beside a number, in lower case, say of it; a limit counts for more than "about"."""
    return next((bound for bound, words in _BOUNDS if re.search(words, comparator)), "exactly")


def value_of_digits(digits: str, scale: str | None) -> float:
    """What a match of DIGITS, with one of SCALE after it, is worth."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", digits)
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    # Decimal, for 4.35 million is a whole number and a product of floats need not be.
    return float(Decimal(plain.replace(",", "")) * factor_of(scale))


def factor_of(scale: str | None) -> int:
    """What a match of SCALE multiplies by, 1 where there is none."""
    return _SCALES.get(scale.strip(" -\n\t\u00a0").lower(), 1) if scale else 1


def value_of_share(share: str) -> float:
    """What a match of SHARE is worth, in percent."""
    counts = re.split(r"\s(?:in|out\sof)\s(?:every\s)?", share.lower())
    if len(counts) == 1:
        return 100 * value_of_words(share)
    few, many = (value_of_digits(each, None) if each[0].isdigit() else value_of_words(each) for each in counts)
    return 100 * few / many


@lru_cache(maxsize=4096)
def value_of_words(spelled: str) -> float:
    """What a match of SPELLED is worth; "dozens" and their like count as two of them, "half" as 0.5."""
    words = re.findall(r"[a-z]+", re.sub(r"\band[\s-]+a[\s-]+half\b", "plus", spelled.lower()))
    if words[0] in _VAGUE:
        return float(_VAGUE[words[0]] * (_VAGUE[words[2]] / 2 if len(words) > 2 else 1))
    part = next((word for word in words[:2] if word.rstrip("s") in _PARTS), None)
    if part is None:
        return _sum_of(words)
    return _SMALL.get(words[0], 1) / _PARTS[part.rstrip("s")] * _SCALES.get(words[-1], 1)


def reach_of_words(spelled: str) -> tuple[float | None, Bound]:
    """How far up a match of SPELLED may reach, and its bound: "a few" are 3 to 9, "dozens" at least two dozen."""
    words = re.findall(r"[a-z]+", spelled.lower())
    if "few" in words or "several" in words:
        return 3 * value_of_words(spelled), "exactly"
    return None, "at least" if words[0] in _VAGUE else "exactly"


def _sum_of(words: list[str]) -> float:
    total, current = 0.0, 0.0
    for word in words:
        if word in ("dozen", "hundred"):
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0.0
        elif word in ("few", "couple"):
            current = _SMALL[word]
        elif word == "plus":  # what value_of_words makes of "and a half"
            current += 0.5
        else:
            current += _SMALL.get(word, 0)
    return total + current
