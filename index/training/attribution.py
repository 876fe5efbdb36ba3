"""Train the attribution tagger, score it, and write the model and its card's numbers.

    python -m index.training.attribution DATA

DATA holds attribution-train, -dev and -test.jsonl.gz. About half an hour on two cores. Choices are made on dev;
`--test` scores the written model on test, once, for the card.
"""

import argparse
import json
import re
import time
from collections.abc import Sequence
from pathlib import Path

import torch

from corpus.patterns import regex
from index.runtime import wordpieces
from index.tagger import ENTITIES, MODEL, ROLES, OnnxTagger, Tagged
from index.training.attribution_data import Article, examples_of, read_articles
from index.training.attribution_model import TaggerModel, fit
from index.training.attribution_scores import table
from index.training.lean_graph import write_lean
from index.training.onnx_file import encoder_folder, export, quantise

SEED = 0
EPOCHS, RATE = 3, 1.5e-4
FIGURES = regex(r"(?<=<!-- scores -->\n).*(?=<!-- end of scores -->)", re.S)


def train(data: Path, seed: int = SEED) -> TaggerModel:
    """The model after all epochs over the training articles."""
    torch.manual_seed(seed)
    tokenizer = wordpieces()
    articles = read_articles(data / "attribution-train.jsonl.gz")
    examples = [example for article in articles for example in examples_of(article, tokenizer)]
    model = TaggerModel(encoder_folder())
    fit(model, examples, EPOCHS, RATE, seed)
    return model


def write(model: TaggerModel, path: Path) -> None:
    """The model in 8 bits, with the scores of its transitions beside it."""
    full = path.with_name("attribution-full.onnx")
    export(model, full, ("ids", "mask", "marks"), "scores")
    quantise(full, path, {"transitions": json.dumps(model.transitions.tolist())})
    write_lean(path, alone=True)
    full.unlink()


def tagged_by(model: Path, articles: Sequence[Article]) -> tuple[list[Tagged], float]:
    """The marks of the articles, and the thousand words a second that were read."""
    tagger, started = OnnxTagger.open(model), time.perf_counter()
    tagged = list(tagger.tag([(article.text, article.sentences) for article in articles]))
    words = sum(len(article.text.split()) for article in articles)
    return tagged, words / (time.perf_counter() - started) / 1000


def main() -> None:
    """Train, export, score, and put the figures into the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--weights", type=Path, help="weights of an earlier run: only export and score")
    parser.add_argument("--scores-only", action="store_true", help="score the model that is there")
    parser.add_argument("--test", action="store_true", help="score on test instead of dev, and write the card")
    options = parser.parse_args()
    torch.set_num_threads(2)
    if options.weights:
        model = TaggerModel(encoder_folder())
        model.load_state_dict(torch.load(options.weights))
        write(model, options.out)
    elif not options.scores_only:
        write(train(options.data), options.out)
    part = "test" if options.test else "dev"
    articles = read_articles(options.data / f"attribution-{part}.jsonl.gz")
    tagged, speed = tagged_by(options.out, articles)
    figures = f"{table(articles, tagged, (*ROLES, *ENTITIES))}\n\n{speed:.1f} thousand words a second on two threads."
    print(f"{part}:\n{figures}")
    card = options.out.with_suffix(".md")
    if options.test and card.exists():
        card.write_text(FIGURES.sub(lambda _: f"\n{figures}\n\n", card.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
