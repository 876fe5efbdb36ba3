"""Stretches of a file's text: when a cited one matches a gold quote, and how much of one lies in another."""

from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST_CITATION = 15
LONGEST_CITATION = 500


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` of a file's decoded text."""

    file: str
    start: int
    end: int

    @property
    def length(self) -> int:
        """How many characters it holds; 0 where it ends before it starts."""
        return max(0, self.end - self.start)


def characters_shared(one: Span, other: Span) -> int:
    """How many characters lie in both."""
    if one.file != other.file:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def is_match(cited: Span, quote: Span) -> bool:
    """Whether a cited span shows a gold quote.

    They share at least half of the shorter one's characters, and the cited span is neither a scrap
    nor a chunk: 15 to 500 characters, unless it is the whole quote and nothing else.
    """
    if cited.file != quote.file:
        return False
    if cited == quote:
        return True
    if not SHORTEST_CITATION <= cited.length <= LONGEST_CITATION:
        return False
    return 2 * characters_shared(cited, quote) >= min(cited.length, quote.length)


def matches_any(cited: Span, quotes: Iterable[Span]) -> bool:
    """Whether a cited span shows at least one of the quotes."""
    return any(is_match(cited, quote) for quote in quotes)


def without_overlap(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters as `spans`, each in one span only, in order."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if span.length):
        last = joined[-1] if joined else None
        if last and last.file == span.file and span.start <= last.end:
            joined[-1] = Span(last.file, last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def characters_inside(spans: Iterable[Span], others: Iterable[Span]) -> int:
    """How many distinct characters of `spans` lie in `others`."""
    outer = without_overlap(others)
    return sum(characters_shared(span, other) for span in without_overlap(spans) for other in outer)
