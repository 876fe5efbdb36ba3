"""Of a statement, what its evidence lacks and what it has in the same order: numbers, names, pairs of words, runs."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from corpus.patterns import regex
from index.support_windows import Piece
from index.words import terms

SHORTEST = 3
"""Content words of the shortest clause that is looked at by itself."""
_NUMBER = regex(r"\d+(?:[.,]\d+)*")
_NAME = regex(r"(?<![.!?:] )(?<!^)(?<!^[\"“(])\b[A-Z][\w’'-]+")
_IN_WORDS = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
}
_JOINT = regex(
    r"[;:]\s+|,?\s+(?:and|but|while|whereas|although|though|which|who|because|as|since|when|where|that)\s+|,\s+", re.I
)


def numbers_missing(claim: str, text: str) -> float:
    """The share of the numbers of a statement that the evidence has neither in digits nor in words."""
    told = _numbers(text) | {_IN_WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _IN_WORDS}
    return _missing(_numbers(claim), told)


def names_missing(claim: str, text: str) -> float:
    """The share of the capitalised words of a statement, first ones aside, that the evidence does not have."""
    names, there = {name.lower().rstrip("’'s") for name in _NAME.findall(claim)}, text.lower()
    return sum(name not in there for name in names) / len(names) if names else 0.0


def pairs_covered(claim: str, pieces: Sequence[Piece]) -> float:
    """The share of the neighbouring content words of a statement that stand in one sentence of the evidence."""
    pairs = set(pairwise(terms(claim)))
    there = [any(one in piece.stems and other in piece.stems for piece in pieces) for one, other in pairs]
    return sum(there) / len(there) if there else 1.0


def run_covered(claim: str, text: str) -> float:
    """The share of a statement's words in its longest run that the evidence has word for word."""
    words, there = plain(claim), f" {' '.join(plain(text))} "
    longest = start = 0
    for end in range(1, len(words) + 1):
        while start < end and f" {' '.join(words[start:end])} " not in there:
            start += 1
        longest = max(longest, end - start)
    return longest / len(words) if words else 1.0


def clauses_of(claim: str) -> list[str]:
    """The clauses of a statement, those with too few words joined with the one before."""
    clauses = list(_clauses(claim))
    if len(clauses) > 1 and len(set(terms(clauses[-1]))) < SHORTEST:
        clauses[-2:] = [f"{clauses[-2]} {clauses[-1]}"]
    return clauses


def plain(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"\w+", text.lower())


def _clauses(claim: str) -> Iterator[str]:
    part = ""
    for piece in _JOINT.split(claim):
        part = f"{part} {piece}".strip()
        if len(set(terms(part))) >= SHORTEST:
            yield part
            part = ""
    if part:
        yield part


def _numbers(text: str) -> set[str]:
    """Each number without the commas of thousands and the noughts at the end of a fraction."""
    plain_ones = (number.replace(",", "") for number in _NUMBER.findall(text))
    return {number.rstrip("0").rstrip(".") if "." in number else number for number in plain_ones}


def _missing(said: Collection[str], told: Collection[str]) -> float:
    return sum(each not in told for each in said) / len(said) if said else 0.0
