"""Which words tie a filler to the one asked about as the word of the question does."""

from collections.abc import Iterable, Iterator, Sequence

from index.encoder import Encoder
from index.words import STOP_WORDS
from rag.gaps.gap import Gap
from rag.gaps.word_forms import is_form_of
from rag.gaps.words import Word

ALIKE = 0.6
"""How near in meaning a word must be to the question's: married to spouse."""
MOST_COMPARED = 12
"""Words that are compared in meaning, those of the nearest sentences first: each costs half a millisecond."""
SHORTEST = 4


def head_words(gap: Gap, articles: Iterable[Sequence[Sequence[Word]]], encoder: Encoder) -> frozenset[str]:
    """The words of articles, in lower case, that are forms of the head, or near to it in meaning.

    Only of an article that has no form of it in any of its sentences are other words compared.
    """
    if gap.head is None:
        return frozenset()
    forms: set[str] = set()
    others: dict[str, None] = {}
    for sentences in articles:
        same = {word.lower for words in sentences for word in words if _ties(gap, gap.head, word)}
        forms |= same
        if not same:
            others |= dict.fromkeys(word for words in sentences for word in _comparable(gap, words))
    return frozenset(forms | _near(gap.head, [word for word in others if word not in forms], encoder))


def _ties(gap: Gap, head: str, word: Word) -> bool:
    """Whether a word is a form of the head, or of what goes with it beside a figure: seats for seating."""
    return is_form_of(word.lower, head) or (gap.asked == "figure" and word.stem in gap.first)


def _near(head: str, words: Sequence[str], encoder: Encoder) -> set[str]:
    compared = words[:MOST_COMPARED]
    if not compared:
        return set()
    vectors = encoder.encode([head, *compared])
    near = (vectors[1:] @ vectors[0]).tolist()
    return {word for word, close in zip(compared, near, strict=True) if close >= ALIKE}


def _comparable(gap: Gap, words: Sequence[Word]) -> Iterator[str]:
    for word in words:
        plain = word.lower.isalpha() and not word.named and word.lower not in STOP_WORDS
        if plain and len(word.lower) >= SHORTEST and word.stem not in gap.said:
            yield word.lower
