"""Each sentence of a draft against what it cites: kept, kept with other citations, or dropped with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.words import terms
from rag.answer import Dropped
from rag.brief import Brief
from rag.cited import Cited, clauses_of, joined, unsaid_part
from rag.draft_sentences import DraftSentence, Run
from rag.verdict import Verdict, Verifier

UNSAID = "its source does not say this"
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
        self._words = [frozenset(terms(quote.text)) for quote in brief.quotes]

    def judge(self, sentence: DraftSentence) -> Kept | Dropped:
        """Whether the cited sentences support it, and nothing else; what they do not, another one may."""
        wrong = self._wrong_form(sentence)
        if wrong:
            return Dropped(sentence.text, wrong)
        own, leaning = sentence.markers, self._brief.with_before(sentence.markers)
        verdict, numbers = self._verdict(sentence, own)
        if not verdict.supported and leaning != own:
            _, numbers = self._verdict(sentence, leaning)
        numbers = numbers or self._elsewhere(sentence)
        return Kept(sentence, numbers) if numbers else Dropped(sentence.text, verdict.reason or UNSAID)

    def _wrong_form(self, sentence: DraftSentence) -> str | None:
        """What is wrong before anything is compared: a marker that stands for nothing is never mended."""
        unknown = [marker for marker in sentence.markers if self._brief.quote(marker) is None]
        if unknown:
            return f"it cites {', '.join(f'[{marker}]' for marker in unknown)}, which stands for nothing"
        if not sentence.markers:
            return "it cites nothing"
        return None if sentence.whole else "it breaks off"

    def _verdict(self, sentence: DraftSentence, numbers: Sequence[int]) -> tuple[Verdict, tuple[int, ...]]:
        """The verdict on all that is cited, and the numbers that support it.

        Of several sources, each is to say the whole sentence, or a clause of it; each part is to have some of its
        words from them.
        """
        cited = joined(numbers, self._brief)
        verdict = self._verifier.verify(sentence.text, [each.evidence for each in cited])
        if not verdict.supported:
            return verdict, ()
        if added := unsaid_part(sentence, cited):
            return Verdict(False, 0.0, f"its source has nothing of “{added}”"), ()
        by = self._alone(sentence.text, cited) if len(cited) > 1 else (0,)
        by = by or self._by_clauses(sentence, cited)
        if not by:
            return Verdict(False, 0.0, "no one of its sources says this"), ()
        return verdict, tuple(number for place in by for number in cited[place].numbers)

    def _alone(self, text: str, cited: tuple[Cited, ...]) -> tuple[int, ...]:
        """Those of the cited that support a text without the others."""
        return tuple(
            place for place, each in enumerate(cited) if self._verifier.verify(text, [each.evidence]).supported
        )

    def _by_clauses(self, sentence: DraftSentence, cited: tuple[Cited, ...]) -> tuple[int, ...]:
        """Those that support the clauses of a sentence between them; none where a clause is left without."""
        supporting = [self._alone(clause, cited) for clause in clauses_of(sentence)]
        everyone = tuple(dict.fromkeys(place for places in supporting for place in places))
        return everyone if len(supporting) > 1 and all(supporting) else ()

    def _elsewhere(self, sentence: DraftSentence) -> tuple[int, ...]:
        """The number of the other evidence that supports it best, of the few that share most words with it."""
        said = frozenset(terms(sentence.text))
        others = [number for number in range(1, len(self._words) + 1) if number not in sentence.markers]
        others.sort(key=lambda number: -len(said & self._words[number - 1]))
        found = [self._verdict(sentence, (number,)) for number in others[:TRIED]]
        return max(((verdict.score, numbers) for verdict, numbers in found if numbers), default=(0.0, ()))[1]
