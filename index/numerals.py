"""Numbers as people write them, in digits and in words, and what they are worth."""

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: number for number, word in enumerate(_ONES)}
_SMALL |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_SMALL |= {"a": 1, "few": 3, "several": 3}
_SCALES = {
    "dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
_VAGUE = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9,
}  # fmt: skip
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}

_SMALL_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES)})"
_SCALE_WORD = "(?:dozen|hundred|thousand|million|billion|trillion)"
_CARDINAL = (
    rf"(?:(?:a(?:\sfew)?|several|{_SMALL_WORD})(?:[\s-]{_SCALE_WORD}\b)+(?:,?\s(?:and\s)?{_SMALL_WORD}\b"
    rf"(?:[\s-]{_SCALE_WORD}\b)*)*|a\sfew|several|{_SMALL_WORD})"
)
_MANY = rf"(?:{'|'.join(_VAGUE)})(?:\sof\s(?:hundreds|thousands|millions|billions))?"
# "A third of them" and "by a third" are parts, "a third man" is not.
_PART = (
    r"(?:(?:(?:two|three|four)[-\s](?:third|quarter|fifth|tenth)s|one-(?:half|third|quarter|fifth|tenth)"
    r"|an?\s(?:third|quarter|fifth|tenth)(?=\s(?:of|more|less|fewer|higher|lower|in|since|from|to|and|or|by)\b|[^\w\s-]|\s*$)"
    rf"|(?<!first\s)(?<!second\s)half)(?:\s(?:of\s)?a\s{_SCALE_WORD}\b)?)"
)

SPELLED = rf"\b(?:{_PART}|{_MANY}|{_CARDINAL})\b"
"""A number in words; to be compiled with IGNORECASE, as are the others."""
DIGITS = (
    r"(?<![\w.,/:])(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}|\d+(?:\.\d+)?)"
    r"(?![.,]?\d)"
)
"""A number in digits; thousands may stand apart by comma, space or, from a million up, point."""
SCALE = rf"(?:[\s-]?{_SCALE_WORD}|k|bn|tn|m(?!\s(?:tall|deep|high|wide|long|away|above|below)\b))\b"
"""What multiplies a number in digits."""


def value_of_digits(digits: str, scale: str | None) -> float:
    """What a match of DIGITS, with one of SCALE after it, is worth."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", digits)
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    factor = _SCALES[scale.strip(" -\n\t\u00a0").lower()] if scale else 1.0
    return float(plain.replace(",", "")) * factor


def value_of_words(spelled: str) -> float:
    """What a match of SPELLED is worth; "dozens" and their like count as two of them."""
    words = re.findall(r"[a-z]+", spelled.lower())
    if words[0] in _VAGUE:
        return float(_VAGUE[words[0]] * (_VAGUE[words[2]] / 2 if len(words) > 2 else 1))
    part = next((word for word in words if word.rstrip("s") in _PARTS), None)
    if part is None:
        return _sum_of(words)
    times = 1 if part == words[0] else _SMALL.get(words[0], 1)
    return times / _PARTS[part.rstrip("s")] * _SCALES.get(words[-1], 1)


def _sum_of(words: list[str]) -> float:
    total, current = 0.0, 0.0
    for word in words:
        if word in ("dozen", "hundred"):
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0.0
        elif word == "few":
            current = _SMALL[word]
        else:
            current += _SMALL.get(word, 0)
    return total + current
