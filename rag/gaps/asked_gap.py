"""The gap of a question, read from the order of its words."""

from corpus.patterns import regex
from index.fates import HARMS, fate_in
from index.moments import YEAR
from index.people import is_anybody, is_human_being
from index.words import surface_words
from rag.cues import Kind
from rag.figures_asked import FiguresAsked, asks_for_figures
from rag.gaps.gap import LOCATED, Asked, Gap
from rag.gaps.subject import Subject
from rag.gaps.tie import PLACES, Tie, tie_of
from rag.gaps.wording import Wording, wording_of
from rag.gaps.words import words_of
from rag.question import Question
from rag.slots import slots_of

MOST_WORDS = 4
"""Words beside the name that a question has at most which asks for one thing only."""
_PERIODS = frozenset("year date day month time".split())
_MEASURES = frozenset("population capacity altitude elevation width diameter speed attendance".split())
_LASTING = frozenset("runtime duration".split())
_PLURAL = regex(r"(?<![su])s\Z")
# Many may do these to one, or one to many: two who did contradict nobody.
_DONE_BY_MANY = regex(
    r"(?:said?|says|tells?|told|think|thought|give|gave|given|gets?|got|goe?s?|went|comes?|came|lets?|keeps?|kept|makes?|made"
    r"|takes?|took|taken|sends?|sent|sees?|saw|seen|meet|met|knows?|knew|likes?|liked|needs?|wants?|fights?|fought"
    r"|(?:claim|call|nam|accus|blam|criticis|criticiz|prais|welcom|condemn|support|oppos|reject|warn|visit|attend|help|fear"
    r"|lov|agre|confirm|deni|deny|report|describ|join|appear|starr?|offer|receiv|suffer|happen)(?:e?[sd]|ing|e)?)"
)


def gap_of(question: Question) -> Gap | None:
    """The gap of a question; None where it asks for more than one thing, in many words, or of nobody by name."""
    wording = wording_of(question)
    if wording is None or wording.beside > MOST_WORDS or _counts_those_befallen(question):
        return None
    tie = tie_of(wording)
    asked = _asked(question, wording, tie)
    if not _is_plain(question, wording, tie) or _may_have_many(wording, tie, asked):
        return None
    return Gap(
        asked=asked,
        subject=Subject.of([word for word in wording.name if word.means]),
        head=tie.head,
        form=tie.form,
        thing=tie.thing,
        first=tie.first,
        sort=tie.sort,
        said=frozenset(word.stem for word in words_of(question.clear)),
        years=frozenset(YEAR.findall(question.clear)),
        dimension=_dimension(question, wording, tie) if asked == "figure" else None,
    )


def _counts_those_befallen(question: Question) -> bool:
    """Whether it counts people whom something befell: such counts grow, and are compared by their days."""
    fate = fate_in(question.clear)
    counting = question.kind is Kind.NUMBER or asks_for_figures(question.clear)
    told_of = is_human_being if counting and fate in HARMS else is_anybody
    return fate not in (None, "living") and any(map(told_of, surface_words(question.clear)))


def _asked(question: Question, wording: Wording, tie: Tie) -> Asked:
    asking = wording.asking.lower
    if question.kind is Kind.TIME or tie.thing in _PERIODS:
        return "time"
    measured = {tie.thing, tie.head} & (_MEASURES | _LASTING)
    if asking == "how" or question.kind in (Kind.NUMBER, Kind.DURATION) or asks_for_figures(question.clear) or measured:
        return "figure"
    if asking in ("who", "whom"):
        return "person"
    return "place" if question.kind is Kind.PLACE or tie.head == LOCATED or tie.thing in PLACES else "thing"


def _is_plain(question: Question, wording: Wording, tie: Tie) -> bool:
    """Whether one word ties what is asked to the name; only "how long is the bridge" asks for a length."""
    if wording.asking.lower == "how" and not wording.before:
        return False  # "how did the board vote"
    if question.kind is Kind.DURATION and (wording.tail or tie.thing != "long"):
        return False
    if tie.head is None:
        return question.kind in (Kind.PLACE, Kind.TIME) and tie.thing is None
    return tie.head.isalpha() and not any(slot.money for slot in slots_of(question))


def _may_have_many(wording: Wording, tie: Tie, asked: Asked) -> bool:
    """Whether several things fill the gap at once: plurals, and what many do."""
    if tie.form == "role":
        return wording.helper in ("are", "were") and wording.asking.lower != "where"
    if tie.thing:
        return bool(_PLURAL.search(tie.thing)) and asked != "figure"
    return asked in ("person", "thing") and bool(_DONE_BY_MANY.fullmatch(tie.head or ""))


def _dimension(question: Question, wording: Wording, tie: Tie) -> str | None:
    """What a figure must measure."""
    if question.kind is Kind.DURATION:
        return "length"
    lasting = {tie.thing, tie.head} & _LASTING
    return FiguresAsked.by(question.clear).dimension or ("time" if lasting else None)
