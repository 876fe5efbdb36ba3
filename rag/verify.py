"""Does the cited span support the statement."""

from functools import cache

from rag.verdict import Evidence, Verdict, Verifier, VerifierError
from rag.verify_words import WordVerifier

__all__ = ["Evidence", "Verdict", "Verifier", "VerifierError", "named_verifier", "shipped_verifier"]


@cache
def shipped_verifier() -> Verifier:
    """The verifier that is used where none is named; loaded once."""
    return WordVerifier()


def named_verifier(name: str | None) -> Verifier:
    """The verifier of that name; None is the shipped one.

    Raises:
        VerifierError: there is none of that name.
    """
    if name is None:
        return shipped_verifier()
    raise VerifierError(f"there is no verifier {name!r}; leave the shipped one")
