"""Writes a block piece by piece, keeping track of where each piece stands in the file."""

from corpus.blocks import Block, BlockKind, Run


class BlockWriter:
    """Collects the pieces of one block; `finish` returns it without white space at its ends."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0

    def copy(self, raw: str, start: int, end: int, *, joins: bool = False) -> None:
        """Add `raw[start:end]` as it stands in the file."""
        if start >= end:
            return
        last = self._runs[-1] if self._runs else None
        if last and last.start + last.length == start and last.at + last.length == self._length:
            self._runs[-1] = Run(last.at, last.start, last.length + end - start, last.joins)
        else:
            self._runs.append(Run(self._length, start, end - start, joins))
        self._append(raw[start:end])

    def say(self, text: str) -> None:
        """Add characters that do not stand in the file as they are read."""
        self._append(text)

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def finish(self, kind: BlockKind = "text", *, attached: bool = False, page: int | None = None) -> Block | None:
        """The block written so far, or None when it is blank; the writer begins anew."""
        text = "".join(self._pieces)
        runs = self._runs
        self._begin()
        stripped = text.strip()
        if not stripped:
            return None
        shift = len(text) - len(text.lstrip())
        clipped = (_clipped(run, shift, shift + len(stripped)) for run in runs)
        return Block(stripped, tuple(run for run in clipped if run.length > 0), kind, attached, page)


def _clipped(run: Run, begin: int, end: int) -> Run:
    """The part of a run between `begin` and `end`, with offsets that count from `begin`."""
    low, high = max(run.at, begin), min(run.at + run.length, end)
    return Run(low - begin, run.start + low - run.at, high - low, run.joins)
