"""The formats that can be read, by the ending of a file's name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from corpus.blocks import Block
from corpus.encodings import decode
from corpus.errors import UnreadableError
from corpus.fields import heading_fields
from corpus.metadata import Description
from corpus.plain import plain_blocks


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text, its blocks, and what its format says of it; `remarks` are for the folder's owner."""

    text: str
    blocks: tuple[Block, ...]
    description: Description = field(default_factory=Description)
    remarks: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def read_document(file: str, data: bytes) -> Document:
    """Read the bytes of one file by the ending of its name; raises UnreadableError with the reason."""
    suffix = PurePosixPath(file).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        kinds = " ".join(READERS)
        raise UnreadableError(f"has the ending {suffix or 'of no format'}, which is not one of {kinds}")
    if not data.strip():
        raise UnreadableError("is empty")
    return reader(data)


def _read_text(data: bytes) -> Document:
    decoded = decode(data)
    begin, description = heading_fields(decoded.text)
    blocks = tuple(plain_blocks(decoded.text, begin))
    return Document(decoded.text, blocks, description, _remarks(decoded.damage, decoded.doubt))


def _read_markdown(data: bytes) -> Document:
    from corpus.markdown import front_matter, markdown_blocks

    decoded = decode(data)
    begin, description, complaint = front_matter(decoded.text)
    blocks = tuple(markdown_blocks(decoded.text, begin))
    return Document(decoded.text, blocks, description, _remarks(decoded.damage, decoded.doubt, complaint))


def _read_page(data: bytes) -> Document:
    from corpus.webpage import article_blocks, declared_charset
    from corpus.webpage_metadata import page_description
    from corpus.webpage_parser import parse_page

    decoded = decode(data, declared_charset(data))
    page = parse_page(decoded.text)
    blocks = tuple(article_blocks(decoded.text, page.blocks))
    remarks = _remarks(decoded.damage, decoded.doubt)
    return Document(decoded.text, blocks, page_description(page), remarks, tuple(page.hidden))


def _read_pdf(data: bytes) -> Document:
    from corpus.paged import read_pdf

    text, blocks, description = read_pdf(data)
    return Document(text, tuple(blocks), description)


def _read_docx(data: bytes) -> Document:
    from corpus.paged import read_docx

    text, blocks, description = read_docx(data)
    return Document(text, tuple(blocks), description)


def _remarks(*remarks: str | None) -> tuple[str, ...]:
    return tuple(remark for remark in remarks if remark)


READERS: dict[str, Callable[[bytes], Document]] = {
    ".txt": _read_text,
    ".md": _read_markdown,
    ".html": _read_page,
    ".htm": _read_page,
    ".pdf": _read_pdf,
    ".docx": _read_docx,
}
