"""Foreign text made harmless: whatever it holds, it stays text, as HTML and as Markdown.

The source pane is HTML made here and handed to the page whole. Gradio's own templates are no
substitute: it runs what Handlebars returns as a JavaScript template string, so that an article
containing `${...}` would be executed.
"""

import html
import re
from collections.abc import Mapping
from typing import NewType

from corpus.patterns import regex

Html = NewType("Html", str)
Markdown = NewType("Markdown", str)

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_INLINE = regex(r"([\\`*_\[\]#|~$@])")
_ADDRESS = regex(r"(?i)\b(www)\.|:(?=//)")
_LINE_START = regex(r"(?m)^[ \t]*(?:([-+=:])|(\d{1,9})([.)]))?")
_TITLE = regex(r"[^\w ,.;:?'()%/“”‘’«»–—…-]")
_CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(value: str) -> Html:
    """Text as HTML; what a browser cannot show is left out."""
    return Html(html.escape(_CONTROL.sub("", value)))


def element(tag: str, *children: Html, attributes: Mapping[str, str] | None = None) -> Html:
    """An HTML element; attribute values are escaped, children are HTML already."""
    named = "".join(f' {name}="{html.escape(value)}"' for name, value in (attributes or {}).items())
    return Html(f"<{tag}{named}>{''.join(children)}</{tag}>")


def literal(value: str) -> Markdown:
    """Text that Markdown shows as it stands, on lines of its own.

    Besides the marks of CommonMark this covers what Gradio's renderer adds: bare addresses become
    links, and dollar signs mathematics. Leading blanks go, four of them would make a block of code.
    """
    lines = _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    escaped = _INLINE.sub(r"\\\1", lines)
    escaped = re.sub("[&<>]", lambda found: _ENTITIES[found[0]], escaped)
    escaped = _ADDRESS.sub(lambda found: f"{found[1]}\\." if found[1] else "\\:", escaped)
    return Markdown(_LINE_START.sub(_escape_line_start, escaped))


def _escape_line_start(found: re.Match[str]) -> str:
    mark, number, point = found.groups()
    if mark:
        return f"\\{mark}"
    return f"{number}\\{point}" if number else ""


def link(text: Markdown, target: str, title: str) -> Markdown:
    """A link within the page whose title shows when hovered; `target` is ours, `title` is anybody's."""
    spaced = _CONTROL.sub("", " ".join(title.split()))
    safe = _TITLE.sub(lambda found: found[0] if found[0].isalnum() else f"&#{ord(found[0])};", spaced)
    return Markdown(f'[{text}](#{target} "{safe}")')
