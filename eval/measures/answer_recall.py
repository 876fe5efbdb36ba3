"""Answer recall: the share of expected words that an answer's text contains."""

from corpus.patterns import regex
from eval.case import Case
from eval.measures.count import Count, count_true
from rag.answer import Answer

_MARKER = regex(r"\[\d+\]")


def answer_recall(case: Case) -> Count:
    """Groups of which the answer's text contains an alternative, out of all; a declined answer contains none.

    Case is folded, commas are dropped and apostrophes made alike on both sides. Citation markers are
    no words: the 19 of a marker [19] is not the 19 that was asked for.
    """
    return count_true(is_found(group, case.answer) for group in case.question.answers)


def is_found(group: tuple[str, ...], answer: Answer) -> bool:
    """Whether an answer's text contains at least one of the alternatives."""
    text = plain(_MARKER.sub(" ", answer.text)) if answer.answered else ""
    return any(plain(alternative) in text for alternative in group)


def plain(text: str) -> str:
    """The text as it is compared: case folded, without commas, white space and apostrophes made alike."""
    return " ".join(text.casefold().replace(",", "").replace("’", "'").replace("‘", "'").split())
