"""A claim as the side of a difference: with the evidence it was found in."""

from dataclasses import dataclass

from index.claims import Claim
from index.figures import Figure
from rag.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Held:
    """A claim with the evidence it was found in; `figure` is the one that matters, where figures differ."""

    evidence: Evidence
    claim: Claim
    figure: Figure | None = None
