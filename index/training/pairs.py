"""Train the pair model, score it on held-out pairs of every source, and write the model and its card's numbers.

    python -m index.training.pairs DATA

DATA holds pairs-*, headlines-* and perspectives-*.jsonl.gz. About half an hour on two cores.
"""

import argparse
import random
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from corpus.patterns import regex
from index.cross_encoder import Pair, padded
from index.pair_model import MODEL, RELATIONS, OnnxPairModel, pack_pairs
from index.runtime import wordpieces
from index.training.descent import descend
from index.training.lean_graph import write_lean
from index.training.onnx_file import encoder_folder, export, quantise
from index.training.pairs_data import NO_AGREEMENT, Labelled, by_source, read_pairs
from index.training.selection_model import SelectionModel

SEED = 0
LAYERS = (0, 2, 3, 5)
RATE, ROWS = 1e-4, 48
FIGURES = regex(r"(?<=<!-- scores -->\n).*(?=<!-- end of scores -->)", re.S)


def loss_of(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy; where only "does not agree" is known, of that."""
    logarithms = logits.log_softmax(1)
    known = labels < NO_AGREEMENT
    given = logarithms.gather(1, labels.clamp(max=len(RELATIONS) - 1).unsqueeze(1)).squeeze(1)
    others = torch.cat([logarithms[:, :1], logarithms[:, 2:]], 1).logsumexp(1)
    return -torch.where(known, given, others).mean()


def train(pairs: Sequence[Labelled], seed: int = SEED) -> SelectionModel:
    """One epoch over all pairs, each in an order drawn by chance."""
    torch.manual_seed(seed)
    chance, tokenizer = random.Random(seed), wordpieces()
    model = SelectionModel(encoder_folder(), LAYERS, len(RELATIONS))
    texts = [(pair.one, pair.other) if chance.random() < 0.5 else (pair.other, pair.one) for pair in pairs]
    packed = sorted(
        zip(pack_pairs(tokenizer, texts), (pair.label for pair in pairs), strict=True),
        key=lambda item: len(item[0].ids),
    )
    batches = [packed[at : at + ROWS] for at in range(0, len(packed), ROWS)]
    chance.shuffle(batches)

    def loss_in(batch: Sequence[tuple[Pair, int]]) -> Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*(torch.from_numpy(array) for array in padded([pair for pair, _ in batch]))).float()
        return loss_of(logits, torch.tensor([label for _, label in batch]))

    descend(model, batches, loss_in, RATE, every=50)
    return model


def comparison(model: OnnxPairModel, pairs: Sequence[Labelled]) -> str:
    """Accuracy, and precision and recall of conflict and opposed, for each source, as a table in Markdown."""
    lines = [
        "| source | pairs | accuracy | conflict or opposed: precision | recall |",
        "| --- | --- | --- | --- | --- |",
    ]
    for source, group in {**by_source(pairs), "all": list(pairs)}.items():
        given = model.judge([(pair.one, pair.other) for pair in group]).argmax(1)
        right = np.array([pair.label for pair in group])
        known = right < NO_AGREEMENT
        accuracy = np.where(known, given == right, given != 1).mean()
        found, there = given >= 2, (right == 2) | (right == 3)
        both = (found & there & known).sum()
        precise, complete = both / max((found & known).sum(), 1), both / max(there.sum(), 1)
        lines.append(f"| {source} | {len(group)} | {accuracy:.3f} | {precise:.3f} | {complete:.3f} |")
    return "\n".join(lines)


def main() -> None:
    """Train, export, score, and put the figures into the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--scores-only", action="store_true", help="score the model that is there")
    options = parser.parse_args()
    torch.set_num_threads(2)
    if not options.scores_only:
        model = train(read_pairs(options.data, "train", random.Random(SEED)))
        full = options.out.with_name("pairs-full.onnx")
        export(model, full, ("ids", "mask", "types"), "logits")
        quantise(full, options.out)
        write_lean(options.out, alone=False)
        full.unlink()
    held_out = list(read_pairs(options.data, "dev", random.Random(SEED)))
    figures = comparison(OnnxPairModel.open(options.out), held_out)
    print(figures)
    card = options.out.with_suffix(".md")
    if card.exists():
        card.write_text(FIGURES.sub(lambda _: f"\n{figures}\n\n", card.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
