"""The tags and texts of raw HTML, each with its place; reads anything, in time linear in its length."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

from corpus.patterns import regex

TokenKind = Literal["text", "open", "close", "comment"]

_TAG = regex(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)>")
_LOOSE_TAG = regex(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = regex(r"([^\s\"'<>/=]+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_RAW_TEXT = {
    tag: regex(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in ("script", "style", "title", "textarea", "xmp")
}


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, a comment or a text: `raw[start:end]` for a text and a comment, entities and all."""

    kind: TokenKind
    start: int
    end: int
    tag: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def page_tokens(raw: str) -> Iterator[Token]:
    """The tokens of a page in order; what is no tag is text, as in a browser."""
    position, last_end = 0, raw.rfind(">")
    while position < len(raw):
        opening = raw.find("<", position)
        if opening < 0 or opening > last_end:
            yield Token("text", position, len(raw))
            return
        if opening > position:
            yield Token("text", position, opening)
        token, position = _markup(raw, opening)
        yield token
        if token.kind == "open" and token.tag in _RAW_TEXT:
            closing = _RAW_TEXT[token.tag].search(raw, position)
            end = closing.start() if closing else len(raw)
            yield Token("text", position, end)
            position = end


def _markup(raw: str, opening: int) -> tuple[Token, int]:
    """The token that begins with "<" at `opening`, and where the next one begins."""
    if raw.startswith("<!--", opening):
        end = raw.find("-->", opening + 4)
        stop = len(raw) if end < 0 else end
        return Token("comment", opening + 4, stop), min(stop + 3, len(raw))
    if raw.startswith(("<!", "<?"), opening):
        end = raw.find(">", opening)
        return Token("comment", opening + 2, end), end + 1
    found = _TAG.match(raw, opening) or _LOOSE_TAG.match(raw, opening)
    if not found:
        return Token("text", opening, opening + 1), opening + 1
    if found[1]:
        return Token("close", found.start(), found.end(), found[2].lower()), found.end()
    return Token("open", found.start(), found.end(), found[2].lower(), _attributes(found[3])), found.end()


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for attribute in _ATTRIBUTE.finditer(text):
        value = attribute[2] or attribute[3] or attribute[4] or ""
        found.setdefault(attribute[1].lower(), unescape(value))
    return found
