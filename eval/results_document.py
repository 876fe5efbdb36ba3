"""results.json as data: what a run writes, and what a later run compares itself with."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import ParallaxError
from eval.measures.measure import Better
from rag.answer import Answer

SCHEMA_VERSION = 2
"""The next one where a field changes its meaning or goes; fields that come do not need one."""


class ResultsError(ParallaxError):
    """A file of results that cannot be read or compared; the message names it and the remedy."""


class Part(BaseModel):
    """What all parts share: frozen, and a later version's fields are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", ser_json_inf_nan="null")


class CountPart(Part):
    """`hits` of `total` in one question; a share of null says that there was nothing to score."""

    hits: float
    total: int
    share: float | None


class ScorePart(Part):
    """A measure over all questions, with the ends of its 95 % interval; `number` is what it rests on."""

    measure: str
    value: float | None
    low: float | None
    high: float | None
    number: int
    better: Better
    pooled: bool
    meaning: str


class KindPart(Part):
    """The measures over the questions of one kind."""

    kind: str
    questions: int
    measures: Mapping[str, float | None]


class RelationPart(Part):
    """How often a gold pair's relation `right` was reported as `given`."""

    right: str
    given: str
    times: int


class ResultPart(Part):
    """One question, its answer, and what each measure counted in it."""

    id: str
    kind: str
    question: str
    measures: Mapping[str, CountPart]
    weaknesses: tuple[str, ...]
    ms: float
    answer: Answer


class SystemPart(Part):
    """One system under test."""

    name: str
    measures: tuple[ScorePart, ...]
    kinds: tuple[KindPart, ...]
    relations: tuple[RelationPart, ...]
    median_ms: float
    results: tuple[ResultPart, ...]


class MovedPart(Part):
    """Where a measure had to go under a control, and where it went."""

    measure: str
    expected: Literal["falls", "rises"]
    real: float | None
    control: float | None
    verdict: str


class ControlPart(Part):
    """Answers that are wrong on purpose, and what the measures made of them."""

    name: str
    moved: tuple[MovedPart, ...]


class JudgePart(Part):
    """Who said what supports what, and how good he is known to be."""

    name: str
    quality: str


class SeedsPart(Part):
    """How often was drawn, and from which seeds."""

    bootstrap_draws: int
    bootstrap: int
    permutation_shuffles: int
    permutation: int
    controls: int


class DifferencePart(Part):
    """A measure in both of two systems or runs, and the p of the paired permutation test."""

    measure: str
    before: float | None
    after: float | None
    p: float | None


class ComparisonPart(Part):
    """Two systems of this run, or (`earlier`) one of an earlier run beside one of this."""

    before: str
    after: str
    earlier: bool
    questions: int
    differences: tuple[DifferencePart, ...]
    moved: tuple[str, ...]


class PointPart(Part):
    """Coverage and precision where candidates are cut `gap` below the best."""

    gap: float
    coverage: float
    precision: float
    sentences: float


class CurvePart(Part):
    """How coverage and precision go against each other over the cut, for one way of scoring candidates."""

    scores: str
    points: tuple[PointPart, ...]


class Document(Part):
    """The whole file."""

    schema_version: Literal[2] = 2
    created: str
    versions: Mapping[str, str]
    corpus_sha256: str
    gold_sha256: str
    index_sha256: str | None
    code_sha256: str
    seeds: SeedsPart
    judge: JudgePart
    questions: int
    systems: tuple[SystemPart, ...]
    controls: tuple[ControlPart, ...]
    comparisons: tuple[ComparisonPart, ...] = ()
    curves: tuple[CurvePart, ...] = ()


def read_document(path: Path) -> Document:
    """The results of an earlier run.

    Raises:
        ResultsError: there is no such file, it is of another version, or no file of results at all.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResultsError(f"{path} cannot be read ({error}); give the results.json of an earlier run") from error
    try:
        return Document.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise ResultsError(
            f"{path} is no results.json of version {SCHEMA_VERSION} ({where}: {first['msg']}); make it anew with"
            " parallax eval"
        ) from error
