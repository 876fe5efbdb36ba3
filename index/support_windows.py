"""Long evidence cut to what can be read at once: windows of about 90 words, and a digest of the sentences that fit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from corpus.sentences import sentence_spans
from index.support_words import coverage
from index.words import terms

LONGEST = 90
"""Words of a window."""
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+")
_LINE = re.compile(r"[^\n]+")


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
    for line in _LINE.finditer(_ADDRESS.sub(" ", text)):
        for start, end in sentence_spans(line.group()):
            words = line.group()[start:end].split()
            for at in range(0, len(words), LONGEST):
                part = words[at : at + LONGEST]
                found.append(Piece(" ".join(part), len(part)))
    return found


def windows_of(pieces: Sequence[Piece], weights: Mapping[str, float]) -> list[Window]:
    """Neighbouring sentences of together at most LONGEST words; each window begins in the middle of the one before."""
    return [_window([pieces[number] for number in run], weights) for run in _runs(pieces)]


def digest_of(pieces: Sequence[Piece], weights: Mapping[str, float]) -> Window:
    """The sentences that together have most of the statement's words, in their order, at most LONGEST words."""
    chosen, covered, room = list[int](), frozenset[str](), LONGEST
    while True:
        gains = {
            number: _gain(piece, covered, weights)
            for number, piece in enumerate(pieces)
            if number not in chosen and piece.words <= room
        }
        best = max(gains, key=lambda number: (gains[number], -number), default=None)
        if best is None or gains[best] <= 0:
            return _window([pieces[number] for number in sorted(chosen)], weights)
        chosen.append(best)
        covered |= pieces[best].stems
        room -= pieces[best].words


def _gain(piece: Piece, covered: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weight of the words that a sentence adds; of equals the one that has more of the statement altogether."""
    there = [word for word in weights if word in piece.stems]
    new = sum(weights[word] for word in there if word not in covered)
    return new + 0.1 * sum(weights[word] for word in there) if new else 0.0


def _runs(pieces: Sequence[Piece]) -> Iterator[range]:
    start, ended = 0, 0
    while start < len(pieces):
        end, words = start, 0
        while end < len(pieces) and (end == start or words + pieces[end].words <= LONGEST):
            words += pieces[end].words
            end += 1
        if end > ended:
            yield range(start, end)
            ended = end
        if end == len(pieces):
            return
        start = max(start + 1, start + (end - start) // 2)


def _window(pieces: Sequence[Piece], weights: Mapping[str, float]) -> Window:
    stems = frozenset().union(*(piece.stems for piece in pieces))
    return Window(" ".join(piece.text for piece in pieces), coverage(weights, stems))


def best_windows(pieces: Sequence[Piece], weights: Mapping[str, float], most: int) -> list[Window]:
    """The windows that have most of the statement's words, the best first, and behind them the digest, each once."""
    ranked = sorted(windows_of(pieces, weights), key=lambda window: -window.coverage)[:most]
    if len(ranked) == most or len(pieces) > 1:
        ranked.append(digest_of(pieces, weights))
    return [next(group) for _, group in groupby(ranked, key=lambda window: window.text)]
