"""An article cut for reading: paragraphs of runs, each run inside the same cited passages or outside all."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from corpus.patterns import regex
from corpus.source import Sentence, Source

ParagraphKind = Literal["prose", "caption", "heading", "furniture", "gap"]

WHOLE_UP_TO = 200_000
AROUND_A_PASSAGE = 20_000

_BREAK = regex(r"(?>\r\n|\r|\n)[ \t]*(?>\r\n|\r|\n)\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """Cited words of one source, `text[start:end]`, under the name that links use."""

    name: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Run:
    """Text without a change in it: `names` are the passages it belongs to; quiet text may not be quoted."""

    text: str
    names: tuple[str, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that stand together; a gap stands for text of a very long article that was left out."""

    kind: ParagraphKind
    runs: tuple[Run, ...]


def cut(source: Source, passages: Sequence[Passage]) -> tuple[Paragraph, ...]:
    """The article with its passages marked; in files of tags, the sentences as a person reads them."""
    if source.file.lower().endswith((".html", ".htm")):
        return tuple(_by_sentences(source, passages))
    return tuple(_by_offsets(source, passages))


def _by_offsets(source: Source, passages: Sequence[Passage]) -> Iterator[Paragraph]:
    windows = _windows(len(source.text), passages)
    starts = [sentence.start for sentence in source.sentences]
    for window_start, window_end in windows:
        if window_start:
            yield Paragraph("gap", (Run("…"),))
        for start, end in _blocks(source.text, window_start, window_end):
            # Of the sentences that begin before this paragraph only the last can reach into it.
            first = max(0, bisect_right(starts, start) - 1)
            sentences = source.sentences[first : bisect_right(starts, end)]
            here = [passage for passage in passages if passage.start < end and passage.end > start]
            yield _paragraph(source.text, start, end, sentences, here)
    if windows[-1][1] < len(source.text):
        yield Paragraph("gap", (Run("…"),))


def _windows(length: int, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """What is shown of an article: all of it, or, of a very long one, the surroundings of its passages."""
    if length <= WHOLE_UP_TO:
        return [(0, length)]
    windows: list[tuple[int, int]] = [] if passages else [(0, WHOLE_UP_TO)]
    for passage in sorted(passages, key=lambda passage: passage.start):
        start = max(0, passage.start - AROUND_A_PASSAGE)
        end = min(length, passage.end + AROUND_A_PASSAGE)
        if windows and start <= windows[-1][1]:
            last_start, last_end = windows.pop()
            start, end = last_start, max(end, last_end)
        windows.append((start, end))
    return windows


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the texts between empty lines stand, without the white space around them."""
    breaks = [(found.start(), found.end()) for found in _BREAK.finditer(text, start, end)]
    for (_, left), (right, _) in pairwise([(start, start), *breaks, (end, end)]):
        block = text[left:right]
        if not block.isspace() and block:
            yield left + len(block) - len(block.lstrip()), left + len(block.rstrip())


def _paragraph(
    text: str, start: int, end: int, sentences: Sequence[Sentence], passages: Sequence[Passage]
) -> Paragraph:
    edges = {start, end}
    spans = [(one.start, one.end) for one in sentences] + [(one.start, one.end) for one in passages]
    edges.update(edge for span in spans for edge in span if start < edge < end)
    pieces = [_run(text, left, right, sentences, passages) for left, right in pairwise(sorted(edges))]
    runs = tuple(_merged(pieces))
    if all(run.quiet or not run.text.strip() for run in runs):
        return Paragraph("furniture", runs)
    inside = [sentence.kind for sentence in sentences if sentence.start < end and sentence.end > start]
    return Paragraph(inside[0] if inside and len(set(inside)) == 1 else "prose", runs)


def _run(text: str, left: int, right: int, sentences: Sequence[Sentence], passages: Sequence[Passage]) -> Run:
    piece = text[left:right]
    names = tuple(passage.name for passage in passages if passage.start <= left and right <= passage.end)
    quotable = any(sentence.start <= left and right <= sentence.end for sentence in sentences)
    return Run(piece, names, quiet=not (quotable or names or piece.isspace()))


def _merged(pieces: Sequence[Run]) -> Iterator[Run]:
    for (names, quiet), group in groupby(pieces, key=lambda run: (run.names, run.quiet)):
        yield Run("".join(run.text for run in group), names, quiet)


def _by_sentences(source: Source, passages: Sequence[Passage]) -> Iterator[Paragraph]:
    for _number, group in groupby(source.sentences, key=lambda sentence: sentence.paragraph):
        sentences = tuple(group)
        runs = [run for sentence in sentences for run in (*_reading_runs(sentence, passages), Run(" "))]
        yield Paragraph(sentences[0].kind, tuple(_merged(runs[:-1])))


def _reading_runs(sentence: Sentence, passages: Sequence[Passage]) -> list[Run]:
    """A sentence with the passages in it; one whose words do not show in the reading marks all of it."""
    spans = []
    for passage in passages:
        if sentence.start <= passage.start < sentence.end:
            words = " ".join(passage.quote.split())
            at = sentence.reading.find(words)
            spans.append((at, at + len(words), passage.name) if at >= 0 else (0, len(sentence.reading), passage.name))
    edges = sorted({0, len(sentence.reading), *(edge for start, end, _name in spans for edge in (start, end))})
    return [
        Run(sentence.reading[left:right], tuple(name for start, end, name in spans if start <= left and right <= end))
        for left, right in pairwise(edges)
    ]
