"""Over-decline: the share of questions declined although the sources answer them."""

from eval.case import Case
from eval.measures.count import NOTHING, Count


def over_decline(case: Case) -> Count:
    """1 of 1 where the question is declined; only answerable ones are scored, and the less, the better."""
    if not case.question.answerable:
        return NOTHING
    return Count(int(not case.answer.answered), 1)
