"""A figure for each of something: "per home", "a household", "to every pupil"."""

import re

from corpus.patterns import regex
from index.quantities import quantities_of
from index.words import STOP_WORDS, surface_words

_EACH = regex(r"\b(?:per|each|every)\s(?P<words>(?:[^\W\d_][\w’'-]*\s?){1,3})", re.IGNORECASE)
# "How many did each side lose" asks for the figures of all of them.
_EVERYBODY = regex(
    r"\b(?:each|every)\s(?:side|party|camp|country|government|group|team|paper|source|of\s(?:them|the\s\w+))\b",
    re.IGNORECASE,
)
_A_PIECE = regex(r"(?:\s[^\W\d_][\w’'-]*)?\san?\s(?P<words>[^\W\d_][\w’'-]*)")
_CLAUSE_EDGE = regex(r"[;:()]|,\s|\s[–—]\s")
_PERIODS = frozenset("second minute hour day week month year night morning evening time one".split())


def each_asked(question: str) -> str | None:
    """The noun for each of which a question asks a figure: home of "what sum per home"; None where it asks none."""
    found = _EACH.search(_EVERYBODY.sub(" ", question))
    words = _things(found["words"]) if found else []
    return words[0] if words else None


def each_of(reading: str) -> frozenset[str]:
    """The words for that for each of which a sentence gives a figure; none where it gives a total."""
    clauses = _CLAUSE_EDGE.split(reading)
    return frozenset(word for clause in clauses for each in _shares(clause) for word in _things(each["words"]))


def _shares(clause: str) -> list[re.Match[str]]:
    quantities = quantities_of(clause)
    behind = (_A_PIECE.match(clause, quantity.end) for quantity in quantities)
    return [*_EACH.finditer(clause), *filter(None, behind)] if quantities else []


def _things(words: str) -> list[str]:
    return [word for word in surface_words(words) if word not in STOP_WORDS and word not in _PERIODS]
