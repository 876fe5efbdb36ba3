"""Citations of drafts, in the form of ALCE (Gao et al., 2023): does it stand, and does each of them carry weight."""

from collections.abc import Iterator

from eval.case import Case
from eval.judges.judge import Judge, evidence_of
from eval.measures.count import NOTHING, Count, count_true
from rag.answer import Statement
from rag.verdict import Evidence


def drop_one_recall(case: Case, judge: Judge) -> Count:
    """Statements that all they cite supports together, out of all; one that cites nothing is not supported."""
    if not case.answer.answered:
        return NOTHING
    return count_true(judge.supports(text, cited) for text, cited in _judged(case))


def drop_one_precision(case: Case, judge: Judge) -> Count:
    """Citations that carry weight, out of all that statements make.

    A citation carries weight where its statement is supported and it supports it alone, or the others do not
    without it. All citations of an unsupported statement are idle.
    """
    if not case.answer.answered:
        return NOTHING
    return count_true(carries for text, cited in _judged(case) for carries in _weights(text, cited, judge))


def _judged(case: Case) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    citations = {citation.number: evidence_of(citation) for citation in case.answer.citations}
    for statement in case.answer.sentences:
        yield statement.text, _cited(statement, citations)


def _cited(statement: Statement, citations: dict[int, Evidence]) -> tuple[Evidence, ...]:
    return tuple(citations[number] for number in dict.fromkeys(statement.citations) if number in citations)


def _weights(text: str, cited: tuple[Evidence, ...], judge: Judge) -> list[bool]:
    if not judge.supports(text, cited):
        return [False] * len(cited)
    return [
        judge.supports(text, (each,)) or not judge.supports(text, cited[:place] + cited[place + 1 :])
        for place, each in enumerate(cited)
    ]
