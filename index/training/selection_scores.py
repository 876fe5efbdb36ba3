"""How well scores rank the lists: mean average precision, reciprocal rank, and telling answerable from not."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.training.question_rules import words
from index.training.selection_data import Ranking
from index.training.selection_sides import Embed

Floats = npt.NDArray[np.float32]
Answers = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Judged:
    """A list's source and answers, and its scores under one judge."""

    source: str
    answers: Answers
    scores: Floats


def judged(rankings: Sequence[Ranking], scores: Sequence[Floats]) -> list[Judged]:
    """The lists with their scores."""
    return [
        Judged(ranking.source, np.array(ranking.answers), np.asarray(row, dtype=np.float32))
        for ranking, row in zip(rankings, scores, strict=True)
    ]


def average_precision(one: Judged) -> float:
    """Mean, over the candidates that answer, of the precision down to each; equal scores count as worst ordered."""
    ranked = one.answers[np.lexsort((one.answers, -one.scores))]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked].mean())


def reciprocal_rank(one: Judged) -> float:
    """One over the rank of the first candidate that answers; equal scores count as worst ordered."""
    ranked = one.answers[np.lexsort((one.answers, -one.scores))]
    return float(1 / (1 + int(np.argmax(ranked))))


def answerable_area(lists: Sequence[Judged]) -> float:
    """Chance that the best score of a list exceeds that of a list from which the answers were taken away."""
    mixed = [one for one in lists if not one.answers.all()]
    whole = np.array([one.scores.max() for one in mixed])
    without = np.array([one.scores[~one.answers].max() for one in mixed])
    return float((whole[:, None] > without[None]).mean() + 0.5 * (whole[:, None] == without[None]).mean())


def cosine_scores(rankings: Sequence[Ranking], embed: Embed) -> list[Floats]:
    """Cosine of the question and each sentence."""
    questions = embed([ranking.question for ranking in rankings])
    sentences = embed([each.sentence for ranking in rankings for each in ranking.candidates])
    bounds = np.cumsum([len(ranking.candidates) for ranking in rankings])[:-1]
    return [rows @ question for question, rows in zip(questions, np.split(sentences, bounds), strict=True)]


def bm25_scores(rankings: Sequence[Ranking]) -> list[Floats]:
    """BM25 of the stemmed question over all the sentences of all the lists."""
    import bm25s
    import Stemmer

    stem = Stemmer.Stemmer("english").stemWords
    index = bm25s.BM25()
    texts = [stem(words(each.sentence)) for ranking in rankings for each in ranking.candidates]
    index.index(texts, show_progress=False)
    known = {word for text in texts for word in text}
    scores, at = [], 0
    for ranking in rankings:
        asked = [word for word in stem(words(ranking.question)) if word in known]
        all_scores = index.get_scores(asked) if asked else np.zeros(len(texts), dtype=np.float32)
        scores.append(all_scores[at : at + len(ranking.candidates)])
        at += len(ranking.candidates)
    return scores


def blended(cosine: Sequence[Floats], model: Sequence[Floats], weight: float) -> list[Floats]:
    """Cosine plus the logit in units of its standard deviation times the weight."""
    deviation = float(np.concatenate(list(model)).std())
    return [one + weight * other / deviation for one, other in zip(cosine, model, strict=True)]


def mean(lists: Sequence[Judged], measure: Callable[[Judged], float]) -> float:
    """The measure's mean over lists of which some candidate answers."""
    return float(np.mean([measure(one) for one in lists if one.answers.any()]))


def table(judges: dict[str, list[Judged]]) -> str:
    """MAP / MRR of each judge on each source, and the answerable area over the lists not made by rule, in markdown."""
    names = list(judges)
    lines = ["| lists | number | " + " | ".join(names) + " |", "| --- " * (len(names) + 2) + "|"]
    sources: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(judges[names[0]]):
        sources[one.source].append(number)
    for source, numbers in sources.items():
        picked = {name: [judges[name][number] for number in numbers] for name in names}
        cells = (f"{mean(one, average_precision):.3f} / {mean(one, reciprocal_rank):.3f}" for one in picked.values())
        lines.append(f"| {source} | {len(numbers)} | " + " | ".join(cells) + " |")
    areas = (f"{answerable_area(judges[name]):.3f}" for name in names)
    lines.append(f"| answerable or not, AUROC | {len(judges[names[0]])} | " + " | ".join(areas) + " |")
    return "\n".join(lines)
