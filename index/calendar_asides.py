"""Whether a time goes with what a statement states, or with something it mentions on the way."""

import re

from corpus.patterns import regex
from index.calendar_context import Bound
from index.numerals import SPELLED

_SAID = "said|says|told|added|announced|stated|reported|reports|wrote|warned|confirmed|tweeted|posted"
_THE = "(?:the|about|around|on|in|late|early)"
_LINK = (
    r"after|when|while|because|although|since|before|until|once|where|who|whose|whom|which|as(?!\sof\b)|if|than|unlike|against"
    r"|compared\s(?:with|to)|(?:up|down)\sfrom"
)
_MOST = r"first|last|most|least|worst|(?!(?:protest|arrest|forest|harvest|interest)\b)\w{3,}est"
_BEFORE_ASIDE = regex(
    rf"""
    \((?:[^()]*)$                                                            # in brackets
    | \b(?:{_LINK})\s(?:(?!{_THE}\s)[^\s,;]+\s|{_THE}\s(?!$))[^,;]*$         # in a clause that hangs on another
    | \b(?:than|compared\s(?:with|to)|unlike|against)\s(?:{_THE}\s)*$        # compared with
    | \bfrom\s[$€£]?\d\S*(?:\s(?!to\b)[^\s,;]+)*\s$                          # from 12 in 2019 to 40 in 2021
    | \b(?:born|founded|established)\b[^,;]{{0,30}}$
    | \b(?:{_MOST})\b[^,;]*\bsince\s(?:{_THE}\s)*$                           # the worst since
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_BY = regex(r"(?:[’']s|\b(?:the|this|that|its|his|her|their|an?|of))\s$", re.IGNORECASE)
_TOLD = regex(
    rf"\b(?:(?:{_SAID})(?:\s(?:in|at|during)\s(?:an?|the|its|his|her|their)\s\w+(?:\s\w+)?)?|told\s(?:[^\s,;]+\s){{0,3}}[^\s,;]+)"
    r"(?:\s(?:late|early|earlier|on|in))*\s$",
    re.IGNORECASE,
)
_TELLS = regex(rf"\s(?:{_SAID})\b", re.IGNORECASE)
_FRONT_TELLS = regex(rf",?\s(?:[^\s,;]+\s){{1,6}}?(?:{_SAID})\b", re.IGNORECASE)
_FRONT = regex(r"\W*(?:(?:on|by|in|since|until|late|early|as\sof|the)\s)*", re.IGNORECASE)
_AS_OF = regex(r"\bas\sof\s(?:the\s|late\s|early\s)?$", re.IGNORECASE)
_BREAK = regex(r"[,;:]\s|[()–—]")
_FIGURE = regex(rf"\d|{SPELLED}", re.IGNORECASE)


def is_aside(text: str, start: int, end: int, bound: Bound) -> bool:
    """Whether a time stands in brackets, in a clause that hangs on another, or in a name as "the 2015 law"."""
    if bound in ("before", "after") or _BEFORE_ASIDE.search(text, 0, start):
        return True
    return text[start:end].isdigit() and bool(_NAMED_BY.search(text, 0, start))


def is_of_telling(text: str, start: int, end: int) -> bool:
    """Whether a time is when something was said: "said on Tuesday", "On Tuesday, the minister said"."""
    if _TOLD.search(text, 0, start) or _TELLS.match(text, end):
        return True
    return bool(_FRONT.fullmatch(text, 0, start) and _FRONT_TELLS.match(text, end))


def is_mark(text: str, start: int, bound: Bound) -> bool:
    """Whether a time is the mark that a count reaches to or from: "by Friday", "since May", "as of Monday"."""
    return bound in ("until", "since") or bool(_AS_OF.search(text, 0, start))


def has_figure(text: str, start: int, end: int) -> bool:
    """Whether a number stands in the clause around a place; `text` has its times blotted out."""
    breaks = [0, *(found.end() for found in _BREAK.finditer(text)), len(text)]
    begin = max(place for place in breaks if place <= start)
    after = [place for place in breaks if place >= end]
    # "By Friday, 40 people": what opens a statement goes with what follows the comma.
    close = after[min(1, len(after) - 1)] if _FRONT.fullmatch(text, 0, start) else after[0]
    return bool(_FIGURE.search(text, begin, close))
