"""How a trained selection model compares with what it must beat, on texts that it did not learn from."""

import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.selection import OnnxSelector
from index.training import selection_scores as judge
from index.training.selection_data import Ranking, read_rankings
from index.training.selection_news import news_rankings
from index.training.selection_sides import Embed, headline_rankings, perspective_rankings

SEED = 0


def made_by_rule(data: Path, embed: Embed) -> list[Ranking]:
    """Lists with opinions, speakers, causes and several sides, made from held-out texts: only to judge by."""
    chance = random.Random(SEED)
    return [
        *news_rankings(data / "attribution-dev.jsonl.gz", chance),
        *headline_rankings(data / "headlines-dev.jsonl.gz", embed, chance),
        *perspective_rankings(data / "perspectives-dev.jsonl.gz", embed, chance),
    ]


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
