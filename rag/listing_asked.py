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
_END = r"(?:newest|latest|oldest|earliest|most\srecent)"
_FOLDER = r"\s(?:in|of)\s(?:the|this|your|my)\s(?:folder|corpus|collection|index)"
# A report or a document may be what the articles tell of: only "these reports" and an outlet's own are meant.
_ARTICLES = regex(
    rf"""
    \b(?:the|these|those|your|our|my|all|of|{_END})\s(?:news\s)?(?:articles|sources)\b
    | \b(?:named|this|these|your|our|my)\s(?:news\s)?(?:article|source|{_PAPER})\b
    | \b(?:article|{_PAPER})\s(?:by|of|from|in)\s(?:the\s)?named\b
    | \b(?:what|which|{_END})\s(?:articles?|sources?|{_OUTLETS})\b
    | \b(?:are|of|list|name)\s(?:the|these|all)\sauthors\b""",
    re.VERBOSE,
)
_NUMBER = regex(
    rf"""
    how\smany\s(?:different\s)?(?:
        (?:news\s)?articles\sare\s(?:there|indexed)(?:{_FOLDER}|\sin\s(?:all|total)|\saltogether)?
        | (?:news\s)?(?:articles|sources|texts|documents|files)\s(?:do|have)\syou\s(?:have|read|got|know|use|index)\w*
        | (?:texts|documents|files|sources|articles)\sare(?:\sthere)?{_FOLDER}
    )""",
    re.VERBOSE,
)
_CUES = {
    Listing.NEWEST: r"\b(?:newest|latest|most\srecent(?:ly)?)\b",
    Listing.OLDEST: r"\b(?:oldest|earliest)\b",
    Listing.DAYS: r"""\bwhen\b | \b(?:what|which)\s(?:dates?|days?|years?|months?|time)\b | \bdate[sd]?\b
        | \bhow\s(?:old|new|recent|current)\b""",
    Listing.OUTLETS: rf"""\b(?:{_OUTLETS}|outlet|newspaper|publisher)\b | \bwhom?\b.*\b(?:publish|print|post)\w*
        | \bwhere\b.*\b(?:from|come|came|published|printed)\b""",
    Listing.AUTHORS: r"\b(?:wrote|written|authors?|authored|signed|writers|journalists|reporters)\b",
}
_LISTINGS = tuple((listing, regex(cue, re.VERBOSE)) for listing, cue in _CUES.items())
_WORDS = regex(
    rf"articles?|sources?|{_PAPER}|{_OUTLETS}|outlet|newspaper|publisher|named|news|folder|corpus|collection"
    r"|publish\w*|print(?:ed|s)?|post(?:ed|s)?|issued?|released?|wr(?:ite|ites|ote|itten)|author(?:s|ed)?|sign(?:ed|s)?"
    r"|journalists|reporters|writers|date[sd]?|days?|years?|months?|time|newest|latest|recent(?:ly)?|current|oldest"
    r"|earliest|new|old|comes?|came|appear(?:ed|s)?|online|different|give|show|tell|list|please|read|use|used"
)
"""The words that such a question has, beside those that mean nothing alone."""
_SOMEBODY = frozenset("he she his her him hers no not none without".split())
"""Of whose articles it is then asked, or of what they lack."""
_BEFORE = regex(rf"\b(?:this|these)\s(?:article|source|{_PAPER})\b")
"""What was spoken of before, where anything was."""


def listing_asked(words: Sequence[str], follows: bool = False) -> Listing | None:
    """What is asked of the articles themselves, in lower-case words; None where it is of anything that they tell.

    `follows` says that there was a question before, which "this report" may mean.
    """
    text = " ".join(words)
    if _NUMBER.fullmatch(text):
        return Listing.NUMBER
    told = (word for word in words if word not in STOP_WORDS)
    if not _ARTICLES.search(text) or not all(map(_WORDS.fullmatch, told)) or not _SOMEBODY.isdisjoint(words):
        return None
    if follows and _BEFORE.search(text):
        return None
    found = [listing for listing, cue in _LISTINGS if cue.search(text)]
    return None if {Listing.NEWEST, Listing.OLDEST} <= set(found) else next(iter(found), None)
