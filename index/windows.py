"""An article as the tagger reads it: windows of wordpieces, with marks for what the lower-case encoder cannot see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.patterns import regex

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 160
"""Wordpieces of one window, with its first and last mark."""
CONTEXT = 4
"""The context of a window is at most its sixth part: a third reads nothing better, none misses sources."""
MARKS = 12
"""How many marks there are: 3 kinds of capitals, inside a quotation or not, first of its paragraph or not."""

_QUOTATION = regex(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_PARAGRAPH = regex(r"\n\s*\n?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the article: its span in code points, its wordpieces, its mark, and which sentence it is in."""

    start: int
    end: int
    pieces: tuple[int, ...]
    mark: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Window:
    """Words read at once; the first `context` of them were read in the window before and are only context."""

    words: tuple[Word, ...]
    context: int


def words_of(text: str, sentences: Sequence[tuple[int, int]], tokenizer: "Tokenizer") -> list[Word]:
    """The words of the sentences (spans in code points of `text`), in order."""
    quoted = _quoted(text)
    encodings = tokenizer.encode_batch([text[start:end] for start, end in sentences], add_special_tokens=False)
    words = []
    for number, ((begin, _), encoding) in enumerate(zip(sentences, encodings, strict=True)):
        first = begin == 0 or "\n" in text[max(0, begin - 2) : begin]
        for start, end, pieces in _grouped(encoding.word_ids, encoding.offsets, encoding.ids):
            written = text[begin + start : begin + end]
            capital = 2 if len(written) > 1 and written.isupper() else int(written[:1].isupper())
            mark = capital + 3 * (begin + start in quoted) + 6 * first
            words.append(Word(begin + start, begin + end, pieces, mark, number))
            first = False
    return words


def windows_of(words: Sequence[Word], longest: int = LONGEST) -> Iterator[Window]:
    """Windows of whole sentences, each with the sentence before it as context; one too long is cut."""
    room, at = longest - 2, 0
    while at < len(words):
        end, taken = at, 0
        back = _context(words, at, room // CONTEXT)
        taken = sum(len(word.pieces) for word in words[back:at])
        while end < len(words) and taken + len(words[end].pieces) <= room:
            taken += len(words[end].pieces)
            end += 1
        if end < len(words):
            whole = end
            while whole > at and words[whole - 1].sentence == words[end].sentence:
                whole -= 1
            end = whole if whole > at else max(end, at + 1)
        yield Window(tuple(words[back:end]), at - back)
        at = end


def _context(words: Sequence[Word], at: int, room: int) -> int:
    """Where the context of the window that begins at `at` begins: the sentence before, or as much as there is room."""
    if at == 0:
        return 0
    back, taken = at, 0
    while back and words[back - 1].sentence >= words[at].sentence - 1 and taken + len(words[back - 1].pieces) <= room:
        back -= 1
        taken += len(words[back].pieces)
    return back


def _grouped(
    ids: Sequence[int | None], offsets: Sequence[tuple[int, int]], pieces: Sequence[int]
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Start, end and wordpieces of each word."""
    at = 0
    while at < len(ids):
        end = at + 1
        while end < len(ids) and ids[end] == ids[at]:
            end += 1
        yield offsets[at][0], offsets[end - 1][1], tuple(pieces[at:end])
        at = end


def _quoted(text: str) -> set[int]:
    """Places inside quotation marks; a quotation ends with its paragraph."""
    places: set[int] = set()
    start = 0
    for gap in (*_PARAGRAPH.finditer(text), None):
        end = gap.start() if gap else len(text)
        for found in _QUOTATION.finditer(text, start, end):
            places.update(range(*found.span()))
        start = gap.end() if gap else end
    return places
