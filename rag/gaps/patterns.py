"""Where the phrase stands that a word of a sentence ties to what is asked about."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import takewhile

from rag.gaps.gap import Form, Gap
from rag.gaps.phrases import NEAR, clause_end, names_behind, noun_phrase_at, phrase_at, phrase_before, phrase_ending
from rag.gaps.wording import AUXILIARIES
from rag.gaps.words import DETERMINERS, Run, Word, name_runs

COPULAS = frozenset("is was are were became become as called named remains been be".split())
PLACED = frozenset("in at near on from of".split())
_NO_DOERS = AUXILIARIES | COPULAS | DETERMINERS
APPOSED = 4
"""Words between a noun and the comma behind the name that it says more of."""

Tied = Iterator[Run]


def ties_of(gap: Gap, words: Sequence[Word], at: int) -> Tied:
    """The phrases that a word tied to the question's head may tie to the one asked about, the likeliest first."""
    return _BY_FORM[gap.form](gap, words, at)


def doers(gap: Gap, words: Sequence[Word], at: int) -> Tied:
    """Who did it: behind "by", before the verb, beside the noun for it."""
    by = next((spot for spot in range(at + 1, min(at + NEAR, len(words))) if words[spot].lower == "by"), None)
    if by is not None:
        yield from _given(phrase_at(words, by + 1))
    elif gap.asked == "thing" and at and (words[at - 1].lower in COPULAS or words[at - 1].closed):
        yield from names_behind(words, at)  # "was released on Fernhill Records"
    if at and words[at - 1].lower not in _NO_DOERS:
        yield from _given(phrase_before(words, at))
    yield from apposed(words, at)
    yield from equated(words, at)


def bearers(gap: Gap, words: Sequence[Word], at: int) -> Tied:
    """Who or what is it: before or behind "is", beside the noun, or behind it; nobody where it is another's."""
    if _is_anothers(gap, words, at):
        return
    yield from equated(words, at)
    yield from apposed(words, at)
    yield from objects(gap, words, at)


def _is_anothers(gap: Gap, words: Sequence[Word], at: int) -> bool:
    """Whether what stands there is of another name than the one asked about: "president of the Republic of Norland"."""
    if words[at + 1 : at + 2] and words[at + 1].lower == "of" and not words[at].closed:
        runs = [words[slice(*run)] for run in name_runs(words) if at + 1 < run[0] < at + NEAR]
        return bool(runs) and not any(gap.subject.stems & {word.stem for word in run} for run in runs)
    return False


def objects(gap: Gap, words: Sequence[Word], at: int) -> Tied:
    """What it is done to, or where: behind the verb, or before it where it is done "by" the one asked about."""
    behind = words[at + 1 : at + NEAR]
    if behind and behind[0].lower == "by" and gap.subject.stems & {word.stem for word in behind}:
        yield from _given(phrase_before(words, at))
        yield from _given(phrase_ending(words, at))
    if gap.asked in ("person", "place"):
        yield from names_behind(words, at)
    if not words[at].closed:
        yield from _given(phrase_at(words, at + 1))
    yield from _given(phrase_before(words, at))


def equated(words: Sequence[Word], at: int) -> Tied:
    """What "is" makes one with a noun, behind it or before it, no mark between."""
    for spot in range(at + 1, min(at + NEAR, len(words))):
        if words[spot - 1].closed:
            break
        if words[spot].lower in COPULAS:
            yield from _given(phrase_at(words, spot + 1))
            break
    for spot in range(at - 1, max(-1, at - NEAR), -1):
        if words[spot].closed:
            break
        if words[spot].lower in COPULAS:
            yield from _given(phrase_before(words, spot))
            break


def apposed(words: Sequence[Word], at: int) -> Tied:
    """A name right behind a noun ("director Ann Reed"), or before it ("Karsk, the capital")."""
    if words[at + 1 : at + 2] and words[at + 1].named:
        runs = [(at + 1, end) for begin, end in name_runs(words) if begin in (at, at + 1) and end > at + 1]
        yield from (run for run in runs if not words[at].closed or words[run[1] - 1].closed)
    front = at
    while front > 0 and not words[front - 1].closed and at - front < APPOSED:
        front -= 1
    if front and words[front - 1].closed == ",":
        yield from (run for run in name_runs(words) if run[1] == front)


def makers(gap: Gap, words: Sequence[Word]) -> Tied:
    """Whose it is: "a novel by Ann Reed" where the question speaks of a novel, or "Ann Reed's" before its name."""
    for begin, end in name_runs(words):
        made = begin and words[begin - 1].lower == "by" and _stands_before(words, begin - 1, gap.sort)
        behind = {word.stem for word in words[end : end + NEAR]}
        owned = gap.form == "agent" and words[end - 1].owner and behind & gap.subject.stems
        if made or owned:
            yield begin, end


def _stands_before(words: Sequence[Word], at: int, stems: Collection[str]) -> bool:
    """Whether one of these stands shortly before a word, no mark between: "a novel of 1936 by"."""
    front = takewhile(lambda word: not word.closed, reversed(words[max(0, at - APPOSED) : at]))
    return any(word.stem in stems for word in front)


def definitions(gap: Gap, words: Sequence[Word]) -> Tied:
    """What the subject is said to be, and then where: "is a village in Dorset"."""
    copula = copula_of(gap, words)
    if copula is None:
        return
    if not gap.asks_where:
        yield from _given(noun_phrase_at(words, copula + 1))
    end = clause_end(words, copula)
    yield from (run for run in name_runs(words) if copula < run[0] < end and is_placed(words, run[0]))


def is_placed(words: Sequence[Word], at: int) -> bool:
    """Whether a preposition of place stands before a word, or one word before it: "in northern Karsk"."""
    if at and words[at - 1].lower in PLACED:
        return True
    described = at > 1 and words[at - 1].means and not (words[at - 1].closed or words[at - 1].named)
    return described and words[at - 2].lower in PLACED and not words[at - 2].closed


def copula_of(gap: Gap, words: Sequence[Word]) -> int | None:
    """Where the word stands that says what the subject is."""
    names = next((at for at, word in enumerate(words) if word.stem in gap.subject.stems), len(words))
    return next((at for at in range(names + 1, len(words)) if words[at].lower in COPULAS), None)


def _given(run: Run | None) -> Tied:
    if run:
        yield run


_BY_FORM: Mapping[Form, Callable[[Gap, Sequence[Word], int], Tied]] = {
    "agent": doers,
    "role": bearers,
    "object": objects,
}
