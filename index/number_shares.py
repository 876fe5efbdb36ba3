"""Shares with what is shared inside: one household in five."""

import re
from dataclasses import replace

from corpus.patterns import regex
from index.noun_phrases import amount_of, phrase_at
from index.written_numbers import Number

_OUT_OF = regex(r"\s(?:in|out\sof)\s(?:every\s)?", re.IGNORECASE)
# "Twelve ships in 1890" and "four stars out of five" are no shares.
_WHOLES = frozenset([*range(2, 11), 12, 20, 50, 100, 1000, 10_000, 100_000])
_MARKS = ("stars", "points", "marks", "goals", "games", "wins")


def share_of(text: str, one: Number, other: Number) -> Number | None:
    """One number of two that say how many of how many, in percent; None where things are in a place."""
    noun = _shared(text, one, other) if _are_parts(one, other) else None
    if noun is None:
        return None
    share, end = 100 * one.value / other.value, other.end
    return replace(one, end=end, value=share, unit="%", word=(end, end), after=end, place=share, noun=noun)


def _are_parts(one: Number, other: Number) -> bool:
    """Whether two numbers may be so many of so many, by themselves."""
    bare = not any(each.unit or each.tail or each.upper or each.bound != "exactly" for each in (one, other))
    return bare and one.factor == 1 and one.value < other.value and other.value in _WHOLES


def _shared(text: str, one: Number, other: Number) -> tuple[int, int] | None:
    """Where the noun between two numbers stands, none behind the second."""
    noun, end = phrase_at(text, one.end, amount_of(one.value, one.upper))
    if not noun or noun.lower().endswith(_MARKS) or not _OUT_OF.fullmatch(text, end, other.start):
        return None
    return None if phrase_at(text, other.end, "many")[0] else (end - len(noun), end)
