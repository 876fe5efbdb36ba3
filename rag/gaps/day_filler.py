"""The day or year of a sentence that fills the gap of a question."""

from collections.abc import Collection, Sequence
from datetime import date

from corpus.patterns import regex
from index.moments import Moment, moments_of
from rag.gaps.figure_filler import NEAR
from rag.gaps.filler import TIED, Filler
from rag.gaps.gap import Gap
from rag.gaps.word_forms import is_form_of
from rag.gaps.words import Word

_LIFE = regex(r"\(([^()]*\d{4})\s*[–—-]\s*([^()]*\d{4})\)|\(\s*(?:b\.|born)\s+([^()]*\d{4})\s*\)")


def day_in(
    gap: Gap, reading: str, words: Sequence[Word], heads: Collection[str], written: date | None
) -> Filler | None:
    """The day of what is asked: the one nearest to the word for it, or that of a life in brackets."""
    life = _of_life(gap, reading)
    if life:
        return life
    places = [word for word in words if word.lower in heads]
    apart = [(_apart(word, each), each) for each in moments_of(reading, written) for word in places]
    near = [(far, each) for far, each in apart if far <= NEAR]
    return _of_moment(min(near, key=lambda pair: pair[0])[1]) if near else None


def _apart(word: Word, moment: Moment) -> int:
    """Characters between them; a day before the word counts as farther, for days mostly follow."""
    return moment.start - word.end if moment.start >= word.end else 2 * (word.start - moment.end)


def _of_life(gap: Gap, reading: str) -> Filler | None:
    """The day of birth or death that brackets behind a name give."""
    found = _LIFE.search(reading)
    if not found or gap.head is None:
        return None
    dies = is_form_of(gap.head, "died")
    group = 2 if dies else 1 if found[1] else 3
    if not found[group] or not (dies or is_form_of(gap.head, "born")):
        return None
    moment = next(iter(moments_of(found[group], None)), None)
    return _of_moment(moment, found.start(group)) if moment else None


def _of_moment(moment: Moment, at: int = 0) -> Filler | None:
    """A moment whose days are known, in a sentence where it begins `at` characters later."""
    if moment.first is None or moment.last is None or moment.bound != "on":
        return None
    stems = frozenset((moment.text.casefold(),))
    return Filler(moment.start + at, moment.end + at, moment.text, stems, TIED, days=(moment.first, moment.last))
