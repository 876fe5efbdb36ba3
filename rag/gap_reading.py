"""The gap of a question, read from the order of its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.moments import YEAR
from index.words import STOP_WORDS
from rag.cues import Kind
from rag.figures_asked import FiguresAsked, asks_for_figures
from rag.gap import LOCATED, Asked, Form, Gap
from rag.question import Question
from rag.sentence_words import DETERMINERS, Run, Word, name_runs, words_of
from rag.slots import slots_of
from rag.subject import Subject

AUXILIARIES = frozenset("is are was were did does do has have had will would can could".split())
MOST_WORDS = 4
"""Words beside the name that a question has at most which asks for one thing only."""
_LEADS = frozenset("in at by for to on of from with and but so into".split())
_ASKING = frozenset("who whom what which where when how".split())
_PREPOSITIONS = frozenset("of in at for on by to from with through".split())
_SUBORDINATE = frozenset("who whom whose when since that which if because after before while until though".split())
_MANY_SIDED = {Kind.OPINION, Kind.COMPARISON, Kind.SOURCE, Kind.YES_OR_NO}
_PERIODS = frozenset("year date day month time".split())
_MEASURES = frozenset("population capacity altitude elevation width diameter speed attendance".split())
_LASTING = frozenset("runtime duration".split())
_PLURAL = re.compile(r"(?<![su])s\Z")
# "What is the name of the director of …" asks who it is.
_NAME_OF = re.compile(r"\bthe\s+names?\s+of\s+(?=the\b)", re.IGNORECASE)
# Many may do these to one, or one to many: two who did contradict nobody.
_DONE_BY_MANY = re.compile(
    r"(?:said?|says|tells?|told|think|thought|give|gave|given|gets?|got|goe?s?|went|comes?|came|lets?|keeps?|kept|makes?|made"
    r"|takes?|took|taken|sends?|sent|sees?|saw|seen|meet|met|knows?|knew|likes?|liked|needs?|wants?|fights?|fought"
    r"|(?:claim|call|nam|accus|blam|criticis|criticiz|prais|welcom|condemn|support|oppos|reject|warn|visit|attend|help|fear"
    r"|lov|agre|confirm|deni|deny|report|describ|join|appear|starr?|offer|receiv|suffer|happen)(?:e?[sd]|ing|e)?)"
)


@dataclass(frozen=True, slots=True)
class _Parts:
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


@dataclass(frozen=True, slots=True)
class _Tie:
    """The noun of "which", the head, the form, what goes with the head, and what the subject is said to be."""

    thing: str | None
    head: str | None
    form: Form
    first: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()


def gap_of(question: Question) -> Gap | None:
    """The gap of a question; None where it asks for more than one thing, in many words, or of nobody by name."""
    parts = _parts(question)
    if parts is None or parts.beside > MOST_WORDS:
        return None
    tie = _tie(parts)
    asked = _asked(question, parts, tie)
    if not _is_plain(question, parts, tie) or _may_have_many(parts, tie, asked):
        return None
    return Gap(
        asked=asked,
        subject=Subject.of([word for word in parts.name if word.means]),
        head=tie.head,
        form=tie.form,
        thing=tie.thing,
        first=frozenset(tie.first),
        sort=frozenset(tie.sort),
        said=frozenset(word.stem for word in words_of(question.clear)),
        years=frozenset(YEAR.findall(question.clear)),
        dimension=_dimension(question, parts, tie) if asked == "figure" else None,
    )


def _parts(question: Question) -> _Parts | None:
    if question.kind in _MANY_SIDED or len(question.parts) > 1:
        return None
    words = words_of(_NAME_OF.sub("", question.clear))
    start = next((at for at, word in enumerate(words) if word.lower not in _LEADS), 0)
    runs = [run for run in name_runs(words) if run[0] > start]
    if not words or words[start].lower not in _ASKING or not runs or not _is_simple(words[start + 1 :]):
        return None
    name = (runs[0][0], runs[-1][1])
    return _parts_around(words, start, name) if _is_one_name(words[slice(*name)]) else None


def _parts_around(words: Sequence[Word], start: int, name: Run) -> _Parts | None:
    begin, end = name
    verb = next((at for at in range(start + 1, begin) if _ends_lead(words[at])), begin)
    helped = verb < begin and words[verb].lower in AUXILIARIES
    if verb == begin and words[end : end + 1] and words[end].means:
        return None  # "which Armenian towns": the name only tells which
    before, middle = words[start + 1 : verb], words[verb + helped : begin]
    helper = words[verb].lower if helped else None
    return _Parts(words[start], tuple(before), helper, tuple(middle), tuple(words[begin:end]), tuple(words[end:]))


def _is_simple(words: Sequence[Word]) -> bool:
    return not any(word.lower in _SUBORDINATE for word in words)


def _is_one_name(words: Sequence[Word]) -> bool:
    """Whether all that is named is one name: only small words stand between its parts."""
    return all(word.named or word.lower in STOP_WORDS for word in words) and any(word.means for word in words)


def _ends_lead(word: Word) -> bool:
    return word.lower in AUXILIARIES | DETERMINERS | _PREPOSITIONS


def _tie(parts: _Parts) -> _Tie:
    nouns = [word.lower for word in parts.before if word.means]
    if parts.helper is None:
        return _tie_of_verb(parts, nouns)
    thing = nouns[-1] if nouns else None
    done = next((word.lower for word in parts.tail if word.means), None)
    everything = _stems(parts.middle)
    if thing and not done and parts.tail and parts.tail[-1].lower == "in":  # "what county is … in"
        return _Tie(None, LOCATED, "object", sort=everything)
    link = _first_preposition(parts.middle)
    role = [word for word in parts.middle[:link] if word.means] if link is not None else []
    if role:
        return _Tie(thing, role[-1].lower, "role", _stems(role[:-1]), _stems(parts.middle[link:]))
    by_thing = done is None and parts.asking.lower not in ("when", "where")
    return _Tie(thing, thing if by_thing else done, "object", sort=everything)


def _tie_of_verb(parts: _Parts, nouns: Sequence[str]) -> _Tie:
    """Of "who wrote the novel …" and "which river flows through …"."""
    link = _first_preposition(parts.middle) or 0
    first, sort = _stems(parts.middle[:link]), _stems(parts.middle[link:])
    return _Tie(" ".join(nouns[:-1]) or None, nouns[-1] if nouns else None, "agent", first, sort)


def _first_preposition(words: Sequence[Word]) -> int | None:
    return next((at for at, word in enumerate(words) if word.lower in _PREPOSITIONS), None)


def _stems(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.stem for word in words if word.means)


def _asked(question: Question, parts: _Parts, tie: _Tie) -> Asked:
    asking = parts.asking.lower
    if question.kind is Kind.TIME or tie.thing in _PERIODS:
        return "time"
    measured = {tie.thing, tie.head} & (_MEASURES | _LASTING)
    if asking == "how" or question.kind in (Kind.NUMBER, Kind.DURATION) or asks_for_figures(question.clear) or measured:
        return "figure"
    if asking in ("who", "whom"):
        return "person"
    return "place" if question.kind is Kind.PLACE or tie.head == LOCATED else "thing"


def _is_plain(question: Question, parts: _Parts, tie: _Tie) -> bool:
    """Whether one word ties what is asked to the name; only "how long is the bridge" asks for a length."""
    if parts.asking.lower == "how" and not parts.before:
        return False  # "how did the board vote"
    if question.kind is Kind.DURATION and (parts.tail or tie.thing != "long"):
        return False
    if tie.head is None:
        return question.kind in (Kind.PLACE, Kind.TIME) and tie.thing is None
    return tie.head.isalpha() and not any(slot.money for slot in slots_of(question))


def _may_have_many(parts: _Parts, tie: _Tie, asked: Asked) -> bool:
    """Whether several things fill the gap at once: plurals, and what many do."""
    if tie.form == "role":
        return parts.helper in ("are", "were") and parts.asking.lower != "where"
    if tie.thing:
        return bool(_PLURAL.search(tie.thing)) and asked != "figure"
    return asked in ("person", "thing") and bool(_DONE_BY_MANY.fullmatch(tie.head or ""))


def _dimension(question: Question, parts: _Parts, tie: _Tie) -> str | None:
    """What a figure must measure."""
    if question.kind is Kind.DURATION:
        return "length"
    lasting = {tie.thing, tie.head} & _LASTING
    return FiguresAsked.by(question.clear).dimension or ("time" if lasting else None)
