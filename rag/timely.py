"""Which claims are of the time that a question asks about."""

from collections.abc import Callable, Sequence
from datetime import date

from index.claims import Claim
from index.moments import Moment, moments_of
from index.reader import Index
from rag.held import FAR_APART, Held
from rag.question import Question

Days = tuple[date, date]


def timely_for(question: Question, near: Sequence[Held], index: Index) -> Callable[[Claim], bool]:
    """Of the years that a question names; where it names none, not of long before their own articles.

    That is history unless the first of those near the question is. An article without a date is taken for as late as
    the latest.
    """
    years = [days for each in moments_of(question.clear, None) if (days := _days_asked(each))]
    if years:
        return lambda claim: any(_may_be_of(days, claim) for days in years)
    latest = max((claim.written for claim in index.claims if claim.written), default=None)
    if latest is None or (near and _is_history(near[0].claim, latest)):
        return lambda _: True
    return lambda claim: not _is_history(claim, latest)


def _days_asked(moment: Moment) -> Days | None:
    """The days that a moment of a question spans, with what it bounds."""
    first, last = moment.first, moment.last
    if first and moment.bound in ("since", "after"):
        return first, date.max
    if last and moment.bound in ("until", "before"):
        return date.min, last
    return (first, last) if first and last else None


def _may_be_of(asked: Days, claim: Claim) -> bool:
    """Whether a claim may speak of some of these days: one of no known day does, if written in them or soon after."""
    moment = claim.moment
    if moment and moment.first and moment.last:
        return moment.first <= asked[1] and asked[0] <= moment.last
    written = claim.written
    return written is None or (asked[0] <= written and (written <= asked[1] or written - asked[1] <= FAR_APART))


def _is_history(claim: Claim, latest: date) -> bool:
    """Whether a claim speaks of days long before its article was written."""
    moment = claim.moment
    return bool(moment and moment.last and moment.last < (claim.written or latest) - FAR_APART)
