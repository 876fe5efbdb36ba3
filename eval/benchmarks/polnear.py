"""PolNeAR: does the tagger mark who says what as a person did."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from eval.benchmarks.benchmark import Benchmark, Options
from eval.benchmarks.drawn import Table, f1_of_spans
from eval.benchmarks.outcome import Figure, Outcome, scored, share_of, told_outcomes, write_outcomes
from eval.benchmarks.polnear_form import ORIGIN, ROLES, Mark, MarkedArticle, read_marked
from index.attribution import attributions_of
from index.tagger import Span, Tagged, Tagger, shipped_tagger

HEADLINE = "F1 exact, mean of the three"
Place = tuple[int, int]
Counts = tuple[int, int, int, int]
"""Spans found that are right, found, there that were met, there."""


def run(file: Path, options: Options) -> Iterator[str]:
    """The lines of the benchmark."""
    articles, unread = read_marked(file)
    yield from unread
    tagger = shipped_tagger()
    tagged = _tagged(articles, tagger, options)
    yield f"{len(articles)} articles, {sum(len(article.marks) for article in articles)} marked spans"
    outcome = outcome_of(articles, tagged, tagger.name)
    yield from told_outcomes([outcome])
    if options.output:
        write_outcomes([outcome], options.output)


def _tagged(articles: Sequence[MarkedArticle], tagger: Tagger, options: Options) -> list[Tagged]:
    tagged: list[Tagged] = []
    for number, article in enumerate(articles, 1):
        tagged.extend(tagger.tag([(article.text, article.sentences)]))
        options.progress("tagging", number, len(articles))
    return tagged


def outcome_of(articles: Sequence[MarkedArticle], tagged: Sequence[Tagged], name: str) -> Outcome:
    """All figures over articles and what was marked in them."""
    pairs = list(zip(articles, tagged, strict=True))
    exact = {role: [counts(article, tags, role, exactly=True) for article, tags in pairs] for role in ROLES}
    loose = {role: [counts(article, tags, role, exactly=False) for article, tags in pairs] for role in ROLES}
    together = [sum(each, ()) for each in zip(*exact.values(), strict=True)]
    figures = (
        *(_f1(f"F1 exact, {role.lower()}", exact[role]) for role in ROLES),
        *(_f1(f"F1 any overlap, {role.lower()}", loose[role]) for role in ROLES),
        _f1("F1 of sentences that attribute", [sentence_counts(article, tags) for article, tags in pairs]),
        share_of("source right, of contents found", [sources_right(article, tags) for article, tags in pairs]),
        scored(HEADLINE, together, _mean_f1, sum(_there(exact[role]) for role in ROLES)),
    )
    return Outcome("polnear", name, figures, HEADLINE)


def counts(article: MarkedArticle, tags: Tagged, role: str, *, exactly: bool) -> Counts:
    """How many spans of a role are right in one article, by both ends or by any shared character."""
    ours = {(span.start, span.end) for span in tags.roles if span.kind == role}
    theirs = {(mark.start, mark.end) for mark in article.marks if mark.role == role}
    if exactly:
        same = len(ours & theirs)
        return same, len(ours), same, len(theirs)
    right = sum(any(_touch(one, other) for other in theirs) for one in ours)
    met = sum(any(_touch(one, other) for one in ours) for other in theirs)
    return right, len(ours), met, len(theirs)


def sentence_counts(article: MarkedArticle, tags: Tagged) -> Counts:
    """Sentences in which something is said to be said, by us and by a person."""
    ours = _attributing(article, [(span.start, span.end) for span in tags.roles if span.kind == "CONTENT"])
    theirs = _attributing(article, [(mark.start, mark.end) for mark in article.marks if mark.role == "CONTENT"])
    return len(ours & theirs), len(ours), len(ours & theirs), len(theirs)


def sources_right(article: MarkedArticle, tags: Tagged) -> tuple[int, int]:
    """Marked contents with a source that were found and given that source, out of those found."""
    found = attributions_of(article.text, tags)
    right = total = 0
    for event in dict.fromkeys(mark.event for mark in article.marks):
        contents, sources = (_of_event(article.marks, event, role) for role in ("CONTENT", "SOURCE"))
        met = [each for each in found if any(_touch(_place(each.content), content) for content in contents)]
        if sources and met:
            total += 1
            right += any(each.source and any(_touch(_place(each.source), one) for one in sources) for each in met)
    return right, total


def _of_event(marks: Sequence[Mark], event: str, role: str) -> list[Place]:
    return [(mark.start, mark.end) for mark in marks if mark.event == event and mark.role == role]


def _attributing(article: MarkedArticle, contents: Sequence[Place]) -> set[Place]:
    return {sentence for sentence in article.sentences if any(_touch(sentence, content) for content in contents)}


def _place(span: Span) -> Place:
    return span.start, span.end


def _touch(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _f1(name: str, rows: Sequence[Counts]) -> Figure:
    return scored(name, rows, f1_of_spans, _there(rows))


def _there(rows: Sequence[Counts]) -> int:
    return sum(row[3] for row in rows)


def _mean_f1(sums: Table) -> Table:
    return np.asarray(np.mean([f1_of_spans(part) for part in np.split(sums, len(ROLES), axis=-1)], axis=0))


BENCHMARK = Benchmark("polnear", "whether the tagger marks who says what", ORIGIN, run)
