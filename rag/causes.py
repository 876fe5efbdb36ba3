"""What a statement gives as the cause of something, denies of it, or calls unknown."""

import re

from corpus.patterns import regex
from index.words import STOP_WORDS, stem, surface_words, terms

_CAUSE = r"\b(?:causes?|caused|origins?)\b"
_NO = r"(?:\b(?:not|never|cannot|yet\sto|trying\sto)|n[’']t)"
_UNKNOWN = regex(
    rf"{_CAUSE}[^.;]{{0,100}}?\b(?:is|are|was|were|remains?|remained)\s(?:\w+\s){{0,2}}?"
    r"(?:unknown|unclear|undetermined|unexplained|(?:not|never)\s(?:\w+\s){0,2}?(?:known|clear|established|determined))\b"
    r"|\b(?:unknown|unclear)\s(?:cause|origin|what\scaused)\b"
    rf"|{_NO}\s(?:\w+\s){{0,3}}?(?:know|known|clear|say|said|establish\w*|determin\w*|explain\w*)\s(?:\w+\s){{0,3}}?{_CAUSE}",
    re.IGNORECASE,
)
# "The explosion's cause", "the cause of the explosion", "what caused the explosion".
_OF_WHAT = regex(
    r"(?<![\w-])(?P<owner>[\w-]{1,40})[’']s\s(?:\w+\s)?(?:cause|origin)\b"
    r"|\b(?:(?:causes?|origins?)\s(?:of|for|behind|underlying)|what\s(?:\w+\s)?(?:caused|started|triggered))"
    r"\s(?:(?:the|this|that|an?|its|their)\s)?(?P<of>[^.,;:()“”]{3,80})",
    re.IGNORECASE,
)
_KNOWN_NOW = regex(
    r"\b(?:no\slonger|not|hardly)\s(?:\w+\s)?(?:unknown|unclear|unexplained)\b|\b(?:unknown|unclear|unexplained)\suntil\b",
    re.IGNORECASE,
)
DONE = r"(?:caused|triggered|sparked|set\soff|ignited|brought\sdown|toppled|felled|wrecked|destroyed|derailed)"
"""Verbs by which one thing does another to a third, in the past."""
# What is due to open is no effect of an opening.
_SCHEDULED = regex(
    r"\b(?:is|are|was|were|be|been)\s(?:\w+ly\s)?due\sto\s(?:re)?(?:open|close|start|begin|end|return|resume|arrive"
    r"|leave|be|meet|take|go|come|appear|finish|expire|vote|decide|publish|speak|visit|sign|sail|retire|become|get|give|make|hold)\b",
    re.IGNORECASE,
)
_BY = regex(
    rf"\b(?:{DONE}\sby|started\sby|due\sto|because\sof|blamed\son|attributed\sto|the\sresult\sof|owing\sto)"
    r"\s(?P<cause>[^.,;:()“”]{3,80})",
    re.IGNORECASE,
)
_CAUSING = regex(
    rf"\b(?:(?:{DONE}|incited|led\sto|brought\sabout)\s(?!by\b)(?P<effect>[^.,;:()“”]{{3,120}})"
    r"|brought\s(?P<fallen>(?:\w+\s){1,4})down\b)",
    re.IGNORECASE,
)
# "The wind had toppled it", "brought it down": what falls so is a thing, and nothing that was only mentioned.
_FELLED_IT = regex(r"\b(?:(?:toppled|felled)\sit|brought\sit\sdown)\b", re.IGNORECASE)
_BEGINNING = regex(
    r"[.,;:()“”]|\b(?:that|which|who|said|says|but|so|when|while|as|believe[sd]?|think|thinks|thought|suspect(?:s|ed)?"
    r"|argue[sd]?|claim(?:s|ed)?|insist(?:s|ed)?|found|concluded?|told)\b",
    re.IGNORECASE,
)
# Where the first thing that a clause names ends: "the road | past the school", "the road | was closed".
_FIRST_ENDS = regex(
    r"\b(?:of|in|on|at|by|with|within|from|to|for|near|past|under|over|behind|beside|along|across|around|through|during"
    r"|before|after|since|until|that|which|who|remains?|remained|never|still|last|is|are|was|were|be|been|has|have|had"
    r"|will|would|can|could|may|might|must|and|or)\b",
    re.IGNORECASE,
)
_NOT_GIVEN = regex(
    r"(?:\b(?:not(?!\sonly\b)|never|no(?!\s(?:confidence|doubt)\b)|nor|whether|what|how|if|without|hardly|scarcely|few"
    r"|nobody|wrong|false|untrue|reject\w*|dismiss\w*|den(?:y|ies|ied|ying)|(?<!no\s)doubt\w*|disput\w*)|n[’']t)\b"
    r"(?:(?!\bbut\b)[^.,;:]){0,60}\Z",
    re.IGNORECASE,
)
_OF_NO_CAUSE = frozenset(
    "may might could would must can will shall should perhaps probably possibly likely finally also then"
    " monday tuesday wednesday thursday friday saturday sunday january february april june july august september"
    " october november december today yesterday morning afternoon evening night day week month year early late".split()
)
"""Words before a verb for what was done that name nothing which did it."""


