"""Text of .pdf and .docx files: extracted once, then read like plain text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from corpus.blocks import Block, BlockKind, Run
from corpus.bylines import declared_authors
from corpus.errors import UnreadableError
from corpus.metadata import Description
from corpus.patterns import regex
from corpus.plain import plain_blocks
from corpus.quiet import silenced
from corpus.repeats import words_key

_PAGE_BREAK = "\n\n"
_HYPHEN_AT_LINE_END = regex(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[a-zà-öø-ÿ])")
_DIGITS = regex(r"\d+")
_LARGEST_UNPACKED = 200_000_000
_REPEATS_OF_A_RUNNING_HEAD = 3
_FIRST_PAGE = 3_000


def read_pdf(data: bytes) -> tuple[str, list[Block], Description]:
    """The text of a PDF, its blocks with their pages, and what it says of itself.

    Raises UnreadableError, which says what is wrong.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    with silenced("pypdf"):
        try:
            reader = PdfReader(BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise UnreadableError("is locked with a password; save it without one")
            pages = [_tidy(page.extract_text() or "") for page in reader.pages]
            title, author = (reader.metadata.title, reader.metadata.author) if reader.metadata else (None, None)
        except (PyPdfError, ImportError) as error:
            raise UnreadableError(f"is a damaged or unsupported PDF: {error}") from error
    if not any(page.strip() for page in pages):
        raise UnreadableError("has no text in it, only pictures of pages; run text recognition (OCR) on it first")
    text = _PAGE_BREAK.join(pages)
    description = Description(_on_page(title, pages[0]), author=_author_on_page(author, pages[0]))
    return text, _page_blocks(text, pages), description


def read_docx(data: bytes) -> tuple[str, list[Block], Description]:
    """The text of a Word document, its blocks, and what it says of itself."""
    import docx

    _check_size(data)
    try:
        document = docx.Document(BytesIO(data))
        paragraphs = list(_paragraphs(document))
    except (KeyError, ValueError, BadZipFile) as error:
        raise UnreadableError(f"is not a Word document, or a damaged one: {error}") from error
    blocks: list[Block] = []
    start = 0
    for text, kind in paragraphs:
        blocks.append(Block(text, (Run(0, start, len(text)),), kind))
        start += len(text) + len(_PAGE_BREAK)
    if not blocks:
        raise UnreadableError("holds no text")
    title = next((text for text, kind in paragraphs if kind == "heading"), None)
    text = _PAGE_BREAK.join(text for text, _ in paragraphs)
    author = _author_on_page(document.core_properties.author, text[:_FIRST_PAGE])
    return text, blocks, Description(title, author=author)


def _tidy(text: str) -> str:
    """A page's text without words cut at line ends; lone surrogates that broken fonts give become �."""
    joined = _HYPHEN_AT_LINE_END.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return joined.encode("utf-8", "replace").decode("utf-8").replace("\0", "�").strip()


def _page_blocks(text: str, pages: Sequence[str]) -> list[Block]:
    by_page: list[list[Block]] = []
    start = 0
    for number, page in enumerate(pages, start=1):
        by_page.append(plain_blocks(text, start, start + len(page), page=number))
        start += len(page) + len(_PAGE_BREAK)
    heads = _running_heads(by_page)
    return [
        replace(block, kind="furniture") if _head_key(block) in heads and block in (blocks[0], blocks[-1]) else block
        for blocks in by_page
        for block in blocks
    ]


def _running_heads(by_page: Sequence[Sequence[Block]]) -> set[str]:
    """What stands first or last on three pages or more, page numbers aside."""
    edges = Counter(key for blocks in by_page if blocks for key in {_head_key(blocks[0]), _head_key(blocks[-1])})
    return {key for key, count in edges.items() if count >= _REPEATS_OF_A_RUNNING_HEAD}


def _head_key(block: Block) -> str:
    return _DIGITS.sub("0", block.text)


def _on_page(value: object, page: str) -> str | None:
    """A title in a file's properties is often its old name: it counts when the first page shows it."""
    if not isinstance(value, str) or not words_key(value):
        return None
    shown = f" {words_key(value)} " in f" {words_key(page)} "
    return " ".join(value.split()) if shown else None


def _author_on_page(value: object, page: str) -> str | None:
    """The author in the properties is often whoever saved the file: they count when the first page shows them."""
    author = declared_authors([value]) if isinstance(value, str) else None
    return _on_page(author, page)


def _check_size(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except BadZipFile as error:
        raise UnreadableError("is not a Word document, or a damaged one") from error
    if unpacked > _LARGEST_UNPACKED:
        raise UnreadableError(f"unpacks to {unpacked / 1e6:.0f} MB, which is too much for an article")


def _paragraphs(document: Any) -> Iterator[tuple[str, BlockKind]]:
    """Paragraphs and table cells, in the order of the document."""
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            rows = (" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in item.rows)
            yield from ((row, "item") for row in rows if row.strip(" |"))
        elif item.text.strip():
            yield item.text.strip(), _docx_kind(item.style.name if item.style else "")


def _docx_kind(style: str) -> BlockKind:
    name = style.lower()
    if name.startswith(("heading", "title")):
        return "heading"
    if name == "caption":
        return "caption"
    return "item" if name.startswith("list") else "text"
