"""Whether a thing whose name is asked for stands there without any: "a private clinic", where it is asked which."""

import re
from collections.abc import Sequence

from corpus.patterns import regex
from index.words import stem, surface_words
from rag.evidence import FITTING, Evidence
from rag.slots import Slot

_ASKS_WHICH = regex(r"\bwhich\s+(?!of\b)(?:(?P<of_a_place>[a-z]\w+)\s(?:in|at|on|near)\s)?", re.IGNORECASE)
_NAME = regex(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*")
_ONE_OF = regex(
    r"\b(?:an?|some|another|one|two|three|four|five|six|several|\d{1,3})\s+(?P<words>[a-z][\w-]*(?:\s[a-z][\w-]*){0,2})"
)
AS_NEAR = 0.2
"""How far below the best sentence those may be that would give the name."""


def unnamed_thing(text: str, slots: Sequence[Slot], evidence: Sequence[Evidence]) -> str | None:
    """What it is asked which one it is, where the best sentences speak of one and name none; else None."""
    asked = _ASKS_WHICH.search(text) if len(slots) == 1 else None
    thing = (slots[0].thing or asked["of_a_place"]) if asked else None
    if thing is None or any(each.filled.is_tied for each in evidence):
        return None
    best = max(each.nearness for each in evidence)
    near = [each for each in evidence if each.nearness >= best - AS_NEAR]
    fitting = [each.hit.place.sentence.reading for each in near if each.fits[0] >= FITTING]
    said = frozenset(map(stem, surface_words(text)))
    return thing if fitting and all(_is_unnamed(thing, said, reading) for reading in fitting) else None


def _is_unnamed(thing: str, said: frozenset[str], reading: str) -> bool:
    """Whether a sentence has the thing as one of many, and no name or adjective for it that the question has not."""
    phrases = (list(map(stem, surface_words(found["words"]))) for found in _ONE_OF.finditer(reading))
    one_of = any(stem(thing) in words and set(words[: words.index(stem(thing))]) <= said for words in phrases)
    return one_of and not any(_is_new(found, said) for found in _NAME.finditer(reading))


def _is_new(name: re.Match[str], said: frozenset[str]) -> bool:
    """Whether a name is one that the question has no word of; one word at the beginning of a sentence is none."""
    words = surface_words(name.group())
    begins = len(words) < 2 and not re.search(r"[\w,;]\s?\Z", name.string[: name.start()])
    return not begins and not said & set(map(stem, words))