def calls_unknown(text: str) -> bool:
    """Whether a statement says that a cause is not known; that it once was not is no such word."""
    return _UNKNOWN.search(text) is not None and not _KNOWN_NOW.search(text)


def of_unknown_cause(text: str) -> frozenset[str]:
    """The stem of the thing whose cause a statement says is not known; none where it does not name that."""
    found = _OF_WHAT.search(text) if calls_unknown(text) else None
    return _main_words(found["owner"] or found["of"]) if found else frozenset()


def gives_cause(text: str, asked: frozenset[str], before: str = "") -> bool:
    """Whether a statement says what caused something of which it has one of the words asked about, as stems.

    `before` is what is told right before it, which may name what it calls "it".
    """
    return bool(_given(text, asked, before))


def cause_named(text: str, asked: frozenset[str], before: str = "") -> frozenset[str]:
    """The stems of the words for what caused it, behind a word for causing or before one; none where none is given."""
    causes = " ".join(_given(text, asked, before))
    words = (word for word in surface_words(causes) if word not in STOP_WORDS and word not in _OF_NO_CAUSE)
    return frozenset(stem(word) for word in words)


def cause_denied(text: str) -> frozenset[str]:
    """The stems of the words for what a statement says was not the cause: "it did not fall because of rust"."""
    by = _by(text)
    return frozenset(terms(by["cause"])) if by and not _is_given(text, by.start()) else frozenset()


def effect_of(text: str) -> frozenset[str]:
    """The stems of what a statement names as brought about by something, whatever it is asked about."""
    by = _by(text)
    return _main_words(_clause_before(text[: by.start()]), acting=True) if by else frozenset()


def _given(text: str, asked: frozenset[str], before: str) -> list[str]:
    """The words for what a statement says was the cause of something asked about."""
    if calls_unknown(text):
        return []
    found = []
    by, causing = _by(text), _CAUSING.search(text)
    if by and _is_given(text, by.start()) and asked & effect_of(text):
        found.append(by["cause"])
    if causing and _is_given(text, causing.start()) and asked & _main_words(causing["effect"] or causing["fallen"]):
        found.append(_clause_before(text[: causing.start()]))
    felled = _FELLED_IT.search(text)
    if felled and _is_given(text, felled.start()) and asked & frozenset(terms(before)):
        by_what = _clause_before(text[: felled.start()])
        found += [by_what] if frozenset(terms(by_what)) - asked else []
    return found


def _by(text: str) -> re.Match[str] | None:
    """Where something is said to be by or because of something else; not where it is due to happen."""
    due = [found.end() for found in _SCHEDULED.finditer(text)]
    return next((by for by in _BY.finditer(text) if not any(by.start() < end <= by.end() for end in due)), None)


def _is_given(text: str, at: int) -> bool:
    return not _NOT_GIVEN.search(text, 0, at)


def _clause_before(text: str) -> str:
    """The end of a text from its last mark, or the last word that begins a clause."""
    begun = max((found.end() for found in _BEGINNING.finditer(text)), default=0)
    return text[begun:]


def _main_words(clause: str, *, acting: bool = False) -> frozenset[str]:
    """The stem of the thing that a clause begins with, its last word: "the road | past the school" is a road.

    Where it may be `acting` and no word shows where the thing ends, all stems: "the crane fell".
    """
    words = clause.strip()
    ends = _FIRST_ENDS.search(words, 1)
    named = [word for word in surface_words(words[: ends.start()] if ends else words) if word not in _OF_NO_CAUSE]
    return frozenset(map(stem, named if acting and not ends else named[-1:])) - frozenset(map(stem, STOP_WORDS))
