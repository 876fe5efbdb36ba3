"""What a sentence gives as the cause of what it counts: the blast that claimed lives, the war that did."""

import re

from corpus.patterns import regex
from index.noun_words import is_participle
from index.quantities import Quantity
from index.words import STOP_WORDS, stem, surface_words

_CAUSING = regex(
    r"(?:,?\s(?:which|that))?(?:\s(?:has|have|had))?(?:\s\w+ly)?\s(?:claim|cost|caus|result|led|tak|took|bring|brought)\w*"
    r"(?:\s+(?:in|to))?(?:\s+(?:the|lives?|(?:\w+\s+)?deaths?|(?:\w+\s+)?loss|of|more|than|at|least|an?|some|around|about|nearly|up|to)){0,5}\s*\Z",
    re.IGNORECASE,
)
_CAUSED_BY = regex(
    r"\b(?:(?:as\s+a\s+|the\s+)?result\s+of|because\s+of|due\s+to|caused\s+by|owing\s+to)\s+([^.,;:()“”]{3,80})",
    re.IGNORECASE,
)
_EDGE = regex(r"[,;:()“”.]")
_WORD = regex(r"[^\W\d_]+")
_BEHIND = frozenset("in on at near during by for who which that when while".split())
MOST_WORDS = 12
"""Words that are looked back over for the cause."""


def cause_of(text: str, quantity: Quantity) -> frozenset[str]:
    """The stems of the nouns for what caused a count, names aside; empty where its sentence does not say."""
    causing = _CAUSING.search(text, 0, quantity.start)
    if causing:
        return _stems(_phrase_before(text[: causing.start()]))
    caused = _CAUSED_BY.search(text, quantity.end)
    return _stems(_phrase_at(caused[1])) if caused else frozenset()


def are_of_other_causes(one: str, left: Quantity, other: str, right: Quantity) -> bool:
    """Whether two counts, in the texts `one` and `other`, are given different causes."""
    causes = cause_of(one, left), cause_of(other, right)
    return all(causes) and not causes[0] & causes[1]


def _phrase_before(text: str) -> list[str]:
    """The words at the end of a text back to the last verb or comma."""
    clause = _EDGE.split(text)[-1]
    words: list[str] = []
    for word in reversed(_WORD.findall(clause)[-MOST_WORDS:]):
        if is_participle(word):
            break
        words.append(word)
    return words


def _phrase_at(text: str) -> list[str]:
    """The words at the beginning of a text up to the first that leads on to where, when or who."""
    words: list[str] = []
    for word in _WORD.findall(text):
        if word.lower() in _BEHIND:
            break
        words.append(word)
    return words


def _stems(words: list[str]) -> frozenset[str]:
    plain = (word for word in words if word.islower() or (word.istitle() and word is words[-1]))
    return frozenset(stem(each) for word in plain for each in surface_words(word) if each not in STOP_WORDS)
