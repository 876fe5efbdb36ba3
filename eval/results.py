"""What a run found, as frozen data."""

from dataclasses import dataclass
from statistics import median

from eval.case import Case
from eval.measures.count import Count
from eval.measures.measure import Better

NOTHING_TO_SCORE = "–"


def shown(value: float | None) -> str:
    """A value with three decimals, a dash where there was nothing to score."""
    return NOTHING_TO_SCORE if value is None else f"{value:.3f}"


@dataclass(frozen=True, slots=True)
class Score:
    """A measure's value with its 95 % interval, resting on `number` questions or things; None: nothing to score."""

    measure: str
    value: float | None
    low: float | None
    high: float | None
    number: int
    better: Better = "higher"
    pooled: bool = False
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class KindScores:
    """The value of each measure, by name, over the questions of one kind."""

    kind: str
    questions: int
    values: tuple[tuple[str, float | None], ...]

    def value(self, measure: str) -> float | None:
        """The value of the measure of that name."""
        return dict(self.values)[measure]


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often a gold pair's relation `right` was reported as `given`."""

    right: str
    given: str
    times: int


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question put to one system: the case, its count for each measure, and how long it took."""

    case: Case
    counts: tuple[tuple[str, Count], ...]
    milliseconds: float

    def count(self, measure: str) -> Count:
        """The count of the measure of that name."""
        return dict(self.counts)[measure]

    def share(self, measure: str) -> float | None:
        """The share of the measure of that name; None where there was nothing to score."""
        return self.count(measure).share


@dataclass(frozen=True, slots=True)
class SystemReport:
    """All results of one system and what they come to."""

    name: str
    scores: tuple[Score, ...]
    kinds: tuple[KindScores, ...]
    confusion: tuple[Confusion, ...]
    results: tuple[QuestionResult, ...]

    def score(self, measure: str) -> Score:
        """The score of the measure of that name."""
        return next(score for score in self.scores if score.measure == measure)

    @property
    def median_milliseconds(self) -> float:
        """How long half of the answers took at most."""
        return median(result.milliseconds for result in self.results)


@dataclass(frozen=True, slots=True)
class EvalReport:
    """One run of several systems over the same questions; `corpus` is the digest of the files."""

    systems: tuple[SystemReport, ...]
    corpus: str
    questions: int
