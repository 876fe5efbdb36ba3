"""Who says that something is so, and who in the same words that it is not, where a question asks whether it is."""

import re
from collections.abc import Sequence
from datetime import timedelta

from corpus.patterns import regex
from index.judgement import matter_of
from index.reader import Index
from index.words import stem, surface_words, terms
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.question import Question

NEAR = 0.45
"""How far below the best sentence one may be that says yes or no."""
REACH = 2
"""Words between a "not" and what it denies at most: "is not really forcing"."""
FEW = 4
"""So few sentences may all have the word that is asked about."""
SHARED = 2
"""Words of the question that one who says yes has at least."""
LATER = timedelta(days=7)
"""What is said of a plan so much later is news of it; sooner, it is another's opinion."""
_PLANNED = regex(
    r"\b(?:will|shall|would|(?:is|are|was|were)\s(?:\w+\s)?to|going\sto|plan(?:s|ned)?\sto|intend(?:s|ed)?\sto)\b",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_NOT = regex(r"not|never|nobody|none|no|neither|without|\w+n[’']t", re.IGNORECASE)


def polar_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """Those who say that it is so against those who say "not" before the very word that is asked about.

    A word that most sentences have is what they are all about, and asked about by none of them.
    """
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence[:READ] if best - each.relevance <= NEAR]
    held = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    asked = set(terms(question.clear)) - set(question.names)
    asked = {word for word in asked if 2 * sum(word in terms(each.claim.text) for each in held) <= max(len(held), FEW)}
    for each in held:
        denied = asked & denied_in(each.claim.text)
        yeas = [other for other in held if denied & affirmed_in(other.claim.text) and _says_so(other, each, question)]
        if denied and yeas:
            nays = [other for other in held if denied & denied_in(other.claim.text)]
            sides = tuple(yeas[:MOST_OF_A_SIDE]), tuple(nays[:MOST_OF_A_SIDE])
            if _is_overtaken(*sides):
                return Difference("status", "update", sides)
            return Difference(matter_of(yeas[0].claim.text, each.claim.text, "event"), "conflict", sides)
    return None


def _is_overtaken(yeas: Sequence[Held], nays: Sequence[Held]) -> bool:
    """Whether what all of one side said was to come is told by the other, all of it later, as not coming."""
    planned = [each.claim.written for each in yeas if _PLANNED.search(each.claim.text)]
    later = [each.claim.written for each in nays]
    if len(planned) < len(yeas) or None in planned or None in later:
        return False
    return min(filter(None, later)) - max(filter(None, planned)) >= LATER


def denied_in(text: str) -> set[str]:
    """The stems of the words right behind a "not"."""
    words = _WORD.findall(text)
    return {
        stem(part)
        for at, word in enumerate(words)
        if _NOT.fullmatch(word)
        for behind in words[at + 1 : at + 2 + REACH]
        for part in surface_words(behind)
    }


def affirmed_in(text: str) -> set[str]:
    """The stems of all other words."""
    return {stem(word) for word in surface_words(text)} - denied_in(text)


def _says_so(yea: Held, nay: Held, question: Question) -> bool:
    """Whether one who is not the other says it of what is asked about, and denies nothing."""
    shared = set(terms(yea.claim.text)) & set(question.words)
    return yea.claim.holder != nay.claim.holder and yea.claim.held != "denied" and len(shared) >= SHARED
