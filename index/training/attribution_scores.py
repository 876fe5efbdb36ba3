"""How right the tagger's spans are: exact and overlapping, by kind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from index.tagger import Span, Tagged
from index.training.attribution_data import Article


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of spans: those found that are right, those there that were found, and how many of each there are."""

    right: int
    found: int
    met: int
    there: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 where nothing is right."""
        precision, recall = self.right / max(self.found, 1), self.met / max(self.there, 1)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def exact(articles: Sequence[Article], tagged: Sequence[Tagged], kind: str) -> Score:
    """Spans with both ends right."""
    return _counted(articles, tagged, kind, lambda one, other: one == other)


def overlapping(articles: Sequence[Article], tagged: Sequence[Tagged], kind: str) -> Score:
    """Spans that share a character with one of their kind."""
    return _counted(articles, tagged, kind, lambda one, other: one[0] < other[1] and other[0] < one[1])


Pair = tuple[int, int]


def _counted(
    articles: Sequence[Article], tagged: Sequence[Tagged], kind: str, is_match: Callable[[Pair, Pair], bool]
) -> Score:
    right = found = met = there = 0
    for article, tags in zip(articles, tagged, strict=True):
        ours = _places((*tags.roles, *tags.entities), kind)
        theirs = [(start, end) for start, end, name in (*article.roles, *article.entities) if name == kind]
        right += sum(any(is_match(one, other) for other in theirs) for one in ours)
        met += sum(any(is_match(one, other) for other in ours) for one in theirs)
        found, there = found + len(ours), there + len(theirs)
    return Score(right, found, met, there)


def _places(spans: Iterable[Span], kind: str) -> list[Pair]:
    return sorted({(span.start, span.end) for span in spans if span.kind == kind})


def table(articles: Sequence[Article], tagged: Sequence[Tagged], kinds: Sequence[str]) -> str:
    """A row a kind in Markdown: exact F1, F1 of any overlap, and how many there are."""
    rows = ["| span | exact F1 | any overlap F1 | in the set |", "| --- | --- | --- | --- |"]
    for kind in kinds:
        sharp, loose = exact(articles, tagged, kind), overlapping(articles, tagged, kind)
        rows.append(f"| {kind.lower()} | {sharp.f1:.3f} | {loose.f1:.3f} | {sharp.there} |")
    return "\n".join(rows)
