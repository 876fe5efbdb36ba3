"""Does the cited span support the statement."""

from functools import cache

from rag.verdict import Evidence, Verdict, Verifier, VerifierError

__all__ = ["Evidence", "Verdict", "Verifier", "VerifierError", "named_verifier", "shipped_verifier"]


@cache
def shipped_verifier() -> Verifier:
    """The verifier that is used where none is named; loaded once."""
    from index.support import shipped_scorer
    from index.tagger import shipped_tagger
    from rag.verify_checks import exact_checks
    from rag.verify_joined import JoinedVerifier

    return JoinedVerifier(shipped_scorer(), exact_checks(shipped_tagger()))


def named_verifier(name: str | None) -> Verifier:
    """The verifier whose judge is the cross-encoder of that name or folder; None is the shipped one.

    Raises:
        VerifierError: there is none of that name, or it says nothing of entailment.
    """
    if name is None:
        return shipped_verifier()
    from index.tagger import shipped_tagger
    from rag.verify_checks import exact_checks
    from rag.verify_cross_encoder import CrossEncoderScorer
    from rag.verify_joined import JoinedVerifier

    return JoinedVerifier(CrossEncoderScorer.open(name), exact_checks(shipped_tagger()))
