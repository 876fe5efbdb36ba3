"""The sentences of a draft as it streams in, each with the markers it carries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.patterns import regex
from corpus.sentences import ends_like_a_sentence, sentence_spans
from rag.markup import shown

SEEN = 90
"""Characters that must follow a sentence before it is taken for finished: more cannot change where it ends."""
_MARKER = regex(r"\s*\[\^?(\d[\d\s,;–-]*)\]")
_HALF_A_MARKER = regex(r"\s*\[[\^\d\s,;–-]*$")
_LEAD = regex(r"\s*(?:>\s*)*(?P<item>(?:[-*•–]|\d{1,2}[.)])\s+)?")
_HEADING = regex(r"\s*#{1,6}\s")
_THOUGHT = ("<think>", "</think>")
_RANGE = regex(r"(\d+)\s*[–-]\s*(\d+)")
_LONGEST_RANGE = 30


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a sentence, and the numbers of the markers behind them."""

    words: str
    markers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence as a model wrote it: `item` begins a line of a list; one that is not `whole` breaks off."""

    runs: tuple[Run, ...]
    item: bool = False
    whole: bool = True

    @property
    def text(self) -> str:
        """Its words on one line, without markers."""
        return shown("".join(run.words for run in self.runs))

    @property
    def markers(self) -> tuple[int, ...]:
        """The numbers it cites, each once."""
        return tuple(dict.fromkeys(marker for run in self.runs for marker in run.markers))


class DraftSentences:
    """Cuts a stream into sentences: each is given once, as soon as nothing that follows can change it."""

    def __init__(self) -> None:
        self._line = ""
        self._given = 0

    def add(self, piece: str) -> Iterator[DraftSentence]:
        """The sentences that a further piece of the stream finishes."""
        self._line += piece.replace("\r", "")
        if _is_thinking(self._line):
            return
        self._line = self._line.rpartition(_THOUGHT[1])[2]
        while "\n" in self._line:
            line, _, self._line = self._line.partition("\n")
            yield from self._new(_sentences(line))
            self._given = 0
        yield from self._new(_finished(self._line))

    def end(self) -> Iterator[DraftSentence]:
        """The sentences that were not finished when the stream ended."""
        if not _is_thinking(self._line):
            yield from self._new(_sentences(self._line, ended=False))

    def _new(self, sentences: list[DraftSentence]) -> Iterator[DraftSentence]:
        for sentence in sentences[self._given :]:
            self._given += 1
            yield sentence


def _is_thinking(text: str) -> bool:
    """Whether this may be the beginning of what a model says to itself, whose end is not there yet."""
    begin, end = _THOUGHT
    bare = text.lstrip()
    return bool(bare) and end not in bare and (bare.startswith(begin) or (begin.startswith(bare)))


def _finished(line: str) -> list[DraftSentence]:
    """The sentences of a line that is still growing which no longer can."""
    line = _HALF_A_MARKER.sub("", line)
    bare = _MARKER.sub("", line)
    ends = [end for _, end in sentence_spans(bare)]
    count = sum(len(bare) - end >= SEEN for end in ends)
    return _sentences(line)[:count]


def _sentences(line: str, *, ended: bool = True) -> list[DraftSentence]:
    """The sentences of a line; headings are none. `ended` says that nothing of the line is missing."""
    if _HEADING.match(line):
        return []
    lead = _LEAD.match(line)
    line = (line[lead.end() :] if lead else line).replace("**", "").replace("__", "")
    bare, markers = _parted(line)
    spans = sentence_spans(bare)
    sentences = []
    for position, (start, end) in enumerate(spans):
        last = position + 1 == len(spans)
        begin = spans[position - 1][1] if position else -1
        own = [(at, numbers) for at, numbers in markers if begin < at <= end or (last and at > end)]
        runs = _runs(bare, start, end, own)
        whole = ended or not last or ends_like_a_sentence(bare[start:end]) or bool(own and own[-1][0] >= end)
        sentences.append(DraftSentence(runs, item=bool(lead and lead["item"] and not position), whole=whole))
    return sentences


def _parted(line: str) -> tuple[str, list[tuple[int, tuple[int, ...]]]]:
    """A line without its markers, and where in that each stood."""
    bare, markers, end = "", [], 0
    for marker in _MARKER.finditer(line):
        bare += line[end : marker.start()]
        markers.append((len(bare), _numbers(marker[1])))
        end = marker.end()
    return bare + line[end:], markers


def _runs(bare: str, start: int, end: int, markers: list[tuple[int, tuple[int, ...]]]) -> tuple[Run, ...]:
    """The words up to each place with markers, and those that are left."""
    runs, begin = [], start
    for at, group in groupby(markers, key=lambda marker: min(max(marker[0], start), end)):
        runs.append(Run(bare[begin:at], tuple(dict.fromkeys(number for _, numbers in group for number in numbers))))
        begin = at
    return (*runs, *([Run(bare[begin:end])] if begin < end or not runs else []))


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers of one marker; "2-4" stands for three of them."""
    numbers: list[int] = []
    for part in re.split(r"[,;]", text):
        both = _RANGE.fullmatch(part.strip())
        first, last = (int(both[1]), int(both[2])) if both else (0, -1)
        in_order = both and first <= last <= first + _LONGEST_RANGE
        numbers += range(first, last + 1) if in_order else [int(each) for each in re.findall(r"\d+", part)]
    return tuple(dict.fromkeys(numbers))
