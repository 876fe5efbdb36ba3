"""Where in the corpus the words come nearest to a quote that no file holds exactly."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio_alignment

from corpus.source import LineNumbers

LIKE_ENOUGH = 75
"""Below this similarity, of 100, two stretches of text have nothing to do with each other."""
MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Nearest:
    """A stretch of a file that is like a quote; `why` says in what alone they differ, where that is known."""

    file: str
    line: int
    text: str
    why: str | None

    @property
    def told(self) -> str:
        """The place, for the person who wrote the quote."""
        cause = f"; only {self.why} differs" if self.why else ""
        return f"nearest is {self.file}, line {self.line}: {self.text!r}{cause}"


def nearest_place(quote: str, file: str, texts: Mapping[str, str]) -> Nearest | None:
    """The likest stretch of the file a quote is said to be from, or its place in another file; else None.

    `texts` holds the decoded text of every file by its name.
    """
    elsewhere = [name for name, text in texts.items() if name != file and quote in text]
    if elsewhere:
        return _place(elsewhere[0], texts[elsewhere[0]], texts[elsewhere[0]].find(quote), len(quote), None)
    text = texts[file]
    found = partial_ratio_alignment(_plain(quote), _plain(text), score_cutoff=LIKE_ENOUGH)
    if found is None or len(quote) > len(text):
        return None
    start, end = _whole_words(text, found.dest_start, found.dest_end)
    if start >= end:
        return None
    return _place(file, text, start, end - start, _difference(quote, text[start:end]))


def _place(file: str, text: str, start: int, length: int, why: str | None) -> Nearest:
    return Nearest(file, LineNumbers(text).at(start), text[start : start + length], why)


def _plain(text: str) -> str:
    """The text in lower case with typewriter marks; as long as before, so that places stay."""
    marked = text.translate(MARKS)
    lower = marked.lower()
    return lower if len(lower) == len(text) else marked


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the words that it cuts, and without white space at its ends."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _difference(quote: str, there: str) -> str | None:
    """The one thing in which a quote and the words of the file differ."""
    if _spaced(quote) == _spaced(there):
        return "white space"
    if quote.translate(MARKS) == there.translate(MARKS):
        return "the form of quotation marks, dashes or blanks"
    if quote.casefold() == there.casefold():
        return "the use of capital letters"
    return None


def _spaced(text: str) -> str:
    return " ".join(text.split())
