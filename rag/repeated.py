"""A question that stands more than once in a text, asked once."""

from corpus.patterns import regex
from index.words import surface_words

_SENTENCE_END = regex(r"(?<=[?!])\s*")
SHORTEST = 2
"""Words of the shortest question that is taken for a repetition: a name may say a word twice."""


def once(text: str) -> str:
    """The text without the sentences that it has already, and without what it says over and over."""
    sentences: dict[tuple[str, ...], str] = {}
    parts = _SENTENCE_END.split(text)
    for number, part in enumerate(parts):
        words = tuple(surface_words(part))
        sentences.setdefault(words if len(words) >= SHORTEST else (*words, str(number)), part)
    return _first_round(text if len(sentences) == len(parts) else " ".join(sentences.values()))


def _first_round(text: str) -> str:
    """The words of a text up to where it begins again, if it is nothing but these words time after time."""
    tokens = text.split()
    words = [" ".join(surface_words(token)) for token in tokens]
    for length in range(SHORTEST, len(tokens) // 2 + 1):
        if len(tokens) % length == 0 and words == words[:length] * (len(tokens) // length):
            return " ".join(tokens[:length])
    return text
