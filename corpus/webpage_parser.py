"""The text nodes of a page, and where they stand in its raw HTML."""

from collections import Counter
from dataclasses import dataclass, field
from html import unescape

from corpus.blocks import Block, BlockKind
from corpus.patterns import regex
from corpus.webpage_tags import (
    BREAKS,
    CLOSES,
    LEAVES,
    PARAGRAPH,
    UNSEEN,
    VOID,
    Element,
    is_author,
    is_hidden,
    is_outside,
    kind_in,
)
from corpus.webpage_tokens import Token, page_tokens
from corpus.writer import BlockWriter

_ENTITY = regex(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_DEEPEST, _SHORTEST_HIDDEN, _MOST_HIDDEN, _LONGEST_TITLE = 500, 20, 500, 1_000


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of a page, the number of the element that holds it, and what its tags say of its place.

    `outside` is true in menus, headers, footers and forms; `linked` is the share of its characters
    that are links.
    """

    block: Block
    container: int
    tag: str
    outside: bool
    linked: float


@dataclass(slots=True)
class PageText:
    """All that was found in a page: its visible blocks, its hidden text, and what its tags say of it."""

    blocks: list[PageBlock] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    title: str = ""


def parse_page(raw: str) -> PageText:
    """Read a page, however malformed, without losing the place of a text node."""
    parser = _PageParser(raw)
    for token in page_tokens(raw):
        parser.take(token)
    parser.flush()
    return parser.page


class _PageParser:
    """Follows the open elements, and writes a block whenever one that breaks the line begins or ends."""

    def __init__(self, raw: str) -> None:
        self.page = PageText()
        self._raw = raw
        self._open = [Element("", 0)]
        self._open_tags: Counter[str] = Counter()
        self._elements = 0
        self._writer = BlockWriter()
        self._written = self._linked = self._line_breaks = 0

    def take(self, token: Token) -> None:
        """Go on by one token."""
        if token.kind == "open":
            self._begin(token)
        elif token.kind == "close":
            self._end(token.tag)
        elif token.kind == "comment":
            self._hide(token)
        else:
            self._text(token)

    def _begin(self, token: Token) -> None:
        self._collect(token.tag, token.attributes)
        if token.tag in BREAKS:
            self.flush()
            self._close_implied(CLOSES.get(token.tag, PARAGRAPH))
        elif token.tag == "br":
            self._break_line()
        if token.tag not in VOID and len(self._open) < _DEEPEST:
            self._push(token.tag, token.attributes)

    def _end(self, tag: str) -> None:
        if tag in BREAKS:
            self.flush()
        if self._open_tags[tag]:
            self._close(tag)

    def _text(self, token: Token) -> None:
        top = self._open[-1]
        if top.tag == "title":
            self.page.title = self.page.title or unescape(self._raw[token.start : token.end])[:_LONGEST_TITLE]
        elif top.tag == "script":
            if top.kind == "item":
                self.page.data.append(self._raw[token.start : token.end])
        elif top.hidden:
            if top.tag != "style":
                self._hide(token)
        else:
            self._write(token)

    def _write(self, token: Token) -> None:
        """Write a text node: as it stands, but for its entities."""
        position = token.start
        for entity in _ENTITY.finditer(self._raw, token.start, token.end):
            read = unescape(entity[0])
            if read != entity[0]:
                self._writer.copy(self._raw, position, entity.start())
                self._writer.say(read)
                position = entity.end()
        self._writer.copy(self._raw, position, token.end)
        if not self._raw[token.start : token.end].isspace():
            length = token.end - token.start
            self._line_breaks = 0
            self._written += length
            self._linked += length if self._open[-1].linked else 0
            if self._open[-1].signs:
                self.page.authors.append(unescape(self._raw[token.start : token.end]).strip())

    def flush(self) -> None:
        """End the block that is being written."""
        share = self._linked / self._written if self._written else 0.0
        self._written = self._linked = self._line_breaks = 0
        holders = (element for element in reversed(self._open) if element.tag in BREAKS or not element.tag)
        element = next(holders)
        block = self._writer.finish(element.kind)
        if block:
            container = next(holders).number if element.tag in LEAVES else element.number
            self.page.blocks.append(PageBlock(block, container, element.tag, self._open[-1].outside, share))

    def _break_line(self) -> None:
        """One break is a space; two in a row part paragraphs."""
        self._line_breaks += 1
        if self._line_breaks > 1:
            self.flush()
        else:
            self._writer.say(" ")

    def _hide(self, token: Token) -> None:
        """Keep text that is not seen: it may speak to machines."""
        if token.end - token.start > _SHORTEST_HIDDEN and len(self.page.hidden) < _MOST_HIDDEN:
            self.page.hidden.append(unescape(self._raw[token.start : token.end]).strip())

    def _collect(self, tag: str, values: dict[str, str]) -> None:
        if tag == "meta":
            name = (
                values.get("property") or values.get("name") or values.get("itemprop") or values.get("http-equiv", "")
            )
            self.page.meta.append((name.lower(), values.get("content", "")))
        elif tag == "time":
            self.page.times.append(values.get("datetime", ""))

    def _push(self, tag: str, values: dict[str, str]) -> None:
        above = self._open[-1]
        self._elements += 1
        self._open_tags[tag] += 1
        hidden = above.hidden or tag in UNSEEN or is_hidden(values)
        outside = above.outside or is_outside(tag, values, in_article=self._open_tags["article"] > 0)
        kind: BlockKind = "item" if tag == "script" and "ld+json" in values.get("type", "") else kind_in(tag, above)
        signs = not outside and (above.signs or is_author(values))
        self._open.append(Element(tag, self._elements, hidden, outside, above.linked or tag == "a", kind, signs))

    def _close(self, tag: str) -> None:
        while True:
            closed = self._open.pop().tag
            self._open_tags[closed] -= 1
            if closed == tag:
                return

    def _close_implied(self, tags: frozenset[str]) -> None:
        """Close what an opening tag ends without a word: "<p>one<p>two"."""
        for element in reversed(self._open[1:]):
            if element.tag in tags:
                self._close(element.tag)
            elif element.tag in BREAKS:
                return
