"""Train the selection model, compare it with what it must beat, and write the model and its card's numbers.

    python -m index.training.selection DATA

DATA holds selection-*, attribution-*, headlines-* and perspectives-*.jsonl.gz. About an hour on two cores. First
an epoch over the questions on facts, then one over those that were written by reading, with a part of the first.
"""

import argparse
import random
import re
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from corpus.patterns import regex
from index.cross_encoder import Pair
from index.runtime import wordpieces
from index.selection import OnnxSelector
from index.training import selection_scores as judge
from index.training.lean_graph import write_lean
from index.training.onnx_file import encoder_folder, export, quantise
from index.training.question_rules import roughened
from index.training.selection_asked import asked_rankings, news_stories, story_files, told_in
from index.training.selection_data import Ranking, read_rankings
from index.training.selection_model import SelectionModel, batches, fit, prepared
from index.training.selection_news import news_rankings
from index.training.selection_sides import Embed, headline_rankings, perspective_rankings

SEED = 0
LAYERS = (0, 2, 3, 5)
FACTS_RATE, ASKED_RATE = 1e-4, 7e-5
FACTS_AGAIN, SHORT_STORIES = 0.2, 0.35
"""Shares of the questions on facts, and of the short stories, that are seen beside the news and the long stories."""
ASKED_ROWS = 12
"""Candidates of a list where many answer."""
MODELS = Path(__file__).parent.parent / "models"
FIGURES = regex(r"(?<=<!-- scores -->\n).*(?=<!-- end of scores -->)", re.S)


def encoder() -> Embed:
    """Unit vectors by the embedded encoder."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(encoder_folder()), device="cpu")

    def embed(texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return np.asarray(model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False))

    return embed


def made_by_rule(data: Path, embed: Embed) -> list[Ranking]:
    """Lists with opinions, speakers, causes and several sides, made from held-out texts: only to judge by."""
    chance = random.Random(SEED)
    return [
        *news_rankings(data / "attribution-dev.jsonl.gz", chance),
        *headline_rankings(data / "headlines-dev.jsonl.gz", embed, chance),
        *perspective_rankings(data / "perspectives-dev.jsonl.gz", embed, chance),
    ]


def asked_work(data: Path, facts: Sequence[Ranking], embed: Embed) -> list[tuple[list[Pair], Tensor]]:
    """The second epoch: questions written by reading, those of long stories twice, and some on facts."""
    tokenizer, chance = wordpieces(), random.Random(SEED + 1)
    short = told_in(story_files(long=False))
    stories = [*news_stories(data), *chance.sample(short, int(SHORT_STORIES * len(short)))]
    asked = asked_rankings(stories, embed, chance) + 2 * asked_rankings(told_in(story_files(long=True)), embed, chance)
    again = chance.sample(list(facts), int(FACTS_AGAIN * len(facts)))
    work = batches(prepared(asked, lambda each: roughened(each, chance), chance, ASKED_ROWS), tokenizer, chance)
    work += batches(prepared(again, lambda each: roughened(each, chance), chance), tokenizer, chance)
    chance.shuffle(work)
    return work


def train(data: Path, embed: Embed, resume: Path | None, keep: Path | None) -> SelectionModel:
    """Both epochs, or the second alone over the weights in `resume`; what each ends with is kept in `keep`."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    model = SelectionModel(encoder_folder(), LAYERS)
    facts = read_rankings(data / "selection-train.jsonl.gz")
    if resume is None:
        fit(model, batches(prepared(facts, str.lower, chance), wordpieces(), chance), FACTS_RATE)
    else:
        model.load_state_dict(torch.load(resume))
    if keep is not None:
        torch.save(model.state_dict(), keep / "facts.pt")
    fit(model, asked_work(data, facts, embed), ASKED_RATE)
    if keep is not None:
        torch.save(model.state_dict(), keep / "finished.pt")
    return model


