"""The two sides that a question itself names: "was it A or B", "who says A, and who says B"."""

import re
from typing import NamedTuple

from corpus.patterns import regex
from rag.cues import ASKS_WHETHER

_OR = regex(r"[,\s]+or\s+(?!not\b|so\b|something\b|less\b|more\b)", re.IGNORECASE)
_QUOTED = regex(r"[“\"‘][^“”\"]*[”\"’]|(?<!\w)'[^']*'(?!\w)")
_CLAUSE = regex(r"[?.:;!]+(?:\s|$)|\s[–—-]\s")
_OPEN = regex(r"\b(?:who|whom|whose|what|when|where|why|which|how)\b", re.IGNORECASE)
_AGAIN = regex(
    r"(?:(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should)\s+(?:it|they|he|she|this|that|there)\s+)?"
    r"(?:just|only|rather|merely|simply|even|really)?\s*",
    re.IGNORECASE,
)
_SAYS = r"(?:(?:says?|said|claims?|claimed|thinks?|thought|believes?|argues?|insists?|maintains?)\s+(?:that\s+)?)?"
_WHO_AND_WHO = regex(
    rf"(?:^|[:;.,?]\s)\s*who\s+{_SAYS}(?P<one>[^,;:?]{{3,}}?)(?:[,;]\s*(?:and|but)?|\s(?:and|but))\s+who\s+{_SAYS}(?P<other>[^?]{{3,}})",
    re.IGNORECASE,
)
_TAIL = regex(
    r".*[,:—]\s*(?!(?:and|but|if|when|while|as|since|until|before|after|who|which|what|why|where|how|not|is|are|was|were)\b)"
    r"(?P<one>[^,:]+?)",
    re.IGNORECASE,
)
_LINK = regex(r"(?:about|at|between|by|during|for|from|in|into|of|on|over|through|to|under|with)\b", re.IGNORECASE)
_TIME = regex(r"(?:later|earlier|before|after|since|more|less|fewer|why|how|when|what|who|where)\b", re.IGNORECASE)
_WHO = regex(r"\b(?:who|whom|whose)\b", re.IGNORECASE)
"""Whoever is named behind such a question says much else, and a sentence with the name takes no side."""
LONGEST = 14
"""Words of the longest side."""
_LIST_BEGUN = regex(
    r"\b(?:to|about|with|for)\s+(?:(?:the|an?|its|his|her|their|our|my|your|this|that|these|those)\s+)?[\w’'-]+(?:\s[\w’'-]+)?\s*,"
    r"[^,]*",
    re.IGNORECASE,
)
"""What a question is about may be a list: "what happened to the dam, mill or bridge"."""
SHORT = 4
"""Words of the longest side behind an open question."""


class SidesAsked(NamedTuple):
    """What a question sets against each other, in its own words."""

    one: str
    other: str


def sides_asked(question: str) -> SidesAsked | None:
    """The two sides a question names; None where it names none."""
    question = _QUOTED.sub(" ", question)
    both = _WHO_AND_WHO.search(question)
    if both:
        return SidesAsked(both["one"].strip(), both["other"].strip(" .!"))
    for clause in _CLAUSE.split(question):
        joint = _OR.search(clause)
        if joint:
            one, other = clause[: joint.start()], clause[joint.end() :]
            sides = SidesAsked(_said(one), _said(other)) if _is_choice(one) else _behind_open(one, other)
            if sides:
                return sides
    return None


def _behind_open(before: str, after: str) -> SidesAsked | None:
    """The two short answers that an open question offers at its end: "what broke it, rust or frost?"."""
    tail, other = _TAIL.fullmatch(before.strip()), after.strip(" ,")
    if tail is None or "," in other or _TIME.match(other) or _WHO.search(before):
        return None
    if any(found.end() == len(before.strip()) for found in _LIST_BEGUN.finditer(before.strip())):
        return None
    one = tail["one"].strip()
    if not len(other.split()) <= len(one.split()) <= SHORT:
        return None  # "what rules, laws or orders were broken" goes on behind a list
    link = _LINK.match(one)
    if link and not other.casefold().startswith(link[0].casefold()):
        return None  # "if anything, about rent or tax" goes on with what was asked
    return SidesAsked(one, other)


def _is_choice(before: str) -> bool:
    """Whether what is before "or" is one of two answers, not one of two things that another question is about."""
    return bool(ASKS_WHETHER.match(before.strip())) or not _OPEN.search(before)


def _said(part: str) -> str:
    words = _AGAIN.sub("", part.strip(" ,"), count=1).split()
    return " ".join(words[-LONGEST:])
