"""Annotated news articles as windows of words with labels: source, cue and content, and named entities."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from index.tagger import ENTITIES, ROLES
from index.windows import LONGEST, Window, Word, windows_of, words_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Integers = npt.NDArray[np.int64]
Span = tuple[int, int, str]
MOST_WORDS = LONGEST - 2


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its annotation; spans in code points of `text`."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    roles: tuple[Span, ...]
    entities: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with a label for each word and role (B, I, O, E, S as 0 to 4), and one for its entity."""

    window: Window
    roles: Integers
    entities: Integers


def read_articles(path: Path) -> list[Article]:
    """The articles of an attribution-*.jsonl.gz file that come with sentences."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_article(json.loads(line)) for line in lines if '"sentences": null' not in line]


def _article(row: dict[str, Any]) -> Article:
    return Article(
        text=str(row["text"]),
        sentences=tuple((int(start), int(end)) for start, end in row["sentences"]),
        roles=tuple(sorted({(int(span[0]), int(span[1]), str(span[2])) for span in row["spans"]})),
        entities=tuple((int(span[0]), int(span[1]), str(span[2])) for span in row["ner"]),
    )


def examples_of(article: Article, tokenizer: "Tokenizer") -> Iterator[Example]:
    """The windows of an article with their labels."""
    words = words_of(article.text, article.sentences, tokenizer)
    roles = np.stack([_edges(words, article.roles, role) for role in ROLES]) if words else np.zeros((3, 0), np.int64)
    entities = _entities(words, article.entities)
    at = 0
    for window in windows_of(words):
        begin, end = at - window.context, at + len(window.words) - window.context
        yield Example(window, roles[:, begin:end], entities[begin:end])
        at = end


def _covered(words: Sequence[Word], spans: Iterable[Span]) -> Iterator[tuple[int, int, str]]:
    """The numbers of the first and the last word of each span."""
    starts = np.array([word.start for word in words])
    ends = np.array([word.end for word in words])
    for start, end, kind in spans:
        first, last = int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left")) - 1
        if first <= last:
            yield first, last, kind


def _edges(words: Sequence[Word], spans: Iterable[Span], role: str) -> Integers:
    """B, I, O, E, S of one role for each word, as 0 to 4."""
    labels = np.full(len(words), 2)
    for first, last, _ in _covered(words, (span for span in spans if span[2] == role)):
        if first == last:
            labels[first] = 4
        else:
            labels[first], labels[first + 1 : last], labels[last] = 0, 1, 3
    return labels


def _entities(words: Sequence[Word], spans: Iterable[Span]) -> Integers:
    """0 outside, then a beginning and an inside number for each type."""
    labels = np.zeros(len(words), dtype=np.int64)
    for first, last, kind in _covered(words, spans):
        number = 1 + 2 * ENTITIES.index(kind)
        labels[first], labels[first + 1 : last + 1] = number, number + 1
    return labels
