"""Those who give other reasons of what is asked why, one beside the other."""

from collections.abc import Iterator, Sequence

from rag.causes import cause_named
from rag.held import Held, told_before
from rag.reasons_given import reason_given

NEAR = 0.4
"""How far below the best sentence one may be that gives a reason: reasons are given of much that is not asked about."""


def other_reasons(asked: Sequence[str], told: Sequence[Held], best: float) -> list[list[Held]]:
    """The most relevant two of different articles who give reasons that share no word, each as a side; or nobody.

    `asked` are the stems of what is asked about in their order, `best` the relevance of the best sentence.
    """
    near = [each for each in told if best - each.evidence.relevance <= NEAR and each.claim.held != "denied"]
    giving = list(_giving(asked, near))
    for number, (reason, one) in enumerate(giving):
        for earlier, other in giving[:number]:
            apart = one.claim.file != other.claim.file and one.claim.holder != other.claim.holder
            if apart and not reason & earlier:
                return [[other], [one]]
    return []


def _giving(asked: Sequence[str], told: Sequence[Held]) -> Iterator[tuple[frozenset[str], Held]]:
    """Each who gives a reason, with the stems of its words."""
    for each in told:
        text, before = each.claim.text, told_before(each)
        words = frozenset(asked)
        reason = (reason_given(text, asked, before) or cause_named(text, words, before)) - words
        if reason:
            yield reason, each
