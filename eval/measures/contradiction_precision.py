"""Contradiction precision: of what is said to contradict, the share that does."""

from dataclasses import replace

from eval.case import Case
from eval.measures.count import Count
from eval.measures.disagreement_precision import disagreement_precision


def contradiction_precision(case: Case) -> Count:
    """Pairs of sides of a reported conflict that show a gold conflict, out of all pairs of reported conflicts.

    The other relations are not looked at: two figures for different days are no contradiction, however they are
    reported, and to call them one is wrong.
    """
    question = replace(
        case.question, disagreements=tuple(pair for pair in case.question.disagreements if pair.relation == "conflict")
    )
    answer = replace(
        case.answer, disagreements=tuple(told for told in case.answer.disagreements if told.relation == "conflict")
    )
    return disagreement_precision(replace(case, question=question, answer=answer))
