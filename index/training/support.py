"""Fit what joins the features of support, score it on rows it did not learn, and write it and the card's numbers.

    python -m index.training.support DATA

DATA holds pairs-*, headlines-* and attribution-*.jsonl.gz. Two minutes on two quiet cores.
"""

import argparse
import random
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.patterns import regex
from index.pair_model import shipped_pair_model
from index.support import TREES
from index.support_features import NAMES, Reading, features_of
from index.training.support_data import WEB, WEIGHT, Supported, is_learnt, read_supported
from index.training.support_scores import comparison
from index.training.support_trees import Rows, fitted
from index.word_states import shipped_word_states

SEED = 0
FIGURES = regex(r"(?<=<!-- scores -->\n).*(?=<!-- end of scores -->)", re.S)


def features(rows: Sequence[Supported]) -> Rows:
    """The features of each row, of shape (rows, features); evidence without a word has none."""
    model, words = shipped_pair_model(), shipped_word_states()
    found = []
    for number, row in enumerate(rows, 1):
        reading = Reading.of(row.claim, [row.text])
        found.append(features_of(reading, model, words).row if reading else np.zeros(len(NAMES)))
        if number % 200 == 0:
            print(f"read {number}/{len(rows)}", flush=True)
    return np.array(found)


def weights_for(rows: Sequence[Supported]) -> Rows:
    """What each row counts."""
    return np.array([1.0 if row.source == WEB else WEIGHT for row in rows])


def main() -> None:
    """Score what learns one part on the rest; what is shipped has learnt the web claims of both parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=TREES)
    options = parser.parse_args()
    trained, held_out = (
        [row for row in read_supported(options.data, part, random.Random(SEED)) if is_learnt(row)]
        for part in ("train", "dev")
    )
    rows = [*trained, *held_out]
    there, weights = features(rows), weights_for(rows)
    late = np.arange(len(rows)) >= len(trained)
    figures = comparison(rows, there, weights, late)
    print(figures)
    learnt = ~late | np.array([row.source == WEB for row in rows])
    yes = np.array([row.yes for row in rows], dtype=float)
    fitted(there[learnt], yes[learnt], weights[learnt]).write(options.out)
    card = options.out.with_suffix(".md")
    if card.exists():
        card.write_text(FIGURES.sub(lambda _: f"\n{figures}\n\n", card.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
