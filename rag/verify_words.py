"""How many of a statement's words its evidence has."""

import re
from collections.abc import Sequence

from index.quantities import quantities_of
from index.words import terms
from rag.verdict import Evidence, Verdict

ENOUGH = 0.5
"""The least share of a statement's content words that its evidence must have."""
_MARKER = re.compile(r"\s*\[\d+(?:\s*[,;–-]\s*\d+)*\]")


def without_markers(claim: str) -> str:
    """A statement without its citation markers."""
    return _MARKER.sub("", claim).strip()


class WordVerifier:
    """Supported is what shares its words and numbers with the evidence; needs no model."""

    name = "words"

    def verify(self, claim: str, evidence: Sequence[Evidence]) -> Verdict:
        """The verdict by the evidence that has most of the words."""
        said = without_markers(claim)
        if not evidence:
            return Verdict(False, 0.0, "it cites nothing")
        missing = self._missing_number(said, evidence)
        shares = [_share(said, each.text) for each in evidence]
        best = max(range(len(shares)), key=shares.__getitem__)
        if missing:
            return Verdict(False, shares[best], f"the source does not say {missing}")
        if shares[best] < ENOUGH:
            return Verdict(False, shares[best], "the source does not say this")
        return Verdict(True, shares[best], None, (best,))

    def _missing_number(self, said: str, evidence: Sequence[Evidence]) -> str | None:
        told = [quantity for each in evidence for quantity in quantities_of(each.text)]
        for quantity in quantities_of(said):
            if not any(quantity.same_measure(other) and quantity.agrees_with(other) for other in told):
                return said[quantity.start : quantity.end]
        return None


def _share(claim: str, text: str) -> float:
    words, there = set(terms(claim)), set(terms(text))
    return len(words & there) / len(words) if words else 0.0
