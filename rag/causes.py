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
DONE = r"(?:caused|triggered|sparked|started|set\soff|ignited|brought\sdown|toppled|felled|wrecked|destroyed|derailed)"
"""Verbs by which one thing does another to a third, in the past."""
# What is due to open is no effect of an opening.
_TO_COME = (
    r"(?:re)?(?:open|close|start|begin|end|return|resume|arrive|leave|be|meet|take|go|come|appear|finish|expire|last|run"
    r"|vote|decide|publish|report|speak|visit|sign|face|stand|sail|land|retire|become|get|give|make|hold)\b"
)
_BY = regex(
    rf"\b(?:{DONE}\sby|due\sto(?!\s{_TO_COME})|because\sof|blamed\son|attributed\sto|the\sresult\sof|owing\sto)"
    r"\s(?P<cause>[^.,;:()“”]{3,80})",
    re.IGNORECASE,
)
_CAUSING = regex(
    rf"\b(?:(?:{DONE}|incited|led\sto|brought\sabout)\s(?!by\b)(?P<effect>[^.,;:()“”]{{3,120}})"
    r"|brought\s(?P<fallen>(?:\w+\s){1,4})down\b)",
    re.IGNORECASE,
)
_BEGINNING = regex(
    r"[.,;:()“”]|\b(?:that|which|who|said|says|but|so|when|while|as|believe[sd]?|think|thinks|thought|suspect(?:s|ed)?"
    r"|argue[sd]?|claim(?:s|ed)?|insist(?:s|ed)?|found|concluded?|told)\b",
    re.IGNORECASE,
)
# Where the first thing that a clause names ends: "the road | past the school", "the road | was closed".
_FIRST_ENDS = regex(
    r"\b(?:of|in|on|at|by|with|within|from|to|for|near|past|under|over|behind|beside|along|across|around|through|during"
    r"|before|after|since|until|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|and|or)\b",
    re.IGNORECASE,
)
_NOT_GIVEN = regex(
    r"(?:\b(?:not(?!\sonly\b)|never|no(?!\sconfidence\b)|nor|whether|what|how|if|without|hardly|scarcely|few|nobody"
    r"|wrong|false|untrue|reject\w*|dismiss\w*|den(?:y|ies|ied|ying)|doubt\w*|disput\w*)|n[’']t)\b[^.,;:]{0,60}\Z",
    re.IGNORECASE,
)
_OF_NO_CAUSE = frozenset(
    "may might could would must can will shall should perhaps probably possibly likely finally also then"
    " monday tuesday wednesday thursday friday saturday sunday january february april june july august september"
    " october november december today yesterday morning afternoon evening night day week month year early late".split()
)
"""Words before a verb for what was done that name nothing which did it."""


def calls_unknown(text: str) -> bool:
    """Whether a statement says that a cause is not known."""
    return _UNKNOWN.search(text) is not None


def gives_cause(text: str, asked: frozenset[str]) -> bool:
    """Whether a statement says what caused something of which it has one of the words asked about, as stems."""
    return bool(_given(text, asked))


def cause_named(text: str, asked: frozenset[str]) -> frozenset[str]:
    """The stems of the words for what caused it, behind a word for causing or before one; none where none is given."""
    causes = " ".join(_given(text, asked))
    words = (word for word in surface_words(causes) if word not in STOP_WORDS and word not in _OF_NO_CAUSE)
    return frozenset(stem(word) for word in words)


def cause_denied(text: str) -> frozenset[str]:
    """The stems of the words for what a statement says was not the cause: "it did not fall because of rust"."""
    by = _BY.search(text)
    return frozenset(terms(by["cause"])) if by and not _is_given(text, by.start()) else frozenset()


def effect_of(text: str) -> frozenset[str]:
    """The stems of the thing whose cause a statement gives, whatever it is asked about."""
    by = _BY.search(text)
    return frozenset(terms(_first_thing(_clause_before(text[: by.start()])))) if by else frozenset()


def _given(text: str, asked: frozenset[str]) -> list[str]:
    """The words for what a statement says was the cause of something asked about."""
    if calls_unknown(text):
        return []
    found = []
    by, causing = _BY.search(text), _CAUSING.search(text)
    if by and _is_given(text, by.start()) and asked & effect_of(text):
        found.append(by["cause"])
    if causing and _is_given(text, causing.start()):
        done_to = causing["effect"] or causing["fallen"]
        if asked & set(terms(_first_thing(done_to))):
            found.append(_clause_before(text[: causing.start()]))
    return found


def _is_given(text: str, at: int) -> bool:
    return not _NOT_GIVEN.search(text, 0, at)


def _clause_before(text: str) -> str:
    """The end of a text from its last mark, or the last word that begins a clause."""
    begun = max((found.end() for found in _BEGINNING.finditer(text)), default=0)
    return text[begun:]


def _first_thing(clause: str) -> str:
    """The words of a clause before the first that joins another thing to them, or tells what became of them."""
    words = clause.strip()
    ends = _FIRST_ENDS.search(words, 1)
    return words[: ends.start()] if ends else words
