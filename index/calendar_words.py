"""The words by which English names a time, and where they stand in a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.patterns import regex
from index.numerals import DIGITS, SPELLED

MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
"""A month by its name, capital as a rule of English: "may" and "march" are verbs more often than not."""
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th)?"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
DAYS_SPELLED = (*_ORDINALS, *(f"twenty-{each}" for each in _ORDINALS[:9]), "thirtieth", "thirty-first")
"""The days of a month in words, in order."""
_TO = r"(?: ?[-–—] ?|,? (?:and|or|to|through|until) (?:the )?)"
_OF_YEAR = rf"(?:(?:,? |-| of )(?P<year>{YEAR})\b|(?:,| of)? (?P<which>this|last|next) year\b)?"
_WHICH = "last|this|next|this past|this coming|past|coming"
_COUNT = rf"(?:{DIGITS}|{SPELLED}|an?\b(?: couple(?: of)?)?)"
_UNIT = "hour|day|week|fortnight|month|year|decade|centur(?:y|ie)"
_WAYS = "ago|earlier|later|before|after|afterwards"

# Forms by name; a space stands for any white space. Those that begin with a digit stand apart, which halves the time.
_DIGIT_SPANS = {
    "century": r"(?P<century>[5-9]|1\d|2[01])(?:st|nd|rd|th)[ -]century\b",
    "decade": r"(?P<decade>(?:1[5-9]|20)\d0)[’']?s\b",
    "years": rf"(?P<year>{YEAR})(?:[-–/](?P<until>\d\d(?:\d\d)?))?(?![\w,.]*\d)\b",
}
_WORD_SPANS = {
    "unit": r"(?P<near>last|this|next) (?P<unit>week|month|year|decade|century)\b(?! of\b)",
    "month": rf"(?:(?P<near>{_WHICH}) )?(?P<month>{MONTH})(?!\w){_OF_YEAR}",
    "season": rf"(?:(?P<near>{_WHICH}) )?(?P<season>spring|summer|autumn|fall|winter)\b"
    rf"(?:(?: of|,)? (?P<year>{YEAR})(?P<until>[-–/]\d\d(?:\d\d)?)?\b|(?: of)? (?P<which>this|last|next) year\b)?",
}
_OF_THE_UNIT = r"(?<=the )(?P<unit>week|month|year|decade|century)\b"
_SPANS = _DIGIT_SPANS | _WORD_SPANS | {"of_the_unit": _OF_THE_UNIT}


def _nameless(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


_SPAN = "|".join(_nameless(pattern) for pattern in _SPANS.values())
_DIGIT_FORMS = {
    "iso": rf"(?P<year>{YEAR})[-/](?P<month>0[1-9]|1[0-2])[-/](?P<day>3[01]|[12]\d|0[1-9])(?!\d)",
    "numeric": rf"(?<![\d./-])(?P<one>{_DAY})[./-](?P<two>{_DAY})[./-](?P<year>{YEAR})(?!\d)",
    "day": rf"(?<![\d.,:/$€£-])(?P<day>{_DAY}){_TH}(?:(?:, {_DAY}{_TH})*{_TO}(?P<until>{_DAY}){_TH})?"
    rf"[ -](?:of )?(?P<month>{MONTH})(?!\w){_OF_YEAR}",
    **_DIGIT_SPANS,
}
_WORD_FORMS = {
    # "In May 10 people" has no day; "September 24 and 25" has two only where no noun can follow.
    "month_day": rf"(?<!\bin )(?P<month>{MONTH}) (?:the )?(?P<day>{_DAY}){_TH}(?![\w%]|[.,:]\d|-[a-z]"
    r"| (?:[mb]illion|thousand|hundred|per ?cent)\b)"
    rf"(?:(?: ?[-–—] ?| (?:to|through) |,? and (?=\d+\w*(?:[^\s\w]|$)))(?P<until>{_DAY}){_TH}\b)?{_OF_YEAR}",
    "spelled_day": r"(?<!one )(?<!two )(?<!three )(?<!an )(?<!a )"
    rf"(?P<spelled>{'|'.join(each.replace('-', '[- ]') for each in reversed(DAYS_SPELLED))}) of (?P<month>{MONTH})"
    rf"(?![\w’']){_OF_YEAR}",
    "counted": rf"(?P<side>first|last|final) (?:(?P<count>{_COUNT}) )?(?P<unit>day|week|month|year)s?"
    rf" of (?:the )?(?P<rest>{_SPAN})",
    "part": r"(?P<part>early|mid|late|end(?=-| of )|(?:start|beginning|middle|(?:first|second|latter) half)(?= of )"
    r"|(?:first|second|third|fourth|last|final) quarter(?= of | \d)|[QH][1-4])"
    rf"(?:-| (?:in |of )?)(?:the )?(?P<rest>{_SPAN})(?! \d\d?(?:[,.;]|$))",
    "so_far": r"(?P<side>earlier|later|so far) this (?P<unit>week|month|year|decade|century)\b",
    "end": r"(?P<unit>year|month|week)(?:[’']s |-| )end\b",
    "weekday": rf"(?:(?P<which>{_WHICH}|previous|following|every|each|a|bloody|black|good|super|palm|easter) )?"
    rf"(?P<weekday>{WEEKDAY})\b(?! (?-i:Times|Telegraph|Mail|Mirror|Express))"
    r"(?: (?:morning|afternoon|evening|night)\b)?(?:,? (?:of )?(?P<week>last|this|next) week\b)?",
    "today": r"(?P<today>(?:day before )?yesterday|(?:day after )?tomorrow|today|tonight|last night"
    r"|this (?:morning|afternoon|evening)|overnight)\b",
    "weekend": rf"(?P<which>{_WHICH}|the) weekend\b(?! of\b)",
    "rolling": rf"(?:(?P<way>past|(?:last|next|coming)(?= {_COUNT})|(?<=the )(?:last|next|coming))"
    rf" (?:(?P<count>{_COUNT})[ -])?(?P<unit>{_UNIT})(?P<many>s?)\b)(?! of\b)",
    "holiday": r"(?P<holiday>(?-i:(?:Christmas|New Year[’']s) (?:Day|Eve)|Christmas|Boxing Day|May Day|Halloween)"
    rf"|(?<=the )new year)\b(?![’']| (?:market|tree|card|party|present|gift|bonus|carol|dinner)){_OF_YEAR}",
    "elsewhere": r"(?:previous|following|same|preceding|(?<=the )next) (?:day|night|morning|week|weekend|month|year)\b"
    r"|(?<=the )(?:day|night|week|month|year) (?:before|after)\b",
    **_WORD_SPANS,
}
_SHIFT = rf"(?:(?P<count>{_COUNT})[ -](?P<unit>{_UNIT})s?|(?:{_UNIT})s) (?P<way>{_WAYS})\b"


def _spaced(pattern: str) -> re.Pattern[str]:
    return regex(pattern.replace(" ", r"\s"), re.IGNORECASE)


def _any_of(forms: Mapping[str, str]) -> str:
    return "(?:" + "|".join(f"(?P<{name}>{_nameless(pattern)})" for name, pattern in forms.items()) + ")"


_ONE = rf"(?=\d){_any_of(_DIGIT_FORMS)}|(?=[a-z]){_any_of(_WORD_FORMS)}"
_ANY = _spaced(rf"\b(?:{_ONE})")
# Numbers in words are dear to look for, and stand in a time only before these.
_SHIFTED = _spaced(rf"(?:{_UNIT})s? (?:{_WAYS})\b")
_ANY_OR_SHIFT = _spaced(rf"\b(?:{_any_of({'shift': _SHIFT})}|{_ONE})")
_BY_FORM = {
    form: _spaced(pattern) for form, pattern in (_DIGIT_FORMS | _WORD_FORMS | _SPANS | {"shift": _SHIFT}).items()
}


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name a time: the `form` they have, and the match that holds their parts."""

    start: int
    end: int
    form: str
    parts: re.Match[str]


def expressions_in(text: str) -> Iterator[Expression]:
    """The words of a text that have the form of a time, in order; some are none after all."""
    pattern = _ANY_OR_SHIFT if _SHIFTED.search(text) else _ANY
    for match in pattern.finditer(text):
        form = match.lastgroup or ""
        parts = _BY_FORM[form].match(text, match.start())
        if parts:
            yield Expression(match.start(), match.end(), form, parts)


def span_at(text: str, start: int) -> Expression | None:
    """The month, season, year or other span that begins at a place."""
    for form in _SPANS:
        if parts := _BY_FORM[form].match(text, start):
            return Expression(start, parts.end(), form, parts)
    return None
