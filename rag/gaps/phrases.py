"""Noun phrases and names beside a word of a sentence."""

from collections.abc import Sequence

from corpus.patterns import regex
from index.words import STOP_WORDS
from rag.gaps.words import DETERMINERS, Run, Word, name_runs

LONGEST = 6
"""Words of the longest noun phrase."""
NEAR = 8
"""Words between one that ties a phrase to something and the phrase."""
_ADVERB = regex(r"\w+ly\Z")
_SKIPPED = DETERMINERS | frozenset("in at on for as to by from of with near into known best".split())
_JOINING = frozenset("and near in of".split())


def phrase_at(words: Sequence[Word], at: int) -> Run | None:
    """The phrase that begins at a word, articles and prepositions skipped; None where a mark comes first."""
    begin = _behind_small_words(words, at)
    if begin is None:
        return None
    return _name_with(words, begin) or _noun_phrase_from(words, begin)


def noun_phrase_at(words: Sequence[Word], at: int) -> Run | None:
    """The phrase that begins at a word, which may begin with a name: "a Danish botanist"."""
    begin = _behind_small_words(words, at)
    return None if begin is None else _noun_phrase_from(words, begin)


def _noun_phrase_from(words: Sequence[Word], begin: int) -> Run | None:
    end = begin
    while end < len(words) and end - begin < LONGEST and not _ends_phrase(words, end):
        end += 1
        if words[end - 1].closed:
            break
    while end > begin and not words[end - 1].means:
        end -= 1
    name = next((run for run in name_runs(words) if begin < run[0] < end), None)
    return (begin, max(end, name[1] if name else end)) if end > begin else None


def phrase_before(words: Sequence[Word], at: int) -> Run | None:
    """The phrase that ends before a word, which no mark parts from it."""
    if at < 1 or words[at - 1].closed:
        return None
    name = next((run for run in name_runs(words) if run[1] == at), None)
    return name or phrase_ending(words, at)


def phrase_ending(words: Sequence[Word], at: int) -> Run | None:
    """The words with a meaning that stand before a word, up to the next mark; one may part them from it."""
    begin = at
    while begin > 0 and at - begin < LONGEST and words[begin - 1].lower not in STOP_WORDS:
        if begin < at and words[begin - 1].closed:
            break
        begin -= 1
    return (begin, at) if begin < at else None


def names_behind(words: Sequence[Word], at: int) -> list[Run]:
    """The names behind a word, up to the next mark."""
    end = clause_end(words, at)
    return [run for run in name_runs(words) if at < run[0] < min(end, at + NEAR)]


def clause_end(words: Sequence[Word], at: int) -> int:
    """Where the words end that stand behind a word before the next mark."""
    return next((spot for spot in range(at, len(words)) if words[spot].closed), len(words) - 1) + 1


def joined_to(words: Sequence[Word], at: int) -> list[Word]:
    """The names that follow at once on one that ends at a word: another who did it too, or the country of a town."""
    found: list[Word] = []
    ends = dict(name_runs(words))
    while at < len(words):
        link = at + (words[at].lower in _JOINING)
        if link not in ends or words[at - 1].closed not in ("", ",") or (link == at and not words[at - 1].closed):
            break
        found.extend(words[link : ends[link]])
        at = ends[link]
    return found


def _behind_small_words(words: Sequence[Word], at: int) -> int | None:
    while at < len(words) and not words[at].named and (words[at].lower in _SKIPPED or _ADVERB.match(words[at].lower)):
        if words[at].closed:
            return None
        at += 1
    return at if at < len(words) else None


def _name_with(words: Sequence[Word], at: int) -> Run | None:
    return next((run for run in name_runs(words) if run[0] <= at < run[1]), None)


def _ends_phrase(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.lower == "of":
        return at + 1 == len(words)
    return not word.means
