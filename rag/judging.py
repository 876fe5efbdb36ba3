"""Each sentence of a draft against what it cites: kept, kept with other citations, or dropped with the reason."""

from dataclasses import dataclass

from index.words import terms
from rag.answer import Dropped
from rag.brief import Brief
from rag.cited import clauses_of, joined, unsaid_part
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
        if not numbers and leaning != own:
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

    def _verdict(self, sentence: DraftSentence, numbers: tuple[int, ...]) -> tuple[Verdict, tuple[int, ...]]:
        """The verdict on all that is cited, and the numbers that support it; a clause with markers may stand alone."""
        verdict = self._verify(sentence.text, numbers)
        cited = joined(numbers, self._brief)
        if len(cited) == 1:
            by = cited[0].numbers if verdict.supported else ()
        else:
            by = self._by(sentence, numbers) if verdict.supported or _marks_clauses(sentence) else ()
        added = unsaid_part(sentence, cited) if by else None
        if added:
            return Verdict(False, 0.0, f"its source has nothing of “{added}”"), ()
        if verdict.supported and not by:
            return Verdict(False, 0.0, "no one of its sources says this"), ()
        return verdict, by

    def _by(self, sentence: DraftSentence, numbers: tuple[int, ...]) -> tuple[int, ...]:
        """The numbers of those sources that say the whole sentence, else of those that say a clause each."""
        whole = self._alone(sentence.text, numbers)
        if whole:
            return whole
        clauses = clauses_of(sentence)
        cited = [tuple(each for each in own if each in numbers) or numbers for _, own in clauses]
        saying = [self._alone(words, each) for (words, _), each in zip(clauses, cited, strict=True)]
        everyone = tuple(dict.fromkeys(number for each in saying for number in each))
        return everyone if len(saying) > 1 and all(saying) else ()

    def _alone(self, text: str, numbers: tuple[int, ...]) -> tuple[int, ...]:
        """The numbers of the sources that support a text without the others."""
        cited = joined(numbers, self._brief)
        return tuple(n for each in cited if self._verify(text, each.numbers).supported for n in each.numbers)

    def _verify(self, text: str, numbers: tuple[int, ...]) -> Verdict:
        return self._verifier.verify(text, [each.evidence for each in joined(numbers, self._brief)])

    def _elsewhere(self, sentence: DraftSentence) -> tuple[int, ...]:
        """The number of the other evidence that supports it best, of the few that share most words with it."""
        said = frozenset(terms(sentence.text))
        others = [number for number in range(1, len(self._words) + 1) if number not in sentence.markers]
        others.sort(key=lambda number: -len(said & self._words[number - 1]))
        found = [self._verdict(sentence, (number,)) for number in others[:TRIED]]
        return max(((verdict.score, numbers) for verdict, numbers in found if numbers), default=(0.0, ()))[1]


def _marks_clauses(sentence: DraftSentence) -> bool:
    """Whether markers stand behind several of its clauses."""
    return sum(bool(run.markers) for run in sentence.runs) > 1
