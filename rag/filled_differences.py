"""Different things that sources put into the gap of a question: who, where, when, how much, which."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from index.moments import Moment
from index.reader import Index
from rag.answer import About, Relation
from rag.cues import Kind
from rag.difference import MOST_OF_A_SIDE, Difference
from rag.evidence import Evidence
from rag.gaps.asked_gap import gap_of
from rag.gaps.filler import Filler
from rag.gaps.gap import Gap
from rag.held import Held, are_far_apart
from rag.promised_differences import is_to_come
from rag.question import Question
from rag.same_bearer import are_of_one_bearer

ALIKE = 0.25
"""How near in meaning two sentences must be to tell the same of one; below it one of them was misread."""
TWINS = 0.75
"""How near in meaning two sentences must be that give one of several things: the same is told, with another word."""
A_WHILE = timedelta(days=30)
"""How far apart articles must be for an office to have passed on between them."""
SAID = ("asserted", "reported")

Side = tuple[Held, ...]


def filled_differences(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """A conflict between each two things that are said of one; scope where the name has another bearer."""
    gap = gap_of(question)
    if gap is None:
        return
    for one, other in combinations(_sides(list(_filling(evidence, index))), 2):
        relation = _relation(one, other, gap, index) if _filler(one[0]).differs_from(_filler(other[0])) else None
        if relation:
            moved = relation == "update" and gap.asked == "time"
            later = _is_written_later if moved else _is_later
            sides = (other, one) if relation == "update" and later(one[0], other[0]) else (one, other)
            yield Difference("prediction" if moved else _about(question), relation, sides)


def _filling(evidence: Sequence[Evidence], index: Index) -> Iterator[Held]:
    """The most relevant sentence of each article that says firmly what fills the gap."""
    files: set[str] = set()
    for each in evidence:
        claim = index.claim_at(each.hit.place)
        if each.filled.is_tied and claim and claim.held in SAID and claim.file not in files:
            files.add(claim.file)
            yield Held(each, claim)


def _filler(held: Held) -> Filler:
    filler = held.evidence.filled.filler
    if filler is None:
        raise ValueError(f"nothing fills the gap in {held.claim.text!r}")
    return filler


def _sides(held: Sequence[Held]) -> list[Side]:
    """Those who fill the gap alike, together."""
    sides: list[list[Held]] = []
    for each in held:
        fitting = next((side for side in sides if any(_filler(one).agrees_with(_filler(each)) for one in side)), None)
        if fitting is None:
            sides.append([each])
        else:
            fitting.append(each)
    return [tuple(side[:MOST_OF_A_SIDE]) for side in sides]


def _relation(one: Side, other: Side, gap: Gap, index: Index) -> Relation | None:
    """What two sides are to each other that fill the gap differently."""
    if not any(are_of_one_bearer(left, right, gap, index) for left in one for right in other):
        return "scope"
    if gap.asked == "person" and not any(" " in _filler(side[0]).text for side in (one, other)):
        return None  # one word alone may as well be a place, or a people
    if max(_nearness(left, right, index) for left in one for right in other) < ALIKE:
        return None
    if gap.may_be_many and _nearness(one[0], other[0], index) < TWINS:
        return None
    apart = {"figure": are_far_apart, "time": _is_put_off}.get(gap.asked)
    if apart:
        return "update" if apart(one[0], other[0]) else "conflict"
    return _over_time(one[0], other[0], gap)


def _is_put_off(one: Held, other: Held) -> bool:
    """Whether both announce what is to come, on other days: the later one speaks of what is known since."""
    return is_to_come(one.claim) and is_to_come(other.claim) and one.claim.written != other.claim.written


def _over_time(one: Held, other: Held, gap: Gap) -> Relation | None:
    """What two fillers are to each other by the days of their sentences: an office passes on, a cup is won again."""
    left, right = _days(one.claim.moment), _days(other.claim.moment)
    if left and right:
        if left[0] <= right[1] and right[0] <= left[1]:
            return "conflict"
        return "update" if gap.form == "role" else None
    written = one.claim.written, other.claim.written
    is_office = gap.form == "role" and gap.asked == "person"
    apart = written[0] and written[1] and abs(written[0] - written[1]) > A_WHILE
    return "update" if is_office and apart else "conflict"


def _days(moment: Moment | None) -> tuple[date, date] | None:
    return (moment.first, moment.last) if moment and moment.first and moment.last else None


def _is_later(one: Held, other: Held) -> bool:
    """Whether the first speaks of, or was written on, a later day than the second."""
    first, second = (held.claim.day or held.claim.written for held in (one, other))
    return bool(first and second and first > second)


def _is_written_later(one: Held, other: Held) -> bool:
    return bool(one.claim.written and other.claim.written and one.claim.written > other.claim.written)


def _nearness(one: Held, other: Held, index: Index) -> float:
    return float(index.vectors[one.evidence.hit.row] @ index.vectors[other.evidence.hit.row])


def _about(question: Question) -> About:
    if question.kind in (Kind.NUMBER, Kind.DURATION):
        return "quantity"
    return "cause" if question.kind is Kind.REASON else "event"
