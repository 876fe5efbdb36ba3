"""How likely texts support a statement: features of both joined by small decision trees."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.encoder import Encoder
from index.export import load_encoder
from index.pair_model import OnnxPairModel, shipped_pair_model
from index.support_features import NAMES, Reading, features_of

TREES = Path(__file__).parent / "models" / "support.json"


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of a tree: up to `threshold` go to the node `left`, others to `right`; a leaf has neither, but `value`."""

    feature: int
    threshold: float
    left: int
    right: int
    value: float


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose leaves are summed up to a logit, `start` being that of no evidence at all."""

    start: float
    trees: tuple[tuple[Branch, ...], ...]

    @classmethod
    def read(cls, path: Path = TREES) -> "Trees":
        """The trees of a file.

        Raises:
            ValueError: it was written for other features.
        """
        written = json.loads(path.read_text("utf-8"))
        if tuple(written["features"]) != NAMES:
            raise ValueError(f"{path} was trained on other features; train it anew: make train")
        trees = tuple(tuple(Branch(*branch) for branch in tree) for tree in written["trees"])
        return cls(float(written["start"]), trees)

    def write(self, path: Path) -> None:
        """Keep the trees in a file, beside the names of the features they were trained on."""
        trees = [
            [[each.feature, each.threshold, each.left, each.right, each.value] for each in tree] for tree in self.trees
        ]
        path.write_text(json.dumps({"features": NAMES, "start": self.start, "trees": trees}) + "\n", "utf-8")

    def probability(self, row: Sequence[float]) -> float:
        """Of support, for the features of one statement in the order of NAMES."""
        logit = self.start + sum(_leaf(tree, row) for tree in self.trees)
        return 1 / (1 + math.exp(-logit))


def _leaf(tree: Sequence[Branch], row: Sequence[float]) -> float:
    branch = tree[0]
    while branch.left >= 0:
        branch = tree[branch.left if row[branch.feature] <= branch.threshold else branch.right]
    return branch.value


class SupportScorer:
    """Scores a statement against texts of any length."""

    name = "parallax"

    def __init__(self, model: OnnxPairModel, encoder: Encoder, trees: Trees) -> None:
        self._model = model
        self._encoder = encoder
        self._trees = trees

    def score(self, claim: str, texts: Sequence[str]) -> float:
        """From 0 to 1; a half and more is support. Texts without a word support nothing."""
        reading = Reading.of(claim, texts)
        if not reading.pieces:
            return 0.0
        return self._trees.probability(features_of(reading, self._model, self._encoder).row.tolist())


@cache
def shipped_scorer() -> SupportScorer:
    """The shipped models, loaded once; the embedded encoder is exported first where it was not yet."""
    return SupportScorer(shipped_pair_model(), load_encoder(), Trees.read())
