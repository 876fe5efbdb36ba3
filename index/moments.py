"""The moments a text speaks of, as it writes them."""

import re

MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
"""A month by its name, capital as a rule of English: "may" and "march" are verbs more often than not."""
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MOMENT = re.compile(
    rf"""
    \b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{{1,2}})?\s(?:of\s)?{MONTH}(?!\w)(?:,?\s\d{{4}})?
    | \b{MONTH}\s\d{{1,2}}\b(?:,?\s\d{{4}})?
    | \b(?:{MONTH}\s)?(?:1[5-9]|20)\d\d(?:s|\b)
    | \b(?:by|in|until|till|since|before|after|from|early|late|mid|this|last|next)[\s-]{MONTH}(?!\w|,?\s\d)
    | \b{_WEEKDAY}\b
    | \b(?:yesterday|today|tomorrow|tonight|midnight|noon)\b
    | \b(?:last|next|this|past)\s(?:week|month|year|night|summer|autumn|winter|spring|decade|century)\b
    | \b(?:\w+\s)?(?:days?|weeks?|months?|years?|decades?|hours?|centuries)\s(?:ago|earlier|later|before|after)\b
    | \b(?:by|at|until|before)\s(?:the\s)?(?:end\sof\s(?:the\s)?\w+|(?:week|month|year)[’']s\send)
    | \b\d{{1,2}}(?::\d\d)?\s?(?:a\.m\.|p\.m\.|am\b|pm\b)|\b\d{{1,2}}:\d\d\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def moments_in(text: str) -> tuple[str, ...]:
    """Words of a text that name a day, a year or another point of time."""
    return tuple(match.group().strip() for match in _MOMENT.finditer(text))
