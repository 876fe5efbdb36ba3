"""Faithfulness: the share of an answer's sentences that the spans they cite support."""

from collections.abc import Mapping

from eval.case import Case
from eval.measures.count import NOTHING, Count, count_true
from rag.answer import Statement


def faithfulness(case: Case) -> Count:
    """Supported sentences, out of those that were judged; declined answers are not scored."""
    if not case.answer.answered:
        return NOTHING
    quotes = {citation.number: citation.quote for citation in case.answer.citations}
    verdicts = (is_supported(statement, quotes) for statement in case.answer.sentences)
    return count_true(verdict for verdict in verdicts if verdict is not None)


def is_supported(statement: Statement, quotes: Mapping[int, str]) -> bool | None:
    """Whether what a sentence cites supports it; None where nobody can tell.

    A sentence that is its quote, or a part of it, is supported; one that cites nothing is not. For any
    other the answer's own verdict stands.
    """
    cited = [_words(quotes[number]) for number in statement.citations if number in quotes]
    if not cited:
        return False
    if any(_words(statement.text) in quote for quote in cited):
        return True
    return statement.supported


def _words(text: str) -> str:
    return " ".join(text.split())
