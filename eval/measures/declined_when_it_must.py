"""Declined when it must: what the sources do not say is not answered."""

from eval.case import Case
from eval.measures.count import NOTHING, Count


def declined_when_it_must(case: Case) -> Count:
    """1 of 1 where the answer is declined; only what the corpus has no answer to is scored, false premises too."""
    if case.question.answerable:
        return NOTHING
    return Count(int(not case.answer.answered), 1)
