"""A judge of support: verifiers asked in turn, each verdict remembered, and how good the judge is known to be."""

from collections.abc import Sequence
from datetime import date

from rag.answer import Citation
from rag.verdict import Evidence, Verifier


class Judge:
    """Says yes where any of its verifiers does; the quick and certain ones are asked first."""

    def __init__(self, verifiers: Sequence[Verifier], quality: str) -> None:
        self.name = ", then ".join(verifier.name for verifier in verifiers)
        self.quality = quality
        self._verifiers = tuple(verifiers)
        self._remembered: dict[tuple[str, tuple[Evidence, ...]], bool] = {}

    def supports(self, claim: str, evidence: Sequence[Evidence]) -> bool:
        """Whether the evidence, taken together, supports a statement; nothing supports none."""
        key = (claim, tuple(evidence))
        if key not in self._remembered:
            self._remembered[key] = bool(evidence) and self._is_supported(*key)
        return self._remembered[key]

    def _is_supported(self, claim: str, evidence: tuple[Evidence, ...]) -> bool:
        return any(verifier.verify(claim, evidence).supported for verifier in self._verifiers)


def evidence_of(citation: Citation) -> Evidence:
    """What a judge is given of a citation; an article that speaks itself has no holder, and its file is a title too."""
    speaks_itself = citation.holder in (citation.outlet, citation.file)
    return Evidence(
        citation.quote,
        holder=None if speaks_itself else citation.holder,
        outlet=citation.outlet or citation.file,
        date=_day(citation.date),
        title=" ".join(name for name in (citation.title, citation.file) if name),
    )


def _day(written: str | None) -> date | None:
    """The day of an article; None where another system wrote what is no date."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None
