"""The parts of a text that hang together: clauses, and sentences with those that lean on them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.patterns import regex
from corpus.sentences import sentence_spans
from index.words import terms

SHORTEST = 3
"""Content words of the shortest clause that is looked at by itself."""
_JOINT = regex(r"[;.]\s+|,?\s+(?:and|but|while|whereas|although|though)\s+|,\s+", re.IGNORECASE)
_LEANING = regex(
    r"^[“\"(]?(?:\w+ ){0,3}?(?:he|she|it|they|his|her|its|their|him|them|this|these|those)\b"
    r"|.*\b(?:the (?:two|latter|former|other)|both|each|ones)\b",
    re.IGNORECASE | re.DOTALL,
)


def clauses_in(claim: str) -> Iterator[str]:
    """The parts of a statement at its joints, the short ones with what is before them."""
    part = ""
    for piece in _JOINT.split(claim):
        part = f"{part} {piece}".strip()
        if len(set(terms(part))) >= SHORTEST:
            yield part
            part = ""
    if part:
        yield part


@lru_cache(maxsize=256)
def units_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with those behind it that lean on it by a pronoun and so speak of the same."""
    units: list[str] = []
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        if units and _LEANING.match(sentence):
            units[-1] = f"{units[-1]} {sentence}"
        else:
            units.append(sentence)
    return tuple(units)
