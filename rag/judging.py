"""Each sentence of a draft against what it cites: kept, kept with other citations, or dropped with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.words import terms
from rag.answer import Dropped
from rag.brief import Brief
from rag.draft_sentences import DraftSentence, Run
from rag.quote import Quote, one_line
from rag.verdict import Evidence, Verdict, Verifier

TRIED = 4
"""Other sentences of the evidence that are tried for one that its own citations do not support."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A sentence that its citations support; their numbers are those of the brief."""

    sentence: DraftSentence
    numbers: tuple[int, ...]

    @property
    def runs(self) -> tuple[Run, ...]:
        """Its words with the markers that support it, in their places; those it did not have itself at its end."""
        own = [
            Run(run.words, tuple(each for each in run.markers if each in self.numbers)) for run in self.sentence.runs
        ]
        placed = {number for run in own for number in run.markers}
        others = tuple(number for number in self.numbers if number not in placed)
        return (*own, Run("", others)) if others else tuple(own)


class Judge:
    """Judges sentences by the evidence of a brief."""

    def __init__(self, brief: Brief, verifier: Verifier) -> None:
        self._brief = brief
        self._verifier = verifier
        self._evidence = [evidence_of(quote) for quote in brief.quotes]
        self._words = [frozenset(terms(each.text)) for each in self._evidence]

    def judge(self, sentence: DraftSentence) -> Kept | Dropped:
        """Whether the cited sentences support it, and nothing else; what they do not, another one may."""
        wrong = self._wrong_form(sentence)
        if wrong:
            return Dropped(sentence.text, wrong)
        verdict = self._verdict(sentence, sentence.markers)
        if verdict.supported:
            by = tuple(sentence.markers[position] for position in verdict.by)
            return Kept(sentence, by or sentence.markers)
        other = self._elsewhere(sentence)
        return (
            Kept(sentence, (other,))
            if other
            else Dropped(sentence.text, verdict.reason or "its source does not say it")
        )

    def _wrong_form(self, sentence: DraftSentence) -> str | None:
        """What is wrong before anything is compared: a marker that stands for nothing is never mended."""
        unknown = [marker for marker in sentence.markers if self._brief.quote(marker) is None]
        if unknown:
            return f"it cites {', '.join(f'[{marker}]' for marker in unknown)}, which stands for nothing"
        if not sentence.markers:
            return "it cites nothing"
        return None if sentence.whole else "it breaks off"

    def _elsewhere(self, sentence: DraftSentence) -> int | None:
        """The number of the other evidence that supports it best, of the few that share most words with it."""
        said = frozenset(terms(sentence.text))
        others = [number for number in range(1, len(self._evidence) + 1) if number not in sentence.markers]
        others.sort(key=lambda number: -len(said & self._words[number - 1]))
        others = others[:TRIED]
        verdicts = {number: self._verdict(sentence, (number,)) for number in others}
        supporting = [number for number in others if verdicts[number].supported]
        return max(supporting, key=lambda number: verdicts[number].score, default=None)

    def _verdict(self, sentence: DraftSentence, numbers: Sequence[int]) -> Verdict:
        return self._verifier.verify(sentence.text, [self._evidence[number - 1] for number in numbers])


def evidence_of(quote: Quote) -> Evidence:
    """A quote as a verifier reads it; an author who writes of himself holds what he writes."""
    source, claim, previous = quote.place.source, quote.claim, quote.place.previous
    speaker = claim.holder if claim and claim.holder not in (source.outlet, source.file) else None
    return Evidence(
        text=one_line(quote.text),
        holder=speaker,
        outlet=source.outlet,
        date=source.date,
        through=claim.through if claim else (),
        title=source.title,
        context=previous.reading if previous else None,
    )
