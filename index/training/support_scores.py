"""What is told of the joint score of support: on held-out rows, in folds, and with each kind of rows left out."""

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from index.training.support_data import WEB, Supported
from index.training.support_trees import Rows, fitted, probabilities

Chosen = npt.NDArray[np.bool_]
FOLDS = 5
LONG = 150
"""Words of evidence that is called long at least."""
FEWEST = 20
"""Rows of either answer that a kind has at least to be told alone."""


def macro_f1(supported: Rows, given: Rows) -> float:
    """The mean of the F1 of support and of no support, at a probability of a half."""
    said = given >= 0.5
    parts = []
    for kind in (True, False):
        both = ((said == kind) & (supported == kind)).sum()
        parts.append(2 * both / max((said == kind).sum() + (supported == kind).sum(), 1))
    return float(np.mean(parts))


def kind_of(row: Supported) -> str:
    """The set of a row; of web claims also the form of their evidence."""
    if row.source != WEB:
        return "planted" if row.source.startswith("planted") else row.source
    if re.match(r"\[\d+\]", row.text):
        return "web claims, numbered passages"
    if len(row.text.split()) >= LONG:
        return "web claims, long pages"
    return f"web claims, {'titled' if row.text.startswith('Title:') else 'short'} passages"


def comparison(rows: Sequence[Supported], features: Rows, weights: Rows, held_out: Chosen) -> str:
    """Macro-F1 of each kind of rows as a table in Markdown: held out, in folds, and when its kind is left out."""
    yes = np.array([row.yes for row in rows], dtype=float)
    kinds = np.array([kind_of(row) for row in rows])
    web = np.array([row.source == WEB for row in rows])
    fold = np.random.default_rng(0).integers(0, FOLDS, len(rows))

    def given(parts: Sequence[Chosen]) -> Rows:
        """The probabilities of each part's rows by what was fitted on all others, held-out rows of other sets aside."""
        found = np.full(len(rows), np.nan)
        for part in parts:
            learnt = ~part & (web | ~held_out)
            found[part] = probabilities(fitted(features[learnt], yes[learnt], weights[learnt]), features[part])
        return found

    columns = {
        "held out": given([held_out]),
        f"{FOLDS} folds": given([web & (fold == number) for number in range(FOLDS)]),
        "kind left out": given([kinds == kind for kind in sorted(set(kinds))]),
    }
    groups = {kind: kinds == kind for kind in sorted(set(kinds))} | {"all web claims": web}
    return "\n".join(_table(groups, yes, columns))


def _table(groups: Mapping[str, Chosen], yes: Rows, columns: Mapping[str, Rows]) -> Iterator[str]:
    yield f"| rows | number | supported | {' | '.join(columns)} |"
    yield f"| --- | --- | --- | {' | '.join('---' for _ in columns)} |"
    for name, chosen in groups.items():
        cells = [_cell(yes[told], given[told]) for given in columns.values() for told in [chosen & ~np.isnan(given)]]
        if min(yes[chosen].sum(), (1 - yes[chosen]).sum()) >= FEWEST:
            yield f"| {name} | {chosen.sum()} | {yes[chosen].mean():.2f} | {' | '.join(cells)} |"


def _cell(yes: Rows, given: Rows) -> str:
    """Macro-F1 and the number of rows it is of; nothing where all answers are the same."""
    return f"{macro_f1(yes, given):.3f} ({len(yes)})" if len(set(yes)) > 1 else "–"
