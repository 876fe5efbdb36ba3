"""The judges by name."""

from collections.abc import Sequence

from eval.gold import GoldQuestion
from eval.judges.exact import ExactVerifier
from eval.judges.judge import Judge
from eval.judges.quality import card_accuracy, measured_on
from rag.verify import named_verifier

EXACT = "exact"
SHIPPED = "shipped"
BLIND = "Right by construction about quotes, blind to paraphrase."


def judge_named(name: str | None) -> Judge:
    """The judge of that name: exact match alone, or exact match and then the shipped verifier or a cross-encoder.

    Raises:
        VerifierError: there is none of that name.
    """
    if name in (None, EXACT):
        return Judge([ExactVerifier()], BLIND)
    verifier = named_verifier(None if name == SHIPPED else name)
    return Judge([ExactVerifier(), verifier], card_accuracy(verifier.name) or f"{verifier.name} has no card.")


def quality_of(judge: Judge, questions: Sequence[GoldQuestion]) -> str:
    """How good a judge is known to be, and how it does on this gold."""
    return f"{judge.quality} {measured_on(judge, questions).told}"
