"""Times of day: which numbers of a text are hours."""

import re
from collections.abc import Iterator

from corpus.patterns import regex
from index.calendar_words import MONTH, WEEKDAY
from index.number_bounds import look_before, tells_change, tells_score
from index.numerals import NUMBER_WORDS, SCALE_WORD

_SPELLED = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MINUTES = r"(?:[.:][0-5]\d)"
_WHOLE = (
    rf"(?:(?:(?:five|ten|twenty(?:-five)?)\s(?:to|past)\s)?{_SPELLED}(?:[\s-](?:fifteen|thirty|forty-five))?"
    rf"|[012]?\d{_MINUTES})\b(?![.,]?\d|[\s-](?:half|third|quarter|fifth|tenth|{SCALE_WORD}))"
)
_HOUR = rf"(?:{_WHOLE}|[012]?\d\b(?![.,:]?\d))"
_HOURS = rf"{_HOUR}(?:(?:\s(?:and|to|or|until|till)\s|\s?[-–]\s?){_HOUR})?"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_IN_THE_DAY = rf"(?=\s(?:in\sthe\s(?:early\s|late\s)?{_PART_OF_DAY}|at\snight)\b)"
_OF_A_DAY = (
    rf"(?=\s(?:on\s(?:the\s(?:{_PART_OF_DAY}|day|same\sday)|{WEEKDAY}|{MONTH}|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH})"
    rf"|in\sthe\s(?:early\s|late\s)?{_PART_OF_DAY}|at\snight|(?:this|that|yesterday|tomorrow)\s{_PART_OF_DAY}"
    rf"|{WEEKDAY}|yesterday|today|tomorrow|sharp)\b)"
)
# "At six the bell rang" and "at six, the bell" are hours, "at six schools" and "at six and seven per cent" are none.
_NO_NOUN = (
    r"(?=\s*(?:[.,;:!?)”\"]|\Z)|\s(?:in|on|and|but|when|as|the|he|she|they|we|it)\b"
    rf"(?!\s(?:(?:every\s)?(?:\d|(?:{'|'.join(sorted(NUMBER_WORDS))})\b)|the\s(?!next)\w+\sscale)))"
)
_NEAR = r"(?:(?:about|around|exactly|nearly|almost|(?:just|shortly|soon)\s(?:after|before))\s)?"
_CLOCK = regex(
    rf"""
    \b(?:
        (?P<at>at)\s{_NEAR}(?:{_HOURS}{_OF_A_DAY}|{_WHOLE}{_NO_NOUN})
        | (?:until|till|(?:shortly|just|soon|right|some\s?time)\s(?:after|before))\s{_NEAR}
            (?:{_HOURS}{_OF_A_DAY}|{_WHOLE}{_NO_NOUN})
        | (?P<other>from|by|since|before|after)\s{_NEAR}{_HOURS}{_OF_A_DAY}
        | (?:to|between)\s{_NEAR}{_HOURS}{_IN_THE_DAY}
        | (?:half|quarter|five|ten|twenty(?:-five)?)\spast\s{_HOUR} | (?P<quarter>quarter\sto)\s{_HOUR}
        | {_HOUR}\s?(?:[ap]\.?m\b|o[’']clock) | [012]?\d{_MINUTES}?{_IN_THE_DAY}
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What stands at six, or is put there, is no time.
_MEASURE = "(?:toll|tally|number|count|level|rate|index|price|average)"
_LEVEL = regex(
    r"\b(?:(?:stood|stands?|standing|remain\w*|put(?!\s(?:off|out|on|up)\b)|puts|estimated?|capped|limited|peak\w*|ranked"
    r"|valued|priced|look(?:s|ed|ing)?|aim(?:s|ed|ing)?)\s"
    rf"|{_MEASURE}\b)"
    r"(?:[^\s.,;:]+\s|\s){0,4}\Z",
    re.IGNORECASE,
)

# "Puts the blast at 4.20" gives the time of an event, "puts the price at 4.20" a price.
_EVENT_PUT = regex(
    rf"\bputs?\s(?:the|its|his|her|their)\s(?![^.;:]*\b(?:{_MEASURE}|costs?|values?|sum|total|share|yield|growth|figures?)\b)"
    r"(?:[a-z][\w-]+\s){1,3}\Z",
)
_TO_THE_MINUTE = regex(rf"[012]?\d{_MINUTES}\Z")


def clock_places(text: str) -> Iterator[tuple[int, int]]:
    """Where times of day stand in a text, in digits and in words."""
    for found in _CLOCK.finditer(text):
        if not _is_valued(text, found):
            yield found.span()


def _is_valued(text: str, found: re.Match[str]) -> bool:
    """Whether what stands before a number tells a level or a change: it stood at six, it rose by six on Monday."""
    start = found.start()
    if found["at"] and _TO_THE_MINUTE.search(found.group()) and look_before(text, start, _EVENT_PUT):
        return False
    if found["at"]:
        return look_before(text, start, _LEVEL) is not None
    return bool(found["other"] or found["quarter"]) and (tells_change(text, start) or tells_score(text, start))
