"""The words before a number and behind it that bound it, or tell how it is meant."""

import re

from corpus.patterns import regex
from index.numerals import COMPARATOR, TRAILING

LOOK = 60
"""Characters looked at before a number, more than the words take that bound it."""
ENDS = r"\b(?P<lead>between|from)\s"
"""What stands before the first end of a range; to be compiled with IGNORECASE."""
_BEFORE = regex(rf"\b(?:{COMPARATOR}\s+)+\Z", re.IGNORECASE)
_BEHIND = regex(TRAILING, re.IGNORECASE)
_LEAD = regex(ENDS + rf"(?:{COMPARATOR}\s)?\Z", re.IGNORECASE)
# What goes up from ten to twelve was ten and is twelve; votes and scores are no ranges either.
_CHANGE = regex(
    r"\b(?:rose|ris[ei]\w*|gr[eo]w\w*|increas\w*|climb\w*|jump\w*|soar\w*|surg\w*|went|up|down|f[ae]ll\w*|drop\w*"
    r"|declin\w*|decreas\w*|cut\w*|reduc\w*|shr[aiu]nk\w*|chang\w*|rais\w*|lower\w*|revis\w*|slid|plung\w*|mov\w*"
    r"|expand\w*|go(?:es|ing|ne)?|doubl\w*|tripl\w*)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_SCORE = regex(r"\b(?:vot\w*|scor\w*|odds|ratio|won|beat\w*|defeat\w*)\b[^.;]{0,30}\Z", re.IGNORECASE)


def look_before(text: str, position: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """What a pattern that ends at a place of a text finds in the characters before it."""
    return pattern.search(text, max(0, position - LOOK), position)


def bound_before(text: str, position: int) -> re.Match[str] | None:
    """The words before a place of a text that bound a number there: "at least some"."""
    return look_before(text, position, _BEFORE)


def bound_behind(text: str, position: int) -> str:
    """The words at a place of a text that bound the number before it: "or more"."""
    found = _BEHIND.match(text, position)
    return found.group() if found else ""


def range_lead(text: str, position: int) -> str:
    """The word before a place of a text by which a range may begin there, lower case, or an empty string."""
    found = look_before(text, position, _LEAD)
    return found["lead"].lower() if found else ""


def comparator_of(*words: str) -> str:
    """The words that bound a number as a quantity has them: in lower case, one space between them."""
    return " ".join(" ".join(words).lower().replace("-odd", "odd").split())


def tells_change(text: str, position: int) -> bool:
    """Whether the words before a place of a text tell of a change: what went up from ten to twelve."""
    return look_before(text, position, _CHANGE) is not None


def tells_score(text: str, position: int) -> bool:
    """Whether the words before a place of a text tell of a vote or a match."""
    return look_before(text, position, _SCORE) is not None
