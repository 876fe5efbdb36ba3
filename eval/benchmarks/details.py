"""One question of a benchmark, for the person who asks why a figure is low."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """What was found of what a question has, what was missed, and the words that were cited instead."""

    question: str
    answered: bool
    found: tuple[str, ...]
    missed: tuple[str, ...]
    cited: tuple[str, ...]
