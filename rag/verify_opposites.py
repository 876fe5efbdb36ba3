"""A statement does not use the opposite of a word that its evidence uses of the same matter: ended for began."""

import re
from collections.abc import Sequence

from corpus.patterns import regex
from rag.opposites import PAIRS, any_of
from rag.verdict import Evidence
from rag.verify_negation import nearest_sentences, sentences_of

_SIDES = tuple((any_of(left), any_of(right)) for left, right in PAIRS)
_NEGATION = regex(r"\b(?:not|no|never|neither|nor|without|cannot|den\w+)\b|n[’']t\b", re.IGNORECASE)


def opposite_word(claim: str, evidence: Sequence[Evidence]) -> str | None:
    """Why a word of the statement says the opposite of the evidence, or None."""
    sentences = [sentence for each in evidence for sentence in sentences_of(each.text)]
    for said in sentences_of(claim):
        told = nearest_sentences(said, sentences)
        if told and not any(map(_NEGATION.search, (said, *told))):  # a negation turns an opposite into the same
            reasons = (_opposed(said, told, *sides) for pair in _SIDES for sides in (pair, pair[::-1]))
            if reason := next(filter(None, reasons), None):
                return reason
    return None


def _opposed(said: str, told: Sequence[str], mine: re.Pattern[str], theirs: re.Pattern[str]) -> str | None:
    """Why a sentence is opposed to all that speak of the same: it has only the one word, and they only the other."""
    word, others = mine.search(said), [theirs.search(each) for each in told]
    if not word or theirs.search(said) or any(map(mine.search, told)):
        return None
    return f"the source says “{others[0].group()}”, not “{word.group()}”" if others[0] and all(others) else None
