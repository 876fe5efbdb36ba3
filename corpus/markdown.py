"""The blocks of a Markdown file, and what its front matter says of it."""

import re
from collections.abc import Iterator

from corpus.blocks import Block, BlockKind
from corpus.fields import described
from corpus.inline import write_inline
from corpus.metadata import Description
from corpus.patterns import regex
from corpus.plain import Line, text_lines
from corpus.sentences import ends_like_a_sentence
from corpus.writer import BlockWriter

_FENCE = regex(r"(```+|~~~+)")
_HEADING = regex(r"#{1,6}(?:[ \t]+|$)")
_RULE = regex(r"(?:[-*_=][ \t]*){3,}|=+|-+")
_QUOTE = regex(r"(?:>[ \t]?)+")
_ITEM = regex(r"(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_DEFINITION = regex(r"\[[^\[\]]{1,200}\]:\s")
_ONLY_LINKS = regex(r"(?:!?\[[^\[\]]{1,300}\]\([^()\s]{0,1000}\)[\s|·•,/-]*)+")
_CLOSING_MARKS = regex(r"(?:\s+#+|\\)\s*\Z")
_CELL_RULE = regex(r"[|:\s-]+")
_CELL = regex(r"[^|]+")
_WIDEST_WRAP = 120


def front_matter(raw: str) -> tuple[int, Description, str | None]:
    """Where the front matter ends (0 without one), what it says, and what is wrong with it."""
    end = _front_matter_end(raw)
    if not end:
        return 0, Description(), None
    import frontmatter  # loads YAML

    try:
        fields, _ = frontmatter.parse(raw[:end])
    except Exception as error:  # YAML raises errors of many kinds; the article under it is read all the same
        return end, Description(), f"its front matter is not valid YAML: {type(error).__name__}"
    return end, described(fields), None


def _front_matter_end(raw: str) -> int:
    for index, line in enumerate(text_lines(raw)):
        if index == 0 and raw[: line.end] != "---":
            return 0
        if index > 0 and line.text in ("---", "..."):
            return line.end
    return 0


def markdown_blocks(raw: str, begin: int) -> list[Block]:
    """The blocks of `raw[begin:]`; code, link definitions and rules are left out."""
    return list(_Reader(raw).read(begin))


class _Reader:
    """Gathers the lines of a paragraph until something ends it."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._lines: list[Line] = []
        self._kind: BlockKind = "text"

    def read(self, begin: int) -> Iterator[Block]:
        fence = ""
        for line in text_lines(self._raw, begin):
            mark = _FENCE.match(line.text)
            if fence:
                fence = "" if line.text.startswith(fence) else fence
            elif mark:
                yield from self._flush()
                fence = mark[1]
            else:
                yield from self._line(_without(line, _QUOTE))
        yield from self._flush()

    def _line(self, line: Line) -> Iterator[Block]:
        if not line.text or _DEFINITION.match(line.text) or (_CELL_RULE.fullmatch(line.text) and "|" in line.text):
            yield from self._flush()
        elif _RULE.fullmatch(line.text):
            if len(self._lines) == 1 and self._kind == "text" and not _ITEM.match(line.text):
                self._kind = "heading"
            yield from self._flush()
        elif _HEADING.match(line.text):
            yield from self._flush()
            self._lines, self._kind = [_without(line, _HEADING)], "heading"
            yield from self._flush()
        elif line.text.startswith("|"):
            yield from self._flush()
            yield from self._row(line)
        elif _ITEM.match(line.text):
            yield from self._flush()
            self._lines, self._kind = [_without(line, _ITEM)], "item"
        else:
            self._lines.append(line)

    def _row(self, line: Line) -> Iterator[Block]:
        writer = BlockWriter()
        for index, cell in enumerate(_CELL.finditer(self._raw, line.start, line.end)):
            writer.say(" | " if index else "")
            write_inline(writer, self._raw, cell.start(), cell.end())
        yield from _finished(writer, "item", attached=True)

    def _flush(self) -> Iterator[Block]:
        """The gathered lines as one block, or several where they were never one paragraph."""
        lines, kind = self._lines, self._kind
        self._lines, self._kind = [], "text"
        if kind != "heading" and lines and all(_ONLY_LINKS.fullmatch(line.text) for line in lines):
            kind = "furniture"
        unwrapped = any(len(line.text) > _WIDEST_WRAP for line in lines)
        writer, attached = BlockWriter(), False
        for index, line in enumerate(lines):
            if index and _parted(lines[index - 1], line, unwrapped=unwrapped):
                yield from _finished(writer, kind, attached=attached)
                attached = True
            elif index:
                writer.say(" ")
            closing = _CLOSING_MARKS.search(line.text)
            end = line.start + closing.start() if closing else line.end
            write_inline(writer, self._raw, line.start, end, joins=index > 0)
        yield from _finished(writer, kind, attached=attached)


def _finished(writer: BlockWriter, kind: BlockKind, *, attached: bool) -> Iterator[Block]:
    block = writer.finish(kind, attached=attached)
    if block:
        yield block


def _parted(above: Line, line: Line, *, unwrapped: bool) -> bool:
    """Whether two lines without a blank one between are two paragraphs all the same."""
    if line.text[0].islower():
        return False
    return unwrapped or ends_like_a_sentence(above.text) or above.text == line.text


def _without(line: Line, mark: re.Pattern[str]) -> Line:
    found = mark.match(line.text)
    if not found:
        return line
    text = line.text[found.end() :].strip()
    start = line.start + line.text.index(text, found.end()) if text else line.end
    return Line(start, start + len(text), text)
