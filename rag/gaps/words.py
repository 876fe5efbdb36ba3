"""The words of a sentence in their places, and the names that they make."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from corpus.patterns import regex
from index.vocabulary import common_words
from index.words import STOP_WORDS, stem, surface_words

Run = tuple[int, int]
"""Where words begin and end (exclusive), counted in words."""

_WORD = regex(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[-’'.][^\W_]+)*", re.UNICODE)
_OWNED = regex(r"[’']s?\Z")
_MARKS = regex(r"[^\w]*")
_WITHIN_NAMES = frozenset("of the de da di del van von der den du la le el al bin ibn".split())
PRONOUNS = frozenset("he she it they his her its their".split())
DETERMINERS = frozenset("the a an his her its their this that some any".split())
_NEVER_NAMES = (
    PRONOUNS
    | DETERMINERS
    | frozenset(
        """
        i we you our my in at on for as to by from of with and or but who which what when where while if is are was were
        has have had not no there then these those after before since until during
        """.split()
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its place, in code points of its sentence.

    `named` says that it is written as a name, `owner` that an apostrophe and its s were cut off; `closed` are the marks
    that follow it.
    """

    text: str
    lower: str
    stem: str
    start: int
    end: int
    named: bool
    owner: bool
    closed: str

    @property
    def means(self) -> bool:
        """Whether it carries meaning; a number by itself does not, for it is compared as a figure."""
        return (self.named or self.lower not in STOP_WORDS) and not self.text.isdigit()


def words_of(text: str, names: Container[str] = ()) -> tuple[Word, ...]:
    """The words of a text; `names` are words that are names even where a sentence begins."""
    found = [_word(text, match) for match in _WORD.finditer(text)]
    if found and found[0].named and not (found[1:] and found[1].named and not found[0].closed):
        found[0] = replace(found[0], named=found[0].lower in names or found[0].lower not in common_words())
    return tuple(found)


def _word(text: str, match: re.Match[str]) -> Word:
    bare = _OWNED.sub("", match.group())
    lower = bare.casefold()
    marks = _MARKS.match(text, match.end())
    return Word(
        text=bare,
        lower=lower,
        stem=stem(next(iter(surface_words(bare)), lower)),
        start=match.start(),
        end=match.start() + len(bare),
        named=bare[:1].isupper() and lower not in _NEVER_NAMES,
        owner=bare != match.group(),
        closed=marks.group().strip() if marks else "",
    )


def name_runs(words: Sequence[Word]) -> list[Run]:
    """Where the names are; small words inside one belong to it."""
    runs: list[Run] = []
    at = 0
    while at < len(words):
        end = at + 1
        if words[at].named:
            end = _end_of_name(words, at)
            runs.append((at, end))
        at = end
    return runs


def _end_of_name(words: Sequence[Word], begin: int) -> int:
    end = begin + 1
    while not _ends_name(words[end - 1]) and (more := _goes_on(words, end)):
        end = more
    return end


def _ends_name(word: Word) -> bool:
    """Whether no name goes on behind it; the point of an initial ends none."""
    is_initial = len(word.text) == 1 and word.closed == "."
    return word.owner or (bool(word.closed) and not is_initial)


def _goes_on(words: Sequence[Word], at: int) -> int | None:
    """Where a name ends that goes on at a word: it is capital too, or small words lead to one that is."""
    end = at
    while end < len(words) and words[end].lower in _WITHIN_NAMES and not words[end].named and end - at < 2:
        if words[end].closed:
            return None
        end += 1
    return end + 1 if end < len(words) and words[end].named else None
