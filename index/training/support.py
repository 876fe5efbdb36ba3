"""Fit the trees that join the features of support, score them on held-out rows, and write them and the card's numbers.

    python -m index.training.support DATA

DATA holds pairs-*, headlines-* and attribution-*.jsonl.gz. A few minutes on two quiet cores.
"""

import argparse
import random
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.export import load_encoder
from index.pair_model import shipped_pair_model
from index.support import TREES
from index.support_features import Reading, features_of
from index.training.support_data import WEB, WEIGHT, Supported, is_learnt, read_supported
from index.training.support_trees import fitted, probabilities

SEED = 0
SHORT, LONG = 60, 300
"""Words of evidence that is called short at most, and long at least."""
FIGURES = re.compile(r"(?<=<!-- scores -->\n).*(?=<!-- end of scores -->)", re.S)

Rows = npt.NDArray[np.float64]


def features(rows: Sequence[Supported]) -> Rows:
    """The features of each row, of shape (rows, features)."""
    model, encoder = shipped_pair_model(), load_encoder()
    found = []
    for number, row in enumerate(rows, 1):
        found.append(features_of(Reading.of(row.claim, [row.text]), model, encoder).row)
        if number % 100 == 0:
            print(f"read {number}/{len(rows)}", flush=True)
    return np.array(found)


def macro_f1(supported: Rows, given: Rows) -> float:
    """The mean of the F1 of support and of no support, at a probability of a half."""
    said = given >= 0.5
    parts = []
    for kind in (True, False):
        both = ((said == kind) & (supported == kind)).sum()
        parts.append(2 * both / max((said == kind).sum() + (supported == kind).sum(), 1))
    return float(np.mean(parts))


def style_of(row: Supported) -> str:
    """The set of a row; of web claims also how long their evidence is."""
    if row.source != WEB:
        return row.source
    words = len(row.text.split())
    return f"web claims, {'short' if words <= SHORT else 'long' if words >= LONG else 'middling'} evidence"


def comparison(rows: Sequence[Supported], given: Rows) -> str:
    """Macro-F1 of each kind of rows as a table in Markdown; of planted rows the share that is judged rightly."""
    lines = ["| held-out rows | number | supported | macro-F1 | right |", "| --- | --- | --- | --- | --- |"]
    yes, styles = np.array([row.yes for row in rows]), np.array([style_of(row) for row in rows])
    web = np.array([row.source == WEB for row in rows])
    groups = {style: styles == style for style in sorted(set(styles))} | {"all web claims": web}
    for name, chosen in groups.items():
        right = np.mean((given[chosen] >= 0.5) == yes[chosen])
        both = 0 < yes[chosen].mean() < 1
        score = f"{macro_f1(yes[chosen], given[chosen]):.3f}" if both else "–"
        lines.append(f"| {name} | {chosen.sum()} | {yes[chosen].mean():.2f} | {score} | {right:.2f} |")
    return "\n".join(lines)


def weights_for(rows: Sequence[Supported]) -> Rows:
    """What each row counts."""
    return np.array([1.0 if row.source == WEB else WEIGHT for row in rows])


def main() -> None:
    """Fit on the training part and score on the held-out part; what is shipped has learnt the web claims of both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=TREES)
    options = parser.parse_args()
    trained = [row for row in read_supported(options.data, "train", random.Random(SEED)) if is_learnt(row)]
    held_out = read_supported(options.data, "dev", random.Random(SEED))
    learnt, other = features(trained), features(held_out)
    yes, its = (np.array([row.yes for row in rows], dtype=float) for rows in (trained, held_out))
    counts = weights_for(trained)
    figures = comparison(held_out, probabilities(fitted(learnt, yes, counts), other))
    print(figures)
    web = np.array([row.source == WEB for row in held_out])
    both = (
        np.vstack([learnt, other[web]]),
        np.concatenate([yes, its[web]]),
        np.concatenate([counts, np.ones(web.sum())]),
    )
    fitted(*both).write(options.out)
    card = options.out.with_suffix(".md")
    if card.exists():
        card.write_text(FIGURES.sub(lambda _: f"\n{figures}\n\n", card.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
