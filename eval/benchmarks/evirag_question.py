"""What one answer shows of the viewpoints and contradictions of an EVIRAG-bench question."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from eval.benchmarks.evirag_form import Contradiction, GoldRow
from eval.benchmarks.likeness import Likeness
from rag.answer import Answer, Disagreement, Side

ALIKE = 0.65
"""The cosine from which EVIRAG-bench takes two texts for the same."""


@dataclass(frozen=True, slots=True)
class Held:
    """A gold question, a system's answer to it, the document of each file, and how texts are compared."""

    gold: GoldRow
    answer: Answer
    documents: Mapping[str, str]
    likeness: Likeness

    @property
    def statements(self) -> tuple[str, ...]:
        """What the answer states; a declined answer states nothing."""
        return tuple(statement.text for statement in self.answer.sentences) if self.answer.answered else ()

    def covered(self) -> list[bool]:
        """For each viewpoint, whether a statement is alike to its summary."""
        summaries = [viewpoint.summary for viewpoint in self.gold.viewpoints]
        found = self.likeness.of(summaries, self.statements)
        return [bool((row >= ALIKE).any()) for row in found] if self.statements else [False] * len(summaries)

    def cited(self) -> list[bool]:
        """For each viewpoint with sources, whether a document that takes it is cited."""
        there = {self.documents.get(citation.file) for citation in self.answer.citations if self.answer.answered}
        wanted = [{source.doc_id for source in viewpoint.sources} for viewpoint in self.gold.viewpoints]
        return [bool(each & there) for each in wanted if each]

    def concentration(self) -> float | None:
        """One minus the entropy of the statements over their nearest viewpoints, 1 where all are on one.

        None where there is one viewpoint, or no statement.
        """
        summaries = [viewpoint.summary for viewpoint in self.gold.viewpoints]
        if len(summaries) < 2 or not self.statements:
            return None
        nearest = Counter(self.likeness.of(self.statements, summaries).argmax(axis=1).tolist())
        shares = [times / nearest.total() for times in nearest.values()]
        return 1 - sum(-share * math.log(share) for share in shares) / math.log(len(summaries))

    def contradictions(self) -> tuple[int, int]:
        """Gold pairs of which two sides of one report are alike to either claim, out of all."""
        return sum(any(map(self._shows(pair), self.answer.disagreements)) for pair in self.gold.contradictions), len(
            self.gold.contradictions
        )

    def reports(self) -> tuple[int, int]:
        """Reports that show a gold pair, out of all."""
        told = self.answer.disagreements
        return sum(any(self._shows(pair)(report) for pair in self.gold.contradictions) for report in told), len(told)

    def _shows(self, pair: Contradiction) -> "_Shows":
        return _Shows(pair, {each.number: each.quote for each in self.answer.citations}, self.likeness)


@dataclass(frozen=True, slots=True)
class _Shows:
    """Whether a report shows a pair of claims, either way round."""

    pair: Contradiction
    quotes: Mapping[int, str]
    likeness: Likeness

    def __call__(self, report: Disagreement) -> bool:
        return any(self._between(one, other) for one, other in combinations(report.sides, 2))

    def _between(self, one: Side, other: Side) -> bool:
        left, right = self._near(one), self._near(other)
        return (left[0] and right[1]) or (left[1] and right[0])

    def _near(self, side: Side) -> tuple[bool, bool]:
        """Whether a side's position, or words that it cites, are alike to the left claim, and to the right one."""
        texts = [side.position, *(self.quotes[number] for number in side.citations if number in self.quotes)]
        found = self.likeness.of(texts, [self.pair.left, self.pair.right]) >= ALIKE
        return bool(found[:, 0].any()), bool(found[:, 1].any())
