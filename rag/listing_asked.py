"""Whether a question asks of the articles themselves: how many, by whom, of which outlets, of which days."""

import re
from collections.abc import Sequence
from enum import Enum

from corpus.patterns import regex
from index.words import STOP_WORDS


class Listing(Enum):
    """What is asked of the articles themselves."""

    NUMBER = "how many there are"
    NEWEST = "which are the newest"
    OLDEST = "which are the oldest"
    DAYS = "of which days they are"
    OUTLETS = "who published them"
    AUTHORS = "who wrote them"


_PAPER = r"(?:reports?|papers?|texts?|documents?|files?|pieces?|stor(?:y|ies)|columns?)"
_OUTLETS = r"(?:outlets|newspapers|publishers|publications)"
_END = r"(?:newest|latest|oldest|earliest|first|last|most\srecent)"
# A report or a document may be what the articles tell of: only "these reports" and an outlet's own are meant.
_ARTICLES = regex(
    rf"""
    \b(?:the|these|those|your|our|my|all|of|how\smany|{_END})\s(?:news\s)?(?:articles|sources)\b
    | \b(?:named|this|these|your|our|my)\s(?:news\s)?(?:article|source|{_PAPER})\b
    | \b(?:article|{_PAPER})\s(?:by|of|from|in)\s(?:the\s)?named\b
    | \b(?:what|which|{_END})\s(?:articles?|sources?|{_OUTLETS})\b
    | \Ahow\smany\s(?:{_OUTLETS}|texts|documents|files)\s(?:are|do)\b | \b(?:are|of)\s(?:the|these)\sauthors\b""",
    re.VERBOSE,
)
_CUES = {
    Listing.NUMBER: r"\Ahow\smany\b",
    Listing.NEWEST: r"\b(?:newest|latest|most\srecent(?:ly)?|last)\b",
    Listing.OLDEST: r"\b(?:oldest|earliest|first)\b",
    Listing.DAYS: r"""\bwhen\b | \b(?:what|which)\s(?:dates?|days?|years?|months?|time)\b | \bdate[sd]?\b
        | \bhow\s(?:old|new|recent|current)\b""",
    Listing.OUTLETS: rf"\b(?:{_OUTLETS}|outlet|newspaper|publisher|where)\b | \bwhom?\b.*\b(?:publish|print|post)\w*",
    Listing.AUTHORS: r"\b(?:wrote|written|authors?|authored|signed|writers?|journalists?|reporters?)\b",
}
_LISTINGS = tuple((listing, regex(cue, re.VERBOSE)) for listing, cue in _CUES.items())
_WORDS = regex(
    rf"articles?|sources?|{_PAPER}|{_OUTLETS}|outlet|newspaper|publisher|named|news|folder|corpus|collection"
    r"|publish\w*|print(?:ed|s)?|post(?:ed|s)?|issued?|released?|wr(?:ite|ites|ote|itten)|author(?:s|ed)?|sign(?:ed|s)?"
    r"|journalists?|reporters?|writers?|date[sd]?|days?|years?|months?|time|newest|latest|recent(?:ly)?|current|oldest"
    r"|earliest|first|last|new|old|comes?|came|appear(?:ed|s)?|online|many|different|total|altogether|give|show|tell|list"
    r"|please|know|read|use|used"
)
"""The words that such a question has, beside those that mean nothing alone."""


def listing_asked(words: Sequence[str]) -> Listing | None:
    """What is asked of the articles themselves, in lower-case words; None where it is of anything that they tell."""
    text = " ".join(words)
    told = (word for word in words if word not in STOP_WORDS)
    if not _ARTICLES.search(text) or not all(map(_WORDS.fullmatch, told)):
        return None
    return next((listing for listing, cue in _LISTINGS if cue.search(text)), None)
