"""The marks inside a line of Markdown: what is read of them, and what may stand in a quote."""

import re
from html import unescape

from corpus.patterns import regex
from corpus.writer import BlockWriter

# Bounded, and never across another bracket: a line of a million brackets takes no longer than one of words.
_TARGET = r"\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)"
_MARK = regex(
    rf"""(?P<gone>!\[[^\[\]]{{0,500}}\](?:{_TARGET}|\[[^\[\]]{{0,200}}\])|<!--.{{0,2000}}?-->|\[\^[^\[\]\s]{{1,60}}\]
        |\[(?=!\[)|\]{_TARGET}|<(?:/?[a-zA-Z][^<>]{{0,500}}|https?:[^<>\s]{{1,1000}})>)
    |\[(?P<label>[^\[\]]{{1,500}})\](?:{_TARGET}|\[[^\[\]]{{0,200}}\])
    |(?P<soft>(?<!\s)\*{{1,3}}|\*{{1,3}}(?!\s)|(?<!\w)_{{1,3}}(?=\w|\W\w)|(?<=[\w.,!?”"])_{{1,3}}(?!\w)|~~|`{{1,3}}|\\(?=[!-/:-@\[-`{{-~]))
    |(?P<entity>&(?:\#\d{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,30}});)""",
    re.IGNORECASE | re.VERBOSE,
)


def write_inline(writer: BlockWriter, raw: str, start: int, end: int, *, joins: bool = False) -> None:
    """Write `raw[start:end]` without its marks.

    A quote may run over emphasis (`joins`), but never over a link's target, a tag or an entity.
    """
    position = start
    for mark in _MARK.finditer(raw, start, end):
        writer.copy(raw, position, mark.start(), joins=joins)
        joins = mark["soft"] is not None
        if mark["label"] is not None:
            write_inline(writer, raw, *mark.span("label"))
        elif mark["entity"]:
            writer.say(unescape(mark["entity"]))
        position = mark.end()
    writer.copy(raw, position, end, joins=joins)
