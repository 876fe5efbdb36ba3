"""Figures and days that fill the gap of a question."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from index.counted import counts_people, is_anybody
from index.moments import Moment, moments_of
from index.quantities import Quantity, quantities_of
from index.units import unit_named
from index.words import stem, surface_words
from rag.fillers import LOOSE, TIED, Filler
from rag.gap import Gap
from rag.sentence_words import Word
from rag.word_forms import is_form_of

NEAR = 48
"""Characters between the word for what is measured and its figure, or for what happened and its day."""
NOWHERE = 999
_NO_UNITS = ("", "%", "times")
_LIFE = re.compile(r"\(([^()]*\d{4})\s*[–—-]\s*([^()]*\d{4})\)|\(\s*(?:b\.|born)\s+([^()]*\d{4})\s*\)")


def figure_in(gap: Gap, reading: str, words: Sequence[Word], heads: Collection[str]) -> Filler | None:
    """The figure of what is measured: in a unit of its dimension, or beside a word for what is counted."""
    found = [each for each in quantities_of(reading) if _may_be(each, gap.dimension)]
    if not found:
        return None
    nearest = min(found, key=lambda each: _far(gap, each, words, heads))
    far = _far(gap, nearest, words, heads)
    if far > NEAR and len(found) > 1:
        return None
    firm = far <= NEAR or gap.dimension is not None
    text = f"{reading[nearest.start : nearest.end]} {nearest.counted}".strip()
    return Filler(nearest.start, nearest.end, text, frozenset((text,)), TIED if firm else LOOSE, quantity=nearest)


def _may_be(quantity: Quantity, dimension: str | None) -> bool:
    if dimension is None:
        return not (quantity.unit or quantity.money)
    return quantity.unit not in _NO_UNITS and unit_named(quantity.unit).dimension == dimension


def _far(gap: Gap, quantity: Quantity, words: Sequence[Word], heads: Collection[str]) -> int:
    """How many characters part a figure from the nearest word for what is measured; none where it counts that."""
    if gap.thing and _counts(quantity, gap.thing):
        return 0
    places = [word for word in words if word.lower in heads]
    return min((max(word.start - quantity.end, quantity.start - word.end, 0) for word in places), default=NOWHERE)


def _counts(quantity: Quantity, thing: str) -> bool:
    named = stem(thing) in {stem(word) for word in surface_words(quantity.counted)}
    return named or (is_anybody(thing) and counts_people(quantity))


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
