"""What is checked and what comes of it: evidence, a verdict on a statement, and whoever gives it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.errors import ParallaxError


class VerifierError(ParallaxError):
    """A verifier that cannot be had; the message names it and the remedy."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span that a statement cites, with what is known of it.

    `holder` is who is said to say it, None where the article speaks itself; `through` are those who pass it on.
    `date` is the day of its article. `context` is what stands just before it in the article: it tells whom a pronoun
    means, and supports nothing by itself.
    """

    text: str
    holder: str | None = None
    outlet: str | None = None
    date: datetime.date | None = None
    through: tuple[str, ...] = ()
    title: str | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the evidence supports a statement.

    `score` is from 0 to 1, a half and more where it looks supported; a statement that fails an exact check is not
    supported whatever its score. `reason` says to a reader what is wrong, None where it is supported. `by` are the
    numbers, from 0, of the evidence that supports it.
    """

    supported: bool
    score: float
    reason: str | None = None
    by: tuple[int, ...] = ()


class Verifier(Protocol):
    """Says whether evidence supports a statement."""

    name: str

    def verify(self, claim: str, evidence: Sequence[Evidence]) -> Verdict:
        """The verdict on one statement; markers ("[2]") are no part of it, and no evidence supports nothing."""
        ...
