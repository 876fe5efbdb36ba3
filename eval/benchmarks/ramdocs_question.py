"""What one answer to a RAMDocs question shows: answers in its cited words, documents it sets against others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from eval.benchmarks.ramdocs_form import Row, says
from eval.measures.disagreement_pairs import pairs_claimed
from eval.spans import LONGEST_CITATION, SHORTEST_CITATION
from rag.answer import Answer, Citation, Side


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the answer that each of its files gives (None: noise), and those of the answers that are right."""

    question: str
    given: Mapping[str, str | None]
    right: frozenset[str]

    @property
    def answers(self) -> tuple[str, ...]:
        """The distinct answers of its documents."""
        return tuple(dict.fromkeys(answer for answer in self.given.values() if answer))


def asked_of(row: Row, files: Sequence[str]) -> Asked:
    """A row with the names its documents have in the pool, in their order."""
    pairs = list(zip(files, row.documents, strict=True))
    given = {file: document.given for file, document in pairs}
    right = frozenset(document.given for _, document in pairs if document.type == "correct" and document.given)
    return Asked(row.question, given, right)


@dataclass(frozen=True, slots=True)
class Shown:
    """A question beside a system's answer to it."""

    asked: Asked
    answer: Answer

    def citations(self, most: int) -> list[Citation]:
        """The first cited spans, each once; scraps, chunks and what a declined answer cites count for nothing."""
        if not self.answer.answered:
            return []
        first: dict[tuple[str, int, int], Citation] = {}
        for citation in self.answer.citations:
            first.setdefault((citation.file, citation.start, citation.end), citation)
        return [
            each for each in list(first.values())[:most] if SHORTEST_CITATION <= len(each.quote) <= LONGEST_CITATION
        ]

    def covered(self, most: int) -> list[str]:
        """The answers that the first cited spans hold word for word, in documents of this question."""
        own = [citation.quote for citation in self.citations(most) if citation.file in self.asked.given]
        return [answer for answer in self.asked.answers if any(says(quote, answer) for quote in own)]

    def met(self, most: int) -> list[str]:
        """The answers of which a document that gives them is cited, whatever words of it."""
        files = {citation.file for citation in self.citations(most)}
        return [answer for answer in self.asked.answers if any(self.asked.given.get(file) == answer for file in files)]

    def to_the_point(self, most: int) -> tuple[int, int]:
        """Cited spans of documents of this question that give an answer, out of all."""
        cited = self.citations(most)
        return sum(bool(self.asked.given.get(citation.file)) for citation in cited), len(cited)

    def pairs_found(self) -> tuple[int, int]:
        """Pairs of different answers of which one report sets documents against each other, out of all pairs."""
        found = {
            frozenset((one, other))
            for report in self.answer.disagreements
            for left, right in combinations(report.sides, 2)
            for one in self._given(left)
            for other in self._given(right)
            if one != other
        }
        number = len(self.asked.answers)
        return len(found), number * (number - 1) // 2

    def reports(self) -> tuple[int, int, int]:
        """Reported pairs of sides: those of different answers, those of the same answer, and all."""
        pairs = [self._answers(*pair) for report in self.answer.disagreements for pair in pairs_claimed(report)]
        different = sum(any(one != other for one in left for other in right) for left, right in pairs)
        same = sum(bool(left and right) and left | right == left & right and len(left) == 1 for left, right in pairs)
        return different, same, len(pairs)

    def same_answer_pairs(self) -> tuple[int, int]:
        """Pairs of documents with the same answer that are set against each other, out of all such pairs."""
        alike = [
            frozenset(pair)
            for pair in combinations(self.asked.given, 2)
            if self.asked.given[pair[0]] and self.asked.given[pair[0]] == self.asked.given[pair[1]]
        ]
        return sum(pair in set(self._files_opposed()) for pair in alike), len(alike)

    def _files_opposed(self) -> Iterator[frozenset[str]]:
        for report in self.answer.disagreements:
            for left, right in pairs_claimed(report):
                yield from (frozenset((one, other)) for one in self._files(left) for other in self._files(right))

    def _answers(self, left: Side, right: Side) -> tuple[set[str], set[str]]:
        return self._given(left), self._given(right)

    def _given(self, side: Side) -> set[str]:
        return {answer for file in self._files(side) if (answer := self.asked.given.get(file))}

    def _files(self, side: Side) -> set[str]:
        by_number = {citation.number: citation.file for citation in self.answer.citations}
        return {by_number[number] for number in side.citations if number in by_number}


def shares(shown: Iterable[Shown], most: int, among: str = "all") -> list[float | None]:
    """For each question the share of its answers, all, right or wrong, that the first cited spans hold."""
    return [_share(each, set(each.covered(most)), among) for each in shown]


def _share(shown: Shown, covered: set[str], among: str) -> float | None:
    answers, right = set(shown.asked.answers), shown.asked.right
    wanted = {"all": answers, "right": answers & right, "wrong": answers - right}[among]
    return len(wanted & covered) / len(wanted) if wanted else None
