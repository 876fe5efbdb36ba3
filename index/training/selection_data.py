"""The lists that the selection model learns from: a question and candidates, those that answer it marked."""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.selection import Candidate


@dataclass(frozen=True, slots=True)
class Ranking:
    """A question, its candidates, and for each whether it answers; none may (`source` says where it is from)."""

    question: str
    candidates: tuple[Candidate, ...]
    answers: tuple[bool, ...]
    source: str


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a gzip JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_rankings(path: Path) -> list[Ranking]:
    """The lists of a selection-*.jsonl.gz file, one a question."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(path):
        groups[row["group"]].append(row)
    return [
        Ranking(
            group[0]["question"],
            tuple(Candidate(row["sentence"], row["previous"], row["title"]) for row in group),
            tuple(row["label"] == 1 for row in group),
            group[0]["source"],
        )
        for group in groups.values()
    ]


def without_context(ranking: Ranking, previous: bool, title: bool) -> Ranking:
    """The same list with the previous sentences or the titles (or both) taken away."""
    candidates = tuple(
        Candidate(each.sentence, None if previous else each.previous, None if title else each.title)
        for each in ranking.candidates
    )
    return Ranking(ranking.question, candidates, ranking.answers, ranking.source)


def with_rows(ranking: Ranking, count: int, strangers: Sequence[Ranking], chance: random.Random) -> Ranking:
    """The list cut or filled to `count` candidates: at most half of them answer, strangers' candidates fill up."""
    answering = [each for each, answers in zip(ranking.candidates, ranking.answers, strict=True) if answers]
    others = [each for each, answers in zip(ranking.candidates, ranking.answers, strict=True) if not answers]
    answering = chance.sample(answering, min(len(answering), count // 2))
    others = chance.sample(others, min(len(others), count - len(answering)))
    while len(answering) + len(others) < count:
        others.append(chance.choice(chance.choice(strangers).candidates))
    answers = (True,) * len(answering) + (False,) * len(others)
    return Ranking(ranking.question, (*answering, *others), answers, ranking.source)


def near_miss(ranking: Ranking) -> Ranking:
    """The same list without the candidates that answer: same topic, no answer."""
    others = tuple(each for each, answers in zip(ranking.candidates, ranking.answers, strict=True) if not answers)
    return Ranking(ranking.question, others, (False,) * len(others), ranking.source)
