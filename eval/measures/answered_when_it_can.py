"""Answered when it can: what the sources say is not declined."""

from eval.case import Case
from eval.measures.count import NOTHING, Count


def answered_when_it_can(case: Case) -> Count:
    """1 of 1 where the question is answered; only answerable ones are scored."""
    if not case.question.answerable:
        return NOTHING
    return Count(int(case.answer.answered), 1)