def scores_of(path: Path, rankings: Sequence[Ranking]) -> list[judge.Floats]:
    """The exported model's logits."""
    selector = OnnxSelector.open(path)
    return [selector.score(ranking.question, ranking.candidates) for ranking in rankings]


def comparison(data: Path, full: Path, small: Path, embed: Embed) -> str:
    """The table of the card: held-out lists of every source, and questions made by rule from held-out texts."""
    facts, sides = read_rankings(data / "selection-dev.jsonl.gz"), made_by_rule(data, embed)
    lists = [*facts, *sides]
    cosine, model = judge.cosine_scores(lists, embed), scores_of(small, lists)
    count = len(facts)
    blends = {weight: judge.blended(cosine, model, weight) for weight in (0.05, 0.1, 0.2, 0.3, 0.5)}
    ranked = {weight: precision(facts, scores[:count]) for weight, scores in blends.items()}
    best = max(ranked, key=lambda weight: ranked[weight])
    judges = {
        "model": model,
        "cosine": cosine,
        "BM25": judge.bm25_scores(lists),
        f"cosine + {best} model": blends[best],
    }
    before, after = precision(facts, scores_of(full, facts)), precision(facts, model[:count])
    return "\n\n".join(
        (
            "Questions on facts (selection-dev), MAP / MRR:",
            judge.table({name: judge.judged(facts, scores[:count]) for name, scores in judges.items()}),
            "Questions made by rule from the other sets' dev files, MAP / MRR:",
            judge.table({name: judge.judged(sides, scores[count:]) for name, scores in judges.items()}),
            f"MAP over all of selection-dev: {before:.4f} in 32 bits, {after:.4f} in 8. Standard deviation of the "
            f"logit: {float(np.concatenate(model[:count]).std()):.2f}. Blend weights and their MAP: "
            + ", ".join(f"{weight}: {value:.3f}" for weight, value in ranked.items())
            + ".",
        )
    )


def precision(rankings: Sequence[Ranking], scores: Sequence[judge.Floats]) -> float:
    """Mean average precision of the scores."""
    return judge.mean(judge.judged(rankings, scores), judge.average_precision)


def milliseconds(path: Path, rankings: Sequence[Ranking], count: int = 40) -> float:
    """Median time of one question with `count` candidates, as mixed as the lists."""
    selector, times = OnnxSelector.open(path), []
    candidates = [each for ranking in rankings for each in ranking.candidates]
    for turn, ranking in enumerate(rankings[:20]):
        started = time.perf_counter()
        selector.score(ranking.question, candidates[turn * count : (turn + 1) * count])
        times.append(1000 * (time.perf_counter() - started))
    return float(np.median(times))


def main() -> None:
    """Train, export, compare, and put the figures into the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--resume", type=Path, help="facts.pt of an earlier run: train the second epoch only")
    parser.add_argument("--keep", type=Path, help="folder to keep the weights in after each epoch")
    parser.add_argument("--weights", type=Path, help="finished.pt of an earlier run: only export and compare")
    options = parser.parse_args()
    torch.set_num_threads(2)
    embed = encoder()
    if options.weights:
        model = SelectionModel(encoder_folder(), LAYERS)
        model.load_state_dict(torch.load(options.weights))
    else:
        model = train(options.data, embed, options.resume, options.keep)
    full, small = options.out / "selection-full.onnx", options.out / "selection.onnx"
    export(model, full, ("ids", "mask", "types"), "logits")
    quantise(full, small)
    write_lean(small, alone=False)
    figures = comparison(options.data, full, small, embed)
    spent = milliseconds(small, read_rankings(options.data / "selection-dev.jsonl.gz"))
    figures += f"\n\n40 candidates on two threads: {spent:.0f} ms (median of 20 questions)."
    full.unlink()
    print(figures)
    card = options.out / "selection.md"
    if card.exists():
        card.write_text(FIGURES.sub(lambda _: f"\n{figures}\n\n", card.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
