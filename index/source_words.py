"""The words of a source that name it, where more was marked than its name."""

import re

from corpus.patterns import regex

REFLEXIVE = regex(r"\s(?:itself|himself|herself|themselves|myself|ourselves)$", re.IGNORECASE)
"""What ends with one of these is more than a name: "the application to have the strike itself"."""
_CLAUSE = regex(r"\b(?:to|have|has|had|is|was|were|would|will|if|what|that)\b")
# "Three times we", "HMT sticks to what it": whoever speaks there is the pronoun.
_ENDS_WITH_PRONOUN = regex(r"\A(?!.*\b(?:who|whom|that|which|of)\b).*\s(?P<pronoun>he|she|they|it|we|I|you)$")
# "In the market two stallholders", "From these the news agency".
_LED = regex(
    r"(?:In|On|At|From|During|After|Before|Since|By|For|With|Under|Among|Near|Outside|Inside)\s.*?\s"
    r"(?=(?:the|an?|one|two|three|four|five|six|some|several|many)\s(?!(?:the|an?)\s)[a-z])"
)


def own_words(words: str) -> str | None:
    """The part of what was marked as a source that may be one; None where nothing of it is."""
    if " " not in words:
        return words
    if REFLEXIVE.search(words):
        return without_reflexive(words)
    pronoun = _ENDS_WITH_PRONOUN.search(words)
    return pronoun["pronoun"] if pronoun else _LED.sub("", words, count=1)


def without_reflexive(words: str) -> str | None:
    """A name that "himself" stresses: the mayor of "the mayor himself"; None where the word ends a clause."""
    name = REFLEXIVE.sub("", words)
    return None if _CLAUSE.search(name) else name
