"""The shipped verifier: exact checks that may refuse, and a calibrated score of everything else."""

import re
from collections.abc import Sequence
from typing import Protocol

from corpus.patterns import regex
from index.support_words import coverage, weights_of
from index.words import surface_words, terms
from rag.verdict import Evidence, Verdict
from rag.verify_checks import Check, first_failure
from rag.verify_dates import with_dates_of
from rag.verify_numbers import with_figures_of

ENOUGH = 0.5
"""The least score of a supported statement."""
ALONE = 0.5
"""The share of a statement's words that evidence must have to be named as supporting it."""
TOLD = 3
"""How many missing words a reason names at most."""
_MARKER = regex(r"\s*\[\d+(?:\s*[,;–-]\s*\d+)*\]")


class Scorer(Protocol):
    """Says how likely texts support a statement."""

    name: str

    def score(self, claim: str, texts: Sequence[str]) -> float:
        """From 0 to 1; a half and more is support."""
        ...


class JoinedVerifier:
    """Refuses what fails an exact check, and what scores too low; what stands in the evidence word for word passes."""

    def __init__(self, scorer: Scorer, checks: Sequence[Check]) -> None:
        self.name = scorer.name
        self._scorer = scorer
        self._checks = checks

    def verify(self, claim: str, evidence: Sequence[Evidence]) -> Verdict:
        """The verdict, with the first reason that a reader can check for himself."""
        said = _MARKER.sub("", claim).strip()
        if not terms(said):
            return Verdict(False, 0.0, "it states nothing")
        if not any(each.text.strip() for each in evidence):
            return Verdict(False, 0.0, "it cites nothing")
        if verbatim := [number for number, each in enumerate(evidence) if _is_verbatim(said, each.text)]:
            return Verdict(True, 1.0, None, tuple(verbatim))
        score = self._scorer.score(_in_words_of(said, evidence), [_with_holder(each) for each in evidence])
        reason = first_failure(said, evidence, self._checks)
        if reason is None and score < ENOUGH:
            reason = _unsupported(said, evidence)
        return Verdict(reason is None, score, reason, () if reason else _supporting(said, evidence))


def _is_verbatim(claim: str, text: str) -> bool:
    """Whether a statement is whole sentences of a text."""
    said, told = " ".join(claim.split()).rstrip("."), " ".join(text.split())
    return said in told and bool(re.search(rf"(?:^|[.!?][”\"’)]*\s){re.escape(said)}(?:[.!?]|$)", told))


def _in_words_of(claim: str, evidence: Sequence[Evidence]) -> str:
    """The statement with figures and days as the evidence has them: whether they are the same was checked exactly."""
    return with_dates_of(with_figures_of(claim, evidence), evidence)


def _with_holder(evidence: Evidence) -> str:
    """The text, led by the names that a statement may use for who says it."""
    names = [name for name in (evidence.holder, evidence.outlet) if name and name not in evidence.text]
    return f"{', '.join(names)}: {evidence.text}" if names else evidence.text


def _supporting(claim: str, evidence: Sequence[Evidence]) -> tuple[int, ...]:
    """The evidence that has most of the statement, and all that has much of it."""
    weights = weights_of(claim)
    shares = [coverage(weights, frozenset(terms(each.text))) for each in evidence]
    least = min(max(shares), ALONE)
    return tuple(number for number, share in enumerate(shares) if share >= least)


def _unsupported(claim: str, evidence: Sequence[Evidence]) -> str:
    weights, told = weights_of(claim), frozenset(terms(" ".join(each.text for each in evidence)))
    missing = sorted((word for word in weights if word not in told), key=lambda word: -weights[word])[:TOLD]
    words = [word for word in surface_words(claim) if terms(word) and terms(word)[0] in missing]
    named = ", ".join(f"“{word}”" for word in dict.fromkeys(words))
    return f"the source does not say this; it has nothing of {named}" if named else "the source does not say this"
