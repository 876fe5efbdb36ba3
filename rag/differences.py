"""How the sources differ on what a question asks: figures that clash, denials, opposed judgements."""

from collections.abc import Collection, Iterator, Sequence

from index.encoder import Encoder
from index.reader import Index
from rag.accused_differences import accused_differences
from rag.alternative_differences import alternative_difference
from rag.cause_differences import (
    asks_for_cause,
    cause_differences,
    takes_for_given,
    unknown_cause_differences,
)
from rag.changed_differences import changed_difference
from rag.cues import Kind
from rag.dated_differences import days_apart
from rag.difference import READ, Difference, told_once
from rag.evidence import Evidence, voices_asked
from rag.figure_differences import figure_differences
from rag.figures_asked import asks_for_figures
from rag.filled_differences import filled_differences
from rag.foreseen_differences import foreseen_difference
from rag.judged_differences import judged_differences
from rag.named_differences import compares, named_difference
from rag.polar_differences import polar_difference
from rag.promised_differences import asks_of_what_is_to_come, promised_differences
from rag.question import Question
from rag.reply_differences import reply_differences
from rag.slots import slots_of
from rag.status_differences import asks_for_status, asks_whether_still, status_difference

CONTESTED = {Kind.OPINION, Kind.COMPARISON, Kind.REASON}
"""The kinds of question that are open to judgement; whether something is so may only be denied."""
COUNTING = {Kind.NUMBER, Kind.DURATION}
MEASURED = {Kind.NUMBER, Kind.DURATION, Kind.TIME, Kind.PLACE, Kind.SOURCE}
"""The kinds of question to which no reply is an answer."""


def differences_in(
    question: Question, evidence: Sequence[Evidence], index: Index, encoder: Encoder, files: Collection[str]
) -> tuple[Difference, ...]:
    """The differences that bear on a question: between figures where it counts, between judgements where it is open.

    `files` are those that are heard.
    """
    filled = tuple(filled_differences(question, evidence, index))
    if filled:
        return filled
    evidence = [each for each in evidence if not each.filled.elsewhere]
    found = list(_of_what_is_asked(question, evidence, index, files))
    if question.kind not in MEASURED:
        found.extend(reply_differences(question, evidence, index))
        found.extend(accused_differences(evidence, index))
        chosen = alternative_difference(question, evidence, index, encoder)
        if chosen:
            return told_once([*found, chosen])
    polar = polar_difference(question, evidence, index) if question.kind is Kind.YES_OR_NO else None
    if polar:
        found.append(polar)
    foreseen = foreseen_difference(question, evidence, index)
    if foreseen:
        found.append(foreseen)
    named = named_difference(question, evidence, index, encoder) if compares(question, index.sources) else None
    if named:
        found.append(named)
    elif question.kind in CONTESTED | {Kind.YES_OR_NO} and not voices_asked(question):
        judged = judged_differences(question.kind, evidence[:READ], index)
        found.extend(each for each in judged if question.kind in CONTESTED or each.relation == "conflict")
    if not found and (asks_whether_still(question) or (asks_for_status(question) and not _counts(question))):
        stands = status_difference(question, evidence, index)
        found.extend([stands] if stands else [])
    return told_once(found)


def _counts(question: Question) -> bool:
    """Whether it asks for a figure, of which figures alone can tell a difference."""
    counts = question.kind in COUNTING or asks_for_figures(question.clear)
    return counts or any(slot.money for slot in slots_of(question))


def _of_what_is_asked(
    question: Question, evidence: Sequence[Evidence], index: Index, files: Collection[str]
) -> Iterator[Difference]:
    """Between the very things that are asked for: figures, what somebody said before and after, causes, days."""
    if _counts(question):
        yield from figure_differences(question, evidence[:READ], index, files)
    changed = changed_difference(question, evidence, index)
    if changed:
        yield changed
    if asks_for_cause(question):
        yield from cause_differences(question, evidence, index)
    elif takes_for_given(question):
        yield from unknown_cause_differences(question, evidence, index)
    if question.kind is Kind.TIME and asks_of_what_is_to_come(question):
        yield from promised_differences(question, evidence, index)
    elif question.kind is Kind.TIME:
        for sides in days_apart(question, evidence[:READ], index):
            yield Difference("event", "conflict", sides)
