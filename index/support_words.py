"""The content words of a statement, each with how rare it is, and how much of their weight a text has."""

import math
from collections.abc import Collection, Mapping
from functools import lru_cache

from index.runtime import shipped_wordpieces
from index.words import STOP_WORDS, stem, surface_words

COMMONEST = 1996
"""The first whole word of the encoder's vocabulary, which lists words from the most frequent on."""
LEAST = 0.2
"""The weight of the commonest content word."""
_LINKING = frozenset(
    """however additionally furthermore moreover overall therefore thus finally consequently conversely meanwhile
    nonetheless nevertheless hence importantly specifically essentially ultimately similarly""".split()
)
"""Words that tie a sentence to the one before it and state nothing."""


def weights_of(text: str) -> dict[str, float]:
    """The stem of each content word with its weight: LEAST for a common word, 1 for an unknown one."""
    weights: dict[str, float] = {}
    for word in surface_words(text):
        if word not in STOP_WORDS and word not in _LINKING:
            weights[stem(word)] = max(rarity(word), weights.get(stem(word), 0.0))
    return weights


def coverage(weights: Mapping[str, float], stems: Collection[str]) -> float:
    """The share of the weight of a statement's words that a text has; 1 where the statement has no content word."""
    whole = sum(weights.values())
    return sum(weight for word, weight in weights.items() if word in stems) / whole if whole else 1.0


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How rare a lower-case word is, by its place in the vocabulary of the encoder."""
    tokenizer = shipped_wordpieces()
    place, last = tokenizer.token_to_id(word), tokenizer.get_vocab_size()
    if place is None:
        return 1.0
    return max(LEAST, math.log1p(max(place - COMMONEST, 0)) / math.log1p(last - COMMONEST))
