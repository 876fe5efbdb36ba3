"""From a document to a source: its sentences without furniture, and what is known of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.bylines import is_of_outlet
from corpus.formats import Document
from corpus.furniture import Part, article_parts, without_repeats
from corpus.heads import read_head
from corpus.machines import continues_the_order, speaks_to_machines
from corpus.metadata import Description
from corpus.sentences import sentence_spans
from corpus.source import LineNumbers, Sentence

_LONGEST_EXCERPT = 160


@dataclass(frozen=True, slots=True)
class Article:
    """What may be quoted from a document, its description, and the orders to machines found in it."""

    sentences: tuple[Sentence, ...]
    description: Description
    orders: tuple[str, ...]


def read_article(document: Document, given: Description) -> Article:
    """Pick the quotable sentences of a document; `given` is what its owner says of it."""
    parts = article_parts(document.blocks)
    head = read_head(parts, given.title or document.description.title)
    described = _described(given, document.description, head.description)
    parts = [part.turned("furniture") if index in head.lines else part for index, part in enumerate(parts)]
    orders = [excerpt(text) for text in document.hidden if speaks_to_machines(text)]
    sentences: list[Sentence] = []
    lines = LineNumbers(document.text)
    for part in without_repeats(parts, described.title):
        if part.kind == "furniture":
            orders.extend(excerpt(text) for text in [part.text] if speaks_to_machines(text))
        else:
            sentences.extend(_sentences(document.text, part, lines, orders))
    return Article(tuple(sentences), described, tuple(orders))


def excerpt(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_EXCERPT else line[: _LONGEST_EXCERPT - 1] + "…"


def _described(given: Description, document: Description, text: Description) -> Description:
    """What the owner says, else the file's format, else its text; an author who is the outlet is none."""
    known = given.or_else(document).or_else(text)
    signed = (found.author for found in (document, text) if found.author)
    author = next((author for author in signed if not is_of_outlet(author, known.outlet)), None)
    return replace(known, author=given.author or author)


def _sentences(raw: str, part: Part, lines: LineNumbers, orders: list[str]) -> Iterator[Sentence]:
    """The sentences of a part; those that give orders to machines go into `orders` instead."""
    ordering = False
    whole = [(0, len(part.text))] if part.text.strip() else []
    for begin, end in whole if part.kind == "heading" else sentence_spans(part.text):
        words = part.text[begin:end]
        ordering = continues_the_order(words) if ordering else speaks_to_machines(words)
        spans = part.block.quotable(part.begin + begin, part.begin + end)
        if ordering:
            orders.append(excerpt(words))
        elif spans and part.kind != "furniture":
            start, end_in_file = spans[0]
            yield Sentence(
                start=start,
                end=end_in_file,
                text=raw[start:end_in_file],
                reading=" ".join(words.split()),
                paragraph=part.number,
                line=lines.at(start),
                kind=part.kind,
                page=part.block.page,
                fragments=spans[1:],
            )
