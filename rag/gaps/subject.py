"""The name that a question asks of, and which sentences are about its bearer."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.vocabulary import common_words
from index.words import STOP_WORDS
from rag.gaps.words import DETERMINERS, Word, name_runs

NAMED = 0.6
"""The share of a name that stands for all of it: the surname, but not the first name."""
WHOLE = 0.99
COMMON_WEIGHT = 0.5
"""The weight of a word of the language in a name, beside 1 for one that is only a name."""
LONGEST_LIFE = 8
"""Words that brackets behind a name may hold."""
BEHIND = 10
_COPULAS = frozenset("is was are were became".split())
_ACCENTS = regex("[\u0300-\u036f]+")
_WITHIN = frozenset("and of the a an".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """A name: the stems of its words and how much each of them tells, which sums to 1."""

    weights: tuple[tuple[str, float], ...]

    @classmethod
    def of(cls, words: Sequence[Word]) -> "Subject":
        """The subject whose name has these words."""
        raw = {word.stem: COMMON_WEIGHT if word.lower in common_words() else 1.0 for word in words}
        total = sum(raw.values())
        return cls(tuple((stem, weight / total) for stem, weight in raw.items()))

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(stem for stem, _ in self.weights)

    def is_in(self, text: str) -> bool:
        """Whether a text has most of the name anywhere, as far as its letters tell: "citi" is the stem of "city"."""
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()
        return self._share(frozenset(stem for stem in self.stems if stem[: max(3, len(stem) - 1)] in plain)) >= NAMED

    def is_named_in(self, words: Sequence[Word]) -> bool:
        """Whether a sentence names it: in full, or in part where that is no part of another's name."""
        share = self._share(frozenset(word.stem for word in words))
        if share < NAMED or share >= WHOLE:
            return share >= NAMED
        return not any(self._is_anothers(words[begin:end]) for begin, end in name_runs(words))

    def described_in(self, words: Sequence[Word]) -> list[Word]:
        """What a sentence calls it: the words before its name, behind a comma, or behind "is a"; no names."""
        first = next((at for at, word in enumerate(words) if word.stem in self.stems), None)
        if first is None:
            return []
        last = first
        while last + 1 < len(words) and not words[last].closed and self._belongs(words[last + 1]):
            last += 1
        told = (*_said_before(words, first), *_said_behind(words, last))
        return [word for word in told if not word.named]

    def _share(self, stems: frozenset[str]) -> float:
        return sum(weight for stem, weight in self.weights if stem in stems)

    def _belongs(self, word: Word) -> bool:
        return word.named or word.stem in self.stems

    def _is_anothers(self, run: Sequence[Word]) -> bool:
        """Whether a name ends like this one but has words of its own: another person of the family."""
        others = [word for word in run if word.named and word.stem not in self.stems]
        return bool(others) and run[-1].stem in self.stems


def _said_before(words: Sequence[Word], at: int) -> list[Word]:
    found: list[Word] = []
    for word in reversed(words[max(0, at - 3) : at]):
        if word.closed or word.lower in STOP_WORDS:
            break
        found.append(word)
    return found


def _said_behind(words: Sequence[Word], at: int) -> list[Word]:
    """The words that say what a name is which ends at a word, up to the next mark; brackets are passed over."""
    spot, mark = _behind_brackets(words, at)
    is_named = spot < len(words) and words[spot].lower in _COPULAS
    is_apposed = mark.startswith(",") and spot < len(words) and words[spot].lower in DETERMINERS
    if not (is_named or is_apposed):
        return []
    found: list[Word] = []
    for word in words[spot + is_named : spot + BEHIND]:
        if word.lower not in STOP_WORDS:
            found.append(word)
        elif found and word.lower not in _WITHIN:
            break
        if word.closed:
            break
    return found


def _behind_brackets(words: Sequence[Word], at: int) -> tuple[int, str]:
    """The word behind a name and its brackets, and the mark before it."""
    spot, mark = at + 1, words[at].closed
    if not mark.startswith("("):
        return spot, mark
    while spot < len(words) and not words[spot - 1].closed.startswith(")") and spot < at + LONGEST_LIFE:
        spot += 1
    return spot, words[spot - 1].closed[1:].strip()
