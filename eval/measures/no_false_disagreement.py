"""No false disagreement: where the sources agree, none is reported."""

from eval.case import Case
from eval.measures.count import NOTHING, Count


def no_false_disagreement(case: Case) -> Count:
    """1 of 1 where none is reported; only answerable questions without gold disagreements are scored."""
    if not case.question.answerable or case.question.disagreements:
        return NOTHING
    return Count(int(not case.answer.disagreements), 1)
