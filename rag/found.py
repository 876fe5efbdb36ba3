"""What was found for a question, before anything is written."""

from dataclasses import dataclass

from rag.answer import Answer
from rag.contrast import Contrast
from rag.question import Question
from rag.quote import Point


@dataclass(frozen=True, slots=True)
class Found:
    """A question, what answers it, how the sources differ on it, and the answer in their own words.

    `is_listing` where the answer tells what the articles are, which no language model is to put in other words.
    """

    question: Question
    points: tuple[Point, ...]
    contrasts: tuple[Contrast, ...]
    answer: Answer
    is_listing: bool = False
