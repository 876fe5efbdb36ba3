"""A block: one paragraph, heading, list item or caption, and where its characters stand in the file."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["text", "heading", "item", "caption", "furniture"]

SHORTEST_FRAGMENT = 15
_APOSTROPHES = "'’"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a block that stand in the file as they are.

    `block.text[at : at + length]` equals `raw[start : start + length]`. A run that `joins` may be
    quoted in one piece with the run before it: only emphasis or a quote mark stands between them.
    """

    at: int
    start: int
    length: int
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it is read, with the runs of it that can be quoted.

    `attached` says that no blank line parts it from the block before; `kind` is what the format
    itself says of it ("text" when it says nothing).
    """

    text: str
    runs: tuple[Run, ...]
    kind: BlockKind = "text"
    attached: bool = False
    page: int | None = None

    def quotable(self, begin: int, end: int) -> tuple[tuple[int, int], ...]:
        """The span in the file of `text[begin:end]`, or those of its fragments, the longest first.

        Every fragment is in one piece and long enough to be quoted; there may be none.
        """
        pieces = self._pieces(begin, end)
        if len(pieces) == 1 and pieces[0][:2] == (begin, end):
            return (pieces[0][2:],)
        trimmed = [self._trimmed(piece, begin, end) for piece in pieces]
        long_enough = [span for span in trimmed if span[1] - span[0] >= SHORTEST_FRAGMENT]
        return tuple(sorted(long_enough, key=lambda span: span[0] - span[1]))

    def _pieces(self, begin: int, end: int) -> list[tuple[int, int, int, int]]:
        """Each piece as (begin, end) in the block and (start, end) in the file."""
        pieces: list[tuple[int, int, int, int]] = []
        first = max(0, bisect_right(self.runs, begin, key=lambda run: run.at) - 1)
        for index in range(first, len(self.runs)):
            run = self.runs[index]
            if run.at >= end:
                break
            low, high = max(begin, run.at), min(end, run.at + run.length)
            if low >= high:
                continue
            raw_low, raw_high = run.start + low - run.at, run.start + high - run.at
            if run.joins and pieces and not self.text[pieces[-1][1] : low].strip():
                pieces[-1] = (pieces[-1][0], high, pieces[-1][2], raw_high)
            else:
                pieces.append((low, high, raw_low, raw_high))
        return pieces

    def _trimmed(self, piece: tuple[int, int, int, int], begin: int, end: int) -> tuple[int, int]:
        """The piece's span in the file without half words and loose punctuation at its ends."""
        low, high, raw_low, raw_high = piece
        text = self.text
        first, last = low, high
        if low > begin and text[low].isalnum() and (text[low - 1].isalnum() or text[low - 1] in _APOSTROPHES):
            while first < last and not text[first].isspace():
                first += 1
        while first < last and (text[first].isspace() or (low > begin and text[first] in ",.;:!?)’”")):
            first += 1
        if high < end and text[high - 1].isalnum() and text[high].isalnum():
            while last > first and not text[last - 1].isspace():
                last -= 1
        while last > first and text[last - 1].isspace():
            last -= 1
        return raw_low + first - low, raw_high - (high - last)
