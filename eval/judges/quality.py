"""How good a judge is: what its card says, and how it judges the gold's own summaries."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.patterns import regex
from eval.gold import GoldQuestion, Viewpoint
from eval.judges.judge import Judge
from eval.measures.count import Count, count_true
from rag.verdict import Evidence

CARDS = Path(__file__).parents[2] / "index" / "models"
PAIRS = 60
"""Of each sort, at most: a language model judges a pair in a second."""
SEED = 20234
FIGURES = ("balanced accuracy", "macro-F1", "accuracy")
"""What a card may state of a yes-or-no decision, the more telling first."""
ALL = ("all", "pooled")
"""How the row of a card begins that tells of everything."""
_ROW = regex(r"^\|(?P<cells>[^\n]+)\|\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Quality:
    """Summaries of viewpoints said to be supported by their own evidence, and refused by that of another viewpoint."""

    supported: Count
    refused: Count

    @property
    def told(self) -> str:
        """In one sentence."""
        if self.supported.share is None or self.refused.share is None:
            return "This gold has no pair to try it on."
        balanced = (self.supported.share + self.refused.share) / 2
        return (
            f"Of the gold's own summaries it supports {_of(self.supported)} by their evidence and refuses"
            f" {_of(self.refused)} by another viewpoint's: balanced accuracy {balanced:.3f}."
        )


def measured_on(judge: Judge, questions: Sequence[GoldQuestion], seed: int = SEED) -> Quality:
    """Try a judge on sentences that people wrote of evidence that people marked; no summary is a quote."""
    pairs = list(_pairs(questions))
    drawn = random.Random(seed).sample(pairs, min(PAIRS, len(pairs)))
    return Quality(
        count_true(judge.supports(view.summary, _evidence(view)) for view, _ in drawn),
        count_true(not judge.supports(view.summary, _evidence(other)) for view, other in drawn),
    )


def card_accuracy(name: str, cards: Path = CARDS) -> str | None:
    """What a model's card states of all its held-out pairs, None where it has no card or states nothing."""
    card = cards / f"{name}.md"
    if not re.fullmatch(r"[\w-]+", name) or not card.is_file():
        return None
    head: list[str] = []
    for row in _ROW.finditer(card.read_text("utf-8")):
        cells = [cell.strip() for cell in row["cells"].split("|")]
        figure = next((each for each in FIGURES if each in head), None)
        if cells[0].split(" ")[0] in ALL and figure and len(cells) == len(head):
            return f"Its card: {figure} {cells[head.index(figure)]} over {cells[1]} held-out pairs ({cells[0]})."
        head = cells if set(cells) & set(FIGURES) else head
    return None


def _pairs(questions: Sequence[GoldQuestion]) -> Iterator[tuple[Viewpoint, Viewpoint]]:
    """Each viewpoint with another of its question, else one of the next question."""
    asked = [question for question in questions if question.viewpoints]
    for place, question in enumerate(asked):
        others = [*question.viewpoints[1:], *asked[(place + 1) % len(asked)].viewpoints[:1]]
        for view, other in zip(question.viewpoints, others, strict=True):
            if view is not other:
                yield view, other


def _evidence(view: Viewpoint) -> tuple[Evidence, ...]:
    return tuple(Evidence(each.quote) for each in view.evidence)


def _of(count: Count) -> str:
    return f"{count.hits} of {count.total}"
