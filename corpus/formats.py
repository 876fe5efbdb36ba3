"""The formats that can be read, by the ending of a file's name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from corpus.blocks import Block
from corpus.encodings import decode
from corpus.errors import UnreadableError
from corpus.metadata import Description
from corpus.plain import plain_blocks


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text, its blocks, and what its format says of it; `remarks` are for the folder's owner."""

    text: str
    blocks: tuple[Block, ...]
    description: Description = Description()
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
    return Document(decoded.text, tuple(plain_blocks(decoded.text)), remarks=_remarks(decoded.damage))


def _remarks(damage: str | None) -> tuple[str, ...]:
    return (damage,) if damage else ()


READERS: dict[str, Callable[[bytes], Document]] = {".txt": _read_text, ".md": _read_text}
