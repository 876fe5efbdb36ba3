"""What the selection model learns from the teacher: its opinion of every candidate, not only which of them answer."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from index.cross_encoder import Pair, Scores
from index.selection import pack
from index.training.question_rules import roughened
from index.training.selection_asked import asked_rankings, news_stories, story_files, told_in
from index.training.selection_data import Ranking, without_context
from index.training.selection_model import SelectionModel, fit, logits_by_length, prepared
from index.training.selection_sides import Embed
from index.training.teacher import ROWS

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SCALE, SHIFT = 2.4, -0.5
"""The teacher's logits in ours, whose standard deviation the answer's weights are set for."""
PAIRS, RATE, EPOCHS = 72, 1.2e-4, 3
"""Candidates of a step, the learning rate at its peak, and how often each list is read."""
MOST_ANSWERS = 8
CONTEXT_LEFT_OUT, ROUGHENED = 0.15, 0.1
SHORT = 1700
"""Lists of short stories, and lists on facts, that the teacher reads beside all others."""
SHORT_STORIES, TO_TEACH = 0.35, 2500
"""The share of the short stories, and the number of questions on facts, that the teacher learns from."""

Step = tuple[list[Pair], Tensor, Tensor]
"""Wordpieces of a list, the teacher's opinions of them, and which of them answer."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A list with the teacher's logit for each candidate, in our scale."""

    ranking: Ranking
    opinions: Scores


def lists_to_read(data: Path, facts: Sequence[Ranking], embed: Embed, chance: random.Random) -> list[Ranking]:
    """Questions written by reading with what is nearest to them and some others, and as many on facts as stories."""
    news = [cut(each, 14, 2, chance) for each in asked_rankings(list(news_stories(data)), embed, chance)]
    long = [cut(each, 20, 3, chance) for each in asked_rankings(told_in(story_files(long=True)), embed, chance)]
    short = [cut(each, 13, 2, chance) for each in asked_rankings(told_in(story_files(long=False)), embed, chance)]
    known = [cut(each, 6, 0, chance) for each in chance.sample(list(facts), min(SHORT, len(facts)))]
    return [*news, *long, *chance.sample(short, min(SHORT, len(short))), *known]


def lists_to_teach(data: Path, facts: Sequence[Ranking], embed: Embed, chance: random.Random) -> list[Ranking]:
    """What the teacher learns from: the same questions, those of long stories twice, lists cut to its rows."""
    short = told_in(story_files(long=False))
    asked = asked_rankings([*news_stories(data), *chance.sample(short, int(SHORT_STORIES * len(short)))], embed, chance)
    asked += 2 * asked_rankings(told_in(story_files(long=True)), embed, chance)
    asked += chance.sample(list(facts), min(TO_TEACH, len(facts)))
    return prepared(asked, lambda each: roughened(each, chance), chance, ROWS)


def cut(ranking: Ranking, near: int, far: int, chance: random.Random) -> Ranking:
    """What answers with the first of what does not, `near` in all, and some of the rest by chance."""
    answering = [row for row, answers in enumerate(ranking.answers) if answers][:MOST_ANSWERS]
    others = [row for row, answers in enumerate(ranking.answers) if not answers]
    first = max(near - len(answering), 4)
    rest = others[first:]
    rows = [*answering, *others[:first], *chance.sample(rest, min(far, len(rest)))]
    return Ranking(
        ranking.question,
        tuple(ranking.candidates[row] for row in rows),
        tuple(ranking.answers[row] for row in rows),
        ranking.source,
    )


def taught_loss(logits: Tensor, opinions: Tensor, answers: Tensor, there: Tensor) -> Tensor:
    """How far the logits are from the teacher's, from its order, and from what answers; all (lists, rows).

    `there` is 1 where a list has a candidate. Distances within a list count ten times as much as those from nothing;
    the best of the list, and what is known to answer, count besides.
    """
    count, rows = there.sum(1, keepdim=True), there.sum()
    centred = logits - (logits * there).sum(1, keepdim=True) / count
    wanted = opinions - (opinions * there).sum(1, keepdim=True) / count
    apart = (((centred - wanted) ** 2 + 0.1 * (logits - opinions) ** 2) * there).sum() / rows
    absent = there == 0
    chances = torch.softmax(opinions.masked_fill(absent, -1e4), 1)
    order = -(chances * torch.log_softmax(logits.masked_fill(absent, -1e4), 1)).sum(1).mean()
    others = logits.masked_fill(answers | absent, -1e4).logsumexp(1, keepdim=True)
    against = ((torch.logaddexp(logits, others) - logits) * answers).sum() / answers.sum().clamp(min=1)
    return apart / SCALE**2 + 0.5 * order + 0.25 * against


def fit_taught(
    model: SelectionModel,
    taught: Sequence[Taught],
    tokenizer: "Tokenizer",
    chance: random.Random,
    epochs: int = EPOCHS,
) -> None:
    """Train on all lists so many times, each time with other parts of them left out."""

    def loss_of(lists: list[Step]) -> Tensor:
        logits = logits_by_length(model, [pair for pairs, _, _ in lists for pair in pairs])
        return taught_loss(
            _square(torch.split(logits, [len(pairs) for pairs, _, _ in lists])),
            _square([opinions for _, opinions, _ in lists]),
            _square([answers for _, _, answers in lists]),
            _square([torch.ones(len(pairs)) for pairs, _, _ in lists]),
        )

    fit(model, [step for _ in range(epochs) for step in _steps(taught, tokenizer, chance)], loss_of, RATE)


def _square(lists: Sequence[Tensor]) -> Tensor:
    return nn.utils.rnn.pad_sequence(list(lists), batch_first=True)


def _steps(taught: Sequence[Taught], tokenizer: "Tokenizer", chance: random.Random) -> list[list[Step]]:
    """Lists of like length together, `PAIRS` candidates a step; the context is left out of some, a few roughened."""
    lists = []
    for each in taught:
        without = [chance.random() < CONTEXT_LEFT_OUT for _ in range(2)]
        shown = without_context(each.ranking, previous=without[0], title=without[1])
        question = roughened(shown.question, chance) if chance.random() < ROUGHENED else shown.question
        pairs = pack(tokenizer, question, shown.candidates)
        lists.append((pairs, torch.tensor(each.opinions), torch.tensor(shown.answers)))
    lists.sort(key=lambda item: sum(len(pair.ids) for pair in item[0]) / len(item[0]))
    steps: list[list[Step]] = [[]]
    for item in lists:
        if sum(len(pairs) for pairs, _, _ in steps[-1]) >= PAIRS:
            steps.append([])
        steps[-1].append(item)
    chance.shuffle(steps)
    return steps
