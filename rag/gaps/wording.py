"""How a question of one fact is worded: what it asks with, its verb, the name it asks of, and what stands between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.words import STOP_WORDS
from rag.cues import Kind
from rag.gaps.words import DETERMINERS, Run, Word, name_runs, words_of
from rag.question import Question

AUXILIARIES = frozenset("is are was were did does do has have had will would can could".split())
PREPOSITIONS = frozenset("of in at for on by to from with through".split())
_LEADS = frozenset("in at by for to on of from with and but so into".split())
_ASKING = frozenset("who whom what which where when how".split())
_SUBORDINATE = frozenset("who whom whose when since that which if because after before while until though".split())
_MANY_SIDED = {Kind.OPINION, Kind.COMPARISON, Kind.SOURCE, Kind.YES_OR_NO}
# "What is the name of the director of …" asks who it is.
_NAME_OF = regex(r"\bthe\s+names?\s+of\s+(?=the\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a question: what it asks with, what stands between that, its verb and the name, and behind."""

    asking: Word
    before: tuple[Word, ...]
    helper: str | None
    middle: tuple[Word, ...]
    name: tuple[Word, ...]
    tail: tuple[Word, ...]

    @property
    def beside(self) -> int:
        """How many words carry meaning beside the name."""
        return sum(word.means for word in (*self.before, *self.middle, *self.tail))


def wording_of(question: Question) -> Wording | None:
    """The wording of a question; None where it names nobody, or more than one, or has a clause of its own."""
    if question.kind in _MANY_SIDED or len(question.parts) > 1:
        return None
    words = words_of(_NAME_OF.sub("", question.clear))
    start = next((at for at, word in enumerate(words) if word.lower not in _LEADS), 0)
    runs = [run for run in name_runs(words) if run[0] > start]
    if not words or words[start].lower not in _ASKING or not runs or not _is_simple(words[start + 1 :]):
        return None
    name = (runs[0][0], runs[-1][1])
    return _worded_around(words, start, name) if _is_one_name(words[slice(*name)]) else None


def _worded_around(words: Sequence[Word], start: int, name: Run) -> Wording | None:
    begin, end = name
    verb = next((at for at in range(start + 1, begin) if _ends_lead(words[at])), begin)
    helped = verb < begin and words[verb].lower in AUXILIARIES
    if verb == begin and words[end : end + 1] and words[end].means:
        return None  # "which Belgian towns": the name only tells which
    before, middle = words[start + 1 : verb], words[verb + helped : begin]
    helper = words[verb].lower if helped else None
    return Wording(words[start], tuple(before), helper, tuple(middle), tuple(words[begin:end]), tuple(words[end:]))


def _is_simple(words: Sequence[Word]) -> bool:
    return not any(word.lower in _SUBORDINATE for word in words)


def _is_one_name(words: Sequence[Word]) -> bool:
    """Whether all that is named is one name: only small words stand between its parts."""
    return all(word.named or word.lower in STOP_WORDS for word in words) and any(word.means for word in words)


def _ends_lead(word: Word) -> bool:
    return word.lower in AUXILIARIES | DETERMINERS | PREPOSITIONS
