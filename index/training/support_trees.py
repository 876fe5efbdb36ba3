"""The trees that join the features of support, fitted with scikit-learn and kept as plain numbers."""

from typing import Any

import numpy as np
import numpy.typing as npt

from index.support import Branch, Trees

Rows = npt.NDArray[np.float64]
TREES, DEPTH, RATE = 120, 3, 0.05
SEED = 0


def fitted(rows: Rows, supported: Rows, weights: Rows) -> Trees:
    """Trees for rows of features (rows, features), whether each is supported, and what each counts."""
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
    model.fit(rows, supported, sample_weight=weights)
    share = float(np.average(supported, weights=weights))
    trees = tuple(_branches(each[0].tree_) for each in model.estimators_)
    return Trees(float(np.log(share / (1 - share))), trees)


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
