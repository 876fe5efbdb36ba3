"""Paragraphs of plain text, by blank lines and by the way its lines are wrapped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.blocks import Block, Run
from corpus.patterns import regex
from corpus.sentences import ends_like_a_sentence

_LINE = regex(r"[^\r\n\f\u2028\u2029]*(?:\r\n|[\r\n\f\u2028\u2029]|\Z)")
LIST_MARK = regex(r"\s*(?:[•‣▪◦●○■□▸►·∙*+–—-]|\(?\d{1,3}[.)])[ \t]+(?=\S)")
_NARROWEST_WRAP, _WIDEST_WRAP = 50, 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end and without white space around it: `raw[start:end] == text`."""

    start: int
    end: int
    text: str


def text_lines(raw: str, begin: int = 0, stop: int | None = None) -> Iterator[Line]:
    """The lines of `raw[begin:stop]`, blank ones too; their offsets count from the start of `raw`."""
    limit = len(raw) if stop is None else stop
    for found in _LINE.finditer(raw, begin, limit):
        if found.start() == limit and found.end() == limit:
            return
        stripped = found[0].strip()
        start = found.start() + len(found[0]) - len(found[0].lstrip()) if stripped else found.start()
        yield Line(start, start + len(stripped), stripped)


def plain_blocks(raw: str, begin: int = 0, stop: int | None = None, page: int | None = None) -> list[Block]:
    """The blocks of a plain text: lines wrapped by an editor are joined, all others stand alone."""
    blocks: list[Block] = []
    for group in _groups(text_lines(raw, begin, stop)):
        for index, part in enumerate(_joined(group)):
            blocks.append(_block(raw, part, attached=index > 0, page=page))
    return blocks


def _groups(lines: Iterator[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.text:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _joined(group: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of a group, those together that one paragraph was wrapped into."""
    width = _wrap_width(group)
    part = [group[0]]
    for above, line in pairwise(group):
        if _goes_on(above.text, line.text, width):
            part.append(line)
        else:
            yield part
            part = [line]
    yield part


def _wrap_width(group: Sequence[Line]) -> int | None:
    """The width an editor wrapped these lines at; None when they are as long as their writer made them."""
    width = max(len(line.text) for line in group)
    full = sum(_is_full(above.text, line.text, width) for above, line in pairwise(group))
    wrapped = _NARROWEST_WRAP <= width <= _WIDEST_WRAP and full > (len(group) - 1) / 2
    return width if wrapped else None


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted at the end of this one."""
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def _goes_on(line: str, following: str, width: int | None) -> bool:
    """Whether a paragraph runs on over the end of `line`."""
    if LIST_MARK.match(following) or line == following:
        return False
    if following[0].islower() and not ends_like_a_sentence(line):
        return True
    return width is not None and _is_full(line, following, width)


def _block(raw: str, lines: Sequence[Line], *, attached: bool, page: int | None) -> Block:
    start, end = lines[0].start, lines[-1].end
    mark = LIST_MARK.match(raw, start, end)
    start = mark.end() if mark else start
    text = raw[start:end]
    return Block(text, (Run(0, start, len(text)),), "item" if mark else "text", attached, page)
