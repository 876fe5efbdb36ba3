"""The words of a corpus: which there are, which are names, and what a mistyped word was meant to be."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from corpus.patterns import regex
from index.export import embedded_folder
from index.words import surface_words

_TOKEN = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)
SHORTEST_CORRECTED = 4
_INFLECTIONS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers")

# Babys for babies, knifes for knives.
_WRONG_PLURALS = ((regex(r"(?<=[^aeiou])ys\Z"), "ies"), (regex(r"fe?s\Z"), "ves"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often each word occurs, in lower case, and the words that are (parts of) names."""

    counts: Mapping[str, int]
    names: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return word in self.counts

    def correct(self, word: str) -> str | None:
        """The word of the corpus that a mistyped word stands for, or None where none is near.

        A word of the language is no typing error, though the corpus may lack it.
        """
        if len(word) < SHORTEST_CORRECTED or word in self.counts or word in common_words():
            return None
        for ending, right in _WRONG_PLURALS:
            plural = ending.sub(right, word)
            if plural != word and plural in self.counts:
                return plural
        from rapidfuzz.distance import OSA

        allowed = 1 if len(word) == SHORTEST_CORRECTED or _is_inflected(word) else 2  # it may be right as it is
        near = [
            (OSA.distance(word, known, score_cutoff=allowed), -count, known)
            for known, count in self.counts.items()
            if known[:2] == word[:2] and abs(len(known) - len(word)) <= allowed
        ]
        distance, _, known = min(near, default=(allowed + 1, 0, ""))
        return known if distance <= allowed else None

    def with_credits(self, outlets: Iterable[str], authors: Iterable[str]) -> "Vocabulary":
        """The vocabulary with the words of the credits too: those of the authors are names."""
        written = {word for author in authors for word in surface_words(author)}
        printed = {word for outlet in outlets for word in surface_words(outlet)}
        counts = {**dict.fromkeys(written | printed, 1), **self.counts}
        return Vocabulary(counts, self.names | (written - self.counts.keys()))

    def save(self, file: Path) -> None:
        """Writes the vocabulary as JSON."""
        file.write_bytes(_ADAPTER.dump_json(self))

    @classmethod
    def load(cls, file: Path) -> "Vocabulary":
        """The vocabulary that `save` wrote."""
        return _ADAPTER.validate_json(file.read_bytes())

    @classmethod
    def of(cls, sentences: Iterable[str]) -> "Vocabulary":
        """The vocabulary of sentences; a word is a name where it is mostly capital inside a sentence."""
        counts: Counter[str] = Counter()
        capital: Counter[str] = Counter()
        small: Counter[str] = Counter()
        for sentence in sentences:
            counts.update(surface_words(sentence))
            tokens = _TOKEN.findall(sentence)
            for token in tokens[1:]:
                (capital if token[0].isupper() else small)[_first_word(token)] += 1
        names = frozenset(word for word, count in capital.items() if word and count > small[word])
        return cls(dict(counts), names)


def _is_inflected(word: str) -> bool:
    """Whether a word is a form of one that needs no spelling: profited of profit, shipped of ship, hoping of hope."""
    ends = (end for end in _INFLECTIONS if word.endswith(end) and len(word) > len(end) + SHORTEST_CORRECTED - 1)
    bases = (word.removesuffix(end) for end in ends)
    return any({base, f"{base}e", base[:-1]} & common_words() for base in bases)


@lru_cache(maxsize=65536)
def _first_word(token: str) -> str:
    return "".join(surface_words(token)[:1])


_ADAPTER = TypeAdapter(Vocabulary)


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words of English that need no spelling: the whole words among the embedded encoder's wordpieces."""
    pieces = (embedded_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(piece for piece in pieces if piece.isalpha())
