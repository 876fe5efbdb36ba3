"""How well the selection model ranks, beside cosine and BM25: `python -m eval.selection_ranking FILE`."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.export import EMBEDDED, load_encoder
from index.selection import OnnxSelector
from index.training.selection_data import Ranking, read_rankings
from index.training.selection_scores import (
    Floats,
    Judged,
    average_precision,
    blended,
    bm25_scores,
    cosine_scores,
    judged,
    mean,
    reciprocal_rank,
    table,
)

WEIGHT = 0.5
"""Of the model beside cosine, in units of its standard deviation, as in its card."""


def lines(rankings: Sequence[Ranking]) -> Iterator[str]:
    """MAP and MRR of each judge over all lists that have an answer, and then for each source."""
    judges = judges_of(rankings)
    answered = sum(any(ranking.answers) for ranking in rankings)
    yield f"{len(rankings)} lists, {answered} of them with an answer"
    for name, lists in judges.items():
        yield f"{name:20} MAP {mean(lists, average_precision):.4f}  MRR {mean(lists, reciprocal_rank):.4f}"
    yield ""
    yield "MAP / MRR by source:"
    yield table(judges)


def judges_of(rankings: Sequence[Ranking]) -> dict[str, list[Judged]]:
    """The lists as each judge scores them."""
    cosine = cosine_scores(rankings, load_encoder(EMBEDDED).encode)
    model = _model_scores(rankings)
    scores = {
        "cosine": cosine,
        "BM25": bm25_scores(rankings),
        "selection model": model,
        f"cosine + {WEIGHT} model": blended(cosine, model, WEIGHT),
    }
    return {name: judged(rankings, each) for name, each in scores.items()}


def _model_scores(rankings: Sequence[Ranking]) -> list[Floats]:
    selector = OnnxSelector.open()
    return [selector.score(ranking.question, ranking.candidates) for ranking in rankings]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the lines for a file of lists."""
    parser = argparse.ArgumentParser(prog="python -m eval.selection_ranking", description=__doc__)
    parser.add_argument(
        "file", type=Path, help="a selection-*.jsonl.gz: a line a question and sentence, with its label"
    )
    file = parser.parse_args(arguments).file
    if not file.is_file():
        parser.error(f"{file} is no file; give the held-out lists that the selection model's card names")
    for line in lines(read_rankings(file)):
        print(line)


if __name__ == "__main__":
    main()
