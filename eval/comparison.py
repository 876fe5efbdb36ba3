"""What moved between two runs, or differs between two systems of one, measure by measure and question by question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.measures.count import NOTHING, Count, mean_of_shares, share_of_sums
from eval.measures.measure import Better
from eval.permutation import permutation_test
from eval.results_document import ResultPart, ScorePart, SystemPart


@dataclass(frozen=True, slots=True)
class Change:
    """A value before and after; None where there was nothing to score."""

    measure: str
    before: float | None
    after: float | None
    better: Better

    @property
    def difference(self) -> float | None:
        """After less before, None where either has nothing to score."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def is_better(self) -> bool | None:
        """Whether it went the right way; None where it stayed or cannot be told."""
        if not self.difference:
            return None
        return (self.difference > 0) == (self.better == "higher")


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure in both, over the questions that both were asked, and the p of the paired permutation test."""

    change: Change
    p: float | None


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """A question whose answer or measures moved."""

    id: str
    question: str
    changes: tuple[Change, ...]
    reworded: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two systems, `before` and `after`, by name; `asked` is the number of questions that both were asked.

    `gone` and `new` are the ids of those that only one was.
    """

    before: str
    after: str
    asked: int
    differences: tuple[Difference, ...]
    questions: tuple[QuestionChange, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]


def compared(before: SystemPart, after: SystemPart) -> Comparison:
    """What differs between two systems, or two runs of one, over the questions of the same id and words."""
    old, new = _by_question(before), _by_question(after)
    shared = [key for key in new if key in old]
    pairs = [(old[key], new[key]) for key in shared]
    known = {score.measure for score in before.measures}
    return Comparison(
        before.name,
        after.name,
        len(shared),
        tuple(_difference(score, pairs) for score in after.measures if score.measure in known),
        tuple(_moved(pairs, after.measures)),
        tuple(key[0] for key in old if key not in new),
        tuple(key[0] for key in new if key not in old),
    )


def _by_question(system: SystemPart) -> Mapping[tuple[str, str], ResultPart]:
    return {(result.id, result.question): result for result in system.results}


def _difference(score: ScorePart, pairs: Sequence[tuple[ResultPart, ResultPart]]) -> Difference:
    old, new = ([_count(pair[side], score.measure) for pair in pairs] for side in (0, 1))
    p = permutation_test(new, old, pooled=score.pooled)
    before, after = (_value(counts, pooled=score.pooled) for counts in (old, new))
    return Difference(Change(score.measure, before, after, score.better), p)


def _value(counts: Sequence[Count], *, pooled: bool) -> float | None:
    return share_of_sums(counts) if pooled else mean_of_shares(counts)


def _count(result: ResultPart, measure: str) -> Count:
    found = result.measures.get(measure)
    return Count(found.hits, found.total) if found else NOTHING


def _moved(pairs: Sequence[tuple[ResultPart, ResultPart]], measures: Sequence[ScorePart]) -> Iterator[QuestionChange]:
    for old, new in pairs:
        both = (
            Change(m.measure, _count(old, m.measure).share, _count(new, m.measure).share, m.better) for m in measures
        )
        changes = tuple(change for change in both if change.before != change.after)
        reworded = old.answer.text != new.answer.text
        if changes or reworded:
            yield QuestionChange(new.id, new.question, changes, reworded, old.answer.text, new.answer.text)
