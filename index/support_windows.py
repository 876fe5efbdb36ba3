"""Long evidence cut to what can be read at once: its sentences that fit a statement best, and windows of neighbours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.patterns import regex
from corpus.sentences import sentence_spans
from index.support_words import coverage
from index.words import terms

LONGEST, SHORTER = 90, 45
"""Words of a window, and of a short one."""
TOGETHER = 3
"""Sentences that are read together, wherever they stand."""
_ADDRESS = regex(r"https?://\S+|\bwww\.\S+")
_GLUED = regex(r"(?<=[a-z\d)\]”\"][.!?])(?=[A-Z“\"(\[][a-z])")
"""Where the blank between two sentences was lost, as it often is in texts taken from pages."""
_LINE = regex(r"[^\n]+")


@dataclass(frozen=True)
class Piece:
    """A sentence of the evidence, or a part of one that is too long: its text, number of words and stems."""

    text: str
    words: int

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return frozenset(terms(self.text))


@dataclass(frozen=True, slots=True)
class Window:
    """Words of the evidence that are read at once, and how much of the statement's words they have."""

    text: str
    coverage: float


def pieces_of(text: str) -> list[Piece]:
    """The sentences of a text in order, those past LONGEST words cut; addresses of web pages are no words."""
    found: list[Piece] = []
    for line in _LINE.finditer(_GLUED.sub(" ", _ADDRESS.sub(" ", text))):
        for start, end in sentence_spans(line.group()):
            words = line.group()[start:end].split()
            for at in range(0, len(words), LONGEST):
                part = words[at : at + LONGEST]
                found.append(Piece(" ".join(part), len(part)))
    return found


def windows_of(pieces: Sequence[Piece], weights: Mapping[str, float], longest: int = LONGEST) -> list[Window]:
    """Neighbouring sentences of together at most `longest` words: from each sentence on, where it reaches farther."""
    return [window_of([pieces[number] for number in run], weights) for run in _runs(pieces, longest)]


def window_of(pieces: Sequence[Piece], weights: Mapping[str, float]) -> Window:
    """The window that some sentences make."""
    stems = frozenset().union(*(piece.stems for piece in pieces))
    return Window(" ".join(piece.text for piece in pieces), coverage(weights, stems))


def digest_of(pieces: Sequence[Piece], weights: Mapping[str, float]) -> Window:
    """The few sentences that have most of the statement's words, in their order, however far apart they stand."""
    best = ranked(pieces, weights)[:TOGETHER]
    fitting = [number for number in best if coverage(weights, pieces[number].stems)]
    return window_of([pieces[number] for number in sorted(fitting or best)], weights)


def ranked(pieces: Sequence[Piece], weights: Mapping[str, float]) -> list[int]:
    """The numbers of the sentences, those first that have most of the statement's words."""
    shares = [coverage(weights, piece.stems) for piece in pieces]
    return sorted(range(len(pieces)), key=lambda number: -shares[number])


def _runs(pieces: Sequence[Piece], longest: int) -> Iterator[range]:
    ended = 0
    for start in range(len(pieces)):
        end, words = start, 0
        while end < len(pieces) and (end == start or words + pieces[end].words <= longest):
            words += pieces[end].words
            end += 1
        if end > ended:
            yield range(start, end)
            ended = end
