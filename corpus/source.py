"""A source and its sentences: what may be quoted, and where it stands."""

import datetime
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

SentenceKind = Literal["prose", "caption", "heading"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source; `start` and `end` count code points of `Source.text`.

    `text` equals `source.text[start:end]`, always. `reading` is the whole sentence as a person
    reads it, with white space, tags and entities resolved: it is what is searched, never quoted.
    Where tags or entities of a page cut the sentence, `text` is its longest piece and `fragments` are
    the spans of the others.
    """

    start: int
    end: int
    text: str
    reading: str
    paragraph: int
    line: int
    kind: SentenceKind = "prose"
    page: int | None = None
    fragments: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One article: its decoded text, the sentences of it that may be quoted, and what it says of itself.

    `file` is the path relative to its folder, with `/`. `text` has no byte-order mark and keeps its
    line ends; for formats without a text of their own (.pdf, .docx) it is the extracted text.
    `sha256` is that of the file's bytes. `author` is the person, or the persons, who sign the article, as
    it has their names. What the article does not show is None.
    """

    file: str
    text: str
    sentences: tuple[Sentence, ...]
    sha256: str
    title: str | None = None
    outlet: str | None = None
    date: datetime.date | None = None
    author: str | None = None

    @property
    def name(self) -> str:
        """What a reader calls this source: its outlet, else its file."""
        return self.outlet or self.file


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why, in words for its owner."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a file that was read which its owner should know."""

    file: str
    message: str


@dataclass(frozen=True, slots=True)
class Folder:
    """What reading a folder gave: its sources in order of file name, and what was not read."""

    sources: tuple[Source, ...]
    unread: tuple[Unread, ...] = ()
    notices: tuple[Notice, ...] = ()


class LineNumbers:
    """Line numbers (from 1) of offsets into a text; \\n, \\r\\n and \\r each end a line."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]

    def at(self, offset: int) -> int:
        """The number of the line that holds `offset`."""
        return bisect_right(self._starts, offset)
