"""A claim as the side of a difference: with the evidence it was found in."""

from dataclasses import dataclass

from index.claims import Claim
from index.figures import Figure
from rag.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Held:
    """A claim with the evidence it was found in.

    `figure` is the one that matters, where figures differ; `span` the part of its sentence that counts, where only one
    does, in code points of its source.
    """

    evidence: Evidence
    claim: Claim
    figure: Figure | None = None
    span: tuple[int, int] | None = None
