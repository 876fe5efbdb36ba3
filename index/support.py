"""How likely texts support a statement: features of both joined by small decision trees and a straight line."""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from index.pair_model import OnnxPairModel, shipped_pair_model
from index.support_features import NAMES, Reading, features_of
from index.word_states import WordStates, shipped_word_states

TREES = Path(__file__).parent / "models" / "support.json"
STEADIER = 2
"""How much the line counts beside the trees: these know the kinds of claims they learnt, the line fits any."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of a tree: up to `threshold` go to the node `left`, others to `right`; a leaf has neither, but `value`."""

    feature: int
    threshold: float
    left: int
    right: int
    value: float


@dataclass(frozen=True, slots=True)
class Line:
    """A logistic regression on a few features, by their places in NAMES: simple, and steady on claims of a new kind."""

    features: tuple[int, ...]
    slopes: tuple[float, ...]
    start: float

    def logit(self, row: Sequence[float]) -> float:
        """Of support, for the features of one statement."""
        return self.start + sum(slope * row[at] for at, slope in zip(self.features, self.slopes, strict=True))


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose leaves are summed up to a logit, `start` being that of no evidence; a line beside them."""

    start: float
    trees: tuple[tuple[Branch, ...], ...]
    line: Line

    @classmethod
    def read(cls, path: Path = TREES) -> "Trees":
        """The trees and the line of a file.

        Raises:
            ValueError: it was written for other features.
        """
        written = json.loads(path.read_text("utf-8"))
        if tuple(written["features"]) != NAMES:
            raise ValueError(f"{path} was trained on other features; train it anew: make train")
        trees = tuple(tuple(Branch(*branch) for branch in tree) for tree in written["trees"])
        line = written["line"]
        return cls(
            float(written["start"]), trees, Line(tuple(line["features"]), tuple(line["slopes"]), float(line["start"]))
        )

    def write(self, path: Path) -> None:
        """Keep both in a file, beside the names of the features they were trained on."""
        trees = [
            [[each.feature, each.threshold, each.left, each.right, each.value] for each in tree] for tree in self.trees
        ]
        written = {"features": NAMES, "start": self.start, "line": asdict(self.line), "trees": trees}
        path.write_text(json.dumps(written) + "\n", "utf-8")

    def probability(self, row: Sequence[float]) -> float:
        """Of support, for the features of one statement in the order of NAMES."""
        logit = self.start + sum(_leaf(tree, row) for tree in self.trees)
        return 1 / (1 + math.exp(-(logit + STEADIER * self.line.logit(row)) / (1 + STEADIER)))


def _leaf(tree: Sequence[Branch], row: Sequence[float]) -> float:
    branch = tree[0]
    while branch.left >= 0:
        branch = tree[branch.left if row[branch.feature] <= branch.threshold else branch.right]
    return branch.value


class SupportScorer:
    """Scores a statement against texts of any length."""

    name = "parallax"

    def __init__(self, model: OnnxPairModel, words: WordStates, trees: Trees) -> None:
        self._model = model
        self._words = words
        self._trees = trees

    def score(self, claim: str, texts: Sequence[str]) -> float:
        """From 0 to 1; a half and more is support. Texts without a word support nothing."""
        reading = Reading.of(claim, texts)
        if reading is None:
            return 0.0
        return self._trees.probability(features_of(reading, self._model, self._words).row.tolist())


@cache
def shipped_scorer() -> SupportScorer:
    """The shipped models, loaded once."""
    return SupportScorer(shipped_pair_model(), shipped_word_states(), Trees.read())
