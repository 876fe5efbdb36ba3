"""A benchmark's file read line by line; a line that is none of its form is told by number and left out."""

import gzip
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from eval.benchmarks.benchmark import BenchmarkError

Row = TypeVar("Row", bound=BaseModel)
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Rows(Generic[Row]):
    """The rows of a file in order, and a sentence for each line that could not be read."""

    rows: tuple[Row, ...]
    unread: tuple[str, ...]


def read_rows(file: Path, form: type[Row], origin: str) -> Rows[Row]:
    """The rows of a file of JSON lines, compressed or not; `origin` says where to get it.

    Raises:
        BenchmarkError: there is no such file, or no line of it can be read.
    """
    rows, unread = list[Row](), list[str]()
    for number, line in enumerate(_lines(file, origin), 1):
        if not line.strip():
            continue
        try:
            rows.append(form.model_validate_json(line))
        except ValidationError as error:
            unread.append(f"line {number} is left out: {_why(error)}")
    if not rows:
        why = unread[0] if unread else "it is empty"
        raise BenchmarkError(f"no line of {file} can be read ({why}); {origin}")
    return Rows(tuple(rows), tuple(unread))


def _lines(file: Path, origin: str) -> Iterator[str]:
    """Lines end at line feeds only: a text may hold the other characters that Python takes for line ends."""
    try:
        raw = file.read_bytes()
        text = (gzip.decompress(raw) if raw.startswith(GZIP) else raw).decode("utf-8-sig")
    except (OSError, EOFError) as error:
        raise BenchmarkError(
            f"{file} cannot be read ({getattr(error, 'strerror', None) or error}); {origin}"
        ) from error
    except UnicodeDecodeError as error:
        raise BenchmarkError(f"{file} is no UTF-8 text (byte {error.start}); {origin}") from error
    return iter(io.StringIO(text, newline="\n"))


def _why(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
