"""The trees and the line that join the features of support, fitted with scikit-learn and kept as plain numbers."""

from typing import Any

import numpy as np
import numpy.typing as npt

from index.support import Branch, Line, Trees
from index.support_features import NAMES

Rows = npt.NDArray[np.float64]
TREES, DEPTH, RATE = 120, 3, 0.05
GROWN = NAMES[:-1]
"""The features of the trees; the last is another's logit."""
STRAIGHT = ("aligned_mean", "aligned_worst", "covered_by_window", "numbers_missing", "judged_logit")
"""The features of the line: few, and each of one direction."""
STRICTNESS = 0.05
"""How freely the line may lean on one feature; scikit-learn's C."""
SEED = 0


def fitted(rows: Rows, supported: Rows, weights: Rows) -> Trees:
    """Trees and a line for rows of features, whether each is supported, and what each counts.

    The line is fitted on the rows that count whole alone, the claims of the web, where there are any.
    """
    from sklearn.ensemble import GradientBoostingClassifier

    model = GradientBoostingClassifier(
        n_estimators=TREES,
        max_depth=DEPTH,
        learning_rate=RATE,
        subsample=0.6,
        min_samples_leaf=12,
        max_features=0.4,
        random_state=SEED,
    )
    model.fit(rows[:, : len(GROWN)], supported, sample_weight=weights)
    share = float(np.average(supported, weights=weights))
    trees = tuple(_branches(each[0].tree_) for each in model.estimators_)
    whole = weights >= 1 if (weights >= 1).any() else weights > 0
    return Trees(float(np.log(share / (1 - share))), trees, _line(rows[whole], supported[whole]))


def _line(rows: Rows, supported: Rows) -> Line:
    """Fitted on features of one spread, and written for the features as they are."""
    from sklearn.linear_model import LogisticRegression

    places = tuple(NAMES.index(name) for name in STRAIGHT)
    chosen = rows[:, places]
    middle, spread = chosen.mean(0), chosen.std(0)
    model = LogisticRegression(C=STRICTNESS, max_iter=2000).fit((chosen - middle) / spread, supported)
    slopes = model.coef_[0] / spread
    return Line(places, tuple(slopes.tolist()), float(model.intercept_[0] - (slopes * middle).sum()))


def _branches(tree: Any) -> tuple[Branch, ...]:
    """The nodes of one of scikit-learn's trees, which compares 32-bit numbers: thresholds are kept as they are."""
    return tuple(
        Branch(
            max(int(tree.feature[at]), 0),
            float(tree.threshold[at]),
            int(tree.children_left[at]),
            int(tree.children_right[at]),
            RATE * float(tree.value[at].item()),
        )
        for at in range(tree.node_count)
    )


def probabilities(trees: Trees, rows: Rows) -> Rows:
    """Of support, for rows of features."""
    return np.array([trees.probability(row) for row in rows.astype(np.float32).tolist()])
