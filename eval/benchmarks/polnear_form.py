"""PolNeAR in its published form, and as JSON lines: news articles in which a person marked who says what."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from corpus.patterns import regex
from corpus.sentences import sentence_spans
from eval.benchmarks.benchmark import BenchmarkError
from eval.benchmarks.json_lines import read_rows

ORIGIN = (
    "a folder with text/*.txt and attributions/*.ann, or JSON lines with text and spans ([start, end, SOURCE, CUE or "
    "CONTENT, event]), as in PolNeAR (github.com/networkdynamics/PolNeAR)"
)
ROLES = ("SOURCE", "CUE", "CONTENT")
_MARK = regex(r"(?P<name>T\d+)\t(?P<role>\w+) (?P<places>\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = regex(r"(?P<name>E\d+)\t(?P<parts>.*)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article in a role; those of one `event` belong together."""

    start: int
    end: int
    role: str
    event: str


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article, its sentences, and what a person marked in it."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]


class ArticleRow(BaseModel):
    """A line of the form in JSON."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: str
    spans: tuple[tuple[int, int, str, str | int], ...]
    sentences: tuple[tuple[int, int], ...] | None = None


def read_marked(path: Path) -> tuple[tuple[MarkedArticle, ...], tuple[str, ...]]:
    """The articles of a folder or a file, and a line for each row that could not be read.

    Raises:
        BenchmarkError: there are none.
    """
    if path.is_dir():
        return tuple(_of_folder(path)), ()
    read = read_rows(path, ArticleRow, ORIGIN)
    return tuple(map(_of_row, read.rows)), read.unread


def _of_row(row: ArticleRow) -> MarkedArticle:
    marks = (Mark(start, end, role, str(event)) for start, end, role, event in row.spans if role in ROLES)
    return MarkedArticle(row.text, row.sentences or sentences_of(row.text), tuple(marks))


def _of_folder(folder: Path) -> Iterator[MarkedArticle]:
    """Each article with its first annotator's marks; a file of marks is named for its article and its annotator."""
    texts = {path.stem: path for path in folder.rglob("*.txt")}
    done: set[str] = set()
    for path in sorted(folder.rglob("*.ann")):
        name = path.stem if path.stem in texts else path.stem.rpartition("_")[0]
        if name in texts and name not in done:
            done.add(name)
            text = texts[name].read_bytes().decode("utf-8", "replace")
            yield MarkedArticle(text, sentences_of(text), tuple(marks_of(path.read_text("utf-8"), text)))
    if not done:
        raise BenchmarkError(f"{folder} holds no text with its marks; {ORIGIN}")


def marks_of(standoff: str, text: str) -> Iterator[Mark]:
    """The marks of a file in brat's standoff form; one in several events is there once for each."""
    places = {found["name"]: found for found in map(_MARK.match, standoff.split("\n")) if found}
    for event in filter(None, map(_EVENT.match, standoff.split("\n"))):
        for part in event["parts"].split():
            mark = places.get(part.rpartition(":")[2])
            if mark and mark["role"].upper() in ROLES:
                for start, end in _pieces(mark["places"], text):
                    yield Mark(start, end, mark["role"].upper(), event["name"])


def _pieces(places: str, text: str) -> Iterator[tuple[int, int]]:
    """The pieces of a mark without white space at their ends; those with nothing but it between them are one."""
    joined: list[list[int]] = []
    for start, end in sorted(tuple(map(int, place.split())) for place in places.split(";")):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1][1] = end
        else:
            joined.append([start, end])
    for start, end in joined:
        if words := text[start:end].strip():
            first = text.index(words, start)
            yield first, first + len(words)


def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of an article whose paragraphs are lines."""
    lines: Iterable[re.Match[str]] = re.finditer(r"[^\n]+", text)
    return tuple((line.start() + start, line.start() + end) for line in lines for start, end in sentence_spans(line[0]))
